"""What two tellings of one act share is measured as it is said."""

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facta.stories.likeness import FEATURES, WINDOW, apart, features, likely, probability, weights
from tests.stories.row_makers import DAY, compared, row

ONE, OTHER = np.array([0]), np.array([1])


def told(copies=False, first=None, **second):
    """Features of two meetings on two pages that differ in what is given."""
    acts = compared([row(**(first or {})), row(page_no=2, **second)], {1: "x", 2: "x" if copies else "y"})
    return dict(zip(FEATURES, features(acts, ONE, OTHER)[0].tolist(), strict=True))


SAME = {
    "other_type": 0, "other_quad": 0, "other_mode": 0, "days": 0, "stay": 0, "coarse": 0, "year": 0, "both_years": 0, "fresh": 0,
    "retold": 0, "recalled": 0, "alone": 0, "actors": 1, "turned": 0, "other_place": 0, "around": 1, "triggers": 1, "names": 1,
    "rare": 1, "words": 1, "other_names": 0, "same_number": 0, "other_number": 0, "copies": 0,
}  # fmt: skip


def test_the_same_telling_has_every_likeness():
    """On two pages whose texts are no copies."""
    assert pytest.approx(SAME, abs=1e-5) == told()


def days(n, **more):
    return {"first_day": DAY + timedelta(n), "last_day": DAY + timedelta(n), **more}


def page(n, **more):
    """A telling on a page so many days later."""
    return {"published_day": DAY + timedelta(n), **more}


NEWS = {"precision": "reported"}
IN_2018 = {"first_day": date(2018, 1, 1), "last_day": date(2018, 12, 31)}


@pytest.mark.parametrize(
    ("first", "second", "want"),
    [
        ({}, {"type": "AGREE"}, {"other_type": 1, "other_quad": 0}),
        ({}, {"type": "SANCTION", "quad": 4}, {"other_type": 0, "other_quad": 1}),
        ({"mode": "visit"}, {"mode": "visit"}, {"other_mode": 0}),
        ({"mode": "visit"}, {"mode": "phone"}, {"other_mode": 1}),
        ({"mode": "visit"}, {}, {"other_mode": 0}),
        ({"mode": "visit"}, {"mode": "visit", **days(3)}, {"stay": 1}),
        ({"mode": "visit"}, {"mode": "visit", **days(4)}, {"stay": 0}),
        ({"mode": "visit"}, {"mode": "visit", "actor_countries": ["CHN"], **days(1)}, {"stay": 0}),
        ({"mode": "visit"}, {"mode": "phone", "type": "AGREE"}, {"other_mode": 0}),
        ({}, days(1), {"days": np.log(2), "fresh": 1}),
        (NEWS, days(1, **NEWS), {"days": np.log(2), "fresh": 1}),
        (NEWS, NEWS, {"days": 0, "fresh": 0}),
        (NEWS, days(1), {"fresh": 0}),
        ({}, days(5), {"days": np.log(6)}),
        ({}, days(99), {"days": np.log1p(WINDOW)}),
        ({}, {"first_day": date(2018, 4, 1), "last_day": date(2018, 4, 30)}, {"coarse": 1, "year": 0, "days": 0}),
        ({}, IN_2018, {"coarse": 1, "year": 1, "both_years": 0, "days": 0}),
        (IN_2018, IN_2018, {"coarse": 1, "year": 1, "both_years": 1, "days": 0}),
        ({}, {"status": "historical"}, {"retold": 1}),
        ({}, {"actor_countries": ["RUS"], "symmetric": False}, {"alone": 1, "actors": 0.5}),
        ({}, {"actor_countries": ["CHN", "IND", "RUS"]}, {"actors": 2 / 3}),
        ({}, {"actor_countries": []}, {"actors": -1}),
        (
            {"actor_countries": ["CHN"], "recipient_countries": ["RUS"], "symmetric": False},
            {"actor_countries": ["RUS"], "recipient_countries": ["CHN"], "symmetric": False},
            {"actors": 0, "turned": 1},
        ),
        ({}, {"actor_names": ["People's Republic of China", "Putin"]}, {"names": 0.5}),
        ({}, {"actor_names": []}, {"names": 0}),
        ({}, {"place": "Beijing"}, {"other_place": 1}),
        ({}, {"place": None}, {"other_place": 0}),
        (page(0, leading="Police met "), page(4, leading="A day after the "), {"recalled": 1}),
        (page(4, leading="Police met "), page(0, leading="A day after the "), {"recalled": 0}),
        (page(0, leading="After the "), page(0, leading=None), {"recalled": 1}),
        ({"evidence": "Two drones"}, {"evidence": "2 drones and 40 men"}, {"same_number": 1, "other_number": 0}),
        ({"evidence": "Two drones"}, {"evidence": "three drones"}, {"same_number": 0, "other_number": 1}),
        ({"evidence": "Two drones"}, {"evidence": "drones"}, {"same_number": 0, "other_number": 0}),
        ({"around": "in Sibi"}, {"around": "in Quetta"}, {"other_names": 1}),
        ({"around": "in Sibi"}, {"around": "near Sibi and Quetta"}, {"other_names": 0}),
        ({"around": "in Sibi"}, {"around": "near a town"}, {"other_names": 0}),
        ({}, {"trigger": None}, {"triggers": 0}),
    ],
)  # fmt: skip
def test_each_feature_says_what_it_is_for(first, second, want):
    """And is the same whichever of the two comes first."""
    both = told(first=first, **second), told(first=second, **first)
    for found in both:
        assert pytest.approx(want) == {name: found[name] for name in want}


