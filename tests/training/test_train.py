"""A run that was cut off goes on as if it had not been; a teacher may have few layers, and teach all but roles."""

from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="only the group `train` has torch")

from facta.language.tokens import tokens  # noqa: E402
from facta.language.windows import batch, layout  # noqa: E402
from facta.values.spans import Range  # noqa: E402
from training import distil, train  # noqa: E402
from training.answers import ROLES  # noqa: E402
from training.examples import Example, examples, targets  # noqa: E402
from training.network import Net, restored  # noqa: E402
from training.prepare import pieces  # noqa: E402
from training.texts import Text  # noqa: E402

WORDS = ("Norway thanked Chile.", "Peru fined a Chilean trawler.", "Talks went on in Lima.", "Nobody said a word.")


def _example(words: str, *, coded: bool = True) -> Example:
    at = layout(words, [Range(0, len(words))], pieces())
    text = Text(id=words, at=at, tags=[0] * len(list(tokens(words))), acts=[] if coded else None)
    (one,) = examples(text, pieces())
    return one


def _run(folder: Path, batches: int, *more: str) -> dict[str, "torch.Tensor"]:
    """The weights after so many of four batches."""
    args = train.options().parse_args(["run", "--threads", "1", *more])
    torch.manual_seed(3)
    plan = [[_example(words)] for words in WORDS]
    net = Net(layers=1, heads=2, inner=8)
    train.fit(net, plan[:batches], args, "cpu")
    return restored(folder / "run.pt").state_dict()


def test_a_run_that_was_cut_off_ends_as_one_that_was_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Weights, momentum, pace and chance are kept beside the checkpoint; without `--resume` a run begins anew."""
    monkeypatch.setattr(train, "BUILD", tmp_path)
    optimiser = train.optimiser  # whose pace is that of the whole run, however much of it is done
    monkeypatch.setattr(train, "optimiser", lambda net, rates, floor, _: optimiser(net, rates, floor, len(WORDS)))
    whole = _run(tmp_path, 4)
    cut = _run(tmp_path, 2)
    assert not torch.equal(whole["single.weight"], cut["single.weight"])
    resumed = _run(tmp_path, 4, "--resume")
    assert [] == [name for name in whole if not torch.equal(whole[name], resumed[name])]


def test_a_checkpoint_knows_how_many_layers_it_has(tmp_path: Path) -> None:
    """Of a pruned network and of a teacher's first layers alike."""
    for net in (Net(layers=2, heads=3, inner=5), Net(large=True, layers=1, heads=2, inner=4)):
        train.save(net, tmp_path / "some.pt")
        found = restored(tmp_path / "some.pt")
        assert (len(net.layers), net.large) == (len(found.layers), found.large)


def test_a_teacher_that_knows_little_of_roles_teaches_the_rest() -> None:
    """Types and what is asked of each act, but nothing of who takes part; its texts have no codes."""
    teacher, pupil = Net(layers=1, heads=2, inner=8), Net(layers=1, heads=2, inner=8)
    group = [_example(words, coded=False) for words in WORDS]
    distil.answer(teacher.eval(), group)
    given = batch([e.window for e in group]), targets(group)
    whole = train.loss(pupil, *given, "cpu", hidden=0, soft_roles=0.3)
    less = train.loss(pupil, *given, "cpu", hidden=0, soft_roles=0)
    assert {"soft_roles"} == whole.keys() - less.keys()
    assert {"soft_types", "soft_statuses", "soft_modes", "soft_datings"} <= less.keys()
    assert "types" not in less
    less["soft_types"].backward()
    assert float(pupil.single.weight.grad.abs().sum()) > 0


def test_the_loss_of_statuses_weighs_as_much_as_asked() -> None:
    """And nothing else changes with it."""
    net, group = Net(layers=1, heads=2, inner=8).eval(), [_example(words) for words in WORDS]
    sides = {name: set[int]() for name in ROLES}
    group[0].rows, group[0].evidence, group[0].roles = [(1, 2, 0, 0)], [(0, 2)], [(sides, dict.fromkeys(ROLES, True))]
    given = batch([e.window for e in group]), targets(group)
    once, twice = (train.loss(net, *given, "cpu", hidden=0, status=weight, soft_roles=0) for weight in (0.5, 1.0))
    assert float(once["statuses"].detach()) > 0
    torch.testing.assert_close(twice, once | {"statuses": 2 * once["statuses"]})
