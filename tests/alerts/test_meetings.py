"""R44: the three-party meeting every third month."""

from __future__ import annotations

from typing import Any

from mentorapp.alerts.meetings import three_party_meeting
from mentorapp.domain.case_file import CaseFile
from tests.alerts.saying import said, severities
from tests.builders import case, day, enrolment, leave, meeting

THREE = ("learner", "mentor", "coordinator")


def met(*rows: Any) -> CaseFile:
    return case(enrolment("01-01-2026"), *rows)


def test_r44_last_quiet_day_and_first_loud_day() -> None:
    file = met(meeting("01-02-2026", outcome="held"))
    assert severities(three_party_meeting, file, "05-04-2026") == []  # 63 days
    assert severities(three_party_meeting, file, "06-04-2026") == ["info"]
    assert severities(three_party_meeting, file, "03-05-2026") == ["info"]  # 91 days
    (alert,) = said(three_party_meeting, file, "04-05-2026")
    assert (alert.severity, alert.due) == ("soon", day("03-05-2026"))
    assert alert.text == "Den seneste trepartssamtale er fra 01-02-2026. Den næste er ikke aftalt."
    assert severities(three_party_meeting, file, "01-06-2026") == ["soon"]  # 120 days
    assert severities(three_party_meeting, file, "02-06-2026") == ["act"]


def test_r44_one_to_come_is_enough_until_91_days_and_never_worse_than_soon() -> None:
    file = met(meeting("01-02-2026", outcome="held"), meeting("01-07-2026", clock="13:30"))
    assert severities(three_party_meeting, file, "03-05-2026") == []
    (alert,) = said(three_party_meeting, file, "30-06-2026")
    assert alert.severity == "soon" and alert.text.endswith("Den næste er onsdag 01-07-2026 kl. 13.30.")
    # the day has passed and nobody said that it was held
    assert severities(three_party_meeting, file, "02-07-2026") == ["act"]


def test_r44_counts_from_the_start_and_is_never_worse_than_soon_where_none_was_written() -> None:
    assert severities(three_party_meeting, met(), "05-03-2026") == []
    assert severities(three_party_meeting, met(), "06-03-2026") == ["info"]
    (alert,) = said(three_party_meeting, met(), "31-12-2026")
    assert (alert.severity, alert.due) == ("soon", day("07-01-2027"))


def test_r44_who_takes_part_makes_it_one_and_a_cancelled_one_is_none() -> None:
    on = "20-06-2026"
    assert severities(three_party_meeting, met(meeting("01-06-2026", "follow_up", "held", parties=THREE)), on) == []
    for other in (
        meeting("01-06-2026", "follow_up", "held", parties=THREE[:2]),
        meeting("01-06-2026", outcome="cancelled"),
        meeting("01-06-2026"),
    ):
        assert severities(three_party_meeting, met(other), on) == ["soon"]


def test_r44_days_of_leave_do_not_count() -> None:
    away = leave("parental", "01-03-2026", "31-08-2026")
    file = met(meeting("01-02-2026", outcome="held"), away)
    assert severities(three_party_meeting, file, "31-08-2026") == []
    # 27 days before the leave, and 36 after it
    assert severities(three_party_meeting, file, "06-10-2026") == []
    assert severities(three_party_meeting, file, "07-10-2026") == ["info"]


def test_r44_is_quiet_before_the_start_and_after_the_end() -> None:
    assert severities(three_party_meeting, met(), "31-12-2025") == []
    assert severities(three_party_meeting, met(), "01-01-2028") == []
