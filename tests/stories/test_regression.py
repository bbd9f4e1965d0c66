"""Weights that were fitted, and the features they are of."""

import pytest

from facta.errors import DataError
from facta.stories.likeness import FEATURES
from facta.stories.regression import fitted


def test_weights_come_in_the_order_of_the_features():
    """Whatever their order in the file."""
    there, constant = fitted("facta.stories", "likeness.toml", FEATURES)
    back, _ = fitted("facta.stories", "likeness.toml", FEATURES[::-1])
    assert there == back[::-1]
    assert constant < 0 < max(there)


def test_weights_of_other_features_are_refused():
    """A feature without a weight, or a weight without a feature, is named and never left out."""
    with pytest.raises(DataError, match=r"likeness\.toml: .* only on one side: copies, moon\."):
        fitted("facta.stories", "likeness.toml", [*(name for name in FEATURES if name != "copies"), "moon"])
