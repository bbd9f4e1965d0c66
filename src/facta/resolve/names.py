"""File what names of states, bodies, groups and outlets mean, and mend it by the traps."""

from typing import Literal

from facta.resolve.facts import Entry, EntryKind, Numbers, Outlet, State
from facta.resolve.own import Own
from facta.resolve.rows import Row, many, picked, rows
from facta.resolve.words import key, keys


class Names:
    """The meanings of names under comparable words, filled while the files are read."""

    def __init__(self) -> None:
        self.found: dict[str, tuple[Entry, ...]] = {}
        self._waiting: list[tuple[list[str], Entry]] = []

    def add(self, aliases: list[str], meaning: Entry) -> None:
        """Note one meaning of several names, which `file` files with the capitals that each name has."""
        self._waiting.append((aliases, meaning))

    def file(self) -> list[str]:
        """File what was noted since the last time, and say under what, name by name; all at once, for `keys` is fast so."""
        filed = keys([alias for aliases, _ in self._waiting for alias in aliases])
        found, at = self.found, 0
        for aliases, usual in self._waiting:
            articles = usual.kind != "outlet"
            for alias in aliases:
                name = filed[at]
                if articles and name.startswith("the "):
                    filed[at] = name = name[4:]
                entry = _as_written(alias, usual)
                there = found.get(name)
                if there is None:
                    found[name] = (entry,)
                elif entry not in there:
                    found[name] = (*there, entry)
                at += 1
        self._waiting.clear()
        return filed

    def block(self, words: str) -> None:
        """Let words name nothing."""
        self.found[key(words)] = (Entry("blocked", words, None, None),)

    def weigh(self, words: str, country: str, weight: float, name: str) -> None:
        """Keep only the named states as meanings of ambiguous words, each with its share."""
        there = self.found.get(key(words), ())
        kept = [e for e in there if e.weight != 1.0]
        like = next(iter(there), None)
        kind: EntryKind = like.kind if like and like.kind in ("state", "demonym", "institution") else "demonym"
        share = Entry(kind, name, country, "GOV", weight=weight, what=like.what if like else "")
        self.found[key(words)] = (*kept, share)

    def override(self, row: Own) -> None:
        """Make a user's body or group the only meaning of its names."""
        if row.role or row.kind == "person":
            return
        aliases = [row.name, *row.aliases]
        for alias in aliases:
            self.found.pop(key(alias), None)
        self.add(aliases, Entry(row.kind, row.name, row.country or None, row.sector or None, row.start, row.end))
        self.file()


def _as_written(alias: str, usual: Entry) -> Entry:
    """The meaning with the capitals that this name has."""
    cap, upper = alias[0].isupper(), alias.isupper() and sum(map(str.isalpha, alias)) < 6
    return usual if cap and not upper else usual._replace(upper=upper, cap=cap)


def add_states(names: Names) -> dict[str, State]:
    """The states by ISO code, their names filed."""
    once: dict[str, tuple[Numbers, ...]] = {}
    for code, cow, gw, start, end in picked("numbers", "iso3", "cow", "gw", "from", "to"):
        once[code] = (*once.get(code, ()), Numbers(_number(cow), _number(gw), start, end))
    found = {row["iso3"]: _state(row, names, once.get(row["iso3"], ())) for row in rows("states")}
    names.file()
    return found


def _number(cell: str) -> int | None:
    return int(cell) if cell else None


def _state(row: Row, names: Names, once: tuple[Numbers, ...]) -> State:
    code, name, start, end = row["iso3"], row["name"], row["from"], row["to"]
    capitals = many(row["capital"])
    names.add([name, *many(row["names"])], Entry("state", name, code, "GOV", start, end))
    for word in many(row["demonyms"]):
        noun = word.removeprefix("+")
        people = Entry("people", name, code, "CVL", start, end)
        names.add([noun], people if noun != word else Entry("demonym", name, code, "GOV", start, end))
        if not word.endswith(("s", "sh", "ch", "ese", "x", "men")):
            names.add([f"{noun}s"], people)
    names.add(capitals, Entry("capital", name, code, "GOV", start, end))
    return State(
        code, _number(row["cow"]), _number(row["gw"]), name, start, end,
        capitals[0], float(row["lat"]), float(row["lon"]), once,
    )  # fmt: skip


def add_bodies(names: Names) -> None:
    """File institutions, places that stand for their state, organisations and groups."""
    for name, aliases, country, sector, what, start, end in picked(
        "institutions", "name", "aliases", "country", "sector", "kind", "from", "to"
    ):
        meaning = Entry("institution", name, country or None, sector or None, start, end, what)
        names.add([name, *many(aliases)], meaning)
    for country, what, places in picked("places", "country", "kind", "names"):
        for place in many(places):
            spellings = place.split(" = ")
            names.add(spellings, Entry("institution", spellings[0], country or None, "GOV", what=what))
    for name, aliases, code, sector in picked("organisations", "name", "aliases", "code", "sector"):
        names.add([name, *many(aliases)], Entry("organisation", name, code or None, sector or None))
    for name, aliases, country, sector, start, end in picked("groups", "name", "aliases", "country", "sector", "from", "to"):
        names.add([name, *many(aliases)], Entry("group", name, country or None, sector or None, start, end))
    names.file()


def add_outlets(names: Names) -> dict[str, Outlet]:
    """The outlets by name and by domain, their names filed."""
    found: dict[str, Outlet] = {}
    spelt: list[Outlet] = []
    for name, aliases, country, kind, controlled, domains in picked(
        "outlets", "name", "aliases", "country", "kind", "state_controlled", "domains"
    ):
        outlet = Outlet(name, country, _kind(kind), controlled == "yes")
        spellings = [name, *many(aliases)]
        names.add(spellings, Entry("outlet", name, country or None, "JRN", what=kind))
        spelt += [outlet] * len(spellings)
        found.update(dict.fromkeys(many(domains), outlet))
    return dict(zip(names.file(), spelt, strict=True)) | found


def official_sites() -> dict[str, Outlet]:
    """The official sites by name and by host; their names are those of bodies, which texts mean, so that none is filed."""
    found: dict[str, Outlet] = {}
    for name, aliases, country, portfolio, hosts in picked("official", "name", "aliases", "country", "portfolio", "hosts"):
        site = Outlet(name, country, "outlet", state_controlled=True, portfolio=portfolio)
        found.update(dict.fromkeys([*keys([name, *many(aliases)] if name else []), *many(hosts)], site))
    return found


def _kind(word: str) -> Literal["agency", "outlet"]:
    return "agency" if word == "agency" else "outlet"


def set_traps(names: Names, states: dict[str, State]) -> frozenset[str]:
    """Block and weigh what the traps say; the names of states and cities that are also given names come back."""
    given: set[str] = set()
    for row in rows("traps"):
        if row["kind"] == "given name":
            given.add(key(row["words"]))
        elif row["kind"] == "blocked":
            names.block(row["words"])
        else:
            names.weigh(row["words"], row["country"], float(row["weight"]), states[row["country"]].name)
    return frozenset(given)
