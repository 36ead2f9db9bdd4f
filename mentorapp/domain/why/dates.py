"""Why the dates and the weeks are what they are: rule set, start and end, extension, elapsed weeks and weeks left."""

from __future__ import annotations

from datetime import date, timedelta

from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.course_dates import qualifying
from mentorapp.domain.enrolment import LEAVE_KINDS, Enrolment, Leave
from mentorapp.domain.ledger import Ledger
from mentorapp.domain.measure import Measure, told_day
from mentorapp.domain.sentence import Sentence
from mentorapp.domain.why import conventions
from mentorapp.domain.why.derivation import Derivation, Entry, Ground, grounds

FOR_LEAVE = ("extension_parental", "extension_sickness_days", "extension_as_long_as_leave")
"""Figures of § 6, stk. 6–7."""

PROGRAMME = "Den ordning, der er valgt på forløbet."
RULE_SET_STORED = "Regelsættet er gemt på forløbet, da det blev valgt; en ny lov ændrer ikke et gammelt forløb."
RULE_SET_OF_START = "Regelsættet følger af startdatoen {start}: det gælder forløb begyndt {span}."
NO_RULE_SET = "Intet regelsæt gælder for et forløb begyndt {start}."
START = "Første dag i aftalen."
END_OF_YEARS = "Dagen før {years}-årsdagen for {start}."
END_AGREED = "Den aftalte slutdato; ordningen har ingen fast længde."
END_UNKNOWN = "Der er ingen aftalt slutdato, og ordningen har ingen fast længde."
EXTENDED = "Den aftalte slutdato {agreed} ligger efter {end}: forløbet er forlænget."
NOT_EXTENDED = "Ingen aftale om en senere slutdato: samme dag som slut."
LATEST = "{end} + {days} dage med barsel eller én sygeperiode på over 8 uger inden for forløbet."
LATEST_OF_2016 = "{end}: regelsættet kender kun forlængelse, fordi skoledelen ikke er gennemført."
LATEST_OF_SCHOOL = "Forlængelse, fordi skoledelen ikke er gennemført, har ingen fast længde; den aftalte dato gælder."
NO_LATEST = "Ordningen har ingen regel om forlængelse."
ELAPSED = "({days} dage fra {start} til {until} − {away} dage med orlov, der forlænger) ÷ 7 = {value} uger."
NOT_BEGUN = "Forløbet er ikke begyndt."
LEFT = "{days} arbejdsdage fra {first} til {last} uden helligdage, ferie og orlov ÷ 5 = {value} uger."
NO_WORKING_DAY = "Der er ingen arbejdsdage tilbage af forløbet."


def programme(case: CaseFile, ledger: Ledger) -> Derivation:
    """The scheme the course is on."""
    known = case.programme
    value = known.key if known else _enrolment(case).programme
    name = known.short_name if known else value
    return Derivation("programme", value, Sentence(PROGRAMME), (), (_entry_of(case),), name)


def rule_set(case: CaseFile, ledger: Ledger) -> Derivation:
    """The rules in force."""
    rules, start = ledger.rule_set, told_day(ledger.start)
    if rules is None:
        return Derivation("rule_set", None, Sentence(NO_RULE_SET, start=start), (), (_entry_of(case),))
    until = told_day(rules.starts_until) if rules.starts_until else ""
    told = Sentence(RULE_SET_OF_START, start=start, span=f"{told_day(rules.starts_from)} – {until}".rstrip())
    if _enrolment(case).rule_set == rules.key:
        told = Sentence(RULE_SET_STORED)
    return Derivation("rule_set", rules.key, told, grounds(rules, "school_weeks"), (_entry_of(case),))


def start(case: CaseFile, ledger: Ledger) -> Derivation:
    """The first day."""
    return Derivation("start", ledger.start, Sentence(START), (), (_entry_of(case),))


def end(case: CaseFile, ledger: Ledger) -> Derivation:
    """The last day of the plain course."""
    known = case.programme
    if known and known.years:
        told = Sentence(END_OF_YEARS, years=known.years, start=told_day(ledger.start))
        return Derivation("end", ledger.end, told, _years(case), (_entry_of(case),))
    told = Sentence(END_AGREED if ledger.end else END_UNKNOWN)
    return Derivation("end", ledger.end, told, (), (_entry_of(case),))


def end_extended(case: CaseFile, ledger: Ledger) -> Derivation:
    """The agreed, later end."""
    value, plain = ledger.end_extended, ledger.end
    if value is None or plain is None or value == plain:
        told = Sentence(NOT_EXTENDED if value else END_UNKNOWN)
        return Derivation("end_extended", value, told, _years(case), (_entry_of(case),))
    sources = _extension_grounds(case, ledger)
    told = Sentence(EXTENDED, agreed=told_day(value), end=told_day(plain))
    leaves = tuple(_leave_entry(leave, ledger.start, value) for leave in case.leaves if leave.extends)
    return Derivation("end_extended", value, told, sources, (_entry_of(case), *leaves))