def parted(first, second):
    """Whether two tellings cannot be one act; either way round."""
    acts = compared([row(**first), row(page_no=2, **second)])
    (one,), (other,) = apart(acts, ONE, OTHER), apart(acts, OTHER, ONE)
    assert one == other
    return bool(one)


TIT = {"type": "SANCTION", "quad": 4, "symmetric": False, "actor_countries": ["CHN"], "recipient_countries": ["RUS"]}


@pytest.mark.parametrize(
    ("second", "want"),
    [
        ({"actor_countries": ["RUS"], "recipient_countries": ["CHN"], **days(1)}, True),
        ({"actor_countries": ["RUS"], "recipient_countries": ["CHN", "IND"], **days(1)}, True),
        ({"actor_countries": ["RUS"], "recipient_countries": ["CHN"]}, False),
        ({"actor_countries": ["RUS"], "recipient_countries": ["CHN"], **days(1, **NEWS)}, False),
        ({"actor_countries": ["RUS"], "recipient_countries": ["CHN"], **days(1, status="historical")}, False),
        ({"actor_countries": ["RUS"], "recipient_countries": [], **days(1)}, False),
        ({"actor_countries": ["CHN", "RUS"], "recipient_countries": ["CHN"], **days(1)}, False),
        ({"actor_countries": ["CHN"], "recipient_countries": ["CHN", "RUS"], **days(1)}, False),
    ],
)
def test_tit_for_tat_of_different_days_is_never_one_act(second, want):
    """Whatever the words. On one day, of background, where one alone tells its day or a side is not known, the words decide."""
    assert want == parted(TIT, TIT | second)


THREE, NINE = {"evidence": "Three fishermen were held."}, {"evidence": "Nine fishermen were held."}
HERE = {"place": "Brest", "around": "They held the crew of the Karlovac near Brest."}
THERE = {"place": "Gdynia", "around": "They held the crew of the Zadar near Gdynia."}


@pytest.mark.parametrize(
    ("first", "second", "want"),
    [
        ({}, days(2), True),
        ({}, days(1), False),
        (THREE, {**NINE, **days(1)}, True),
        (THREE, {**THREE, **days(1)}, False),
        (THREE, NINE, False),
        (HERE, {**THERE, **days(1)}, True),
        (HERE, {**THERE, **days(1), "place": None}, False),
        ({**HERE, **NEWS}, {**HERE, **days(2, **NEWS), "place": "Gdynia"}, False),
        ({**HERE, **NEWS}, {**THERE, **days(2, **NEWS)}, True),
        (NEWS, days(9, **NEWS), False),
        ({**THREE, **NEWS}, {**NINE, **days(1, **NEWS)}, False),
        ({**THREE, **NEWS}, {**NINE, **days(2, **NEWS)}, True),
        (THREE, {**NINE, **days(2, **NEWS)}, False),
        ({"mode": "visit"}, {"mode": "visit", **days(2)}, False),
    ],
)
def test_acts_of_other_days_and_other_numbers_or_places_are_never_one(first, second, want):
    """Of days that both texts tell, more than one apart or with other numbers or places; of days of reports, both.

    Of days of one visit, or where one text alone tells the day, the words decide.
    """
    assert want == parted(first, second)


def officer(state, office, name, text=""):
    return {"state": state, "office": office, "name": name, "text": text}


