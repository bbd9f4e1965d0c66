"""What an act's words tell of it beyond its type."""

import pytest

from facta.stories.standing import standing


def told(type="REJECT", trigger="denied", evidence="", leading="", mode=None):
    return standing({"type": type, "mode": mode, "trigger": trigger, "evidence": evidence, "leading": leading})


@pytest.mark.parametrize(
    ("trigger", "evidence", "leading"),
    [
        ("denied", "Norway denied on Friday that its trawlers had crossed the line", ""),
        ("denied", "Norway denied this", ""),
        ("rejected", "Norway rejected Iceland's accusation", ""),
        ("dismissed", "Norway dismissed reports that it would not open the port", ""),
        ("rejected", "Oslo rejected this", "Iceland accused Norway of overfishing. "),
        ("refuted", "Norway refuted the charge", ""),
    ],
)
def test_who_answers_a_charge_denies(trigger, evidence, leading):
    """By words of denial, or by a refusal of what was alleged."""
    assert "denial" == told("REJECT", trigger, evidence, leading)


@pytest.mark.parametrize(
    ("trigger", "evidence", "leading", "mode"),
    [
        ("rejected", "Norway rejected an offer of talks", "", None),
        ("denied", "Norway denied the trawlers entry", "", None),
        ("called off", "Norway called off the meeting", "Iceland accused Norway of overfishing. ", "meet"),
        ("rejected", "Norway rejected the talks", "Iceland accused Norway of overfishing. ", "meet"),
    ],
)
def test_a_refusal_is_no_denial(trigger, evidence, leading, mode):
    """It gives something up, also where somebody was accused before."""
    assert told("REJECT", trigger, evidence, leading, mode) is None


@pytest.mark.parametrize(
    ("type", "leading", "want"),
    [
        ("AID", "Chad rejected an accusation by Niger on Thursday that it still ", "alleged"),
        ("ASSAULT", "Niger blamed Chad for ", "alleged"),
        ("ASSAULT", "Niger accused Chad of lying. Chad ", None),
        ("ASSAULT", "Chad's army ", None),
        ("COERCE", "Judges charged two men, and police ", None),
        ("AID", "Chad disputed that it ", "alleged"),
        ("SANCTION", "Niger, in a dispute over a port, ", None),
        ("ASSAULT", "Niger said that in the disputed area over the river Chad ", None),
        ("ASSAULT", "The group claimed responsibility for the ", None),
        ("ACCUSE", "Chad denied that it ", None),
    ],
)
def test_what_somebody_is_charged_with_is_alleged(type, leading, want):
    """In the sentence of the charge, behind the word that leads to it; a charge itself is made."""
    assert want == told(type, "acted", "", leading)


@pytest.mark.parametrize(
    ("type", "trigger", "want"),
    [
        ("SUPPORT", "restored", "restored"),
        ("SUPPORT", "recognised", "restored"),
        ("SUPPORT", "appointed", "restored"),
        ("CONSULT", "welcomed", "hosted"),
        ("CONSULT", "met", None),
        ("SUPPORT", "praised", None),
        ("ACCUSE", "sued", "sued"),
        ("ACCUSE", "accused", None),
        ("AGREE", "restored", None),
        ("AGREE", "invited", "invited"),
        ("AGREE", "signed", "concluded"),
        ("REQUEST", "invited", None),
        ("SUPPORT", "signed", None),
    ],
)
def test_some_words_do_what_others_only_say(type, trigger, want):
    """Ties restored are no praise, and a suit is no mere charge."""
    assert want == told(type, trigger)


@pytest.mark.parametrize(
    ("evidence", "want"),
    [
        ("Chad and Niger agreed on a ceasefire", "truce"),
        ("Chad and Niger signed a truce", "truce"),
        ("Chad and Niger agreed not to use force", "truce"),
        ("Chad and Niger sign a non-aggression treaty", "truce"),
        ("Chad and Niger signed a pact on water", "concluded"),
        ("Chad and Niger agreed on water", None),
    ],
)
def test_arms_rest_by_the_words_of_what_is_agreed(evidence, want):
    """Signed or not."""
    assert want == told("AGREE", evidence.split()[3], evidence)
