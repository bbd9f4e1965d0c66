from hypothesis import given, settings
from hypothesis import strategies as st

from facta import quotes
from facta.records import Analysis, Attribution, Page, Paragraph, Reading
from facta.values.spans import Range


def words(spans):
    return [s.text for s in spans]


def test_a_reading_without_analyses_is_unchanged():
    """A page that was read but not coded has no quotations."""
    reading = Reading(page=Page(id="1", key="k", source="-", text="“Yes,” she said."))
    assert reading == quotes.find(reading)


def test_kind_follows_the_quotation_marks(desk):
    """All quoted is direct, nothing quoted is indirect, some quoted is mixed."""
    text = "“We will go,” Ann said. Bob said he was tired. Cy said it was “a very bad idea” to stay."
    found = [
        desk.attribution(text, "“We will go,”", "said", "Ann"),
        desk.attribution(text, "he was tired", "said", "Bob"),
        desk.attribution(text, "it was “a very bad idea” to stay", "said", "Cy"),
    ]
    out = quotes.find(desk.reading(text, desk.analysis(text, found)))
    assert ["direct", "indirect", "mixed"] == [q.kind for q in out.quotes]


def test_a_quotation_split_by_its_cue_is_one(desk):
    """Quoted words that follow the cue in the same paragraph, with nobody else named, are its second part."""
    text = "“We have come to support you now,” he added. “The other side is ready to say the same thing.”"
    found = [desk.attribution(text, "“We have come to support you now,”", "added", "he")]
    (quote,) = quotes.find(desk.reading(text, desk.analysis(text, found))).quotes
    assert ["“We have come to support you now,”", "“The other side is ready to say the same thing.”"] == words(quote.content)


def test_a_quotation_goes_on_in_small_letters_after_its_cue(desk):
    """Words after a comma that finish the sentence are its second part; with no quotation before, they are none of their own."""
    text = "“We knew of the ships,” the captain told us on Friday, “but we were never asked to help.”"
    found = [desk.attribution(text, "“We knew of the ships,”", "told", "the captain")]
    (quote,) = quotes.find(desk.reading(text, desk.analysis(text, found))).quotes
    assert ["“We knew of the ships,”", "“but we were never asked to help.”"] == words(quote.content)
    assert () == quotes.find(desk.reading(text, desk.analysis(text))).quotes[1:]


def test_an_open_mark_carries_a_quotation_into_the_next_paragraph(desk):
    """The closing mark is left out where a speaker goes on in a new paragraph; both paragraphs are one quotation."""
    text = "Ann said: “The talks went well and we agreed.\n“We shall meet again before the summer is over.”"
    found = [desk.attribution(text, "“The talks went well and we agreed.", "said", "Ann")]
    (quote,) = quotes.find(desk.reading(text, desk.analysis(text, found))).quotes
    assert 2 == len(quote.content)


def test_a_paragraph_of_quoted_words_goes_on_with_the_quotation_before_it(desk):
    """A quotation that runs over paragraphs is one, also where its marks close in between."""
    text = "Ann said: “The talks went well and we agreed.”\n“We shall meet again before the summer is over.”"
    found = [desk.attribution(text, "“The talks went well and we agreed.”", "said", "Ann")]
    (quote,) = quotes.find(desk.reading(text, desk.analysis(text, found))).quotes
    assert ["“The talks went well and we agreed.”", "“We shall meet again before the summer is over.”"] == words(quote.content)


def test_without_a_cue_a_quotation_lends_a_paragraph_of_quoted_words_its_speaker(desk):
    """Nothing shows then that both are one telling, only whose words they are."""
    text = "Ann, “The talks went well and we agreed.”\n“We shall meet again before the summer is over.”"
    found = [desk.attribution(text, "“The talks went well and we agreed.”", None, "Ann")]
    out = quotes.find(desk.reading(text, desk.analysis(text, found))).quotes
    assert [["Ann"], ["Ann"]] == [words(q.speaker) for q in out]


def test_quoted_words_of_nobody_stay_without_a_speaker(desk):
    """Words in quotation marks that no source stands behind are kept, and nobody is made up for them."""
    text = "The banner read something else. “No more war in our mountains, ever again!”"
    (quote,) = quotes.find(desk.reading(text, desk.analysis(text))).quotes
    assert ((), (), "direct") == (quote.speaker, quote.cue, quote.kind)


