"""Meetings: what they are, which is next, and what the first page is told of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mentorapp.domain.agreed import NOTHING, agreed
from mentorapp.domain.meeting import next_meeting
from tests.builders import COURSE, TODAY, action_point, case, enrolment, meeting

RUNNING = enrolment("01-02-2025")


@pytest.mark.parametrize(
    ("kind", "parties", "is_one"),
    [
        ("three_party", (), True),
        ("follow_up", ("coordinator", "learner", "mentor", "school"), True),
        ("follow_up", ("learner", "mentor"), False),
        ("Rundbord", (), False),
    ],
)
def test_a_three_party_meeting_is_one_by_its_kind_or_by_who_takes_part(
    kind: str, parties: tuple[str, ...], is_one: bool
) -> None:
    assert meeting("22-11-2026", kind, parties=parties).is_three_party == is_one


def test_the_next_meeting_is_the_first_that_is_planned_from_today_on() -> None:
    late = meeting("22-11-2026", clock="15:00")
    rows = [
        meeting("21-11-2026"), meeting("22-11-2026", outcome="held"), meeting("22-11-2026", outcome="cancelled"),
        late, meeting("22-11-2026", clock="09:00", id="early"), meeting("23-11-2026"),
    ]  # fmt: skip
    found = next_meeting(rows, COURSE, TODAY)
    assert found is not None and found.id == "early"
    assert next_meeting(rows, "another", TODAY) is None


def test_the_first_page_is_told_of_a_week_and_of_what_is_overdue() -> None:
    overdue, last, after = meeting("01-11-2026"), meeting("29-11-2026"), meeting("30-11-2026")
    held = meeting("20-11-2026", outcome="held")
    points = [
        action_point("næste uge", held, "29-11-2026"), action_point("senere", held, "30-11-2026"),
        action_point("for sent", held, "02-11-2026"), action_point("gjort", held, "20-11-2026", done="20-11-2026"),
        action_point("uden dag", held),
    ]  # fmt: skip
    file = case(RUNNING, last, after, overdue, held, *points)
    told = agreed(file, TODAY)
    assert told.meetings == (overdue, last)
    assert [point.what for point in told.points] == ["for sent", "næste uge"]
    assert agreed(replace(file, enrolments=(replace(RUNNING, outcome="stopped"),)), TODAY) == NOTHING
