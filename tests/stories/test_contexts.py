"""The contexts of an act are named by words."""

import pytest

from facta.stories.contexts import contexts
from tests.stories.row_makers import row


def about(words, **more):
    return row(evidence=words, around=words, **{"type": "AGREE", **more})


@pytest.mark.parametrize(
    ("words", "want"),
    [
        ("They signed a contract for S-400 systems.", {"military"}),
        ("Gazprom will pump gas through a new pipeline.", {"energy"}),
        ("Gas.", {"energy"}),
        ("The gasp of the crowd was heard.", set()),
        ("A convoy brought humanitarian aid.", {"aid"}),
        ("The paid work went on.", set()),
        ("The air force flew.", {"military"}),
        ("Both navies sailed.", {"military"}),
        ("They will reopen embassies.", {"diplomatic"}),
        ("Lorries brought fruit.", {"trade"}),
        ("They set up a Belt and Road office.", {"economic"}),
        ("They read a book.", set()),
    ],
)
def test_contexts_are_named_by_beginnings_of_words(words, want):
    """Whole words where the table says so, phrases of several words too."""
    assert want <= set(contexts(about(words)))
    assert want or [] == contexts(about(words))


def test_some_types_are_about_something_by_themselves():
    """A meeting is a meeting, an assault military."""
    assert (["meeting"], ["military"], []) == tuple(
        contexts(about("It was so.", type=t)) for t in ("CONSULT", "ASSAULT", "AGREE")
    )


def test_the_title_of_the_page_tells_too():
    """What the sentence does not say."""
    assert ["energy"] == contexts(about("They signed it.", title="The gas deal"))


def test_contexts_stand_in_the_order_of_the_table_and_once():
    """So that two acts can be compared."""
    found = contexts(about("Tanks, pipelines, tanks and a drill."))
    assert ["military", "exercise", "energy"] == [c for c in found if c in ("energy", "military", "exercise")]
    assert len(found) == len(set(found))
