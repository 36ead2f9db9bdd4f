"""A list of learners: each row is a learner, a course, and where the learner is and with whom."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from mentorapp.domain.learner import LEARNER_ROW, Learner, LearnerPrivate
from mentorapp.i18n import _, ngettext
from mentorapp.lists.cells import words
from mentorapp.lists.cells.text import born_on, fold
from mentorapp.lists.columns import ColumnMap
from mentorapp.lists.known import Held, Known
from mentorapp.lists.learner_course import CoursePlanner
from mentorapp.lists.learner_row import PARSERS, LearnerRow
from mentorapp.lists.plan import Plan
from mentorapp.lists.row_draft import Refusal, RowDraft
from mentorapp.lists.row_reader import ReadRow, plan_rows, read_rows
from mentorapp.lists.table_file import Sheet

MOST_ROWS_NAMED = 5


def plan(sheet: Sheet, column_map: ColumnMap, known: Known) -> Plan:
    """What becomes of each row of a learners' list. Blank cells never erase what is known."""
    rows = read_rows(sheet, column_map, LearnerRow, PARSERS | {"programme": known.programme_key})
    namesakes, numbers = _namesakes(rows), _names_by_number(rows)
    fields = frozenset(filter(None, column_map))

    def plan_row(row: LearnerRow, draft: RowDraft) -> None:
        if row.name is None:
            raise Refusal(_("Navnet mangler."))
        draft.who = row.name
        start = _checked_start(row)
        if row.registration_number is None and row.birth_date is None:
            _tell_apart(row.name, draft.number, namesakes)
        elif row.registration_number is not None:
            _refuse_two_names(row.name, numbers[row.registration_number])
        held = _plan_learner(row, draft, known)
        learner = held.learner.learner if held else draft.edits[0].after.learner
        CoursePlanner(row, draft, known, learner, held, fields).plan(start)

    return plan_rows("learners", sheet, column_map, known, rows, Learner, plan_row)


def _namesakes(rows: list[ReadRow[LearnerRow]]) -> dict[str, dict[tuple[object, ...], int]]:
    """By folded name, the rows that say different things: cells and row number."""
    found: dict[str, dict[tuple[object, ...], int]] = defaultdict(dict)
    for row in rows:
        if row.values is not None and row.values.name:
            found[fold(row.values.name)].setdefault(row.cells, row.number)
    return found


def _names_by_number(rows: list[ReadRow[LearnerRow]]) -> dict[str, dict[str, int]]:
    """By registration number, the folded names it stands beside: each with the first such row's number."""
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for row in rows:
        if row.values is not None and row.values.name and row.values.registration_number:
            found[row.values.registration_number].setdefault(fold(row.values.name), row.number)
    return found


def _refuse_two_names(name: str, rows: dict[str, int]) -> None:
    """`Refusal` where the registration number stands beside another name too: one of the two is a slip."""
    other = next((number for folded, number in rows.items() if folded != fold(name)), None)
    if other is not None:
        raise Refusal(_("CPR-nummeret står også i række {n} ved et andet navn. Ret det forkerte.").format(n=other))


def _tell_apart(name: str, number: int, namesakes: dict[str, dict[tuple[object, ...], int]]) -> None:
    """`Refusal` where another row has the name too, and this one says nothing that tells who of them is meant."""
    others = [other for other in namesakes[fold(name)].values() if other != number]
    if others:
        named = ", ".join(map(str, others[:MOST_ROWS_NAMED])) + (" …" if len(others) > MOST_ROWS_NAMED else "")
        sentence = ngettext(
            "Navnet står også i række {rows}. Skriv fødselsdato eller CPR-nr., så de kan skelnes.",
            "Navnet står også i rækkerne {rows}. Skriv fødselsdato eller CPR-nr., så de kan skelnes.",
            len(others),
        )
        raise Refusal(sentence.format(rows=named))


def _checked_start(row: LearnerRow) -> date:
    """The start; `Refusal` where the dates of the row cannot be."""
    if row.start is None:
        raise Refusal(_("Startdatoen mangler."))
    if row.agreed_end is not None and row.agreed_end < row.start:
        raise Refusal(_("Startdatoen ligger efter slutdatoen."))
    if row.birth_date is not None and row.birth_date >= row.start:
        raise Refusal(_("Fødselsdatoen ligger ikke før startdatoen."))
    if (row.leave_from is None) != (row.leave_to is None):
        raise Refusal(_("Orloven skal have både en første og en sidste dag."))
    if row.leave_from is None and row.leave_kind is not None:
        raise Refusal(_("Orloven mangler sine datoer."))
    if row.leave_from is not None and row.leave_to is not None and row.leave_to < row.leave_from:
        raise Refusal(_("Orlovens første dag ligger efter dens sidste."))
    return row.start


def _plan_learner(row: LearnerRow, draft: RowDraft, known: Known) -> Held | None:
    """The learner's own facts; None where the learner is new, made by the draft's first edit."""
    found = known.find(row.name, row.registration_number, row.birth_date)
    if len(found) > 1:
        raise Refusal(
            _("Der er flere elever, der hedder {name}. Skriv fødselsdato eller CPR-nr.").format(name=row.name)
        )
    held = known.held(found[0]) if found else None
    if row.registration_number and row.birth_date and not born_on(row.registration_number, row.birth_date):
        draft.warnings.append(_("CPR-nummeret og fødselsdatoen passer ikke sammen."))
    if held and fold(held.learner.name) != fold(row.name or ""):
        draft.warnings.append(_("CPR-nummeret tilhører {name}; navnet ændres.").format(name=held.learner.name))
    shared = {
        "name": row.name, "languages": row.languages, "phone": row.phone, "email": row.email,
        "danish_level": row.danish_level, **_exam(row, held, draft),
    }  # fmt: skip
    private = {
        "birth_date": row.birth_date,
        "registration_number": row.registration_number,
        "permit_expires": row.permit_expires,
        "first_danish_address": row.first_danish_address,
    }
    if held is None:
        learner = known.new_learner()
        draft.make(Learner(learner, LEARNER_ROW, **shared))  # type: ignore[arg-type]
    else:
        learner = held.learner.learner
        draft.amend(held.learner, shared)
    if held is not None and held.private is not None:
        draft.amend(held.private, private)
    elif any(private.values()):
        draft.make(LearnerPrivate(learner, LEARNER_ROW, **private))  # type: ignore[arg-type]
    return held


def _exam(row: LearnerRow, held: Held | None, draft: RowDraft) -> dict[str, str | date | None]:
    """The highest passed Prøve i Dansk and its date; an older list never takes a higher one away."""
    exam = row.exam or words.passed_exam(row.danish_level or "")
    if exam is None and row.exam_passed_on and row.danish_level:
        exam = words.exam(row.danish_level)
    if exam is None and row.exam_passed_on:
        draft.warnings.append(_("Prøven har en dato, men det står ikke, hvilken prøve det er."))
    before = held.learner.exam if held else None
    if exam and before and words.is_higher_exam(before, than=exam):
        draft.warnings.append(
            _("{exam} er lavere end {before}, som er kendt; prøven ændres ikke.").format(exam=exam, before=before)
        )
        return {}
    return {"exam": exam, "exam_passed_on": row.exam_passed_on}
