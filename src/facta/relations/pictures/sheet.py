"""The paper that pictures are drawn on: size, colours and type shared by all, and the one way a drawing becomes bytes."""

import io
import re
import threading
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Any

from matplotlib import font_manager, style
from matplotlib.axes import Axes
from matplotlib.figure import Figure

INK, SOFT, FAINT, RULE = "#1a1a1a", "#595959", "#a8a8a8", "#e4e4e4"
# Blue and vermilion of Okabe and Ito (2008), each in three strengths: the colour-blind tell them apart, and whatever is conflict
# is hatched or pointed as well, for print without colour.
COOPERATION = {"talk": "#a6d0ea", "commitment": "#3f97cb", "deed": "#005c94"}
CONFLICT = {"talk": "#f3b891", "commitment": "#e07f3f", "deed": "#b04a00"}
HATCH = "//////"
MARGIN = 0.35
"""Inches left free on every side."""
SMALL, BODY, TITLE = 7.5, 9.0, 15.0
"""Sizes of type, in points."""

_DPI = 160
_LOCK = threading.Lock()  # matplotlib keeps its settings for the whole process, so one picture is drawn at a time
_LOOK: dict[str, Any] = {
    "font.family": ["DejaVu Sans"],  # comes with matplotlib: the same picture on every machine
    "font.size": BODY,
    "text.color": INK,
    "text.parse_math": False,  # "$" in a story is a dollar
    "axes.edgecolor": FAINT,
    "axes.labelcolor": SOFT,
    "axes.linewidth": 0.6,
    "xtick.color": SOFT,
    "ytick.color": SOFT,
    "xtick.labelsize": SMALL,
    "ytick.labelsize": SMALL,
    "hatch.linewidth": 0.7,
    "svg.fonttype": "none",
    "svg.hashsalt": "facta",
    "path.simplify": False,
}
_FALLBACKS = ("Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", "WenQuanYi Micro Hei", "Noto Sans Thai")
_SVG_FONT = re.compile(r"""(style="[^"]*?)'DejaVu Sans'""")
_SVG_FONTS = r"\1'Helvetica Neue', Helvetica, Arial, 'DejaVu Sans', sans-serif"
# None of them is wider than DejaVu Sans, by which places are measured.


def rendered(draw: Callable[[], "Sheet"], form: str) -> bytes:
    """What `draw` draws, as svg or png; matplotlib's settings are ours while it does, and as before afterwards."""
    with _LOCK, warnings.catch_warnings(), style.context(_look(form), after_reset=True):
        warnings.filterwarnings("ignore", message="Glyph")  # a letter that no font has becomes a box
        sheet = draw()
        out = io.BytesIO()
        if form == "svg":
            about = {"Title": sheet.title, "Creator": "facta", "Date": None}
            sheet.figure.savefig(out, format="svg", metadata=about)
            return _SVG_FONT.sub(_SVG_FONTS, out.getvalue().decode()).encode()
        sheet.figure.savefig(out, format="png", dpi=_DPI, metadata={"Software": "facta", "Title": sheet.title})
        return out.getvalue()


def _look(form: str) -> dict[str, Any]:
    """Our settings; a png also names fonts that this machine has for scripts ours lacks, an svg leaves that to its reader."""
    if form == "svg":
        return _LOOK
    here = {font.name for font in font_manager.fontManager.ttflist}
    return _LOOK | {"font.family": ["DejaVu Sans", *(name for name in _FALLBACKS if name in here)]}


@dataclass(frozen=True)
class Line:
    """A line of a heading or a note."""

    words: str
    size: float = BODY
    weight: str = "normal"
    colour: str = SOFT

    @property
    def height(self) -> float:
        """Inches, with the space to the next line."""
        return self.size * 1.45 / 72


def lines(words: str, width: float, size: float = BODY, weight: str = "normal", colour: str = SOFT) -> list[Line]:
    """Words wrapped to a width in inches."""
    letter = size * (0.64 if weight == "bold" else 0.56) / 72  # mean width of a letter of DejaVu Sans
    return [Line(part, size, weight, colour) for part in wrap(words, max(8, int(width / letter)))]


class Sheet:
    """A page measured in inches from its upper left corner, with its title, subtitle and source note set."""

    def __init__(self, width: float, inner: float, *, title: str, about: Sequence[str], note: str) -> None:
        """inner: height of what stands between heading and note; about: paragraphs under the title, the last one stressed."""
        room = width - 2 * MARGIN
        head = lines(title, room, TITLE, "bold", INK)
        for n, words in enumerate(filter(None, about)):
            head += lines(words, room, BODY, colour=INK if n else SOFT)
        foot = lines(note, room, SMALL, colour=SOFT)
        self.title = title
        self.width = width
        self.top = MARGIN + sum(line.height for line in head) + 0.18
        """Where the drawing starts."""
        self.bottom = self.top + inner
        self.height = self.bottom + 0.12 + sum(line.height for line in foot) + MARGIN * 0.7
        self.figure = Figure(figsize=(width, self.height), facecolor="white")
        self._set(head, MARGIN)
        self._set(foot, self.bottom + 0.12)

    def _set(self, some: Sequence[Line], y: float) -> None:
        for line in some:
            y += line.height
            self.text(MARGIN, y - line.size * 0.45 / 72, line.words, fontsize=line.size, weight=line.weight, color=line.colour)

    def text(self, x: float, y: float, words: str, **look: Any) -> None:
        """Words whose baseline is y inches from the top."""
        self.figure.text(x / self.width, 1 - y / self.height, words, **{"va": "baseline", "fontsize": SMALL, **look})

    def axes(self, x: float, y: float, width: float, height: float, *, sides: Sequence[str] = ()) -> Axes:
        """A field whose upper left corner is at (x, y), with a line on some of its sides."""
        where = (x / self.width, 1 - (y + height) / self.height, width / self.width, height / self.height)
        field = self.figure.add_axes(where)
        field.set_facecolor("none")
        field.spines[["left", "right", "top", "bottom"]].set_visible(False)
        if sides:
            field.spines[list(sides)].set_visible(True)
        field.tick_params(length=0, pad=4)
        return field
