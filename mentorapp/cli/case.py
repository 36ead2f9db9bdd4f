"""`case LEARNER`: the ledger's figures, the notes and the meetings of one learner."""

from __future__ import annotations

import argparse
from typing import Any

from mentorapp import meeting_sentences, sentences
from mentorapp.cli import learners, output
from mentorapp.cli.output import as_hours, as_number, as_weeks
from mentorapp.domain import ledger as ledgers
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.ledger import Ledger, States
from mentorapp.domain.meeting import Meeting, action_order, meeting_order
from mentorapp.domain.note import leaves
from mentorapp.domain.placement_limits import group_of
from mentorapp.i18n import _, day, hours, weeks
from mentorapp.store.session import Session

NAMES = (
    "programme", "rule_set", "start", "end", "end_extended", "latest_lawful_end", "required_school_weeks",
    "required_school_hours", "school_hours", "counted_hours", "elapsed_weeks", "expected_counted_hours",
    "future_counted_hours", "gap_weeks", "amu_hours", "amu_required_hours", "practice_hours_per_week",
    "practice_hours_worked", "worked_hours_per_week", "planned_practice_hours_per_week", "total_hours_per_week",
    "total_counted_hours_per_week", "proof_gap_hours", "weeks_left", "needed_hours_per_week", "reachable",
    "forecast_school_weeks", "assumptions", "sources",
)  # fmt: skip
"""Every figure's name; all are null for a learner without a course."""


def run(session: Session, arguments: argparse.Namespace) -> None:
    case = learners.find(session, arguments.learner)
    ledger = ledgers.build(case, session.today)
    if arguments.why is not None:
        # only an answer needs the derivations
        from mentorapp.cli import derivations

        derivations.answer(case, ledger, arguments.why, arguments.json)
    elif arguments.json:
        output.print_json(figures(case, ledger))
    else:
        output.print_rows(_lines(case, ledger))


def figures(case: CaseFile, ledger: Ledger | None) -> dict[str, Any]:
    """The answer of `case --json`: hours and weeks as decimals, days as ISO dates, null for the unknown."""
    answer: dict[str, Any] = {"learner": case.learner.name, "id": case.learner.learner.hex()}
    if case.enrolment is not None and ledger is not None:
        answer["programme"] = case.programme.key if case.programme else case.enrolment.programme
        answer |= _ledger_figures(ledger)
        answer["sources"] = sources(case, ledger)
    else:
        answer |= dict.fromkeys(NAMES)
    answer["notes"] = [
        {
            "id": note.id,
            "text": note.text,
            "kind": note.kind,
            "visibility": note.visibility,
            "written_on": note.written_on.isoformat(),
            "author": note.written_by,
        }
        | ({"about": note.about} if note.about else {})
        for note in leaves(case.notes)
    ]
    answer["meetings"] = [_meeting(row, case) for row in sorted(case.meetings, key=meeting_order)]
    return answer


def _meeting(row: Meeting, case: CaseFile) -> dict[str, Any]:
    points = sorted((point for point in case.action_points if point.meeting == row.id), key=action_order)
    return {
        "id": row.id,
        "kind": row.kind,
        "day": row.day.isoformat(),
        "starts_at": meeting_sentences.clock(row.starts_at).replace(".", ":") if row.starts_at is not None else None,
        "minutes": row.minutes,
        "place": row.place,
        "parties": list(row.parties),
        "people": meeting_sentences.people(row, case.organisation),
        "agenda": row.agenda,
        "outcome": row.outcome,
        "reason": row.reason,
        "action_points": [
            {
                "id": point.id,
                "what": point.what,
                "who": point.who,
                "due": point.due.isoformat() if point.due else None,
                "done_on": point.done_on.isoformat() if point.done_on else None,
            }
            for point in points
        ],
    }


