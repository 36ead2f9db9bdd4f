"""Why the pace is what it is: requirement, expected by today, the gap, what is needed, the forecast, the reach."""

from __future__ import annotations

from fractions import Fraction

from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.ledger import Ledger
from mentorapp.domain.measure import Measure, in_hours, in_school_weeks
from mentorapp.domain.pace import full_week
from mentorapp.domain.sentence import Sentence
from mentorapp.domain.why import conventions
from mentorapp.domain.why.derivation import Derivation, Ground, grounds
from mentorapp.domain.why.practice import practice_entries_of
from mentorapp.domain.why.school import counted_attended, counted_plan, factor_grounds

REQUIRED_WEEKS = "Regelsættet kræver {weeks} skoleuger."
REQUIRED = "{weeks} skoleuger × {hours} timer = {value} tællende timer."
EXPECTED_BY_PLAN = (
    "Planen når kravet, så der ventes det, planen giver: "
    "{required} × {due} forfaldne timer ÷ {planned} planlagte = {value}."
)
EXPECTED_EVENLY = (
    "Planen ({planned}) når ikke kravet, så der ventes jævnt: "
    "{required} × {elapsed} forløbne uger ÷ {active} uger i alt = {value}."
)
FUTURE = "{planned} planlagte tællende timer − {due} forfaldne = {value} timer."
GAP = (
    "({expected} ventede − {attended} deltagne tællende timer) ÷ 37 = {value} uger. Over nul er bagud, under nul foran."
)
NEEDED = "({required} − {attended} tællende timer, mindst 0) ÷ {left} uger = {value} timer om ugen."
FORECAST = "({attended} deltagne + {future} kommende tællende timer) ÷ 37 = {value} uger af {required}."
REACH = (
    "Der mangler {missing} tællende timer (under nul er overskud), og der er plads til {free}: "
    "{left} uger × {most} timer − {owed} timers praktik, der mangler i snittet "
    "({least} × {active} uger − {done}, mindst 0)."
)
NO_REQUIREMENT = "Ordningens krav til skole kendes ikke, så tallet kan ikke regnes ud."
NO_END = "Slutdatoen kendes ikke, så tallet kan ikke regnes ud."
NO_WEEK_LEFT = "Der er ingen uger tilbage."
NO_PRACTICE = "Praktiktimerne eller slutdatoen kendes ikke, så det kan ikke regnes ud."


def required_school_weeks(case: CaseFile, ledger: Ledger) -> Derivation:
    """School weeks the rule set asks."""
    weeks = ledger.rule_set.get("school_weeks") if ledger.rule_set else None
    if weeks is None:
        return Derivation("required_school_weeks", None, Sentence(NO_REQUIREMENT))
    told = Sentence(REQUIRED_WEEKS, weeks=weeks)
    return Derivation("required_school_weeks", Measure(Fraction(weeks)), told, grounds(ledger.rule_set, "school_weeks"))


def required_school_hours(case: CaseFile, ledger: Ledger) -> Derivation:
    """The same in counted hours."""
    rules = ledger.rule_set
    if ledger.required is None or rules is None:
        return Derivation("required_school_hours", None, Sentence(NO_REQUIREMENT))
    value, weeks, hours = in_hours(ledger.required), rules.get("school_weeks"), rules.get("hours_a_school_week")
    told = Sentence(REQUIRED, weeks=weeks or 0, hours=hours or 0, value=value)
    return Derivation("required_school_hours", value, told, _requirement(ledger))


def expected_counted_hours(case: CaseFile, ledger: Ledger) -> Derivation:
    """Counted hours expected by today."""
    name = "expected_counted_hours"
    if ledger.required is None or ledger.counted is None:
        return Derivation(name, None, Sentence(NO_REQUIREMENT))
    if ledger.expected is None or ledger.active_weeks is None:
        return Derivation(name, None, Sentence(NO_END))
    planned, value, required = in_hours(ledger.counted.planned), in_hours(ledger.expected), in_hours(ledger.required)
    sources = (*_requirement(ledger), conventions.OWN)
    if ledger.counted.planned < ledger.required:
        elapsed, active = Measure(ledger.elapsed_weeks), Measure(ledger.active_weeks)
        told = Sentence(
            EXPECTED_EVENLY, planned=planned, required=required, elapsed=elapsed, active=active, value=value
        )  # fmt: skip
        return Derivation(name, value, told, sources)
    due = counted_plan(ledger, "due")
    told = Sentence(EXPECTED_BY_PLAN, required=required, due=_due(ledger), planned=planned, value=value)
    return Derivation(name, value, told, (*sources, *factor_grounds(case, ledger, ledger.school_rows)), due)


