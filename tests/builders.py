"""Small builders of nouns, and the learners of the sample lists, typed in by hand from those lists."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import cache
from typing import Any

from mentorapp.domain.attendance import Attendance, PracticePeriod, WeekMark, attendance_key, week_mark_key
from mentorapp.domain.case_file import CaseFile, Organisation
from mentorapp.domain.enrolment import Enrolment, Leave
from mentorapp.domain.learner import LEARNER_ROW, Learner, LearnerPrivate
from mentorapp.domain.meeting import ActionPoint, Meeting
from mentorapp.domain.mentor_support import MentorGrant, MentorTime
from mentorapp.domain.organisation import ClosingDay
from mentorapp.domain.placement import Placement, Site
from mentorapp.domain.programme import Programme
from mentorapp.domain.schooling import Schooling
from mentorapp.domain.step import Step, step_key
from mentorapp.store import programmes

TODAY = date(2026, 11, 22)
LEARNER = bytes(range(16))
COURSE = "course"
SITE = "site"
WEEKDAYS = {"man": 1, "tir": 2, "ons": 3, "tor": 4, "fre": 5, "lør": 6, "søn": 7}


def hours(written: str | int) -> int:
    """Minutes of hours as people write them: `"377,4"` → 22644. They must come out whole."""
    exact = Fraction(str(written).replace(",", ".")) * 60
    assert exact.denominator == 1, written
    return int(exact)


def day(written: str) -> date:
    """`"01-02-2025"` → 1 February 2025."""
    return date(*(int(part) for part in reversed(written.split("-"))))


@cache
def igu() -> Programme:
    """The programme as it is shipped."""
    return next(programme for programme in programmes.load() if programme.key == "igu")


def organisation(*closing_days: str, site_closing: tuple[ClosingDay, ...] = ()) -> Organisation:
    return Organisation(
        programmes=programmes.load(), closing_days=frozenset(map(day, closing_days)), site_closing=site_closing
    )


def site_closed(site: str, first: str, last: str | None = None) -> ClosingDay:
    """Days on which a workplace is closed."""
    return ClosingDay(f"closed {site} {first}", day(first), day(last) if last else None, "Lukket", site)


def enrolment(start: str, agreed_end: str | None = None, programme: str = "igu", **fields: Any) -> Enrolment:
    end = day(agreed_end) if agreed_end else None
    return Enrolment(LEARNER, COURSE, programme, day(start), end, **fields)


def placement(a_week: str | int | None, first: str | None = None, last: str | None = None, **fields: Any) -> Placement:
    """A placement of `a_week` hours."""
    return Placement(
        LEARNER,
        fields.pop("id", f"placement {first}"),
        COURSE,
        first_day=day(first) if first else None,
        last_day=day(last) if last else None,
        minutes_a_week=None if a_week is None else hours(a_week),
        **fields,
    )


def leave(kind: str, first: str, last: str, extends: bool | None = None) -> Leave:
    return Leave(LEARNER, f"{kind} {first}", COURSE, kind, day(first), day(last), extends)


def schooling(
    kind: str,
    first: str | None = None,
    last: str | None = None,
    pattern: str = "",
    planned: str | int | None = None,
    attended: str | int | None = None,
    proof: str | None = None,
    **fields: Any,
) -> Schooling:
    """A row of schooling; `pattern` as `"tir,tor 08:30-12:12"`, hours as people write them."""
    days, _, clock = pattern.partition(" ")
    starts_at, _, ends_at = clock.partition("-")
    return Schooling(
        LEARNER,
        fields.pop("id", f"{kind} {first}"),
        COURSE,
        kind,
        first_day=day(first) if first else None,
        last_day=day(last) if last else None,
        weekdays=weekdays(days),
        starts_at=starts_at or None,
        ends_at=ends_at or None,
        planned_minutes=None if planned is None else hours(planned),
        attended_minutes=None if attended is None else hours(attended),
        proof_on=day(proof) if proof else None,
        **fields,
    )


def weekdays(written: str) -> tuple[int, ...]:
    """`"man-fre"` → (1, 2, 3, 4, 5); `"tir,tor"` → (2, 4)."""
    if "-" in written:
        first, last = (WEEKDAYS[name] for name in written.split("-"))
        return tuple(range(first, last + 1))
    return tuple(WEEKDAYS[name] for name in written.split(",") if name)


def at_school(
    row: Schooling | None,
    on: str,
    attended: str | int | None = 0,
    status: str = "present",
    source: str | None = None,
) -> Attendance:
    """Dated attendance at school, linked to `row`; `source` says who said so."""
    minutes, link = None if attended is None else hours(attended), row.id if row else None
    key = attendance_key(COURSE, day(on), "school", link)
    return Attendance(LEARNER, key, COURSE, day(on), "school", status, link, minutes, source=source)


def at_work(on: str, worked: str | int | None = 0, status: str = "present") -> Attendance:
    """Dated attendance in practice."""
    minutes = None if worked is None else hours(worked)
    key = attendance_key(COURSE, day(on), "practice", None)
    return Attendance(LEARNER, key, COURSE, day(on), "practice", status, None, minutes)


def week_mark(week: str) -> WeekMark:
    return WeekMark(LEARNER, week_mark_key(COURSE, week), COURSE, week)


def period(first: str, last: str, worked: str | int, holiday: Any = 0, sick: Any = 0, other: Any = 0) -> PracticePeriod:
    """Practice totals of a period, as on a payslip."""
    totals = (hours(worked), hours(holiday), hours(sick), hours(other))
    return PracticePeriod(LEARNER, f"period {first}", COURSE, day(first), day(last), *totals)


def site(sector: str | None = None, p_number: str | None = "1003300004") -> Site:
    """The workplace of a placement with `site=SITE`."""
    return Site(SITE, "Midtjysk Metal A/S", p_number=p_number, sector=sector)


def ticked(step: str, on: str | None) -> Step:
    """A step of the course, done on a day."""
    return Step(LEARNER, step_key(COURSE, step), COURSE, step, day(on) if on else None)


def grant(first: str, last: str | None = None, **fields: Any) -> MentorGrant:
    """Mentor support granted for a period."""
    last_day = day(last) if last else None
    return MentorGrant(LEARNER, fields.pop("id", f"grant {first}"), COURSE, day(first), last_day, **fields)


def meeting(on: str, kind: str = "three_party", outcome: str | None = None, **fields: Any) -> Meeting:
    """A meeting of the course; `clock` as `"13:30"`."""
    clock = fields.pop("clock", None)
    hour, _, minute = (clock or "").partition(":")
    starts_at = int(hour) * 60 + int(minute) if clock else None
    row = fields.pop("id", f"meeting {on}")
    return Meeting(LEARNER, row, COURSE, kind, day(on), starts_at, outcome=outcome, **fields)


def action_point(
    what: str, row: Meeting, due: str | None = None, done: str | None = None, who: str = ""
) -> ActionPoint:
    """Something agreed at a meeting."""
    days = (day(each) if each else None for each in (due, done))
    return ActionPoint(LEARNER, f"point {what}", COURSE, row.id, what, who or None, *days)


def mentor_time(on: str, given: str | int) -> MentorTime:
    """Hours of mentor support given on a day."""
    return MentorTime(LEARNER, f"time {on}", COURSE, day(on), hours(given))


def case(
    course: Enrolment | None = None,
    *rows: Any,
    exam: str | None = None,
    exam_on: str | None = None,
    closing_days: tuple[str, ...] = (),
    permit: str | None = None,
    **fields: Any,
) -> CaseFile:
    """A case file of one course; `rows` are put where their type belongs."""
    learner = Learner(
        LEARNER, LEARNER_ROW, "Amal Idris Hamid", exam=exam, exam_passed_on=day(exam_on) if exam_on else None
    )
    private = LearnerPrivate(LEARNER, LEARNER_ROW, permit_expires=day(permit)) if permit else None

    def of(kind: type) -> tuple[Any, ...]:
        return tuple(row for row in rows if isinstance(row, kind))

    shared = replace(
        organisation(*closing_days, site_closing=of(ClosingDay)),
        sites={row.id: row for row in rows if isinstance(row, Site)},
    )
    return CaseFile(
        learner,
        shared,
        private,
        enrolments=(course,) if course else (),
        placements=of(Placement),
        leaves=of(Leave),
        schooling=of(Schooling),
        attendance=of(Attendance),
        practice_periods=of(PracticePeriod),
        week_marks=of(WeekMark),
        steps=of(Step),
        mentor_grants=of(MentorGrant),
        mentor_times=of(MentorTime),
        meetings=of(Meeting),
        action_points=of(ActionPoint),
        **fields,
    )


def with_rows(file: CaseFile, **fields: Any) -> CaseFile:
    """`file` with other rows, e.g. `leaves=(…,)`."""
    return replace(file, **fields)


def amal() -> CaseFile:
    hygiene = schooling(
        "amu", "05-10-2026", "07-10-2026", "man-ons 08:00-15:24", "22,2", "22,2", title="Almen fødevarehygiejne"
    )
    return case(
        enrolment("01-02-2025"),
        placement(28, "01-02-2025"),
        schooling("amu", "10-03-2025", "28-03-2025", "man-fre 08:00-15:24", 111, 111, "10-04-2025"),
        schooling("danskuddannelse", "06-05-2025", "26-06-2025", "tir,tor 08:30-12:12", "51,8", "48,1", "02-07-2025"),
        schooling("amu", "08-09-2025", "19-09-2025", "man-fre 08:00-15:24", 74, "66,6", "01-10-2025"),
        schooling("danskuddannelse", "03-02-2026", "25-06-2026", "tir,tor 08:30-12:12", 137, "129,5", "01-07-2026"),
        hygiene,
        schooling("amu", "07-12-2026", "18-12-2026", "man-fre 08:00-15:24", 74),
        *(at_school(hygiene, f"{on}-10-2026", "7,4") for on in ("05", "06", "07")),
        period("01-02-2025", "31-12-2025", "1210,5", 111, "44,4", "14,8"),
        period("01-01-2026", "31-10-2026", 1065, "129,5", "22,2"),
        permit="31-05-2027",
    )


def maryam() -> CaseFile:
    module = schooling(
        "danskuddannelse", "12-08-2026", "23-06-2027", "ons 08:00-15:24", "288,6", "66,6", title="DU1 modul 4"
    )
    return case(
        enrolment("01-09-2025", school_minutes_a_week=hours("7,4")),
        placement(25, "01-09-2025"),
        schooling("danskuddannelse", "03-09-2025", "24-06-2026", "ons 08:00-15:24", "273,8", "236,8", "01-07-2026"),
        module,
        at_school(module, "07-10-2026", "7,4"),
        at_school(module, "14-10-2026", 0, "closed"),
        at_school(module, "21-10-2026", "7,4"),
        at_school(module, "28-10-2026", 0, "sick"),
        period("01-09-2025", "31-12-2025", 400, 0, 25),
        period("01-01-2026", "31-10-2026", 1025, 125, 50),
        permit="11-10-2026",
    )


def oksana() -> CaseFile:
    return case(
        enrolment("03-03-2025", school_minutes_a_week=hours(7)),
        placement(30, "03-03-2025"),
        schooling("fvu", "04-03-2025", "16-12-2025", "tir 08:00-13:00", 190, 175, "18-12-2025"),
        schooling("amu", "12-01-2026", "16-01-2026", "man-fre 08:00-15:24", 37, 37, "02-02-2026", result="passed"),
        schooling("danskuddannelse", "03-02-2026", "23-06-2026", "tir 08:30-12:12", "70,3", "66,6", "01-07-2026"),
        exam="PD2",
        exam_on="28-11-2024",
        permit="17-03-2027",
    )


def rahel() -> CaseFile:
    return case(
        enrolment("01-05-2021", "17-03-2024"),
        placement(28, "01-05-2021"),
        leave("parental", "04-04-2022", "19-02-2023", extends=True),
        schooling("amu", "30-08-2021", "24-09-2021", "man-fre 08:00-15:24", 148, 148, "08-10-2021"),
        schooling("fvu", "06-03-2023", "09-06-2023", "man,ons,fre 08:30-12:12", "136,9", "125,8", "20-06-2023"),
        schooling("amu", "02-10-2023", "27-10-2023", "man-fre 08:00-15:24", 148, 148, "10-11-2023"),
        exam="PD2",
        exam_on="25-11-2020",
        permit="02-02-2027",
    )


def yusuf() -> CaseFile:
    return case(
        enrolment("15-04-2021", "14-04-2023"),
        placement(27, "15-04-2021", "14-04-2023"),
        schooling("amu", "03-05-2021", "30-07-2021", "man-fre 08:00-15:24", "466,2", 444, "16-08-2021"),
        schooling("danskuddannelse", "10-01-2022", "04-03-2022", "man-fre 08:00-13:00", 200, 195, "11-03-2022"),
        exam="PD1",
        exam_on="03-06-2022",
        permit="20-08-2026",
    )


def hevin() -> CaseFile:
    module = schooling("danskuddannelse", "07-09-2026", "18-12-2026", "man-ons 08:30-13:30", 210, "142,5")
    present = ("05", "06", "07", "19", "21", "26", "27", "28")
    return case(
        enrolment("07-09-2026", "18-12-2026", "Sprogpraktik 3+2", target_group="introduktionsprogram, aktivitetsparat"),
        placement("14,8", "07-09-2026"),
        module,
        *(at_school(module, f"{on}-10-2026", 5) for on in present),
        at_school(module, "20-10-2026", 0, "unexcused"),
    )
