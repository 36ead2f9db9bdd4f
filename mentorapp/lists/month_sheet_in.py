"""Reads a month sheet back: what the mentor wrote becomes confirmed weeks, days of practice and notes, in a plan.

The hidden mark says who it is about. A sheet of another organisation, or one whose name was changed, is refused
whole, for nothing in it can be trusted to be about the right learner.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from mentorapp.domain import ledger as ledgers
from mentorapp.domain import month_sheet_words as words
from mentorapp.domain import note_warnings
from mentorapp.domain.change import Change, creation, update
from mentorapp.domain.month_sheet import MonthSheet, SheetWeek, month_sheet, of_enrolment
from mentorapp.domain.note_warnings import SENTENCES, WordLists
from mentorapp.errors import UserError
from mentorapp.i18n import _, day, weekday
from mentorapp.lists.cells import text, times
from mentorapp.lists.cells.text import Unreadable, fold
from mentorapp.lists.columns import ColumnMap
from mentorapp.lists.known import Known
from mentorapp.lists.month_sheet import mark as month_mark
from mentorapp.lists.month_sheet import note as notes
from mentorapp.lists.month_sheet import rows as sheet_rows
from mentorapp.lists.month_sheet.mark import Mark
from mentorapp.lists.month_sheet.rows import DayLine, Lines
from mentorapp.lists.month_sheet.week import Verdict, WeekAnswers
from mentorapp.lists.plan import CHANGED, NEW, REFUSED, UNCHANGED, Edit, Plan, PlannedRow
from mentorapp.lists.table_file import Sheet


@dataclass(slots=True)
class _Rows:
    """The planned rows of one learner as they are found."""

    who: str
    made: list[PlannedRow] = field(default_factory=list)

    def refuse(self, number: int, reason: str, columns: tuple[int, ...] = ()) -> None:
        self.made.append(PlannedRow(number, self.who, REFUSED, reason, faulty_columns=columns))

    def add(self, number: int, verdict: Verdict, warnings: tuple[str, ...] = ()) -> None:
        if verdict.refused:
            self.refuse(number, verdict.reason)
            return
        edits = tuple(verdict.edits)
        if not edits:
            self.made.append(PlannedRow(number, self.who, UNCHANGED, verdict.reason))
            return
        outcome = NEW if all(edit.before is None for edit in edits) else CHANGED
        changes = tuple(change for edit in edits for change in _changes(edit))
        self.made.append(PlannedRow(number, self.who, outcome, verdict.reason, warnings, changes, edits=edits))


def _changes(edit: Edit) -> list[Change]:
    """The edit as the store takes it; the next version of a note is a row of its own."""
    before, after = edit
    return update(before, after) if before is not None and before.id == after.id else creation(after)


def plan(sheet: Sheet, column_map: ColumnMap, known: Known) -> Plan:
    """What becomes of each row; `UserError` where it cannot be seen who the sheet is about, or it is empty."""
    told = _about(sheet, known)
    lines, by, warnings = sheet_rows.read(sheet, column_map), _filled_by(sheet), []
    if not by:
        warnings.append(_("Arket siger ikke, hvem der har udfyldt det."))
    rows = _Rows(told.case.learner.name)
    _refuse_strays(told, lines, rows)
    for week in told.weeks:
        own = [line for line in lines.days if line.day and week.monday <= line.day <= week.days[-1].day]
        filled = [line for line in own if line.is_filled and not line.faults]
        answers = WeekAnswers(told, week, filled, by)
        for number, verdict in answers.by_row.items():
            rows.add(number, verdict)
        _add_head(week, lines, filled, answers.head, rows, (*warnings, *_dated_before(sheet, filled)))
        _add_note(told, week, lines, own, by, rows, known.words)
    if not rows.made:
        raise UserError(_("{where}: Arket er ikke udfyldt endnu. Intet er ændret.").format(where=sheet.name))
    known.take(edit for row in rows.made for edit in row.edits)
    return Plan("monthsheet", sheet.name, tuple(sorted(rows.made, key=lambda row: row.number)), column_map)


def _about(sheet: Sheet, known: Known) -> MonthSheet:
    """The sheet as it would be made today; `UserError` where it is about nobody here, or about two."""
    mark = month_mark.read(sheet)
    if mark is None:
        raise _unmarked(sheet, known)
    assert known.today is not None
    case = known.case(mark.learner)
    own = of_enrolment(case, mark.enrolment) if case else None
    ledger = ledgers.build(own, known.today) if own else None
    if case is None or own is None or ledger is None:
        raise UserError(
            _(
                "{where}: Arket er om en elev eller et forløb, som ikke findes her. Intet er ændret. "
                "Er det lavet i en anden organisation, så send det derhen."
            ).format(where=sheet.name)
        )
    _check_name(sheet, mark, case.learner.name)
    told = month_sheet(own, ledger, mark.month)
    if not told.weeks:
        raise UserError(
            _("{where}: {month} ligger uden for forløbet. Intet er ændret.").format(
                where=sheet.name, month=words.month_name(mark.month).capitalize()
            )
        )
    return told


def _unmarked(sheet: Sheet, known: Known) -> UserError:
    """Who it is about is asked, not guessed: two may have one name, and a name is soon written over another."""
    name = month_mark.shown_name(sheet)
    if month_mark.candidates(sheet, known.cases()):
        text = _(
            "{where}: Arkets skjulte mærke er væk, så det kan ikke ses sikkert, hvem arket er om. "
            "Intet er ændret. Øverst står der {name}. Sig, hvilken elev det er, så læses arket."
        )
    else:
        text = _(
            "{where}: Arkets skjulte mærke er væk, og øverst står der {name}, som ingen elev her hedder. "
            "Intet er ændret. Skriv elevens fulde navn øverst, eller lav et nyt ark."
        )
    return UserError(text.format(where=sheet.name, name=name or _("intet navn")))


def _check_name(sheet: Sheet, mark: Mark, name: str) -> None:
    """A sheet made for one learner and filled in for another would be put down for the wrong one."""
    shown = month_mark.shown_name(sheet)
    if shown and fold(shown) not in (fold(mark.name), fold(name)):
        raise UserError(
            _(
                "{where}: Arket er lavet til {name}, men der står {shown} på det. Intet er ændret. "
                "Lav et ark til {shown}, eller ret navnet."
            ).format(where=sheet.name, name=name, shown=shown)
        )


def _filled_by(sheet: Sheet) -> str | None:
    try:
        return text.line(month_mark.beside(sheet, words.FILLED_BY)) or None
    except Unreadable:
        return None


def _dated_before(sheet: Sheet, filled: list[DayLine]) -> list[str]:
    """A sheet that is dated before a day it tells of was filled in ahead, or dated wrongly."""
    written = month_mark.beside(sheet, words.FILLED_ON)
    try:
        on = times.day(written) if written is not None else None
    except Unreadable:
        on = None
    last: date | None = max((line.day for line in filled if line.day), default=None)
    if on is None or last is None or on >= last:
        return []
    return [_("Arket er udfyldt {on}, før {day}.").format(on=day(on), day=day(last))]


def _refuse_strays(told: MonthSheet, lines: Lines, rows: _Rows) -> None:
    """Rows that cannot be understood, and days of another month."""
    for line in lines.days:
        if line.faults:
            reason = " ".join(fault.sentence for fault in line.faults)
            rows.refuse(line.number, reason, tuple(fault.column for fault in line.faults))
        elif line.day and told.day(line.day) is None and (line.is_filled or line.remark):
            on = f"{weekday(line.day.isoweekday())} {day(line.day)}"
            reason = _("{day} hører ikke til arket, som er {span} ({month}).")
            rows.refuse(
                line.number,
                reason.format(day=on, span=words.span(told), month=words.month_name(told.month)),
            )


def _add_head(
    week: SheetWeek, lines: Lines, filled: list[DayLine], head: Verdict, rows: _Rows, warnings: tuple[str, ...]
) -> None:
    """The row of the week; where it was deleted, its first day stands for it."""
    if head.edits or head.reason:
        line = lines.heads.get(week.number)
        rows.add(line.number if line else filled[0].number, head, warnings)


def _add_note(
    told: MonthSheet, week: SheetWeek, lines: Lines, own: list[DayLine], by: str | None, rows: _Rows, avoid: WordLists
) -> None:
    """The note of the week with the remarks of its days, also of those whose answer is refused.

    A mentor without the program was not reminded of words to `avoid` while writing; who imports them is.
    """
    note, remarks = lines.notes.get(week.number), [line for line in own if line.remark]
    said = notes.words_of(note.text if note else "", own)
    if not said:
        return
    number = note.number if note else remarks[0].number
    today = told.days.ledger.today
    if week.monday > today:
        rows.refuse(number, _("Uge {number} er ikke begyndt.").format(number=week.number))
        return
    found: Edit | None = notes.edit(told.case, week.monday, said, by, today)
    reason = _("notatet gemmes") if found else _("notatet er kendt")
    reminders = (_(SENTENCES[one.kind]).format(words=one.words) for one in note_warnings.find(said, avoid))
    rows.add(number, Verdict([found] if found else [], reason=reason), tuple(reminders))