def future_counted_hours(case: CaseFile, ledger: Ledger) -> Derivation:
    """Counted plan that is not yet due."""
    name = "future_counted_hours"
    if ledger.future is None or ledger.counted is None:
        return Derivation(name, None, Sentence(NO_REQUIREMENT))
    value = in_hours(ledger.future)
    told = Sentence(FUTURE, planned=in_hours(ledger.counted.planned), due=_due(ledger), value=value)
    sources = (*factor_grounds(case, ledger, ledger.school_rows), conventions.OWN)
    return Derivation(name, value, told, sources, counted_plan(ledger, "future"))


def gap_weeks(case: CaseFile, ledger: Ledger) -> Derivation:
    """How far behind; positive = behind."""
    if ledger.gap is None or ledger.expected is None or ledger.counted is None:
        return Derivation("gap_weeks", None, Sentence(NO_END if ledger.required else NO_REQUIREMENT))
    value, attended = in_school_weeks(ledger.gap), in_hours(ledger.counted.attended)
    told = Sentence(GAP, expected=in_hours(ledger.expected), attended=attended, value=value)
    sources = (*_requirement(ledger), *factor_grounds(case, ledger, ledger.school_rows), conventions.OWN)
    return Derivation("gap_weeks", value, told, sources, counted_attended(ledger))


def needed_hours_per_week(case: CaseFile, ledger: Ledger) -> Derivation:
    """Counted hours a week that are still needed."""
    name = "needed_hours_per_week"
    if ledger.required is None or ledger.counted is None:
        return Derivation(name, None, Sentence(NO_REQUIREMENT))
    if ledger.needed_a_week is None or ledger.weeks_left is None:
        return Derivation(name, None, Sentence(NO_END if ledger.days_left is None else NO_WEEK_LEFT))
    value, attended = in_hours(ledger.needed_a_week), in_hours(ledger.counted.attended)
    left, required = Measure(ledger.weeks_left), in_hours(ledger.required)
    told = Sentence(NEEDED, required=required, attended=attended, left=left, value=value)
    return Derivation(name, value, told, (*_requirement(ledger), conventions.OWN), counted_attended(ledger))


def forecast_school_weeks(case: CaseFile, ledger: Ledger) -> Derivation:
    """Where today's plan ends."""
    name = "forecast_school_weeks"
    if ledger.forecast is None or ledger.counted is None or ledger.future is None or ledger.required is None:
        return Derivation(name, None, Sentence(NO_REQUIREMENT))
    value, attended = in_school_weeks(ledger.forecast), in_hours(ledger.counted.attended)
    future, required = in_hours(ledger.future), in_school_weeks(ledger.required)
    told = Sentence(FORECAST, attended=attended, future=future, value=value, required=required)
    sources = (*_requirement(ledger), *factor_grounds(case, ledger, ledger.school_rows))
    return Derivation(name, value, told, sources, (*counted_attended(ledger), *counted_plan(ledger, "future")))


def reachable(case: CaseFile, ledger: Ledger) -> Derivation:
    """Whether the missing school fits into the weeks left beside the practice that is still owed."""
    if ledger.required is None or ledger.counted is None or ledger.rule_set is None:
        return Derivation("reachable", None, Sentence(NO_REQUIREMENT))
    if ledger.reachable is None or ledger.weeks_left is None or ledger.active_weeks is None:
        return Derivation("reachable", None, Sentence(NO_PRACTICE))
    least, most = ledger.rule_set.get("practice_hours_a_week") or 0, full_week(ledger.rule_set)
    owed = max(Fraction(0), least * 60 * ledger.active_weeks - ledger.practice_done)
    told = Sentence(
        REACH, missing=in_hours(ledger.required - ledger.counted.attended), left=Measure(ledger.weeks_left),
        most=most // 60, free=in_hours(most * ledger.weeks_left - owed), owed=in_hours(owed), least=least,
        active=Measure(ledger.active_weeks), done=in_hours(ledger.practice_done),
    )  # fmt: skip
    sources = (*_requirement(ledger), *grounds(ledger.rule_set, "practice_hours_a_week", "total_hours_a_week_most"))
    entries = (*counted_attended(ledger), *practice_entries_of(case, ledger))
    return Derivation("reachable", ledger.reachable, told, (*sources, conventions.OWN), entries)


def _requirement(ledger: Ledger) -> tuple[Ground, ...]:
    return grounds(ledger.rule_set, "school_weeks", "hours_a_school_week")


def _due(ledger: Ledger) -> Measure:
    return in_hours(sum(row.due * (row.factor or 0) for row in ledger.school_rows))
