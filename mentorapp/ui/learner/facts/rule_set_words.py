"""Which rule set a course follows and why, in words."""

from __future__ import annotations

from mentorapp.domain.enrolment import Enrolment
from mentorapp.domain.programme import Programme, RuleSet
from mentorapp.i18n import _, day


def rule_set_in_brief(enrolment: Enrolment | None, programme: Programme | None) -> str:
    """`IGU-2024: 23 skoleuger à 37 timer, 851 timer i alt`, or that there is none."""
    if enrolment is None:
        return _("Vælges efter startdatoen.")
    if programme is None:
        return _("Ordningen kendes ikke; den står, som den er skrevet, og der regnes ikke på krav.")
    rule_set = programme.rule_set(enrolment.rule_set) or programme.rule_set_on(enrolment.start)
    if rule_set is None:
        if programme.rule_sets:
            return _("Ingen regler gælder for et forløb, der begynder den {day}.").format(day=day(enrolment.start))
        return _("Ordningen har intet krav til skole.")
    return _in_brief(rule_set)


def rule_set_reason(enrolment: Enrolment | None, programme: Programme | None) -> str:
    """From when the rule set holds, its source, and whether the start date now speaks for another."""
    if enrolment is None or programme is None:
        return ""
    by_start = programme.rule_set_on(enrolment.start)
    rule_set = programme.rule_set(enrolment.rule_set) or by_start
    if rule_set is None:
        return ""
    period = _period(rule_set)
    weeks = rule_set.figures.get("school_weeks")
    said = " ".join(filter(None, (period, f"{weeks.source}." if weeks else "")))
    if by_start is not None and by_start.key != rule_set.key:
        said += " " + _("Efter startdatoen ville det være {key}.").format(key=by_start.key)
    return said


def _in_brief(rule_set: RuleSet) -> str:
    weeks, hours = rule_set.get("school_weeks"), rule_set.get("hours_a_school_week")
    if weeks is None or hours is None:
        return rule_set.key
    return _("{key}: {weeks} skoleuger à {hours} timer, {total} timer i alt").format(
        key=rule_set.key, weeks=weeks, hours=hours, total=weeks * hours
    )


def _period(rule_set: RuleSet) -> str:
    if rule_set.starts_until is None:
        return _("Gælder forløb, der begynder den {first} eller senere.").format(first=day(rule_set.starts_from))
    return _("Gælder forløb, der begynder {first}–{last}.").format(
        first=day(rule_set.starts_from), last=day(rule_set.starts_until)
    )
