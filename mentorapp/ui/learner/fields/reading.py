"""What is typed into a field, understood as in a list; an empty field means that nothing is known."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from mentorapp.i18n import _, number, weekday
from mentorapp.i18n import day as shown_day
from mentorapp.lists.cells import text as texts
from mentorapp.lists.cells import times
from mentorapp.lists.cells.text import Unreadable

Read = Callable[[str], Any]
"""From what is typed to a value, None where it is empty; `Unreadable` says what is wrong."""

HOURS_A_DAY, HOURS_A_WEEK, HOURS_OF_A_COURSE = 24, 60, 3000
"""The most a field of hours takes: more is a slip of the finger."""

LONGEST_MEETING = 600
"""Minutes; more is a slip of the finger, too."""


def line(written: str) -> str | None:
    """One line of text."""
    return texts.line(written) or None


def person(written: str) -> str | None:
    """The name of a person, given name first."""
    return texts.name(written) if written.strip() else None


def email(written: str) -> str | None:
    """An e-mail address, as far as one can tell by looking."""
    address = line(written)
    if address and (" " in address or not all(address.partition("@"))):
        raise Unreadable(_("»{value}« er ikke en e-mailadresse.").format(value=texts.shown(address)))
    return address


def day(written: str) -> date | None:
    """A date of a course, in any of the forms people type."""
    return times.day(written) if written.strip() else None


def birth_date(written: str) -> date | None:
    """A birth date; two digits of a year are of a grown-up."""
    return times.birth_date(written) if written.strip() else None


def registration_number(written: str) -> str | None:
    """A CPR number with all its digits: a masked one would take away what is known."""
    if not written.strip():
        return None
    read = texts.registration_number(written)
    if read is None:
        raise Unreadable(_("Skriv alle ti cifre, ddmmåå-nnnn, eller lad feltet være tomt."))
    return read


def clock(written: str) -> str | None:
    """A clock time as `HH:MM`."""
    return times.clock(written) if written.strip() else None


def clock_minute(written: str) -> int | None:
    """A clock time as minutes after midnight."""
    read = clock(written)
    if read is None:
        return None
    hour, _colon, minute = read.partition(":")
    return int(hour) * 60 + int(minute)


def length(written: str) -> int | None:
    """How long a meeting is, in minutes: `45`, `45 min.`."""
    bare = written.casefold().replace("minutter", "").replace("min", "").strip(" .")
    if not bare:
        return None
    if not (bare.isascii() and bare.isdigit() and 0 < int(bare) <= LONGEST_MEETING):
        raise Unreadable(
            _("»{value}« er ikke et antal minutter fra 1 til {most}. Skriv fx 45.").format(
                value=texts.shown(written), most=LONGEST_MEETING
            )
        )
    return int(bare)


def names(written: str) -> tuple[str, ...]:
    """Names with commas between them, each once."""
    return tuple(dict.fromkeys(filter(None, (texts.line(part) for part in written.split(",")))))


def hours_a_day(written: str) -> int | None:
    """Hours of one day, as minutes."""
    return times.minutes(written, HOURS_A_DAY) if written.strip() else None


def hours_a_week(written: str) -> int | None:
    """Hours a week, as minutes."""
    return times.minutes(written, HOURS_A_WEEK) if written.strip() else None


def hours_of_course(written: str) -> int | None:
    """Hours of a whole course, as minutes."""
    return times.minutes(written, HOURS_OF_A_COURSE) if written.strip() else None


def weekdays(written: str) -> tuple[int, ...]:
    """Days of the week, Monday = 1; none where it is empty."""
    return times.weekdays(written) if written.strip() else ()


def show_weekdays(days: tuple[int, ...] | None) -> str:
    """Days of the week as they are edited: `man,tir`."""
    return ",".join(weekday(day)[:3] for day in days or ())


def hours_steps(written: str) -> tuple[str, ...]:
    """Rising hours: `02-03-2026: 10, 01-06-2026: 15` as a placement keeps them, oldest first."""
    from mentorapp.domain.hours_ladder import HoursStep, written_steps

    steps = []
    for part in filter(str.strip, written.replace(";", ", ").split(", ")):
        on, colon, hours = part.partition(":")
        if not colon:
            raise Unreadable(_("»{value}« er ikke en dato og et timetal. Skriv fx 02-03-2026: 10.").format(value=part))
        steps.append(HoursStep(times.day(on.strip(" ,")), times.minutes(hours.strip(" ,"), HOURS_A_WEEK)))
    return written_steps(steps)


def show_hours_steps(steps: tuple[str, ...] | None) -> str:
    """Rising hours as they are edited; a step nobody can read is shown as it was written."""
    from mentorapp.domain.hours_ladder import hours_step

    read = ((written, hours_step(written)) for written in steps or ())
    return ", ".join(f"{shown_day(s.first_day)}: {show_hours(s.minutes)}" if s else written for written, s in read)


def show_text(value: str | None) -> str:
    """A text as it is edited."""
    return value or ""


def show_clock_minute(value: int | None) -> str:
    """Minutes after midnight as they are edited: `13:30`."""
    return "" if value is None else f"{value // 60:02}:{value % 60:02}"


def show_number(value: int | None) -> str:
    """A whole number as it is edited."""
    return "" if value is None else str(value)


def show_names(value: tuple[str, ...] | None) -> str:
    """Names as they are edited."""
    return ", ".join(value or ())


def show_day(value: date | None) -> str:
    """A date as it is edited."""
    return shown_day(value) if value else ""


def show_hours(minutes: int | None) -> str:
    """Minutes as they are edited: `7,4`, `25`, or `0:50` where two decimals do not say it exactly."""
    if minutes is None:
        return ""
    for decimals in (0, 1, 2):
        if minutes * 10**decimals % 60 == 0:
            return number(minutes / 60, decimals)
    return f"{minutes // 60}:{minutes % 60:02}"
