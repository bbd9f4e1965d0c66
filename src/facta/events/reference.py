"""Write the ontology as a page of the documentation, so that the page cannot say anything else than the data files do.

`python -m facta.events.reference > docs/ontology.md` makes the page again.
"""

from facta.events.ontology import QUADS, EventType, Ontology, ontology


def markdown(what: Ontology) -> str:
    """The page, in Markdown."""
    head = [
        "# Event types",
        "",
        "Written by `python -m facta.events.reference` from `src/facta/events/types/`; change it there.",
        "",
        "| type | quad | rung | intensity | the actor ... | modes | promised or announced | CAMEO |",
        "|---|---|---|---|---|---|---|---|",
    ]
    return (
        "\n".join([*head, *map(_row, what.types.values()), *(line for k in what.types.values() for line in _section(k))]) + "\n"
    )


def _row(kind: EventType) -> str:
    cells = (
        f"[{kind.name}](#{kind.name.lower()})",
        f"{kind.quad} {QUADS[kind.quad]}",
        kind.rung,
        f"{kind.intensity:g}",
        kind.definition,
        " ".join(kind.modes) or "-",
        kind.planned_as or "-",
        " ".join(kind.cameo),
    )
    return f"| {' | '.join(cells)} |"


def _section(kind: EventType) -> list[str]:
    lines = ["", f"## {kind.name}", "", kind.definition, "", f"On pages: {kind.noun}. Intensity: {kind.intensity_source}."]
    if kind.modes:
        lines += ["", "| mode | intensity | rung | the actor ... |", "|---|---|---|---|"]
        lines += [f"| {n} | {m.intensity:g} | {m.rung or kind.rung} | {m.definition} |" for n, m in kind.modes.items()]
    for rule in kind.rung_by_words:
        unless = f", unless also by {', '.join(rule.unless)}" if rule.unless else ""
        lines += ["", f"Rung {rule.rung} when told by words that begin with {', '.join(rule.stems)}{unless}."]
    return [*lines, "", *(f"- {note}" for note in kind.notes)]


if __name__ == "__main__":
    print(markdown(ontology()), end="")
