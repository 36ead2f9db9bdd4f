"""A month sheet goes out, is filled in as people fill in sheets, and comes back: what was said, and nothing else."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from mentorapp.domain import ledger as ledgers
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.change import creation, update
from mentorapp.domain.learner import LEARNER_ROW, LearnerPrivate
from mentorapp.domain.month_sheet import MonthSheet, month_sheet
from mentorapp.domain.note import leaves
from mentorapp.errors import UserError
from mentorapp.lists import month_sheet_out, table_file
from mentorapp.lists.month_sheet import mark as month_mark
from mentorapp.lists.plan import ListImport, PlannedRow
from mentorapp.store import notes
from mentorapp.store.session import Session
from tests import builders
from tests.builders import period
from tests.lists.conftest import Desk
from tests.ui.learner.keeping import keep

NOVEMBER = date(2026, 11, 1)
NUMBER = "680791-0001"
Answers = Mapping[int, Mapping[str, Any]]
"""Day of November → column → what is written there."""

FULL: Answers = {day: {"D": "✓"} for day in (2, 3, 5, 6)}
"""Week 45, every day of practice; the 4th is a day at school."""


class Mentor:
    """Fills in a sheet and sends it back."""

    def __init__(self, desk: Desk, folder: Path, name: str = "Maryam Ahmadi") -> None:
        self.desk, self.folder, self.name = desk, folder, name

    @property
    def case(self) -> CaseFile:
        return self.desk.case(self.name)

    def blank(self, month: date = NOVEMBER) -> bytes:
        """The sheet as the program makes it."""
        ledger = ledgers.build(self.case, self.desk.session.today)
        assert ledger is not None
        return month_sheet_out.write(month_sheet(self.case, ledger, month))

    def fill(
        self, answers: Answers, notes: Mapping[int, str] | None = None, by: str | None = "Gitte", change: Any = None
    ) -> Path:
        """The sheet with these answers and notes (by week); `change` has the workbook at the end."""
        book = load_workbook(io.BytesIO(self.blank()))
        page = book.worksheets[0]
        page["B4"] = by
        for row in range(7, page.max_row + 1):
            at, label = page.cell(row, 2).value, str(page.cell(row, 1).value)
            for column, value in answers.get(at.day if isinstance(at, date) else 0, {}).items():
                page[f"{column}{row}"] = value
            for week, words in (notes or {}).items():
                if label == f"Notat om uge {week}":
                    page[f"C{row}"] = words
        if change:
            change(book)
        path = self.folder / "ark.xlsx"
        book.save(path)
        return path

    def plan(self, *filled: Any, **more: Any) -> ListImport:
        return self.desk.plan_file(self.fill(*filled, **more))

    def bring_in(self, *filled: Any, **more: Any) -> ListImport:
        """Import; the same sheet again must change nothing."""
        path = self.fill(*filled, **more)
        planned = self.desk.bring_in_file(path)
        again = self.desk.plan_file(path)
        assert again.changes == []
        assert again.counts["new"] == again.counts["changed"] == 0
        return planned

    def practice(self) -> dict[int, tuple[str, int | None]]:
        """Status and minutes by day of November, as recorded."""
        return {row.day.day: (row.status, row.minutes) for row in self.case.attendance if row.source == "mentor"}

    def worked(self) -> int:
        """Minutes of practice so far that are entered."""
        ledger = ledgers.build(self.case, self.desk.session.today)
        assert ledger is not None
        return ledger.practice_worked


@pytest.fixture
def mentor(desk: Desk, session: Session, tmp_path: Path) -> Mentor:
    keep(session, builders.maryam(), "Maryam Ahmadi")
    return Mentor(desk, tmp_path)


def refusals(planned: ListImport) -> list[str]:
    return [row.reason for plan in planned.plans for row in plan.rows if row.outcome == "refused"]


def rows(planned: ListImport) -> tuple[PlannedRow, ...]:
    assert [plan.kind for plan in planned.plans] == ["monthsheet"]  # seen from the file alone
    return planned.plans[0].rows


def test_a_whole_week_is_one_mark_and_nobodys_schooling(mentor: Mentor) -> None:
    before = mentor.worked()
    planned = mentor.bring_in(FULL)
    assert [(row.outcome, row.reason) for row in rows(planned)] == [
        ("new", "ugen bekræftes"), *[("unchanged", "som planlagt; bekræftes med ugen")] * 4
    ]  # fmt: skip
    assert [(mark.week, mark.confirmed_by) for mark in mentor.case.week_marks] == [("2026-W45", "Gitte")]
    assert mentor.practice() == {}
    assert mentor.worked() - before == 25 * 60  # what stood on the sheet: four days of 6 hours 15


def test_a_week_that_differed_counts_what_was_said(mentor: Mentor) -> None:
    before = mentor.worked()
    mentor.bring_in({**FULL, 3: {"F": "Syg"}, 5: {"E": "7,5"}, 7: {"E": 3}})
    assert mentor.practice() == {
        2: ("present", 375), 3: ("sick", 0), 4: ("present", 0), 5: ("present", 450), 6: ("present", 375),
        7: ("present", 180),
    }  # fmt: skip
    assert mentor.worked() - before == 375 + 450 + 375 + 180
    assert all(row.kind == "practice" for row in mentor.case.attendance if row.source == "mentor")


def test_an_edited_answer_is_a_change_that_is_shown(mentor: Mentor) -> None:
    mentor.bring_in({**FULL, 3: {"F": "Syg"}})
    changed = [row for row in rows(mentor.bring_in(FULL)) if row.outcome == "changed"]
    assert [(one.label, one.before, one.after) for one in changed[0].fields] == [
        ("Status", "syg", "fremmødt"), ("Timer", "0,0", "6,25"),
    ]  # fmt: skip
    assert mentor.practice()[3] == ("present", 375)


def test_a_week_that_is_not_told_waits_but_absence_does_not(mentor: Mentor) -> None:
    planned = mentor.bring_in({2: {"D": "✓"}, 3: {"F": "Barnet er sygt"}})
    assert refusals(planned) == [
        "Uge 45 bekræftes først, når alle dage er udfyldt: torsdag 05-11-2026, fredag 06-11-2026 mangler."
    ]
    assert mentor.practice() == {3: ("child_sick", 0)}
    assert not mentor.case.week_marks
    mentor.bring_in({**FULL, 3: {"F": "Barnet er sygt"}})
    assert [mark.week for mark in mentor.case.week_marks] == ["2026-W45"]


REFUSED: list[tuple[Answers, str]] = [
        ({4: {"D": "x"}}, "onsdag 04-11-2026 er skoledag. Skolen siger, om eleven var der; mentor bekræfter kun"),
        ({4: {"E": 7}}, "er skoledag"),
        ({4: {"F": "Syg"}}, "er skoledag"),
        ({5: {"E": 25}}, "Timer: 25 timer kan ikke passe; tallet skal ligge fra 0 til 24."),
        ({5: {"E": -1}}, "Timer: -1 timer kan ikke passe"),
        ({5: {"E": "syv"}}, "Timer: »syv« er ikke et timetal."),
        ({5: {"E": "#DIV/0!"}}, "Timer: »#DIV/0!« er en fejl fra Excel."),
        ({5: {"E": 0}}, "torsdag 05-11-2026: der står 0 timer. Vælg under Fravær, hvorfor."),
        ({5: {"D": "måske"}}, "Kom som planlagt: »måske« forstås ikke."),
        ({5: {"F": "Depression"}}, "Fravær: »Depression« er ikke et fremmøde"),
        ({5: {"F": "fremmødt"}}, "Fravær: »fremmødt« er ikke et fravær."),
        ({5: {"D": "✓", "F": "Syg"}}, "torsdag 05-11-2026: der står både fravær og fremmøde."),
        ({5: {"E": 3, "F": "Syg"}}, "der står både fravær og fremmøde."),
        ({7: {"D": "✓"}}, "lørdag 07-11-2026: der er ingen praktik planlagt, så skriv timerne."),
        ({7: {"F": "Syg"}}, "lørdag 07-11-2026: der er ingen praktik planlagt, så der er intet fravær."),
        ({23: {"F": "Syg"}}, "mandag 23-11-2026 er ikke kommet endnu."),
        ({5: {"A": "mandag", "D": "✓"}}, "Der står mandag, men 05-11-2026 er en torsdag."),
        ({5: {"B": date(2026, 12, 3), "D": "✓"}},
         "torsdag 03-12-2026 hører ikke til arket, som er uge 45–48, 2. november til 29. november (november 2026)."),
        ({5: {"B": "snart", "D": "✓"}}, "Dato: »snart« er ikke en dato."),
        ({5: {"B": None, "D": "✓"}}, "Datoen mangler."),
        ({5: {"B": date(2026, 11, 6), "A": "fredag", "F": "Syg"}, 6: {"F": "Ferie"}}, "er om samme dag. Behold én"),
    ]  # fmt: skip


def test_what_cannot_be_is_refused_by_its_row_with_words(mentor: Mentor) -> None:
    for answer, said in REFUSED:
        planned = mentor.plan(answer)
        (reason,) = refusals(planned)
        assert said in reason
        # and nothing of the row comes in: only the absence that another row told, once
        assert {change.table for change in planned.changes} <= {"attendance"}
        assert planned.counts["new"] == ("om samme dag" in said)


def test_a_fault_in_one_day_holds_its_week_and_no_other(mentor: Mentor) -> None:
    week_46 = {day: {"D": "X"} for day in (9, 10, 12, 13)}
    planned = mentor.bring_in({**FULL, 5: {"E": 25}, **week_46})
    assert [mark.week for mark in mentor.case.week_marks] == ["2026-W46"]
    assert len(refusals(planned)) == 4
    assert planned.plans[0].rows[2].faulty_columns == (4,)


def test_hours_as_people_write_them(mentor: Mentor) -> None:
    mentor.bring_in({2: {"E": "7:24"}, 3: {"E": time(7, 24)}, 5: {"E": "6 timer 15 min"}, 6: {"D": True}})
    assert mentor.practice() == {
        2: ("present", 444), 3: ("present", 444), 4: ("present", 0), 5: ("present", 375), 6: ("present", 375),
    }  # fmt: skip


def test_a_formula_counts_by_its_last_value_and_without_one_says_nothing(mentor: Mentor) -> None:
    planned = mentor.bring_in({**FULL, 5: {"E": "=7+0.5"}})  # no program has worked it out
    assert "torsdag 05-11-2026 mangler" in refusals(planned)[0]


def test_totals_of_a_period_stand(mentor: Mentor, session: Session) -> None:
    kept = replace(period("01-11-2026", "30-11-2026", 100), learner=mentor.case.learner.learner)
    session.store.record(creation(kept), "Periode")
    assert "Uge 45 er dækket af en periodes samlede timer; de gælder i stedet." in refusals(mentor.bring_in(FULL))
    assert not mentor.case.week_marks


def test_words_are_one_note_however_often_they_are_read(mentor: Mentor) -> None:
    mentor.bring_in({2: {"G": "gik kl. 12"}, 4: {"G": "på tur"}}, {45: "Gik godt.\nØver navne."})
    (note,) = mentor.case.notes
    assert note.text == "Gik godt.\nØver navne.\nMandag 2. november: gik kl. 12\nOnsdag 4. november: på tur"
    assert (note.written_by, note.written_on, note.kind) == ("Gitte", date(2026, 11, 6), "week")


def test_an_edited_note_is_a_new_version_and_another_persons_its_own(mentor: Mentor) -> None:
    mentor.bring_in({}, {45: "Gik godt."})
    planned = mentor.bring_in({}, {45: "Gik meget godt."})
    assert [row.outcome for row in rows(planned)] == ["changed"]
    assert [note.text for note in leaves(mentor.case.notes)] == ["Gik meget godt."]
    mentor.bring_in({}, {45: "Ser træt ud."}, by="Birthe")
    assert {note.text for note in leaves(mentor.case.notes)} == {"Gik meget godt.", "Ser træt ud."}
    assert len(mentor.case.notes) == 3
    assert mentor.plan({}, {45: "Gik godt."}).changes == []  # an older copy brings nothing back


def test_words_that_had_better_not_stand_in_a_note_are_reminded_of(mentor: Mentor) -> None:
    (note,) = rows(mentor.plan({}, {45: "Talte med fru Jensen om 060791-0001."}))
    assert note.outcome == "new"
    assert [warning.split(".")[0] for warning in note.warnings] == [
        "Det ligner et CPR-nummer", "»fru Jensen« ligner en beboers navn",
    ]  # fmt: skip


def test_words_made_confidential_do_not_come_back(mentor: Mentor, session: Session) -> None:
    mentor.bring_in({}, {45: "Gik godt."})
    (note,) = mentor.case.notes
    session_note = notes.add(
        session.store, note.learner, note.text, session.today, visibility="confidential", replaces=note,
        before=mentor.case.notes,
    )  # fmt: skip
    assert mentor.plan({}, {45: "Gik godt."}).changes == []
    assert [one.id for one in mentor.case.notes] == [session_note.id]


def test_who_filled_it_in_and_when_is_asked_for(mentor: Mentor) -> None:
    def dated(book: Workbook) -> None:
        book.worksheets[0]["E4"] = date(2026, 11, 5)

    (head, *_days) = rows(mentor.plan(FULL, by=None, change=dated))
    assert head.warnings == (
        "Arket siger ikke, hvem der har udfyldt det.", "Arket er udfyldt 05-11-2026, før 06-11-2026.",
    )  # fmt: skip


def test_rows_may_be_moved_and_columns_too(mentor: Mentor) -> None:
    def shuffle(book: Workbook) -> None:
        page = book.worksheets[0]
        told = [[cell.value for cell in row] for row in page.iter_rows(min_row=6)]
        for span in [*page.merged_cells.ranges]:
            page.unmerge_cells(str(span))
        for number, row in enumerate([told[0], *reversed(told[1:])], 6):
            for column, value in enumerate([row[6], *row[1:6], row[0]] if row[1] else row, 1):
                page.cell(number, column).value = value

    planned = mentor.bring_in(FULL, {45: "Gik godt."}, change=shuffle)
    assert planned.counts["refused"] == 0
    assert [mark.week for mark in mentor.case.week_marks] == ["2026-W45"]
    assert [note.text for note in mentor.case.notes] == ["Gik godt."]


def test_a_sheet_with_another_name_is_refused_whole(mentor: Mentor, session: Session) -> None:
    keep(session, builders.amal(), "Amal Idris Hamid")

    def rename(book: Workbook) -> None:
        book.worksheets[0]["B2"] = "Amal Idris Hamid"

    with pytest.raises(UserError, match="Arket er lavet til Maryam Ahmadi, men der står Amal Idris Hamid på det"):
        mentor.plan(FULL, change=rename)


def test_a_sheet_of_another_organisation_or_a_newer_program(mentor: Mentor) -> None:
    def marked(row: int, value: str) -> Callable[[Workbook], None]:
        def change(book: Workbook) -> None:
            book["mentorapp"].cell(row, 2).value = value

        return change

    for row, value, said in (
        (2, bytes(16).hex(), "en elev eller et forløb, som ikke findes her"),
        (3, "other", "en elev eller et forløb, som ikke findes her"),
        (1, "2", "lavet i en nyere Mentorapp"),
        (4, "november", "skjulte mærke er beskadiget"),
        (4, "2020-01", "Januar 2020 ligger uden for forløbet"),
    ):
        with pytest.raises(UserError, match=said):
            mentor.plan(FULL, change=marked(row, value))


def unmark(book: Workbook) -> None:
    del book["mentorapp"]


def test_without_its_mark_somebody_must_say_who_it_is_about(mentor: Mentor) -> None:
    path = mentor.fill(FULL, change=unmark)
    with pytest.raises(UserError, match=r"Øverst står der Maryam Ahmadi. Sig, hvilken elev det er"):
        mentor.desk.plan_file(path)
    (sheet,) = table_file.read(path)
    assert [case.learner.name for case in month_mark.candidates(sheet, [mentor.case])] == ["Maryam Ahmadi"]
    assert month_mark.answered(sheet, mentor.case).mark[1:4] == month_mark.written(told(mentor))[1:4]


def told(mentor: Mentor) -> MonthSheet:
    ledger = ledgers.build(mentor.case, mentor.desk.session.today)
    assert ledger is not None
    return month_sheet(mentor.case, ledger, NOVEMBER)


def test_saved_as_csv_it_is_read_when_somebody_says_who_it_is_about(mentor: Mentor, tmp_path: Path) -> None:
    page = load_workbook(mentor.fill({**FULL, 3: {"F": "Syg"}}, {45: "Gik godt."})).worksheets[0]
    lines = [";".join(_csv(cell.value) for cell in row) for row in page.iter_rows()]
    path = tmp_path / "ark.csv"
    path.write_text("\n".join(lines), "utf-8-sig")
    with pytest.raises(UserError, match="skjulte mærke er væk"):
        mentor.desk.plan_file(path)
    planned = mentor.desk.plan_file(path, about=mentor.case)
    assert (planned.counts["refused"], planned.plans[0].kind) == (0, "monthsheet")
    path.write_text("\n".join(lines).replace("✓", "?"), "utf-8-sig")  # what Excel's older .csv makes of it
    assert "»?« forstås ikke. Sæt ✓ eller x" in refusals(mentor.desk.plan_file(path, about=mentor.case))[0]


def _csv(value: Any) -> str:
    if isinstance(value, date):
        return f"{value:%d-%m-%Y}"
    return '"' + str(value).replace('"', '""') + '"' if value is not None else ""


def test_an_empty_sheet_says_so(mentor: Mentor) -> None:
    with pytest.raises(UserError, match="Arket er ikke udfyldt endnu"):
        mentor.plan({})


def test_the_file_says_nothing_that_need_not_be_said(mentor: Mentor, session: Session) -> None:
    private = LearnerPrivate(mentor.case.learner.learner, LEARNER_ROW, builders.day("06-07-1991"), NUMBER)
    session.store.record(creation(private), "CPR")
    assert mentor.case.private is not None and mentor.case.private.registration_number == NUMBER
    book = load_workbook(io.BytesIO(mentor.blank()))
    page, hidden = book.worksheets
    words = [str(cell.value) for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.value]
    assert not any(NUMBER in word or "680791" in word for word in words)
    assert (hidden.title, hidden.sheet_state, hidden.protection.sheet) == ("mentorapp", "veryHidden", True)
    assert "Maryam" not in f"{book.properties.title}{book.properties.creator}{book.properties.subject}"
    assert (page.protection.sheet, page.freeze_panes, page.page_setup.paperSize) == (True, "A7", 9)


def test_only_what_the_mentor_says_can_be_written(mentor: Mentor) -> None:
    page = load_workbook(io.BytesIO(mentor.blank())).worksheets[0]
    free = {cell.coordinate for row in page.iter_rows() for cell in row if not cell.protection.locked}
    assert {"B4", "E4", "D8", "E8", "F8", "G8", "C15"} <= free  # Monday, and the note
    assert not free & {"A8", "B8", "C8", "B2", "E2", "D10", "E10", "F10", "G10", "D13"}  # school; Saturday's tick
    lists = {str(one.sqref): one.formula1 for one in page.data_validations.dataValidation if one.type == "list"}
    assert lists["F7:F42"].startswith('"Syg,Barnet er sygt,Ferie,') and "✓" in lists["D7:D42"]


def test_a_name_is_never_a_formula(mentor: Mentor, session: Session) -> None:
    learner = mentor.case.learner
    session.store.record(update(learner, replace(learner, name="=1+1")), "Navn")
    mentor.name = "=1+1"
    cell = load_workbook(io.BytesIO(mentor.blank())).worksheets[0]["B2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")
