"""The shipped reader of English: one small encoder that finds words, phrases, acts and attributions in a single pass."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

import numpy as np

from facta.language.acts import Heard, faint, groups, triggers
from facta.language.attributing import attributions, unrivalled
from facta.language.chunks import chunks, mention
from facta.language.network import Network, stored
from facta.language.sentence import sentence
from facta.language.windows import Layout, layout
from facta.records import Analysis, Mention, Token, Trigger
from facta.values.spans import Range


class NeuralReader:
    """Reads one text: sentences, tagged words, phrases, acts with their parties, attributions.

    Scores are calibrated on held-out training texts; how far they hold elsewhere stands in `weights/MODEL.md`.
    """

    def __init__(self, network: Network) -> None:
        """Work with this network."""
        self.network = network
        self.version = network.about.version

    def read(self, text: str, regions: Sequence[Range], title: str | None = None) -> Analysis:
        """What stands in the regions (paragraphs) of a text; all offsets are into `text`. The first sentence goes before each
        window as its headline, so the title is not needed."""
        at = layout(text, regions, self.network.pieces)
        seen = list(self.network.answers(at))
        names = self.network.about.tags
        tags = [names[t] for a in seen for t in a.tags[a.own()].argmax(1).tolist()]
        found = list(phrases(at, tags))
        spots = np.array([(first, last) for first, last, _ in found], np.int64).reshape(-1, 2)
        whole = np.array([(first, last) for first, last, m in found if m.score == 1], np.int64).reshape(-1, 2)
        net = self.network
        told, passing = list[Trigger](), list[Trigger]()
        for a in seen:
            heard, acts = Heard.of(net, at, spots, a), list(groups(net, at, a))
            told += triggers(net, at, heard, a, acts)
            passing += triggers(net, at, heard, a, faint(at, a, acts), passing=True)
        return Analysis(
            version=self.version,
            sentences=at.sentences,
            tokens=tuple(Token(start=start, end=end, tag=t) for (start, end), t in zip(at.words, tags, strict=True)),
            mentions=tuple(m for _, _, m in found),
            triggers=tuple(told),
            passing=tuple(passing),
            attributions=unrivalled([x for a in seen for x in attributions(net, at, a, whole)]),
        )


def phrases(at: Layout, tags: Sequence[str]) -> Iterator[tuple[int, int, Mention]]:
    """The noun phrases of a text, phrases inside others too: number of the first and last word, and the record."""
    for n, s in enumerate(at.sentences):
        low, high = bisect_left(at.home, n), bisect_right(at.home, n)
        words = sentence(at.text, s, at.words[low:high])
        words.tags = list(tags[low:high])
        for c in chunks(words):
            yield low + c.first, low + c.last, mention(words, c)


@cache
def load() -> NeuralReader:
    """The shipped reader; read from disk once a process. Its version names the hash of the weights."""
    return NeuralReader(stored(files("facta.language").joinpath("weights")))
