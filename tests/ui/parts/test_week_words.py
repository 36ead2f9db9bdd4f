"""A week in words."""

from datetime import date

import pytest

from mentorapp import i18n
from mentorapp.domain.week import Segment
from mentorapp.ui.parts.week_words import days_in_words, week_in_words
from tests.ui.parts.weeks import FULL, course, seg, week


def test_a_week_in_words() -> None:
    said = week_in_words(week(seg("danish", "done", 8), seg("practice", "done", 32)))
    assert said == "Uge 46, 9.–13. nov. 2026: 4 dage praktik · 1 dag danskuddannelse (deltaget)"


@pytest.mark.parametrize(
    ("segments", "said"),
    [
        ((seg("amu", "planned", 40),), "5 dage AMU (planlagt)"),
        ((seg("danish", "planned", 8), seg("practice", "planned", 32)),
         "4 dage praktik · 1 dag danskuddannelse (planlagt)"),
        ((seg("danish", "documented", 8), seg("sick", "done", 8), seg("practice", "done", 24)),
         "3 dage praktik · 1 dag danskuddannelse (dokumenteret) · 1 sygedag"),
        ((seg("danish", "done", 24), seg("practice", "planned", 16)),
         "3 dage danskuddannelse (deltaget) · 2 dage praktik (planlagt)"),
        ((seg("practice", "done", 36), seg("amu", "done", 4)), "4½ dage praktik · ½ dag AMU (deltaget)"),
        ((seg("other", "done", 7, 378),), "6,3 timer FVU, avu, hf eller FGU (deltaget)"),
        ((seg("unexcused", "done", 8), seg("holiday", "done", 16)),
         "2 dage ferie eller helligdag · 1 dag ulovligt fravær"),
        ((), "uden for forløbet"),
    ],
)  # fmt: skip
def test_amounts_and_states_in_words(segments: tuple[Segment, ...], said: str) -> None:
    assert week_in_words(week(*segments)) == f"Uge 46, 9.–13. nov. 2026: {said}"


def test_what_should_have_been_confirmed_is_said() -> None:
    waiting = week(seg("practice", "planned", 40))
    assert week_in_words(waiting, date(2026, 11, 13)).endswith("5 dage praktik (planlagt)")
    assert week_in_words(waiting, date(2026, 11, 14)).endswith("5 dage praktik (ikke bekræftet)")


def test_part_weeks_and_week_53_are_named_by_their_days() -> None:
    weeks = course()
    assert week_in_words(weeks[-1]).startswith("Uge 35, 30.–31. aug. 2027: 2 dage praktik")
    week_53 = course(date(2026, 12, 28), date(2027, 1, 3))[0]
    assert week_in_words(week_53).startswith("Uge 53, 28. dec. 2026–1. jan. 2027:")
    weekend = course(date(2025, 2, 1), date(2025, 3, 1))[0]
    assert week_in_words(weekend) == "Uge 5, 1.–2. feb. 2025: uden for forløbet"
    assert days_in_words(date(2026, 11, 30), date(2026, 12, 4)) == "30. nov.–4. dec. 2026"
    assert days_in_words(date(2026, 6, 5), date(2026, 6, 5)) == "5. juni 2026"


def test_words_follow_the_language() -> None:
    i18n.use("en")
    assert "5 feb" not in week_in_words(week(*FULL))
    assert "2026" in week_in_words(week(*FULL))
