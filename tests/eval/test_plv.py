"""Root types between a marked pair: the marks are read where they stand, and the score is the mean over roots."""

from importlib.resources import files

import pytest

from eval import plv
from facta.errors import InputError

MARKED = "On Monday <t>the Sylvanian envoy</t> was expelled by <s>Freedonia</s>."
PLAIN = "On Monday the Sylvanian envoy was expelled by Freedonia."
SOURCE, TARGET = "Freedonia", "the Sylvanian envoy"


def test_marks_give_the_places_in_the_text_without_them():
    """In whichever order the two stand."""
    text, source, target = plv.places({"marked_sentence": MARKED})
    assert (PLAIN, SOURCE, TARGET) == (text, text[slice(*source)], text[slice(*target)])


def test_without_marks_the_words_are_looked_up():
    """The first place where they stand."""
    text, source, target = plv.places({"sentence": PLAIN, "source": SOURCE, "target": TARGET})
    assert (PLAIN, SOURCE, TARGET) == (text, text[slice(*source)], text[slice(*target)])


def test_the_score_is_the_mean_over_the_roots_of_the_gold():
    """A rare root weighs as much as a frequent one; a root that only the reader names has no F1 of its own."""
    gold = ["AID", "AID", "AID", "PROTEST"]
    assert pytest.approx((0.8 + 0) / 2) == plv.macro_f1(gold, ["AID", "AID", "REJECT", "REJECT"])
    assert 1 == plv.macro_f1(gold, gold)


def test_a_file_of_another_kind_is_refused(tmp_path):
    """With what is expected instead."""
    path = tmp_path / "other.tsv"
    path.write_text("a\tb\n1\t2\n")
    with pytest.raises(InputError, match="no rows with the columns marked_sentence"):
        plv.main([str(path)])


@pytest.mark.skipif(
    not files("facta.language").joinpath("weights", "reader.onnx").is_file(),
    reason="the encoder's weights are not in the tree yet",
)
def test_the_last_line_is_the_score(tmp_path, capsys):
    """As JSON, whatever is said before; a row ends with its line, not with a sign that some take for one."""
    path = tmp_path / "pairs.tsv"
    path.write_text(f"\ufeffmarked_sentence\tgold_root\n{MARKED}\u2028\tSANCTION\n", "utf-8")
    assert 0 == plv.main([str(path)])
    last = capsys.readouterr().out.splitlines()[-1]
    assert last in ('{"root_macro_f1": 0.0, "rows": 1}', '{"root_macro_f1": 1.0, "rows": 1}')


def test_a_side_that_the_sentence_leaves_out_is_nowhere():
    """`a recipient` stands for nobody named, so no word of the sentence is taken for it; the marked side stays."""
    text, source, target = plv.places(
        {"marked_sentence": "<s>Freedonia</s> protests.", "source": "Freedonia", "target": "a recipient"}
    )
    assert ("Freedonia protests.", "Freedonia", (0, 0)) == (text, text[slice(*source)], tuple(target))
