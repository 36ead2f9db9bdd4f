"""Meetings in the calendar file: what an independent reading gives, and no names unless asked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from icalendar import Calendar

from mentorapp.domain.meeting import Meeting
from mentorapp.lists import calendar_file, learner_calendar
from tests import builders

AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
MEETING = builders.meeting(
    "04-12-2026", clock="13:30", minutes=45, place="Mødelokale 1", parties=("school", "learner"),
    people=("Lone Friis",), agenda="Amal og AMU",
)  # fmt: skip


def written(*rows: Any, named: bool = False, at: datetime = AT) -> bytes:
    case = builders.case(builders.enrolment("01-02-2025"), *rows)
    return calendar_file.write(learner_calendar.events([case], named), "Kalender", at)


def events(*rows: Any, **more: Any) -> list[Any]:
    calendar = Calendar.from_ical(written(*rows, **more))
    assert isinstance(calendar, Calendar)
    return list(calendar.walk("VEVENT"))


def only(row: Meeting, **more: Any) -> Any:
    (event,) = events(row, **more)
    return event


def test_a_meeting_stands_at_its_danish_time() -> None:
    event, summer = only(MEETING), only(replace(MEETING, day=date(2026, 7, 3)))
    assert event["DTSTART"].params["TZID"] == "Europe/Copenhagen"
    assert event["DTSTART"].dt.astimezone(UTC) == datetime(2026, 12, 4, 12, 30, tzinfo=UTC)
    assert summer["DTSTART"].dt.astimezone(UTC) == datetime(2026, 7, 3, 11, 30, tzinfo=UTC)
    assert event["DTEND"].dt - event["DTSTART"].dt == timedelta(minutes=45)
    assert event["LOCATION"] == "Mødelokale 1"


def test_what_is_not_agreed_is_not_made_up() -> None:
    without_length, without_time = only(replace(MEETING, minutes=None)), only(replace(MEETING, starts_at=None))
    assert "DTEND" not in without_length and without_length["DTSTART"].dt.hour == 13
    assert (without_time["DTSTART"].dt, without_time["DTEND"].dt) == (date(2026, 12, 4), date(2026, 12, 5))


def test_names_agenda_and_own_words_go_along_only_when_asked() -> None:
    own = replace(MEETING, kind="Samtale om Lone")
    hidden = written(MEETING, own)
    for name in (b"Amal", b"Hamid", b"Lone", b"Friis", b"AMU"):
        assert name not in hidden
    assert only(MEETING)["SUMMARY"] == "A.I.H.: Trepartssamtale" and only(own)["SUMMARY"] == "A.I.H.: Møde"
    assert only(MEETING)["DESCRIPTION"] == "Elev, Skole"
    shown = only(MEETING, named=True)
    assert shown["SUMMARY"] == "Amal Idris Hamid: Trepartssamtale"
    assert shown["DESCRIPTION"] == "Elev, Skole, Lone Friis\n\nAmal og AMU"


def test_a_meeting_moved_or_cancelled_updates_the_same_event() -> None:
    first = only(MEETING)
    moved = only(replace(MEETING, day=date(2026, 12, 8)), at=AT + timedelta(minutes=2))
    gone = only(replace(MEETING, outcome="cancelled", reason="Lone er væk"), at=AT + timedelta(minutes=4))
    assert first["UID"] == moved["UID"] == gone["UID"]
    assert first["SEQUENCE"] < moved["SEQUENCE"] < gone["SEQUENCE"]
    assert gone["STATUS"] == "CANCELLED" and "STATUS" not in first and "STATUS" not in moved
    assert only(replace(MEETING, id="another"))["UID"] != first["UID"]


def test_schooling_and_meetings_go_together() -> None:
    row = builders.schooling("amu", "07-12-2026", "08-12-2026", "man,tir 08:00-15:24")
    assert len({event["UID"] for event in events(row, MEETING)}) == 3
