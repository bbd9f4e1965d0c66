"""The records that travel and are stored, each declared once; their JSON form is the contract users rely on.

Field names and order are the contract's. Unknown values are null, never left out. Every span is into the text named beside it:
`page.text` when the record's `comment` is null, else that comment's own `text`; offsets count Unicode code points and
`text[start:end] == span.text` always holds.
"""

from typing import Literal, get_args

import msgspec
from msgspec import UNSET, UnsetType

from facta.values.spans import Range

SCHEMA = 1
"""Version of the JSON contract; grows only when a field changes its meaning."""

ParagraphKind = Literal["headline", "dek", "standfirst", "body", "caption", "credit", "other"]
READ: frozenset[ParagraphKind] = frozenset(get_args(ParagraphKind)) - {"credit", "other"}
"""Kinds of paragraphs that tell something, so that rooms read them: all but credit lines and what was left over."""
CommentKind = Literal["comment", "pingback", "trackback"]
QuoteKind = Literal["direct", "indirect", "mixed"]
SpeechAct = Literal["said", "wrote", "thought", "other"]
Rung = Literal["talk", "commitment", "deed"]
RUNGS: tuple[Rung, ...] = get_args(Rung)
"""From words to deeds: the order in which they are told everywhere."""
VERBAL = (1, 3)
"""PLOVER's quad classes of acts that are done by saying so; 2 and 4 are material."""
Status = Literal["actual", "planned", "possible", "negated", "historical"]
Precision = Literal["day", "month", "year", "decade", "reported"]
ActorKind = Literal["person", "organisation", "state", "group"]
SourceKind = Literal["outlet", "agency", "institution", "person", "reader"]
MakerKind = Literal["model", "human", "import"]
DateOrigin = Literal["source", "linked", "meta", "time", "text", "dateline", "url", "inferred"]
View = Literal["amp", "print"]


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """Base of all records: immutable, keyword-only."""


class Span(Record, frozen=True, kw_only=True):
    """A stretch of text with the words it covers."""

    start: int
    end: int
    text: str


class Made(Record, frozen=True, kw_only=True):
    """Which step, in which version, made a claim."""

    step: str
    version: str
    kind: MakerKind = "model"


class Problem(Record, frozen=True, kw_only=True):
    """What a step could not do with this record, in one line for a person."""

    step: str
    message: str


class Credit(Record, frozen=True, kw_only=True):
    """The line that names where an article came from ("Source: Newsweek", "(AP)")."""

    outlet: str
    """The outlet or agency named, as written."""
    text: str
    """The whole line, as written."""


class Stamp(Record, frozen=True, kw_only=True):
    """How a page's day of publication is known."""

    text: str
    """The date as written there."""
    origin: DateOrigin
    """Who says it: the source, JSON-LD, a meta element, a `time` element, a printed line, the dateline, the address, a guess."""
    confidence: float
    """Between 0 and 1: by the origin, higher where another one says the same, lower where one says another day."""


class Dateline(Record, frozen=True, kw_only=True):
    """The words before a report's first sentence that say from where, and often when, it was sent."""

    place: str
    """As written, e.g. `MOSCOW`."""
    date: str | None = None
    """ISO day, where the dateline names it whole or the page's year completes it."""
    start: int
    end: int
    text: str


class Update(Record, frozen=True, kw_only=True):
    """One dated part of a live blog; parts stand in the page's order, often the newest first."""

    id: str
    start: int
    end: int
    headline: str | None = None
    """Its own heading, which is part of its text."""
    date_text: str | None = None
    """The time as the page writes it."""
    date: str | None = None
    """The day as ISO."""
    at: str | None = None
    """ISO timestamp with the hour, where the page gives one for machines."""


class Paragraph(Record, frozen=True, kw_only=True):
    """A paragraph of the page's text; paragraphs never overlap and stand in reading order."""

    id: str
    kind: ParagraphKind
    start: int
    end: int


