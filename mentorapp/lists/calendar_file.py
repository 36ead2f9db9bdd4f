"""Writes an .ics file that calendars accept: sessions of schooling and meetings, in Danish time.

An event's UID says which course and day, or which meeting, it is of, so that a file written again updates what is in
the calendar instead of doubling it; SEQUENCE grows with the moment it is written.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from icalendar import Component

ZONE = "Europe/Copenhagen"
PRODUCT = "-//Mentorapp//Skoleplan//DA"


@dataclass(frozen=True, slots=True)
class Event:
    """One entry of a calendar; without clock times it takes the whole day, or the days to `last_day`, included.

    With a beginning alone it is a moment: a calendar shows it, and nobody has made up when it ends.
    """

    uid: str
    title: str
    first_day: date
    starts_at: time | None = None
    ends_at: time | None = None
    last_day: date | None = None
    place: str | None = None
    text: str = ""
    cancelled: bool = False


def write(events: Iterable[Event], name: str, at: datetime) -> bytes:
    """The file's bytes; `at` is when it is written, with its time zone."""
    from icalendar import Calendar, Timezone

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", ZONE)
    calendar.add_component(Timezone.from_ical(_ZONE_RULES))
    for event in events:
        calendar.add_component(_component(event, at.astimezone(UTC)))
    return bytes(calendar.to_ical())


def uid(said: str) -> str:
    """The UID of what `said` names: the same each time, and telling nothing of it."""
    return hashlib.sha256(said.encode()).hexdigest()[:32] + "@mentorapp"


def _component(event: Event, at: datetime) -> Component:
    from icalendar import Event as Entry

    made = Entry()
    made.add("uid", event.uid)
    made.add("dtstamp", at)
    made.add("last-modified", at)
    # whole minutes since 1970: grows each time a file is written, and fits the 31 bits a calendar may give it
    made.add("sequence", int(at.timestamp()) // 60)
    made.add("summary", event.title)
    if event.starts_at is not None:
        made.add("dtstart", _moment(event.first_day, event.starts_at))
        if event.ends_at is not None:
            made.add("dtend", _moment(event.first_day, event.ends_at))
    else:
        made.add("dtstart", event.first_day)
        # the day after the last, as RFC 5545 counts
        made.add("dtend", (event.last_day or event.first_day) + timedelta(days=1))
        made.add("transp", "TRANSPARENT")
    if event.place:
        made.add("location", event.place)
    if event.text:
        made.add("description", event.text)
    if event.cancelled:
        made.add("status", "CANCELLED")
    return made


def _moment(day: date, clock: time) -> datetime:
    from zoneinfo import ZoneInfo

    return datetime.combine(day, clock, ZoneInfo(ZONE))


# Written out, so that it holds in any year and no calendar has to know the name: the rules of Directive 2000/84/EC.
_ZONE_RULES = """BEGIN:VTIMEZONE
TZID:Europe/Copenhagen
BEGIN:DAYLIGHT
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
"""
