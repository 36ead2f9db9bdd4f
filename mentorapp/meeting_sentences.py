"""What a meeting is called, when it is and who takes part: the same words in window, paper, alerts and calendar."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from mentorapp.domain.case_file import Organisation
from mentorapp.domain.meeting import MEETING_KINDS, PARTIES, Meeting, note_about
from mentorapp.i18n import _, day, weekday


def kind(meeting: Meeting) -> str:
    """The kind in the field's words; one of its own as it was written."""
    return _(MEETING_KINDS[meeting.kind]) if meeting.kind in MEETING_KINDS else meeting.kind


def named(meeting: Meeting) -> str:
    """`Trepartssamtale 04-12-2026`: what names one meeting among others."""
    return f"{kind(meeting)} {day(meeting.day)}"


def clock(minutes: int) -> str:
    """Minutes after midnight as `13.30`."""
    return f"{minutes // 60:02}.{minutes % 60:02}"


def time(meeting: Meeting) -> str:
    """`kl. 13.30–14.15`, `kl. 13.30` where the length is not agreed, empty where the time is not."""
    if meeting.starts_at is None:
        return ""
    if not meeting.minutes:
        return _("kl. {time}").format(time=clock(meeting.starts_at))
    ends_at = (meeting.starts_at + meeting.minutes) % (24 * 60)
    return _("kl. {time}").format(time=f"{clock(meeting.starts_at)}–{clock(ends_at)}")


def when(meeting: Meeting) -> str:
    """`fredag 04-12-2026 kl. 13.30–14.15`."""
    on = f"{weekday(meeting.day.isoweekday())} {day(meeting.day)}"
    return " ".join(filter(None, (on, time(meeting))))


def how_soon(on: date, today: date) -> str:
    """`i dag`, `i morgen`, the weekday within a week, else the date."""
    ahead = (on - today).days
    if ahead in (0, 1):
        return _("i morgen") if ahead else _("i dag")
    return f"{weekday(on.isoweekday())} {day(on)}" if 0 < ahead <= 7 else day(on)


def parties(meeting: Meeting) -> list[str]:
    """Who takes part by what they are to the learner, in a fixed order."""
    known = [_(words) for key, words in PARTIES.items() if key in meeting.parties]
    return known + [key for key in meeting.parties if key not in PARTIES]


def people(meeting: Meeting, organisation: Organisation) -> list[str]:
    """Who else, by name."""
    known = organisation.people
    return [known[each].name if each in known else each for each in meeting.people]


def who(meeting: Meeting, organisation: Organisation) -> str:
    """Everybody who takes part."""
    return ", ".join([*parties(meeting), *people(meeting, organisation)])


def brief(meeting: Meeting) -> str:
    """`Trepartssamtale fredag 04-12-2026 kl. 13.30, Plejecenter Lindegården`."""
    return ", ".join(filter(None, (f"{kind(meeting)} {when(meeting)}", meeting.place)))


def titles(meetings: Iterable[Meeting]) -> dict[str, str]:
    """`{"meeting/…": "Referat: Trepartssamtale 04-12-2026"}`."""
    return {note_about(meeting): _("Referat: {meeting}").format(meeting=named(meeting)) for meeting in meetings}