def latest_lawful_end(case: CaseFile, ledger: Ledger) -> Derivation:
    """How far an agreement may go."""
    name, value, plain = "latest_lawful_end", ledger.latest_lawful_end, ledger.end
    if value is None or plain is None:
        if _enrolment(case).extension_reason == "school" and case.programme and case.programme.years:
            return Derivation(name, None, Sentence(LATEST_OF_SCHOOL), _extension_grounds(case, ledger))
        return Derivation(name, None, Sentence(NO_LATEST))
    if not grounds(ledger.rule_set, *FOR_LEAVE):
        return Derivation(name, value, Sentence(LATEST_OF_2016, end=told_day(plain)), (conventions.OWN, *_years(case)))
    sources = (*grounds(ledger.rule_set, *FOR_LEAVE), *_years(case))
    told = Sentence(LATEST, end=told_day(plain), days=(value - plain).days)
    left = set(qualifying(case.leaves, ledger.start, plain, ledger.rule_set))
    entries = []
    for leave in case.leaves:
        if leave.kind in ("parental", "sick"):
            # a day of two leaves is one day of extension
            own = {day for day in left if leave.first_day.toordinal() <= day <= leave.last_day.toordinal()}
            left -= own
            if own:
                entries.append(_leave_entry(leave, ledger.start, plain, len(own)))
    return Derivation(name, value, told, sources, tuple(entries))


def elapsed_weeks(case: CaseFile, ledger: Ledger) -> Derivation:
    """Weeks of the course that have gone."""
    name, dates = "elapsed_weeks", ledger.workings.dates
    until, value = dates.until(ledger.today), Measure(ledger.elapsed_weeks)
    days = (until - ledger.start).days + 1
    if days <= 0:
        return Derivation(name, value, Sentence(NOT_BEGUN), (conventions.OWN,))
    away = sum(1 for day in dates.extending if day <= until.toordinal())
    told = Sentence(
        ELAPSED, days=days, start=told_day(ledger.start), until=told_day(until), away=away, value=value
    )  # fmt: skip
    leaves = (leave for leave in case.leaves if leave.extends and leave.first_day <= until)
    entries = tuple(_leave_entry(leave, ledger.start, until) for leave in leaves)
    return Derivation(name, value, told, (conventions.OWN,), entries)


def weeks_left(case: CaseFile, ledger: Ledger) -> Derivation:
    """Working days that are left, as weeks of five."""
    name, dates = "weeks_left", ledger.workings.dates
    if ledger.days_left is None or ledger.weeks_left is None or dates.last_day is None:
        return Derivation(name, None, Sentence(END_UNKNOWN))
    value, last = Measure(ledger.weeks_left), dates.last_day
    first = max(ledger.today + timedelta(days=1), ledger.start)
    if first > last:
        return Derivation(name, value, Sentence(NO_WORKING_DAY), (conventions.OWN,))
    told = Sentence(LEFT, days=ledger.days_left, first=told_day(first), last=told_day(last), value=value)
    ahead = (leave for leave in case.leaves if leave.first_day <= last and leave.last_day >= first)
    holidays = (entry for entry in case.attendance if entry.status == "holiday" and first <= entry.day <= last)
    entries = (
        *(_leave_entry(leave, first, last) for leave in ahead),
        *(Entry("attendance", entry.id, "", entry.day, entry.day, "away", days=1) for entry in holidays),
    )
    return Derivation(name, value, told, (conventions.OWN,), entries)


def _extension_grounds(case: CaseFile, ledger: Ledger) -> tuple[Ground, ...]:
    """The paragraphs the reason rests on; both where nobody has said why."""
    for_school = grounds(ledger.rule_set, "extension_school")
    for_leave = grounds(ledger.rule_set, *FOR_LEAVE)
    reason = _enrolment(case).extension_reason
    if reason == "school":
        return for_school
    return for_leave if reason == "leave" or any(leave.extends for leave in case.leaves) else (*for_school, *for_leave)


def _enrolment(case: CaseFile) -> Enrolment:
    enrolment = case.enrolment
    assert enrolment is not None, "figures are asked for where there is a ledger"
    return enrolment


def _entry_of(case: CaseFile) -> Entry:
    row = _enrolment(case)
    name = case.programme.short_name if case.programme else row.programme
    return Entry("enrolment", row.id, name, row.start, row.agreed_end)


def _years(case: CaseFile) -> tuple[Ground, ...]:
    """The act for its own scheme; a municipality's scheme has its years from its file alone."""
    known = case.programme
    if known is None or not known.years:
        return ()
    if known.key == "igu":
        return (conventions.TWO_YEARS,)
    return (Ground("years", known.years, known.name, "inferred"),)


def _leave_entry(leave: Leave, first: date, last: date, days: int | None = None) -> Entry:
    """The leave with its days from `first` to `last`, or with those that were counted of it."""
    inside = (min(leave.last_day, last) - max(leave.first_day, first)).days + 1
    title = LEAVE_KINDS.get(leave.kind, leave.kind)
    return Entry(
        "leave", leave.id, title, leave.first_day, leave.last_day, "away", days=inside if days is None else days
    )
