"""Lines that print days of publication and change."""

import pytest

from facta.read import printed


@pytest.mark.parametrize(
    "line",
    [
        "Updated: Jun 09, 2017 12:40 AM IST | Published: Jun 08, 2017 23:10 IST",
        "Published: 8 June 2017, 23:10 - Updated: 9 June 2017, 00:40",
        "Agencies • Last modified: Friday, 9 June 2017, 9:30 EET • Created: Thursday, 8 June 2017, 23:55 EET",
        "Updated: June 9, 2017 10:00 PM. Published: June 8, 2017 9:14 PM",
        "June 8, 2017 (last updated June 9, 2017)",
    ],
)
def test_publication_and_change_are_told_apart(line: str) -> None:
    """Whichever stands first, the word before a day says what happened then."""
    told = printed.day(line)
    assert ("2017-06-08", "2017-06-09") == (told and told[1], printed.changed(line))


@pytest.mark.parametrize(
    "line",
    [
        "Updated 14:05",
        "Published 9:14 PM EDT, Thu June 8, 2017\nUpdated 10:00 PM EDT, Thu June 8, 2017",
        "Last updated 3 hours ago",
        "By staff | June 8, 2017",
        "08/06/2017 06:20 GMT - Updated: 08/06/2017 18:05 GMT",
        "Le 8 juin 2017 à 08h40 par Ada Lo",
        "June 8, 2017 - 10:03 AM by Ada Lo",
        "2017年06月08日 16:45　来源：新华社　作者：王明",
        "الخميس ٨ يونيو ٢٠١٧ - ٠٥:٣٠ م | كتب: أحمد سالم",
        "8 يونيو 2017 | 05:30 مساءً",
        "입력 2017.06.08 08:40 수정 2017.06.09 10:00",
        "2017. 6. 8. 08:40",
        "8 มิ.ย. 2560 16:45 น.",
        "中華民國106年6月8日",
        "8 Haziran 2017 Perşembe 08:40",
        "Posted at 4:05 PM, June 8, 2017 and last updated 9:41 AM, June 9, 2017",
        "Story by Ada Lo • 3h • 2 min read",
        "By ADA LO and BEN RAY JUNE 8, 2017",
        "Date: 08/06/2017 14:15 Reporter: Ada Lo",
        "Ankara - 8 jun 2017 - 19:30CET",
    ],
)
def test_a_stamp_says_nothing_else(line: str) -> None:
    """Days, hours and a byline, with their words, in any number."""
    assert printed.is_stamp(line)


@pytest.mark.parametrize(
    "line",
    [
        "Updated rules came into force on June 8, 2017.",
        "At 14:05 they left.",
        "June 8, 2017 by force and fraud",
        "Ankara Talks Fail - June 8, 2017",
        "Published in 1962, the book sold well.",
        "14:05",
        "By Ada Lo",
    ],
)
def test_prose_is_no_stamp(line: str) -> None:
    """A sentence that has a day or begins with such a word, a bare hour, and a byline alone."""
    assert not printed.is_stamp(line)
