"""The answer to "why?" for every figure of `case --json`, worked out when somebody asks."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.ledger import Ledger
from mentorapp.domain.why import dates, pace, practice, school
from mentorapp.domain.why.derivation import Derivation

_ANSWERS: Mapping[str, Callable[[CaseFile, Ledger], Derivation]] = {
    "programme": dates.programme,
    "rule_set": dates.rule_set,
    "start": dates.start,
    "end": dates.end,
    "end_extended": dates.end_extended,
    "latest_lawful_end": dates.latest_lawful_end,
    "required_school_weeks": pace.required_school_weeks,
    "required_school_hours": pace.required_school_hours,
    "school_hours": school.school_hours,
    "counted_hours": school.counted_hours,
    "proof_gap_hours": school.proof_gap_hours,
    "elapsed_weeks": dates.elapsed_weeks,
    "expected_counted_hours": pace.expected_counted_hours,
    "future_counted_hours": pace.future_counted_hours,
    "gap_weeks": pace.gap_weeks,
    "amu_hours": school.amu_hours,
    "amu_required_hours": school.amu_required_hours,
    "practice_hours_per_week": practice.practice_hours_per_week,
    "practice_hours_worked": practice.practice_hours_worked,
    "worked_hours_per_week": practice.worked_hours_per_week,
    "planned_practice_hours_per_week": practice.planned_practice_hours_per_week,
    "total_hours_per_week": practice.total_hours_per_week,
    "total_counted_hours_per_week": practice.total_counted_hours_per_week,
    "weeks_left": dates.weeks_left,
    "needed_hours_per_week": pace.needed_hours_per_week,
    "reachable": pace.reachable,
    "forecast_school_weeks": pace.forecast_school_weeks,
}

FIGURES = {
    "programme": "Ordning",
    "rule_set": "Regelsæt",
    "start": "Start",
    "end": "Slut",
    "end_extended": "Forlænget slut",
    "latest_lawful_end": "Seneste lovlige slut",
    "required_school_weeks": "Krævede skoleuger",
    "required_school_hours": "Krævede skoletimer",
    "school_hours": "Klokketimer skole",
    "counted_hours": "Tællende timer",
    "proof_gap_hours": "Timer uden bevis",
    "elapsed_weeks": "Forløbne uger",
    "expected_counted_hours": "Ventet i dag",
    "future_counted_hours": "Kommende timer i planen",
    "gap_weeks": "Bagud i uger",
    "amu_hours": "AMU-timer",
    "amu_required_hours": "Krævede AMU-timer",
    "practice_hours_per_week": "Praktik om ugen",
    "practice_hours_worked": "Arbejdede timer",
    "worked_hours_per_week": "Arbejdede timer om ugen",
    "planned_practice_hours_per_week": "Planlagt praktik om ugen",
    "total_hours_per_week": "Praktik og skole om ugen",
    "total_counted_hours_per_week": "Praktik og tællende skole om ugen",
    "weeks_left": "Uger tilbage",
    "needed_hours_per_week": "Nødvendige timer om ugen",
    "reachable": "Kan nås",
    "forecast_school_weeks": "Prognose i skoleuger",
}
"""Every figure that answers, in words."""


def why(case: CaseFile, ledger: Ledger, figure: str | None = None) -> tuple[Derivation, ...]:
    """Where every figure of the ledger comes from, or `figure` (a key of FIGURES) alone.

    `ledger` is the one built of `case`. Nothing of this is worked out before it is asked for.
    """
    assert case.enrolment is not None, "a ledger is of an enrolment"
    own = case.only(case.enrolment.id)
    return tuple(_ANSWERS[name](own, ledger) for name in ([figure] if figure else FIGURES))
