"""What is measured of a relation, as `--format json` writes it; unknown values are null, every share has its counts beside it."""

import datetime
from collections.abc import Iterable
from itertools import combinations
from typing import Any, Literal, Self, get_args, overload

import msgspec

from facta.errors import UsageError, unknown
from facta.records import Record, Rung


@overload
def digits(value: float) -> float: ...
@overload
def digits(value: float | None) -> float | None: ...
def digits(value: float | None) -> float | None:
    """A number with the four digits that records show, and never -0; None for none."""
    return None if value is None else round(float(value), 4) + 0.0


class Interval(Record, frozen=True, kw_only=True):
    """A number with its 95% interval."""

    value: float
    low: float | None = None
    """Null where there is too little to resample."""
    high: float | None = None


class Balance(Record, frozen=True, kw_only=True):
    """Cooperation against conflict on one rung: (coop - conf) / (coop + conf)."""

    coop: int
    """Stories of quad classes 1 and 2."""
    conf: int
    """Stories of quad classes 3 and 4."""
    balance: float | None = None
    """Between -1 and 1; null without stories."""
    low: float | None = None
    high: float | None = None


class Measures(Record, frozen=True, kw_only=True):
    """What is measured of the stories of one pair in one time."""

    talk: Balance
    commitment: Balance
    deed: Balance
    say_do_gap: Interval | None = None
    """Balance of talk less balance of deeds, between -2 and 2; null when `why_no_gap` says why."""
    why_no_gap: str | None = None
    deed_share: Interval | None = None
    """Deeds among all stories; null without stories."""
    net: Interval | None = None
    """Mean intensity of all stories, between -10 and 10; its count is `stories`."""
    events: int
    """Records of events that tell these stories."""
    stories: int
    independent: int
    """Texts that are no copies of each other, summed over stories."""
    outlets: int
    """Different outlets."""

    def on(self, rung: Rung) -> Balance:
        """The balance of one rung."""
        return {"talk": self.talk, "commitment": self.commitment, "deed": self.deed}[rung]


class Period(Measures, frozen=True, kw_only=True):
    """Measures of one period."""

    period: str
    start: datetime.date
    """First day."""


class Variant(Measures, frozen=True, kw_only=True):
    """Measures of the whole time without some of the stories."""

    without: str
    """What was left out, for a person."""
    left_out: int
    """Stories."""


class Reciprocity(Record, frozen=True, kw_only=True):
    """Rank correlation of what one side does with what the other does so many periods later."""

    lag: int
    """Periods: 0 in the same one; at 1, the second side answers a period later; at -1, the first."""
    value: float | None = None
    """Spearman's rho of net intensities, meetings and deals left out; null with fewer than 8 periods in which both act."""
    low: float | None = None
    high: float | None = None
    periods: int


class Relation(Record, frozen=True, kw_only=True):
    """Words, commitments and deeds of a pair over time."""

    pair: tuple[str, str]
    names: tuple[str, str]
    by: str
    directed: bool
    """Whether only what the first does to the second counts (meetings and deals count either way)."""
    since: datetime.date | None
    """First day of the time asked for, else of the first period; null when nothing has a date."""
    until: datetime.date | None
    """Last day of the time asked for, else of the last period."""
    periods: tuple[Period, ...]
    """All that the time touches; of the first and the last only the days in it count."""
    total: Measures
    sensitivity: dict[str, Variant]
    """`without_loudest_outlet`, `without_single_source`, `without_own_media`."""
    reciprocity: tuple[Reciprocity, ...]
    undated: int
    """Stories that count in no period: without a date, or dated more coarsely than a period."""


class Triad(Record, frozen=True, kw_only=True):
    """Whether three relations fit together: balanced when the product of their signs is positive (Heider 1946)."""

    sides: tuple[str, str, str]
    net: dict[str, Interval]
    """By pair, the mean intensity, undirected; a pair without stories is missing."""
    stories: dict[str, int]
    balanced: bool | None
    """Null when some pair has no story, or a mean intensity of zero."""
    probability: float | None
    """That the product is positive: in what share of all combinations of a resample of each relation it is."""


