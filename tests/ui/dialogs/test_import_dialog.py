"""A list from the file to the store, through the dialog."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow

from mentorapp.errors import UserError
from mentorapp.paths import RESOURCES
from mentorapp.store import notes
from mentorapp.store.database import Store
from mentorapp.ui.desk import Desk
from mentorapp.ui.dialogs import import_dialog
from mentorapp.ui.dialogs.import_dialog import ImportDialog
from mentorapp.ui.dialogs.importing.preview_row import Outcome
from tests.conftest import TODAY

SAMPLE = RESOURCES / "sample"
Open = Callable[[Path], ImportDialog]


@pytest.fixture
def window(qtbot, desk: Desk) -> Iterator[QMainWindow]:
    window = QMainWindow()
    window.resize(1366, 768)
    qtbot.addWidget(window)
    window.show()
    yield window


@pytest.fixture
def opened(qtbot, desk: Desk, window: QMainWindow) -> Open:
    def opened(path: Path) -> ImportDialog:
        dialog = ImportDialog(window, desk, path)
        dialog.open()
        settled(qtbot, dialog)
        return dialog

    return opened


def settled(qtbot, dialog: ImportDialog) -> None:
    qtbot.waitUntil(lambda: not dialog.running.busy, timeout=20_000)


def carried_out(qtbot, desk: Desk, dialog: ImportDialog) -> str:
    with qtbot.waitSignal(desk.said, timeout=20_000) as said:
        dialog.primary.click()
    assert not dialog.isVisible()
    return said.args[0]


def plain(name: str) -> str:
    """A sample list as text."""
    data = (SAMPLE / name).read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252")


def written(path: Path, text: str) -> Path:
    path.write_text(text, "utf-8")
    return path


def test_the_sample_list_comes_in_and_the_second_time_changes_nothing(qtbot, desk: Desk, opened: Open) -> None:
    dialog = opened(SAMPLE / "elevliste.csv")
    assert dialog._title.text() == "Importér elevliste"
    assert dialog._subtitle.text() == "elevliste.csv · 13 rækker · overskrifter fundet i række 1"
    assert dialog.list.chips.texts() == ["13 nye elever"]
    assert dialog.primary.text() == "Importér 13 elever"
    assert dialog.list.preview.table.model_.rowCount() == 13
    assert desk.session.names() == [], "nothing is written before the button"
    assert carried_out(qtbot, desk, dialog) == "Importeret: 13 nye."
    assert len(desk.session.names()) == 13
    again = opened(SAMPLE / "elevliste.csv")
    assert again.list.chips.texts() == ["13 uden ændringer"]
    assert not again.primary.isEnabled() and again.primary.toolTip() == "Der er intet nyt."
    assert again.message().startswith("Der er intet nyt i listen.")


def test_the_workbook_comes_in_whole_and_is_undone_as_one(qtbot, desk: Desk, opened: Open) -> None:
    dialog = opened(SAMPLE / "elevliste.xlsx")
    assert dialog.list.choice.sheet.currentText() == "Alle ark (2)"
    assert not dialog.list.columns.isVisible() and not dialog.list.choice.kind.isVisible()
    assert dialog.primary.text() == "Importér 33 rækker"
    sheets = [row.cells[0] for row in dialog.list.preview.table.model_.rows]
    assert sheets == ["Elever"] * 13 + [sheets[-1]] * 20, "learners first, for the plan names them"
    carried_out(qtbot, desk, dialog)
    assert sum(len(case.schooling) for case in desk.session.case_files()) == 20
    undone = desk.session.store.undo()
    assert undone is not None and undone.kind == "import"
    assert desk.session.names() == []


def test_one_sheet_can_be_chosen(qtbot, desk: Desk, opened: Open) -> None:
    dialog = opened(SAMPLE / "elevliste.xlsx")
    dialog.list.choice.sheet.setCurrentIndex(dialog.list.choice.sheet.findData("1"))
    settled(qtbot, dialog)
    assert dialog._title.text() == "Importér skoleplan" and dialog.list.columns.isVisible()
    assert not dialog.primary.isEnabled(), "nobody is known yet"
    assert dialog.list.preview.said.text().startswith("Række ") and "kendes ikke" in dialog.list.preview.said.text()
    dialog.list.choice.sheet.setCurrentIndex(dialog.list.choice.sheet.findData("0"))
    settled(qtbot, dialog)
    assert dialog.primary.text() == "Importér 13 elever"
    assert "ark „Elever“" in dialog._subtitle.text()


def test_a_changed_cell_shows_both_values(qtbot, desk: Desk, opened: Open, tmp_path: Path) -> None:
    carried_out(qtbot, desk, opened(SAMPLE / "elevliste.csv"))
    text = plain("elevliste.csv").replace("Birthe Sørensen;30;7", "Birthe Sørensen;31;7")
    dialog = opened(written(tmp_path / "ny.csv", text))
    assert dialog.list.chips.texts() == ["1 kendt med ændringer", "12 uden ændringer"]
    assert dialog.primary.text() == "Importér 1 elev"
    dialog.list.preview.filter._segments[Outcome.CHANGED.value].click()
    (row,) = dialog.list.preview.table.model_.rows
    assert "31,0 (før 30,0)" in row.cells and row.what == "Praktiktimer pr. uge ændres"
    dialog.list.preview.table.selectRow(0)
    assert dialog.list.preview.said.text() == "Række 3 · Oksana Bondarenko · Praktiktimer pr. uge: 30,0 → 31,0"
    carried_out(qtbot, desk, dialog)
    case = next(case for case in desk.session.case_files() if case.learner.name == "Oksana Bondarenko")
    placement = case.placement(TODAY)
    assert placement is not None and placement.minutes_a_week == 31 * 60


def test_a_refused_row_is_shown_with_its_reason_and_the_others_come_in(
    qtbot, desk: Desk, opened: Open, tmp_path: Path
) -> None:
    text = plain("elevliste.csv").replace("03-08-2026", "31-06-2026")
    dialog = opened(written(tmp_path / "ny.csv", text))
    assert dialog.list.chips.texts() == ["12 nye elever", "1 springes over"]
    refused = [row for row in dialog.list.preview.table.model_.rows if row.outcome is Outcome.REFUSED]
    (row,) = refused
    assert (row.number, row.who) == (9, "Selam Ghebremariam")
    assert row.wrong is not None and row.cells[row.wrong] == "31-06-2026"
    assert "Datoen »31-06-2026« findes ikke" in row.what
    assert carried_out(qtbot, desk, dialog) == "Importeret: 12 nye, 1 sprunget over."
    assert "Selam Ghebremariam" not in [name for _learner, name in desk.session.names()]


def test_a_column_can_be_corrected(qtbot, desk: Desk, opened: Open, tmp_path: Path) -> None:
    dialog = opened(written(tmp_path / "liste.csv", "Navn;Startdato;Hvor\nMaryam Ahmadi;01-09-2025;Søglimt\n"))
    assert dialog.list.columns._known.text() == "2 af 3 kolonner er genkendt"
    assert "Praktiksted" not in dialog.list.preview.table.model_.titles
    combo = dialog.list.columns.combo("Hvor")
    assert combo.currentText() == "Importeres ikke"
    combo.setCurrentIndex(combo.findData("site"))
    settled(qtbot, dialog)
    assert "Praktiksted" in dialog.list.preview.table.model_.titles
    assert dialog.list.columns._known.text() == "3 af 3 kolonner er genkendt"
    carried_out(qtbot, desk, dialog)
    assert [site.name for site in desk.session.organisation.sites.values()] == ["Søglimt"]


def test_without_a_needed_column_it_says_which_until_it_is_chosen(
    qtbot, desk: Desk, opened: Open, tmp_path: Path
) -> None:
    dialog = opened(written(tmp_path / "liste.csv", "Navn;Startdato\nMaryam Ahmadi;01-09-2025\n"))
    combo = dialog.list.columns.combo("Startdato")
    combo.setCurrentIndex(combo.findData(""))
    settled(qtbot, dialog)
    assert "Startdato" in dialog.message() and "mangler" in dialog.message()
    assert not dialog.primary.isEnabled() and dialog.list.columns.isVisible()
    combo.setCurrentIndex(combo.findData("start"))
    settled(qtbot, dialog)
    assert dialog.message() == "" and dialog.primary.isEnabled()


def test_the_kind_can_be_corrected(qtbot, desk: Desk, opened: Open, tmp_path: Path) -> None:
    dialog = opened(written(tmp_path / "liste.csv", "Fisk;Farve\nTorsk;grå\n"))
    assert dialog.message().startswith("liste.csv: Det kan ikke ses, hvilken liste det er.")
    assert not dialog.list.columns.isVisible() and not dialog.primary.isEnabled()
    kind = dialog.list.choice.kind
    assert kind.currentText() == "Vælg …"
    kind.setCurrentIndex(kind.findData("learners"))
    settled(qtbot, dialog)
    assert "mangler" in dialog.message() and dialog.list.columns.isVisible()
    for heading, field in (("Fisk", "name"), ("Farve", "start")):
        combo = dialog.list.columns.combo(heading)
        combo.setCurrentIndex(combo.findData(field))
        settled(qtbot, dialog)
    assert dialog.list.chips.texts() == ["1 springes over"] and "grå" in dialog.list.preview.said.text()


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("tom.csv", b"", "tom"),
        ("billede.xlsx", b"\x89PNG\r\n\x1a\n" + b"0" * 50, "billede"),
        ("skadet.xlsx", b"PK\x03\x04" + b"\0" * 200, "beskadiget"),
        ("tal.csv", b"1;2;3\n4;5;6\n", "overskrifter"),
        ("gammel.xls", b"\xd0\xcf\x11\xe0" + b"\0" * 50, ".xls"),
    ],
)
def test_a_bad_file_shows_its_sentence_and_another_can_be_chosen(
    qtbot, opened: Open, tmp_path: Path, monkeypatch, name: str, content: bytes, sentence: str
) -> None:
    (tmp_path / name).write_bytes(content)
    dialog = opened(tmp_path / name)
    assert dialog.message().startswith(name) and sentence in dialog.message()
    assert "Intet er ændret" in dialog.message() and "Traceback" not in dialog.message()
    assert not dialog.primary.isEnabled() and not dialog.list.preview.table.isVisible()
    monkeypatch.setattr(import_dialog, "choose_file", lambda _parent: SAMPLE / "elevliste.csv")
    dialog.list.other.click()
    settled(qtbot, dialog)
    assert dialog.message() == "" and dialog.primary.text() == "Importér 13 elever"


def test_what_was_saved_meanwhile_is_planned_and_shown_again(qtbot, desk: Desk, opened: Open, tmp_path: Path) -> None:
    carried_out(qtbot, desk, opened(SAMPLE / "elevliste.csv"))
    text = plain("elevliste.csv").replace("Birthe Sørensen;30;7", "Birthe Sørensen;31;7")
    dialog = opened(written(tmp_path / "ny.csv", text))
    learner, _name = desk.session.names()[0]
    notes.add(desk.session.store, learner, "Skrevet imens.", TODAY)
    dialog.primary.click()
    settled(qtbot, dialog)
    assert dialog.isVisible() and "Noget er gemt" in dialog.message()
    assert carried_out(qtbot, desk, dialog) == "Importeret: 1 ændret."


def test_a_fault_while_importing_leaves_the_dialog_as_it_was(
    qtbot, desk: Desk, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(SAMPLE / "elevliste.csv")

    def full(*_arguments: object) -> None:
        raise UserError("Disken er fuld. Intet er gemt halvt, og det gamle er uændret. Skaf plads, og prøv igen.")

    monkeypatch.setattr(Store, "record", full)
    dialog.primary.click()
    settled(qtbot, dialog)
    assert dialog.message().startswith("Disken er fuld.") and dialog.isVisible()
    assert dialog.cancel.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible() and desk.session.names() == []


def test_escape_while_reading_goes_away_and_leaves_nothing(qtbot, desk: Desk, window: QMainWindow) -> None:
    dialog = ImportDialog(window, desk, SAMPLE / "elevliste.csv")
    dialog.open()
    assert dialog.running.busy
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    qtbot.wait(300)
    assert desk.session.names() == []


def test_a_mentor_is_told_whose_task_it_is(qtbot, desk: Desk, window: QMainWindow) -> None:
    desk.session.store.set_local("role", "mentor")
    with qtbot.waitSignal(desk.failed) as told:
        ImportDialog.ask(window, desk, SAMPLE / "elevliste.csv")
    assert told.args[0].startswith("Lister importeres af gennemførselsvejlederen.")


def test_four_thousand_rows_are_planned_off_the_window_and_shown(qtbot, opened: Open, tmp_path: Path) -> None:
    rows = "".join(f"Elev Nummer{number};01-09-2025\n" for number in range(4_000))
    dialog = opened(written(tmp_path / "mange.csv", "Navn;Startdato\n" + rows))
    assert dialog.primary.text() == "Importér 4000 elever"
    assert dialog.list.preview.table.model_.rowCount() == 4_000
