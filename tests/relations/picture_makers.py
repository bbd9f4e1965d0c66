"""Relations and ledgers to draw, made without a store, and what can be read off a picture."""

from datetime import date, timedelta
from xml.etree import ElementTree

from facta.relations.records import Balance, Commitment, Interval, Ledger, Measures, Period, Relation, Share, Step

STEPS = (0, 7, 30, 90, 365)


def balance(coop=0, conf=0, *, around=0.5):
    """A balance with an interval as wide as asked; none for around=None."""
    if not coop + conf:
        return Balance(coop=0, conf=0)
    value = (coop - conf) / (coop + conf)
    low, high = (None, None) if around is None else (max(-1.0, value - around), min(1.0, value + around))
    return Balance(coop=coop, conf=conf, balance=value, low=low, high=high)


def measures(talk=(0, 0), commitment=(0, 0), deed=(0, 0), *, kind=Measures, gap=None, around=0.5, **more):
    """Measures of so many stories of cooperation and of conflict on each rung."""
    stories = sum((*talk, *commitment, *deed))
    fields = {
        "say_do_gap": gap,
        "why_no_gap": None if gap else "too few deeds",
        "deed_share": Interval(value=sum(deed) / stories, low=0.1, high=0.9) if stories else None,
        "net": Interval(value=1.25, low=-0.5, high=3.0) if stories else None,
        "events": stories,
        "stories": stories,
        "independent": 2 * stories,
        "outlets": min(stories, 4),
    }
    rungs = {n: balance(*c, around=around) for n, c in (("talk", talk), ("commitment", commitment), ("deed", deed))}
    return kind(**rungs, **(fields | more))


def relation(counts, *, by="month", names=("China", "Russia"), directed=False, total=None, around=0.5, undated=0):
    """A relation of these periods: for each (talk, commitment, deed), pairs of cooperation and conflict; None for a quiet one."""
    starts = [_start(by, n) for n in range(len(counts))]
    rows = [count or ((0, 0), (0, 0), (0, 0)) for count in counts]
    periods = tuple(
        measures(*row, kind=Period, period=_name(by, day), start=day, around=around)
        for row, day in zip(rows, starts, strict=True)
    )
    sums = [tuple(sum(row[rung][side] for row in rows) for side in (0, 1)) for rung in range(3)]
    return Relation(
        pair=("CHN", "RUS"),
        names=names,
        by=by,
        directed=directed,
        since=starts[0] if starts else None,
        until=_start(by, len(counts)) - timedelta(1) if starts else None,
        periods=periods,
        total=total or measures(*sums, around=around),
        sensitivity={},
        reciprocity=(),
        undated=undated,
    )


def _start(by, n):
    if by == "day":
        return date(2018, 1, 1) + timedelta(n)
    return date(1990 + n, 1, 1) if by == "year" else date(2000 + n // 12, n % 12 + 1, 1)


def _name(by, day):
    return day.isoformat()[: {"day": 10, "month": 7, "year": 4}[by]]


def commitment(n=0, state="kept", *, direction="cooperation", days=22, subject="Russia will sell gas to China", **more):
    """One commitment, made n days after the first."""
    made = date(2018, 1, 10) + timedelta(n)
    answered = state in ("kept", "broken")
    fields = {
        "event": f"e{n:04d}", "story": f"s{n:04d}", "by": "CHN", "to": "RUS", "symmetric": False, "type": "AGREE", "mode": None,
        "status": "actual", "direction": direction, "subject": subject, "contexts": ("energy",), "date": made, "due": None,
        "dated": made.isoformat(),
        "state": state, "deed": "d1" if answered else None, "deed_type": "AID" if answered else None,
        "deed_rung": "deed" if answered else None, "deed_date": made + timedelta(days) if answered else None,
        "deed_words": "gas flowed" if answered else None, "days": days if answered else None,
        "score": 0.61 if answered else None, "reason": "both about energy", "verdict": None, "reports": 2, "independent": 1,
        "confidence": 0.5,
    }  # fmt: skip
    return Commitment(**(fields | more))


def ledger(*commitments, names=("China", "Russia"), excess=(0.01, 0.3), over_before=None, horizon=365):
    """A ledger whose curve rises to 40%, by chance to 20%."""
    many = bool(commitments)
    curve = tuple(Step(days=d, share=0.4 * d / 365, low=0.0, high=0.6 * d / 365, placebo=0.2 * d / 365) for d in STEPS)
    return Ledger(
        pair=("CHN", "RUS"),
        names=names,
        horizon=horizon,
        observed_until=date(2024, 12, 27),
        commitments=commitments,
        follow_through={str(h): share(h, excess, over_before) if many else share(None) for h in (30, 90, 365)},
        curve=curve if many else (),
        counts={s: sum(c.state == s for c in commitments) for s in ("kept", "broken", "open", "expired", "unobserved")},
    )


def share(days, excess=(None, None), over_before=None):
    """Follow-through inside a horizon; all unknown for None. over_before: bounds of the difference to a quarter met in the days
    before; no days before were watched where there are none."""
    names = ("share", "low", "high", "placebo", "placebo_low", "placebo_high")
    values = (0.4, 0.2, 0.6, 0.2, 0.1, 0.3) if days else (None,) * 6
    known = {name: value and value * days / 365 for name, value in zip(names, values, strict=True)}
    difference = known["share"] - known["placebo"] if days else None
    before = dict.fromkeys(("before", "before_low", "before_high"))
    if over_before:
        before = {"before": 0.25, "before_low": 0.1, "before_high": 0.4, "over_before": 0.15}
        before |= dict(zip(("over_before_low", "over_before_high"), over_before, strict=True))
    return Share(**known, **before, excess=difference, excess_low=excess[0], excess_high=excess[1], at_risk=3 if days else 0)


def texts(svg):
    """Every piece of text of a drawing; fails where it is not well-formed."""
    root = ElementTree.fromstring(svg)
    return ["".join(node.itertext()) for node in root.iter("{http://www.w3.org/2000/svg}text")]
