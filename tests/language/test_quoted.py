from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from facta.language.quoted import inside, quoted, touching
from facta.values.spans import Range

MARKS = st.text(alphabet="\"“”„«»'’‘` ab,.\n", max_size=200)


def stretches(text):
    return [text[q.start : q.end] for q in quoted(text, [Range(0, len(text))])]


def test_every_style_of_double_marks():
    """Straight, curly, low-high, guillemets, doubled singles and grave accents all set words apart."""
    texts = ['a "b c" d', "a “b c” d", "a „b c“ d", "a «b c» d", "a ''b c'' d", "a ``b c'' d"]
    assert ['"b c"', "“b c”", "„b c“", "«b c»", "''b c''", "``b c''"] == [s for t in texts for s in stretches(t)]


def test_nested_singles_belong_to_the_outer_marks():
    """A quotation inside a quotation is no stretch of its own."""
    assert ["“He said ‘no’ to me,”"] == stretches("“He said ‘no’ to me,” she added.")


def test_a_single_mark_closes_no_doubled_ones():
    """Singles inside doubled singles, in the style of wire services, end nothing."""
    texts = ["``He called it 'a plan' and left,'' she said.", "''He called it 'a plan' and left,'' she said."]
    assert [t[: t.rindex("''") + 2] for t in texts] == [s for t in texts for s in stretches(t)]


def test_single_marks_alone_quote_and_apostrophes_do_not():
    """British style quotes with single marks; contractions and possessives open nothing."""
    assert ["‘We will go,’"] == stretches("‘We will go,’ Mr May’s aide said. It’s the workers’ day.")


def test_an_unclosed_mark_runs_to_the_end_of_its_paragraph():
    """A quotation that goes on in the next paragraph is left open in its first."""
    text = "“One two.\n“Three,” he said."
    assert [(True, False), (True, True)] == [
        (text[q.start] == "“", q.closed) for q in quoted(text, [Range(0, 9), Range(10, len(text))])
    ]


def test_a_stray_closing_mark_opens_nothing():
    """A straight mark glued to the word before it, with nothing open, is left alone; so is an inch sign."""
    assert ['"yes"'] == stretches('He is 6\' 2" tall. She said "yes" then.')


def test_inside_names_the_stretch_of_an_offset():
    """Marks belong to their stretch; what lies between stretches is in none."""
    found = quoted('"a" b "c"', [Range(0, 9)])
    assert [0, 0, 0, -1, 1, 1] == [inside(found, n) for n in (0, 1, 2, 4, 6, 8)]


def test_stretches_that_touch_a_range_share_a_character_with_it():
    """One that only ends where the range begins, or begins where it ends, does not."""
    found = quoted('"a" b "c"', [Range(0, 9)])
    assert [(), (found[0],), (found[1],), found] == [touching(found, Range(*r)) for r in ((3, 6), (0, 6), (5, 8), (2, 7))]


@given(MARKS)
@settings(max_examples=300)
def test_stretches_are_true_in_order_and_within_one_line(text):
    """On any run of marks: stretches lie in the text, never overlap, and hold no line break."""
    found = quoted(text, [Range(0, len(text))])
    assert all(0 <= q.start < q.end <= len(text) and "\n" not in text[q.start : q.end] for q in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_a_hundred_thousand_marks_are_read():
    """Nothing but marks costs no more than other text and is still read to its end."""
    text = "\"'“" * 33_000
    assert quoted(text, [Range(0, len(text))])[-1].end <= len(text)