def _ledger_figures(ledger: Ledger) -> dict[str, Any]:
    def iso(value: Any) -> str | None:
        return value.isoformat() if value else None

    return {
        "rule_set": ledger.rule_set.key if ledger.rule_set else None,
        "start": iso(ledger.start),
        "end": iso(ledger.end),
        "end_extended": iso(ledger.end_extended),
        "latest_lawful_end": iso(ledger.latest_lawful_end),
        "required_school_weeks": ledger.rule_set.get("school_weeks") if ledger.rule_set else None,
        "required_school_hours": as_hours(ledger.required),
        "school_hours": _states(ledger.school),
        "counted_hours": _states(ledger.counted),
        "elapsed_weeks": as_number(ledger.elapsed_weeks),
        "expected_counted_hours": as_hours(ledger.expected),
        "future_counted_hours": as_hours(ledger.future),
        "gap_weeks": as_weeks(ledger.gap),
        "amu_hours": _states(ledger.amu),
        "amu_required_hours": as_hours(ledger.amu_required),
        "practice_hours_per_week": as_hours(ledger.practice_a_week),
        "practice_hours_worked": as_hours(ledger.practice_worked),
        "worked_hours_per_week": as_hours(ledger.worked_a_week),
        "planned_practice_hours_per_week": as_hours(ledger.planned_practice_a_week),
        "total_hours_per_week": as_hours(ledger.total_a_week),
        "total_counted_hours_per_week": as_hours(ledger.total_counted_a_week),
        "proof_gap_hours": as_hours(ledger.school.attended - ledger.school.documented),
        "weeks_left": as_number(ledger.weeks_left),
        "needed_hours_per_week": as_hours(ledger.needed_a_week),
        "reachable": ledger.reachable,
        "forecast_school_weeks": as_weeks(ledger.forecast),
        "assumptions": list(ledger.assumptions),
    }


def _states(states: States | None) -> dict[str, float | None] | None:
    if states is None:
        return None
    return {name: as_hours(getattr(states, name)) for name in ("planned", "attended", "documented")}


def sources(case: CaseFile, ledger: Ledger) -> list[dict[str, str]]:
    """Where each legal figure comes from and how sure that is."""
    found = []
    if ledger.rule_set:
        found += [
            {"figure": name, "value": str(figure.value), "source": figure.source, "status": figure.status}
            for name, figure in ledger.rule_set.figures.items()
        ]
    elif case.programme:
        group = group_of(case, case.programme, case.placement(ledger.today))
        figures = {**case.programme.figures, **(group.figures if group else {})}
        found += [
            {"figure": name, "value": str(figure.value), "source": figure.source, "status": figure.status}
            for name, figure in figures.items()
        ]
    if case.programme:
        found += [
            {"figure": f"factor {name}", "value": str(figure.value), "source": figure.source, "status": figure.status}
            for name, figure in case.programme.factors.items()
        ]
    return found


def _lines(case: CaseFile, ledger: Ledger | None) -> list[tuple[str, str]]:
    lines = [(_("Elev"), case.learner.name)]
    if ledger is None:
        return [*lines, (_("Forløb"), _("ikke oplyst"))]
    end = ledger.end_extended or ledger.end
    rule_set = ledger.rule_set.key if ledger.rule_set else _("intet regelsæt")
    lines += [
        (_("Regelsæt"), rule_set),
        (_("Forløb"), f"{day(ledger.start)} – {day(end) if end else _('ingen slutdato')}"),
    ]
    names = {"planned": _("Planlagt"), "attended": _("Deltaget"), "documented": _("Dokumenteret")}
    for key, name in names.items():
        told = _("{n} timer").format(n=hours(getattr(ledger.school, key)))
        if ledger.counted is not None:
            counted = getattr(ledger.counted, key)
            told = _("{told}, tæller {n} ({weeks} uger)").format(told=told, n=hours(counted), weeks=weeks(counted))
        lines.append((name, told))
    return [*lines, (_("Prognose"), sentences.forecast(ledger).text)]
