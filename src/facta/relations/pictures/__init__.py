"""Pictures of relations and ledgers, for print and for the screen; matplotlib is loaded only when one is drawn."""

from typing import Literal, get_args

from facta.errors import UsageError, unknown
from facta.relations.records import Ledger, Relation

Form = Literal["svg", "png", "html"]


def relation(found: Relation, form: str, *, whole: bool = False) -> bytes:
    """Words above and deeds below the axis over time, as svg, png or html; the same bytes for the same relation.

    A few stories of long before all others are counted and named, and not drawn, unless the `whole` time is asked for.

    UsageError for any other form.
    """
    from facta.relations.pictures import page, sheet, timeline

    if _checked(form) == "html":
        return page.relation(found, sheet.rendered(lambda: timeline.drawn(found, whole=whole), "svg"))
    return sheet.rendered(lambda: timeline.drawn(found, whole=whole), form)


def ledger(found: Ledger, form: str) -> bytes:
    """Lanes from commitment to deed, and the curve of follow-through beside its placebo, as svg, png or html.

    The same bytes for the same ledger; UsageError for any other form.
    """
    from facta.relations.pictures import lanes, page, sheet

    if _checked(form) == "html":
        return page.ledger(found, sheet.rendered(lambda: lanes.drawn(found), "svg"))
    return sheet.rendered(lambda: lanes.drawn(found), form)


def _checked(form: str) -> str:
    if form not in get_args(Form):
        raise UsageError(unknown("form of picture", form, get_args(Form)))
    return form
