"""What a plan would do, in sentences: the same words while a form is typed, on the page and on the command line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.day_one import PracticeShort, SchoolShort
from mentorapp.domain.enrolment import LEAVE_KINDS
from mentorapp.domain.ledger import Ledger
from mentorapp.domain.plan_conflicts import Conflict
from mentorapp.domain.planning import Effect, WeekTotal
from mentorapp.domain.room_left import LastBlock
from mentorapp.i18n import _, day, hours, ngettext, number, weeks
from mentorapp.sentences import required_weeks, school_type

NAMED_DAYS = 4
"""So many days are named; of more, the first and how many."""


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence and how it weighs: `ok`, `info`, `soon` (the plan must change) or `act`."""

    level: str
    text: str


def effect(told: Effect, case: CaseFile) -> list[Said]:
    """What somebody should know before the plan is saved: its sum first, then what it meets, then what is left."""
    said = [*_gives(told), *(conflict(one, case) for one in told.conflicts)]
    if told.over_full:
        said.append(over_full(told.over_full))
    said += _practice(told)
    if told.last_block:
        said.append(last_block(told.last_block))
    return said


def plan_gives(ledger: Ledger) -> str:
    """`Planen giver 18,8 af 23 uger; 4,2 mangler.`; empty where nothing is asked."""
    if ledger.required is None or ledger.forecast is None:
        return ""
    gives, asked = weeks(ledger.forecast), required_weeks(ledger)
    if ledger.forecast >= ledger.required:
        return _("Planen giver {n} af {required} uger; kravet er nået.").format(n=gives, required=asked)
    missing = weeks(ledger.required - ledger.forecast)
    return _("Planen giver {n} af {required} uger; {missing} mangler.").format(n=gives, required=asked, missing=missing)


def conflict(found: Conflict, case: CaseFile) -> Said:
    """What the days of a plan meet, and which days they are."""
    count = len(found.days)
    days = _days(found.days)
    if found.kind == "leave":
        kind = _(LEAVE_KINDS[found.what]) if found.what in LEAVE_KINDS else found.what
        text = ngettext("{n} dag falder i {what}: {days}.", "{n} dage falder i {what}: {days}.", count)
        return Said("soon", text.format(n=count, what=kind.lower(), days=days))
    if found.kind == "holiday":
        text = ngettext("{n} dag falder i ferie: {days}.", "{n} dage falder i ferie: {days}.", count)
    elif found.kind == "course":
        text = ngettext(
            "{n} dag falder sammen med {what}: {days}.", "{n} dage falder sammen med {what}: {days}.", count
        )
        return Said("soon", text.format(n=count, what=_course(found.what, case), days=days))
    elif found.kind == "outside":
        text = ngettext(
            "{n} dag ligger uden for forløbet: {days}.", "{n} dage ligger uden for forløbet: {days}.", count
        )
    elif found.kind == "public_holiday":
        text = ngettext(
            "{n} helligdag er ikke regnet med: {days}.", "{n} helligdage er ikke regnet med: {days}.", count
        )
    else:
        text = ngettext("{n} lukkedag er ikke regnet med: {days}.", "{n} lukkedage er ikke regnet med: {days}.", count)
    return Said("info" if found.is_left_out else "soon", text.format(n=count, days=days))


def over_full(found: Sequence[WeekTotal]) -> Said:
    """How many weeks have more than 37 hours with the agreed practice, and the fullest of them."""
    fullest = max(found, key=lambda week: week.total)
    text = ngettext(
        "I {n} uge er skole og aftalt praktik over 37 timer (uge {week}: {hours}); praktikken må vige.",
        "I {n} uger er skole og aftalt praktik over 37 timer (mest uge {week}: {hours}); praktikken må vige.",
        len(found),
    )
    week = fullest.monday.isocalendar().week
    return Said("info", text.format(n=len(found), week=week, hours=hours(fullest.total)))


def school_short(found: SchoolShort) -> Said:
    """That the agreed pattern cannot reach the goal."""
    values = {
        "n": weeks(found.planned),
        "required": weeks(found.required, 0 if found.required % 2220 == 0 else 1),
        "missing": weeks(found.missing),
        "working": found.working_weeks,
    }
    if found.minutes_a_week is None:
        text = _(
            "Planen giver {n} af {required} uger; {missing} mangler "
            "(skole i {working} uger: 5 ugers ferie om året er trukket fra, et skøn)."
        )
        return Said("act", text.format(**values))
    text = _(
        "{hours} timers skole om ugen giver som AMU {n} af {required} uger; {missing} mangler "
        "(skole i {working} uger: 5 ugers ferie om året er trukket fra, et skøn). Sprogtimer tæller dobbelt."
    )
    return Said("act", text.format(hours=hours(found.minutes_a_week), **values))


