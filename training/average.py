"""Average checkpoints of one line of descent: `python -m training.average NEW NAME=SHARE ..`, shares that sum to 1.

Networks trained on from one another lie in one valley, and their mean is often better than each (Wortsman et al. 2022).
"""

import argparse

import torch

from training.network import restored
from training.paths import BUILD
from training.train import save


def main() -> None:
    """Average."""
    line = argparse.ArgumentParser(description=__doc__)
    line.add_argument("new")
    line.add_argument("parts", nargs="+", metavar="NAME=SHARE")
    args = line.parse_args()
    shares = {name: float(share) for name, _, share in (part.partition("=") for part in args.parts)}
    if abs(sum(shares.values()) - 1) > 1e-6:
        line.error(f"the shares sum to {sum(shares.values()):g}, not to 1")
    net = restored(BUILD / f"{next(iter(shares))}.pt")
    states = [(restored(BUILD / f"{name}.pt").state_dict(), share) for name, share in shares.items()]
    net.load_state_dict({key: torch.stack([s[key] * share for s, share in states]).sum(0) for key in net.state_dict()})
    save(net, BUILD / f"{args.new}.pt")


if __name__ == "__main__":
    main()
