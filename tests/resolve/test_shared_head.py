"""What a row of names shares is that of each."""

import pytest

from facta.resolve.phrase import parse
from facta.resolve.shared_head import in_row


@pytest.mark.parametrize(
    ("before", "words", "after", "whole"),
    [
        ("", "French", " and Malian troops left.", "French troops"),
        ("", "French", ", Malian and Chadian troops left.", "French troops"),
        ("", "the French", " and the Malian presidents met.", "the French presidents"),
        ("", "French", " or Malian troops", "French troops"),
        ("", "French", " troops left.", None),
        ("", "French", " and Malian wine", None),
        ("", "French", " and then Malian troops", None),
        ("", "French", "", None),
        ("The presidents of Zambia and ", "Senegal", " met.", "presidents of Senegal"),
        ("The presidents of Zambia, Mali and ", "Senegal", "", "presidents of Senegal"),
        ("The foreign ministers of the Gambia and ", "Senegal", "", "foreign ministers of Senegal"),
        ("The president of Zambia and ", "Senegal", " met.", None),
        ("The presidents of Zambia met ", "Senegal", "", None),
        ("presidents and ", "Senegal", "", None),
        ("", "Senegal", "", None),
    ],
)
def test_the_head_of_a_row_is_each_members(tables, before, words, after, whole):
    """Behind the last adjective, or before the first state; one office is one person's."""
    phrase = parse(words, tables, "2018-04-03")
    assert whole == in_row(phrase, before, after, tables, "2018-04-03")


def test_a_longer_phrase_has_its_own_head(tables):
    """Nothing is added to it."""
    assert in_row(parse("French troops", tables, None), "", " and Malian troops", tables, None) is None