def practice_short(found: PracticeShort) -> Said:
    """That practice would average under the least a week."""
    average, least = _exact(found.a_week), hours(found.least, 0)
    if found.whole_school_weeks is None:
        text = _("Praktikken bliver {n} timer om ugen i snit over hele forløbet; mindst {least} kræves.")
        return Said("act", text.format(n=average, least=least))
    text = _(
        "Lægges skolen som {weeks} hele uger, bliver praktikken {n} timer om ugen i snit; mindst {least} kræves. "
        "Aftal flere praktiktimer, eller læg skolen på enkelte dage."
    )
    return Said("act", text.format(weeks=found.whole_school_weeks, n=average, least=least))


def last_block(found: LastBlock) -> Said:
    """The last week a full-time block can begin, or that it is too late."""
    amount = {"missing": weeks(found.missing), "days": found.days}
    if found.monday is None:
        text = _(
            "De {missing} uger, planen mangler, kan ikke længere nås som fuld tid (37 timer om ugen): "
            "der er ikke {days} frie skoledage tilbage."
        )
        return Said("act", text.format(**amount))
    text = _(
        "De {missing} uger, planen mangler, er {days} skoledage på fuld tid; de skal begynde senest "
        "mandag {monday} (uge {week})."
    )
    return Said("soon", text.format(monday=day(found.monday), week=found.monday.isocalendar().week, **amount))


def week_list(mondays: Sequence[date]) -> str:
    """`uge 48–49 (2026) og uge 1 (2027)`: weeks that follow each other are drawn together."""
    runs: list[list[date]] = []
    for monday in mondays:
        together = runs and (monday - runs[-1][-1]).days == 7 and monday.isocalendar().year == _year(runs[-1][-1])
        runs[-1].append(monday) if together else runs.append([monday])
    said = [_run(run) for run in runs]
    return said[0] if len(said) == 1 else _("{first} og {last}").format(first=", ".join(said[:-1]), last=said[-1])


def _gives(told: Effect) -> Iterator[Said]:
    """The sum, what of it is new, and whether the goal can be reached."""
    before, after = told.before, told.after
    gives = plan_gives(after)
    if not gives:
        more = after.school.planned - before.school.planned
        yield Said("info", _("Planen er {n} timer, {more} mere end før.").format(
            n=hours(after.school.planned), more=hours(more)
        ))  # fmt: skip
        return
    reached = (after.forecast or 0) >= (after.required or 0)
    if told.school_short is not None:
        yield school_short(told.school_short)
        yield Said("info", _("Uden ferie: {n} uger.").format(n=weeks(after.forecast or 0)))
    else:
        yield Said("ok" if reached else ("act" if after.reachable is False else "soon"), gives)
    if before.forecast != after.forecast:
        yield Said("info", _("Før: {n} uger.").format(n=weeks(before.forecast or 0)))
    if not reached and after.needed_a_week is not None and after.weeks_left is not None:
        yield _reach(after, number(float(after.weeks_left)))


def _reach(after: Ledger, left: str) -> Said:
    """Whether the goal can be reached at all, and what that takes; unknown where practice is."""
    needed = hours(after.needed_a_week or 0)
    if after.reachable:
        text = _("Kan stadig nås: i alt {needed} tællende timer om ugen i de {left} uger, der er tilbage.")
        return Said("info", text.format(needed=needed, left=left))
    if after.reachable is None:
        text = _("Der skal i alt {needed} tællende timer om ugen til i de {left} uger, der er tilbage.")
        return Said("info", text.format(needed=needed, left=left))
    text = _(
        "Kan ikke nås: {needed} tællende timer om ugen i {left} uger er der ikke plads til ved siden af praktikken."
    )
    return Said("act", text.format(needed=needed, left=left))


def _practice(told: Effect) -> Iterator[Said]:
    if told.practice_short is not None:
        yield practice_short(told.practice_short)
        return
    least = told.after.rule_set.get("practice_hours_a_week") if told.after.rule_set else None
    if told.practice_average is not None and least is not None:
        average = told.practice_average
        text = _("Praktikken bliver {n} timer om ugen i snit over hele forløbet; mindst {least} kræves.")
        low = average < least * 60
        yield Said("soon" if low else "ok", text.format(n=_exact(average), least=least))


def _exact(minutes: Fraction) -> str:
    """Hours with one decimal, rounded once: by way of whole minutes 21.843 would become 21.9."""
    return number(float(minutes / 60))


def _course(row_id: str, case: CaseFile) -> str:
    row = next((row for row in case.schooling if row.id == row_id), None)
    return (row.title or school_type(row.type)) if row else _("et andet kursus")


def _days(days: Sequence[date]) -> str:
    if len(days) <= NAMED_DAYS:
        return ", ".join(map(day, days))
    return _("{first} – {last}").format(first=day(days[0]), last=day(days[-1]))


def _run(run: Sequence[date]) -> str:
    first, last = run[0].isocalendar().week, run[-1].isocalendar().week
    said = str(first) if first == last else f"{first}–{last}"
    return _("uge {weeks} ({year})").format(weeks=said, year=_year(run[0]))


def _year(monday: date) -> int:
    return monday.isocalendar().year