class Three(Record, frozen=True, kw_only=True):
    """A triad as a row of a table, whose columns are called alike whoever the three are; null where a pair has no story."""

    a: str
    b: str
    c: str
    net_ab: float | None
    net_ab_low: float | None
    net_ab_high: float | None
    net_ac: float | None
    net_ac_low: float | None
    net_ac_high: float | None
    net_bc: float | None
    net_bc_low: float | None
    net_bc_high: float | None
    stories_ab: int
    stories_ac: int
    stories_bc: int
    balanced: bool | None
    probability: float | None

    @classmethod
    def of(cls, triad: Triad) -> "Three":
        """The row of a triad."""
        fields: dict[str, Any] = dict(zip("abc", triad.sides, strict=True))
        for x, y in combinations("abc", 2):
            key, edge = f"{fields[x]}-{fields[y]}", f"{x}{y}"
            net = triad.net.get(key)
            bounds = (net.value, net.low, net.high) if net else (None, None, None)
            fields |= zip((f"net_{edge}", f"net_{edge}_low", f"net_{edge}_high"), bounds, strict=True)
            fields[f"stories_{edge}"] = triad.stories[key]
        return cls(**fields, balanced=triad.balanced, probability=triad.probability)


State = Literal["kept", "broken", "open", "expired", "unobserved"]
"""`unobserved`: made more than a week before the first report, so that an answer may have come unseen."""


class Commitment(Record, frozen=True, kw_only=True):
    """One commitment and what became of it."""

    event: str
    """Id of the event that shows it best."""
    story: str
    by: str
    to: str
    symmetric: bool
    """Whether both sides committed themselves."""
    type: str
    mode: str | None
    status: str
    direction: Literal["cooperation", "conflict"]
    subject: str
    """Its words."""
    contexts: tuple[str, ...]
    """What it is about: military, economic, ..."""
    date: datetime.date
    """Day of the commitment, or the likeliest of its month or year."""
    dated: str
    """The same as far as it is known: `1988`, `2018-01`, `2018-01-10`."""
    due: datetime.date | None
    """Day for which it was announced; null when none was."""
    state: State
    deed: str | None
    """Id of the event that answers it: the deed that kept it, the act that broke it."""
    deed_type: str | None
    deed_rung: Rung | None
    deed_date: datetime.date | None
    deed_words: str | None
    days: int | None
    """From the commitment to that deed."""
    score: float | None
    """Between 0 and 1: how likely the two belong together."""
    reason: str
    """Why, for a person."""
    verdict: Literal["confirmed"] | None
    """What a person said of the match."""
    reports: int
    independent: int
    confidence: float


class Share(Record, frozen=True, kw_only=True):
    """Follow-through inside a horizon."""

    share: float | None
    """Kaplan-Meier estimate of the share of commitments met; null without commitments, or where none was watched so long. An act
    that keeps a commitment counts even where another broke it before, or where it came early for its day: what is met may be more
    than what the ledger calls kept."""
    low: float | None
    high: float | None
    placebo: float | None
    """The same with the commitments' dates shuffled: what chance and a busy relation alone give."""
    placebo_low: float | None
    placebo_high: float | None
    excess: float | None
    """Share less placebo."""
    excess_low: float | None
    excess_high: float | None
    before: float | None
    """A second placebo: the share of commitments with such an act in as many days before them. The first is too high where
    commitments are kept, this one too low where they come in waves."""
    before_low: float | None
    before_high: float | None
    over_before: float | None = None
    """Share less `before`."""
    over_before_low: float | None = None
    over_before_high: float | None = None
    at_risk: int
    """Commitments still unanswered and observed so long."""


class Step(Record, frozen=True, kw_only=True):
    """One point of a curve of follow-through."""

    days: int
    share: float
    low: float | None = None
    high: float | None = None
    placebo: float | None = None


class Ledger(Record, frozen=True, kw_only=True):
    """Every commitment of a pair, and how far acts that keep them followed."""

    pair: tuple[str, str]
    names: tuple[str, str]
    horizon: int = 365
    """Days inside which an act counted as the answer."""
    least: float = 0.3
    """Score from which an act was taken for the answer."""
    observed_until: datetime.date | None
    """Last day that the store has reports of, or acts where no report has a date; null when it has neither."""
    commitments: tuple[Commitment, ...]
    follow_through: dict[str, Share]
    """By horizon in days: 30, 90, 365."""
    curve: tuple[Step, ...]
    """As far as any commitment was watched; empty where none was."""
    counts: dict[str, int]
    """Commitments by state."""
    only: tuple[State, ...] = ()
    """States to which `commitments` are narrowed; counts, shares and the curve are of all. Empty where all are listed."""

    def narrowed(self, states: Iterable[str]) -> Self:
        """The same with only the commitments in some states listed; none named are all. UsageError for another word."""
        wanted, known = set(states), get_args(State)
        if strange := sorted(wanted - set(known)):
            raise UsageError(unknown("state of a commitment", strange[0], known))
        only = tuple(state for state in known if state in wanted)
        kept = tuple(c for c in self.commitments if c.state in only) if only else self.commitments
        return msgspec.structs.replace(self, commitments=kept, only=only)
