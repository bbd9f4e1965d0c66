"""The medium of an interview stays with what the same speaker says next."""

from facta import quotes


def chains(desk, text, said, mentions):
    found = [desk.attribution(text, *one) for one in said]
    return [[s.name for s in q.chain] for q in quotes.find(desk.reading(text, desk.analysis(text, found, mentions))).quotes]


MENTIONS = [("Ann", "person"), ("Reuters", "other")]


def test_a_pronoun_goes_on_in_the_same_interview(desk):
    """What `she` adds came through the agency that Ann was talking to."""
    text = "Ann told Reuters that it was late. The hour was up, she added."
    said = [("that it was late", "told", "Ann"), ("The hour was up", "added", "she")]
    assert [["Daily Sample", "Reuters", "Ann"], ["Daily Sample", "Reuters", "she"]] == chains(desk, text, said, MENTIONS)


def test_another_speaker_does_not(desk):
    """Bob told no agency."""
    text = "Ann told Reuters that it was late. The hour was up, Bob added."
    said = [("that it was late", "told", "Ann"), ("The hour was up", "added", "Bob")]
    assert ["Daily Sample", "Bob"] == chains(desk, text, said, [*MENTIONS, ("Bob", "person")])[1]


def test_a_speaker_of_mere_marks_is_no_mishap(desk):
    """A reader may take a comma for the source."""
    text = "Ann told Reuters that it was late. The hour was up , added."
    said = [("that it was late", "told", "Ann"), ("The hour was up", "added", ",")]
    assert 2 == len(chains(desk, text, said, MENTIONS))
