"""Logistic regression for the small tables of weights that ship: likeness of tellings, answers to commitments."""

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

Floats = NDArray[np.float64]


def logistic(x: Floats, y: Floats, ridge: float) -> tuple[Floats, float]:
    """Weights and constant of a logistic regression of y (rows,) on x (rows, features), the weights held small by `ridge`."""

    def loss(w: Floats) -> tuple[float, Floats]:
        z = x @ w[:-1] + w[-1]
        p = 1 / (1 + np.exp(-z))
        value = np.sum(np.logaddexp(0, z) - y * z) + ridge / 2 * w[:-1] @ w[:-1]
        return float(value), np.append(x.T @ (p - y) + ridge * w[:-1], np.sum(p - y))

    done = minimize(loss, np.zeros(x.shape[1] + 1), jac=True, method="L-BFGS-B")
    return done.x[:-1], float(done.x[-1])
