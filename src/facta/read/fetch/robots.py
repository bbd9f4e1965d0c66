"""What a site's robots.txt asks of programs (RFC 9309), wildcards and longest match included, which Python's own parser lacks."""

from dataclasses import dataclass
from urllib.parse import quote

MAX_BYTES = 512_000
"""RFC 9309 asks for at least 500 KiB to be read."""


@dataclass(frozen=True)
class Rules:
    """The rules that hold for us on one host."""

    paths: tuple[tuple[str, bool], ...] = ()
    """Pattern, and whether it allows."""
    delay: float = 0.0
    """Seconds between requests (`Crawl-delay`)."""

    def allows(self, path: str) -> bool:
        """Whether a path with its query may be fetched: the longest pattern that fits decides, `allow` before `disallow`.

        >>> parse("User-agent: *\\nDisallow: /a*.pdf$\\nAllow: /ab", "facta").allows("/ac.pdf")
        False
        """
        fitting = [(len(pattern), allow) for pattern, allow in self.paths if _fits(pattern, path)]
        return max(fitting, default=(0, True))[1] or path == "/robots.txt"


def parse(text: str, agent: str) -> Rules:
    """The rules for the product token `agent`, else those for `*`; what is no rule is passed over.

    agent: without version, e.g. `facta`.
    """
    groups: dict[str, list[tuple[str, str]]] = {}
    current: list[str] = []
    fresh = False
    for line in text.removeprefix("\ufeff").splitlines():
        name, colon, value = line.partition("#")[0].partition(":")
        name, value = name.strip().lower(), value.strip()
        if not colon:
            continue
        if name == "user-agent":
            current = [*(current if fresh else []), value.lower()]
            for token in current:
                groups.setdefault(token, [])
        elif name in ("allow", "disallow", "crawl-delay"):
            for token in current:
                groups[token].append((name, value))
        else:
            continue
        fresh = name == "user-agent"
    return _rules(groups.get(agent.lower(), groups.get("*", [])))


def _rules(lines: list[tuple[str, str]]) -> Rules:
    paths = tuple(
        (quote(value, "/%:@!$&'()*+,;=~-._?"), name == "allow") for name, value in lines if name != "crawl-delay" and value
    )
    return Rules(paths, max((_seconds(value) for name, value in lines if name == "crawl-delay"), default=0.0))


def _seconds(value: str) -> float:
    try:
        return min(60.0, max(0.0, float(value)))
    except ValueError:
        return 0.0


def _fits(pattern: str, path: str) -> bool:
    """Whether a path begins with a pattern; `*` is any run, a last `$` the end. Linear, whatever a hostile file writes."""
    anchored = pattern.endswith("$")
    first, *rest = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    for piece in rest[:-1]:
        found = path.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    last = rest[-1] if rest else ""
    if anchored:
        return path.endswith(last) and len(path) - len(last) >= at if rest else len(path) == at
    return path.find(last, at) >= 0