@pytest.mark.parametrize(
    ("second", "want"),
    [
        ([officer("POL", "defence minister", "Adam van Nowak")], True),
        ([officer("POL", "foreign minister", "A. Nowack")], False),
        ([officer("POL", "minister", "Jan Zaleski")], False),
        ([officer("HRV", "president", "Ivo Horvat")], False),
        ([], False),
    ],
)
def test_what_other_persons_in_office_of_one_state_do_is_never_one_visit(second, want):
    """Neither the name nor the office is the same; one misspelt has his office still."""
    first = {"officers": [officer("POL", "foreign minister", "Jan van Zaleski")]}
    assert (want, False) == (parted(first, {"officers": second}), parted(first | {"quad": 4}, {"officers": second, "quad": 4}))


@pytest.mark.parametrize(
    ("second", "want"),
    [
        ("Angolan Defence Minister Joao Ernesto", True),
        ("the Angolan defence minister", False),
        ("Defence Minister Tete Antonio", False),
    ],
)
def test_persons_whom_no_table_knows_are_told_apart_by_their_words(second, want):
    """By the name that the text gives them; one without a name may be anybody."""
    first = {"officers": [officer("AGO", "foreign minister", None, "Angolan Foreign Minister Tete Antonio")]}
    assert want == parted(first, {"officers": [officer("AGO", "defence minister", None, second)]})


def test_copies_are_told():
    """Pages of one group."""
    assert (0, 1) == (told()["copies"], told(copies=True)["copies"])


def test_words_that_say_nothing_leave_no_likeness():
    """Nothing around has no direction, and shares no word."""
    found = told(evidence=None, around="")
    assert (0, 0, 0) == tuple(found[name] for name in ("around", "words", "rare"))


def test_other_words_for_one_thing_are_nearer_than_words_for_another():
    """By their vectors, though no word is the same."""
    near, far = (
        told(evidence=words, around=words)["around"] for words in ("Leaders held talks in Russia's capital.", "Apples cost more.")
    )
    assert near > far + 0.2


def test_more_states_than_bits_of_one_word_are_compared():
    """Eighty countries: sets are held as bits of several words."""
    codes = [f"{chr(65 + n // 26)}{chr(65 + n % 26)}X" for n in range(80)]
    acts = compared(
        [row(actor_countries=codes), row(page_no=2, actor_countries=codes[70:]), row(page_no=3, recipient_countries=codes[60:])]
    )
    found = features(acts, np.array([0, 0]), np.array([1, 2]))
    at = FEATURES.index
    assert (pytest.approx(10 / 80), 1) == (found[0, at("actors")], found[1, at("turned")])


def test_every_feature_has_a_weight():
    """The table names these and no others."""
    weight, constant = weights()
    assert (len(FEATURES), True) == (len(weight), bool(np.isfinite(constant)))


@st.composite
def rows(draw):
    some = st.lists(st.sampled_from(["CHN", "RUS", "USA"]), max_size=2, unique=True).map(sorted)
    return row(
        page_no=draw(st.integers(0, 9)), type=draw(st.sampled_from(["CONSULT", "AGREE"])),
        mode=draw(st.sampled_from([None, "visit"])),
        quad=draw(st.sampled_from([1, 4])), actor_countries=draw(some), recipient_countries=draw(some),
        first_day=(day := DAY + timedelta(draw(st.integers(0, 9)))), last_day=day,
        place=draw(st.sampled_from([None, "Moscow", "Sochi"])),
        around=draw(st.sampled_from(["The presidents met.", "A fine for poachers.", "They met about a pipeline."])),
        evidence=draw(st.sampled_from([None, "Two met.", "12 met three others."])), trigger=draw(st.sampled_from([None, "met"])),
        leading=draw(st.sampled_from(["", "after they "])), precision=draw(st.sampled_from(["day", "reported"])),
    )  # fmt: skip


@given(st.lists(rows(), min_size=2, max_size=10))
@settings(max_examples=40)
def test_a_pair_that_leaves_early_would_not_have_been_likely(some):
    """Taking features one after another finds the pairs, and the probabilities, of the whole sum."""
    acts = compared(some)
    i, j = np.triu_indices(len(some), 1)
    weight, constant = weights()
    whole = 1 / (1 + np.exp(-(features(acts, i, j) @ weight + constant)))
    assert np.allclose(whole, probability(acts, i, j), atol=1e-9)
    a, b, p = likely(acts, i, j, 0.3)
    kept = whole >= 0.3
    assert list(zip(i[kept], j[kept], strict=True)) == list(zip(a, b, strict=True))
    assert np.allclose(whole[kept], p, atol=1e-9)


def test_no_pairs_have_no_probability():
    """Nothing in, nothing out."""
    nothing = np.empty(0, np.int64)
    assert [0, 0, 0] == [len(x) for x in likely(compared([row()]), nothing, nothing, 0.3)]