class Page(Record, frozen=True, kw_only=True):
    """One article as read: its text, and what the page says about itself."""

    id: str
    """The source's own id if it has one (JSONL, CSV), else a hash of content."""
    key: str
    """What a store knows the page by: a hash of source and id, or the content hash. Beside the contract."""
    source: str
    """Where it was read from, as the user wrote it: a path, a URL, `archive.warc.gz#URL`, `-` for stdin."""
    url: str | None = None
    title: str | None = None
    """The headline; also filled when it stands outside the text (`--title`, a JSONL field)."""
    dek: str | None = None
    """The line under the headline."""
    byline: tuple[str, ...] = ()
    """Authors' names, in order."""
    published: str | None = None
    """ISO date, at the precision known (day, month or year)."""
    site: str | None = None
    """Name of the outlet whose page this is; where nothing tells it, the host of its address, named by the tables if they can."""
    credit: Credit | None = None
    language: str | None = None
    """ISO 639-1 code; as the page declares it until the step `language` finds it from the text, null when too short to tell."""
    text: str
    """The text all offsets count in; for an input given as text, that text unchanged."""
    paragraphs: tuple[Paragraph, ...] = ()
    published_by: Stamp | None = None
    """How `published` is known; null when it isn't."""
    modified: str | None = None
    """ISO date of the last change the page declares."""
    section: str | None = None
    """The outlet's section the page stands in, as it names it (`World`, `Politik`)."""
    canonical: str | None = None
    """The address the page gives as its own: of an AMP or print view, that of the full page."""
    view: View | None = None
    """Which special form of the full page this is; null for the full page."""
    dateline: Dateline | None = None
    corrections: tuple[Span, ...] = ()
    """The editors' notes on changes to the text; paragraphs of kind `other`, never coded."""
    updates: tuple[Update, ...] = ()
    """The dated parts of a live blog; empty for other pages."""


class Comment(Record, frozen=True, kw_only=True):
    """One post of the readers' thread; parents stand before their replies."""

    id: str
    parent: str | None = None
    author: str | None = None
    date_text: str | None = None
    """The date as the page writes it."""
    date: str | None = None
    """The date as ISO."""
    text: str = ""
    kind: CommentKind = "comment"
    deleted: bool = False
    """A tombstone: the platform shows that a post stood here."""


class Source(Record, frozen=True, kw_only=True):
    """One link of the chain that vouches for something, from the page's outlet inward."""

    name: str | None = None
    """As written, of a pronoun who is meant; null where the page's outlet or a comment's author is not known."""
    kind: SourceKind
    start: int | None = None
    """Offsets of the naming words; null when it is the page's own outlet."""
    end: int | None = None
    anonymous: bool = False
    state_controlled: bool | None = None
    """Whether a state controls this outlet or agency; null when unknown or not applicable."""


class Quote(Record, frozen=True, kw_only=True):
    """An attribution in PolNeAR's sense: a source stands behind a content through a cue."""

    id: str
    kind: QuoteKind
    act: SpeechAct
    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    speaker: tuple[Span, ...] = ()
    """The words that name the speaker here; may be a pronoun; empty when the text names none."""
    speaker_actor: str | None = None
    """Id of the actor the speaker is."""
    chain: tuple[Source, ...] = ()
    confidence: float
    """Between 0 and 1."""
    comment: str | None = None
    made_by: Made


class Party(Record, frozen=True, kw_only=True):
    """An actor or a recipient of an event."""

    text: str
    """The smallest full noun phrase as written, titles included, without its article."""
    start: int
    end: int
    name: str | None = None
    """The fullest name known for this party."""
    country: str | None = None
    """ISO 3166-1 alpha-3 or one of the codebook's stateless codes."""
    sector: str | None = None
    """The codebook's sector code (GOV, MIL, ...)."""
    role: str | None = None
    """Office held on the event's date, by the name of its kind: `defence minister`, of a mayor too `governor`."""
    actor: str | None = None
    """Id of the actor record."""


class When(Record, frozen=True, kw_only=True):
    """The date of an event."""

    iso: str
    """`2018-04-03`, `2018-04` or `2018`: the first day, at the precision known."""
    end: str | None = None
    """Last day of a range, else null."""
    precision: Precision
    text: str | None = None
    """The words that tell the date; null when it is the report's."""


class Where(Record, frozen=True, kw_only=True):
    """The place where an event happened."""

    name: str
    country: str | None = None
    lat: float | None = None
    """Degrees north."""
    lon: float | None = None
    """Degrees east."""
    text: str | None = None
    """As written."""


class Event(Record, frozen=True, kw_only=True):
    """Who did what to whom (codebook.md of the project); null quad or rung never occur for ontology types."""

    id: str
    type: str
    """PLOVER type, e.g. `CONSULT`."""
    mode: str | None = None
    quad: int
    """1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict."""
    rung: Rung | None = None
    """Null for possible and negated events."""
    status: Status = "actual"
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    trigger: Span
    """The words that carry the act."""
    evidence: Span | None = None
    """The smallest run that proves type, actor and recipient; null only for imports."""
    also: tuple[Span, ...] = ()
    """Further tellings of the same act."""
    date: When | None = None
    place: Where | None = None
    assertion: tuple[Source, ...] = ()
    """Who vouches for the event, from the outlet inward."""
    confidence: float
    comment: str | None = None
    """Id of the reader comment that claims it; null for the article's own events. The two are never counted together."""
    made_by: Made


