"""The calendar file: what an independent reading of it gives, in Danish time, and the same UIDs every time."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from icalendar import Calendar

from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.schooling import Schooling
from mentorapp.lists import calendar_file, school_calendar
from tests import builders

AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


def written(case: CaseFile, named: bool = False, at: datetime = AT) -> Calendar:
    calendar = Calendar.from_ical(calendar_file.write(school_calendar.events([case], named), "Skole", at))
    assert isinstance(calendar, Calendar)
    return calendar


def events(case: CaseFile, **more: Any) -> list[Any]:
    return list(written(case, **more).walk("VEVENT"))


def case_of(*rows: Schooling, closing: tuple[str, ...] = ()) -> CaseFile:
    return builders.case(builders.enrolment("01-02-2025"), *rows, closing_days=closing)


def test_a_session_has_its_clock_times_in_danish_time_summer_and_winter() -> None:
    row = builders.schooling("amu", "23-10-2026", "26-10-2026", "man,fre 08:00-15:24", title="Demens", provider="SOSU")
    friday, monday = events(case_of(row))
    assert friday["DTSTART"].params["TZID"] == monday["DTSTART"].params["TZID"] == "Europe/Copenhagen"
    assert friday["DTSTART"].dt.astimezone(UTC) == datetime(2026, 10, 23, 6, tzinfo=UTC)
    assert monday["DTSTART"].dt.astimezone(UTC) == datetime(2026, 10, 26, 7, tzinfo=UTC), "winter time since Sunday"
    assert friday["DTEND"].dt - friday["DTSTART"].dt == timedelta(hours=7, minutes=24)
    assert (friday["SUMMARY"], friday["LOCATION"], friday["DESCRIPTION"]) == ("A.I.H.: Demens", "SOSU", "AMU")


def test_the_zone_says_itself_when_the_clock_is_moved() -> None:
    zone: Any
    (zone,) = written(case_of(builders.schooling("amu", "05-10-2026", "05-10-2026", "man 08:00-15:24"))).walk(
        "VTIMEZONE"
    )
    made = zone.to_tz(lookup_tzid=False)
    for on, offset in ((date(2031, 7, 1), 2), (date(2031, 12, 1), 1), (date(2026, 10, 25), 1), (date(2026, 3, 29), 2)):
        assert datetime(on.year, on.month, on.day, 12, tzinfo=made).utcoffset() == timedelta(hours=offset), on


def test_days_without_clock_times_are_whole_days() -> None:
    (one, other) = events(case_of(builders.schooling("amu", "05-10-2026", "06-10-2026", "man,tir")))
    assert (one["DTSTART"].dt, one["DTEND"].dt, other["DTSTART"].dt) == (
        date(2026, 10, 5), date(2026, 10, 6), date(2026, 10, 6)
    )  # fmt: skip
    assert one["SUMMARY"] == "A.I.H.: AMU" and "DESCRIPTION" not in one


def test_a_course_without_weekdays_is_one_event_over_all_its_days() -> None:
    (event,) = events(case_of(builders.schooling("amu", "05-10-2026", "16-10-2026")))
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2026, 10, 5), date(2026, 10, 17))
    assert events(case_of(builders.schooling("amu", planned=37))) == []


def test_there_is_no_session_on_public_holidays_and_closing_days() -> None:
    row = builders.schooling("amu", "21-12-2026", "29-12-2026", "man-fre 08:00-15:24")
    days = [event["DTSTART"].dt.date().day for event in events(case_of(row, closing=("29-12-2026",)))]
    # 24 December is no public holiday by law; 25 and 26 are
    assert days == [21, 22, 23, 24, 28]


def test_the_learner_is_named_only_when_asked() -> None:
    case = case_of(builders.schooling("amu", "05-10-2026", "05-10-2026", "man 08:00-15:24"))
    content = calendar_file.write(school_calendar.events([case], named=False), "Skole", AT)
    assert b"Amal" not in content and b"Hamid" not in content
    assert events(case, named=True)[0]["SUMMARY"] == "Amal Idris Hamid: AMU"


def test_a_file_written_again_updates_the_same_events() -> None:
    row = builders.schooling("amu", "05-10-2026", "06-10-2026", "man,tir 08:00-15:24")
    first = events(case_of(row))
    again = events(case_of(replace(row, starts_at="09:00", cancelled=True)), at=AT + timedelta(minutes=5))
    assert [event["UID"] for event in first] == [event["UID"] for event in again]
    assert len({event["UID"] for event in first}) == 2
    assert all(new["SEQUENCE"] > old["SEQUENCE"] for old, new in zip(first, again, strict=True))
    assert all(event["SEQUENCE"] < 2**31 for event in again)
    assert again[0]["STATUS"] == "CANCELLED" and "STATUS" not in first[0]
    assert again[0]["DTSTAMP"].dt == AT + timedelta(minutes=5)


def test_the_lines_are_as_the_standard_wants_them() -> None:
    title = "Meget langt navn på kursus, med komma; semikolon og æøå " * 3
    case = case_of(builders.schooling("amu", "05-10-2026", "05-10-2026", "man 08:00-15:24", title=title))
    content = calendar_file.write(school_calendar.events([case], named=True), "Skole", AT)
    lines = content.split(b"\r\n")
    assert lines[0] == b"BEGIN:VCALENDAR" and lines[-2:] == [b"END:VCALENDAR", b""]
    assert all(len(line) <= 75 and b"\n" not in line for line in lines)
    assert {b"VERSION:2.0", b"METHOD:PUBLISH"} <= set(lines)
    assert events(case, named=True)[0]["SUMMARY"] == f"Amal Idris Hamid: {title}"