def test_who_would_not_be_named_says_nothing_by_that(desk):
    """The words that promise a source anonymity are no quotation; the source's own words are."""
    text = "“It is not enough,” said an official, who asked not to be named."
    found = [
        desk.attribution(text, "“It is not enough,”", "said", "an official"),
        desk.attribution(text, "not to be named", "asked", "who"),
    ]
    (quote,) = quotes.find(desk.reading(text, desk.analysis(text, found))).quotes
    assert ["“It is not enough,”"] == words(quote.content)


def test_scare_quotes_are_no_quotation(desk):
    """A few quoted words are a name or irony."""
    text = "The so-called “peace plan” of the “coalition of the willing” failed."
    assert () == quotes.find(desk.reading(text, desk.analysis(text))).quotes


def test_a_headline_that_repeats_a_quotation_has_its_speaker(desk):
    """The words stand again below with their speaker, whose naming words the headline's quotation points to."""
    text = 'A show of force: "We have come to stand by your side today"\n“We have come to stand by your side today,” Ann said.'
    found = [desk.attribution(text, "“We have come to stand by your side today,”", "said", "Ann")]
    first, second = quotes.find(desk.reading(text, desk.analysis(text, found))).quotes
    assert (["Ann"], first.speaker) == (words(second.speaker), second.speaker)


def test_acts_tell_speech_from_writing_and_thought(desk):
    """The cue's verb names the act, and a document writes whatever its verb."""
    text = "Ann tweeted that it was late. Bob believes that it was early. The report says that it was noon."
    found = [
        desk.attribution(text, "that it was late", "tweeted", "Ann"),
        desk.attribution(text, "that it was early", "believes", "Bob"),
        desk.attribution(text, "that it was noon", "says", "The report"),
    ]
    out = quotes.find(desk.reading(text, desk.analysis(text, found)))
    assert ["wrote", "thought", "wrote"] == [q.act for q in out.quotes]


def test_ids_are_the_same_on_a_rerun_and_differ_within_a_page(desk):
    """Ids hash page and place."""
    text = "“We will go,” Ann said. Bob said he was tired."
    found = [desk.attribution(text, "“We will go,”", "said", "Ann"), desk.attribution(text, "he was tired", "said", "Bob")]
    reading = desk.reading(text, desk.analysis(text, found))
    once, again = ([q.id for q in quotes.find(reading).quotes] for _ in range(2))
    assert (once, 2) == (again, len(set(once)))


def test_article_and_comment_stay_apart(desk):
    """A comment's quotation is into the comment's own text and carries its id."""
    text, own = "Ann said it was late.", "Bob said it was early."
    comment = (desk.comment(own), desk.analysis(own, [desk.attribution(own, "it was early", "said", "Bob")]))
    reading = desk.reading(text, desk.analysis(text, [desk.attribution(text, "it was late", "said", "Ann")]), comments=[comment])
    assert [(None, "it was late"), ("c1", "it was early")] == [
        (q.comment, q.content[0].text) for q in quotes.find(reading).quotes
    ]


PIECES = st.lists(
    st.sampled_from(
        ["“", "”", '"', "''", "‘", "’", " said ", "Ann ", "we go on and on to the very end ", ". ", ",", "\n", "«", "»"]
    ),
    max_size=40,
)


@given(PIECES, st.lists(st.tuples(st.integers(0, 200), st.integers(1, 40)), max_size=6))
@settings(max_examples=200)
def test_any_text_gives_true_spans_and_no_content_twice(pieces, places):
    """Whatever the marks and whatever the attributions: spans are true, contents differ, two runs agree."""
    text = "".join(pieces)
    ranges = [Range(a, min(len(text), a + n)) for a, n in places if a < len(text)]
    found = tuple(Attribution(content=(r,), cue=(ranges[0],), source=(ranges[-1],), score=0.5) for r in ranges)
    lines = [Paragraph(id="p", kind="body", start=0, end=len(text))]
    analysis = Analysis(version="x", sentences=(Range(0, len(text)),), attributions=found)
    reading = Reading(page=Page(id="1", key="k", source="-", text=text, paragraphs=tuple(lines)), analyses={"": analysis})
    out = quotes.find(reading).quotes
    spans = [s for q in out for s in (*q.content, *q.cue, *q.speaker)]
    assert all(text[s.start : s.end] == s.text for s in spans)
    assert len({q.content for q in out}) == len(out)
    assert out == quotes.find(reading).quotes