class ActorMention(Record, frozen=True, kw_only=True):
    """One place where an actor is named."""

    start: int
    end: int
    text: str
    comment: str | None = None


class Actor(Record, frozen=True, kw_only=True):
    """A person, organisation, state or group of this page, with all its mentions."""

    id: str
    name: str
    """The fullest name known."""
    kind: ActorKind
    country: str | None = None
    sector: str | None = None
    role: str | None = None
    mentions: tuple[ActorMention, ...] = ()


# What `language` hands to `quotes` and `events`; travels with a Reading, never leaves the process.

MentionKind = Literal["person", "organisation", "state", "group", "role", "pronoun", "time", "place", "other"]
RoleName = Literal["actor", "recipient", "place", "time"]
Dating = Literal["reported", "told", "undated", "month", "year"]
"""How an act's date is known: the report's own, by a phrase of time, not at all, only the report's month or year."""


class Token(Record, frozen=True, kw_only=True):
    """A word or punctuation mark."""

    start: int
    end: int
    tag: str
    """Universal part of speech (UPOS), e.g. `VERB`."""


class Mention(Record, frozen=True, kw_only=True):
    """A noun phrase that may name somebody, some time or some place."""

    start: int
    end: int
    kind: MentionKind
    score: float = 1.0


class Role(Record, frozen=True, kw_only=True):
    """A phrase that fills a role of a trigger."""

    role: RoleName
    start: int
    end: int
    score: float
    home: Range | None = None
    """Words elsewhere that name the state of a party; null when the reader saw none."""


class Trigger(Record, frozen=True, kw_only=True):
    """Words that carry an act, with what the reader makes of them; scores between 0 and 1."""

    start: int
    end: int
    type: str
    mode: str | None = None
    status: Status = "actual"
    dating: Dating = "reported"
    evidence: Range | None = None
    """The run of words that proves the act; null when the reader leaves that to others."""
    score: float
    roles: tuple[Role, ...] = ()


class Attribution(Record, frozen=True, kw_only=True):
    """A quotation as the reader finds it: ranges of content, cue and source."""

    content: tuple[Range, ...]
    cue: tuple[Range, ...] = ()
    source: tuple[Range, ...] = ()
    score: float


class Analysis(Record, frozen=True, kw_only=True):
    """What the reader of a language found in one text (the article's read paragraphs, or one comment)."""

    version: str
    """Name and version of the reader."""
    sentences: tuple[Range, ...] = ()
    tokens: tuple[Token, ...] = ()
    mentions: tuple[Mention, ...] = ()
    triggers: tuple[Trigger, ...] = ()
    passing: tuple[Trigger, ...] = ()
    """Acts that may be mentioned in passing, too doubtful to be told; none where the reader does not look for them."""
    attributions: tuple[Attribution, ...] = ()


ARTICLE = ""
"""Key of the article's own analysis in `Reading.analyses`; comments stand under their ids."""


class Reading(Record, frozen=True, kw_only=True):
    """One page on its way through the rooms; `encode` writes its JSON contract."""

    schema: int = SCHEMA
    page: Page
    thread: tuple[Comment, ...] = ()
    quotes: tuple[Quote, ...] = ()
    events: tuple[Event, ...] = ()
    actors: tuple[Actor, ...] = ()
    problems: tuple[Problem, ...] = ()
    passing: tuple[Event, ...] = ()
    """Acts that the article may mention in passing (`the raid`), too doubtful to be events: nothing is counted from them. One
    that is like an event of another page leads back to that one's story (`stories.recalls`)."""
    analyses: dict[str, Analysis] | UnsetType = UNSET
    """By comment id, the article's under ARTICLE; set by `language`, dropped by `encode`."""

    def texts(self) -> dict[str, str]:
        """The text each analysis and span is into: the article's under ARTICLE, each comment's under its id."""
        return {ARTICLE: self.page.text, **{c.id: c.text for c in self.thread}}

    def with_problem(self, step: str, message: str) -> "Reading":
        """A copy that remembers what a step could not do."""
        return msgspec.structs.replace(self, problems=(*self.problems, Problem(step=step, message=message)))


_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Reading)


def encode(reading: Reading) -> bytes:
    """One line of the JSON contract, without a line break."""
    return _encoder.encode(msgspec.structs.replace(reading, analyses=UNSET))


def decode(line: bytes | str) -> Reading:
    """A Reading from one line of the contract; msgspec.ValidationError names the field that breaks it."""
    return _decoder.decode(line)


def span(text: str, start: int, end: int) -> Span:
    """The Span of `text[start:end]`; ValueError when that is not inside the text."""
    if not 0 <= start <= end <= len(text):
        raise ValueError(f"span {start}:{end} is outside a text of {len(text)} characters")
    return Span(start=start, end=end, text=text[start:end])
