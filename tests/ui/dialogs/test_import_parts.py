"""The parts of the import dialog by themselves: columns and rows."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from mentorapp.ui import style
from mentorapp.ui.dialogs.importing.column_row import ColumnRow
from mentorapp.ui.dialogs.importing.preview_row import Outcome, PreviewRow
from mentorapp.ui.dialogs.importing.preview_table import PreviewTable

TITLES = {"name": "Elev", "programme": "Ordning"}
FIELDS = {"name": "Navn", "start": "Startdato", "site": "Praktiksted"}


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> None:
    style.apply(qapp, "light")


def test_a_corrected_column_is_told_and_takes_the_field_from_the_other(qtbot) -> None:
    row = ColumnRow()
    qtbot.addWidget(row)
    row.show_columns(["Navn", "Dato", "Sted"], FIELDS, ["name", "start", None])
    assert row._known.text() == "2 af 3 kolonner er genkendt"
    told: list[tuple[str | None, ...]] = []
    row.changed.connect(told.append)
    combo = row.combo("Sted")
    assert combo.currentText() == "Importeres ikke"
    assert "Sted" in combo.accessibleName()
    combo.setCurrentIndex(combo.findData("site"))
    assert told.pop() == row.column_map() == ("name", "start", "site")
    combo.setCurrentIndex(combo.findData("start"))
    assert told.pop() == ("name", None, "start")
    combo.setCurrentIndex(combo.findData(""))
    assert told.pop() == ("name", None, None)


def test_columns_of_another_list_take_their_place(qtbot) -> None:
    row = ColumnRow()
    qtbot.addWidget(row)
    row.show_columns(["Navn", "Dato"], FIELDS, ["name", "start"])
    row.show_columns(["Elev", "", "Fra"], {"name": "Elev", "first_day": "Fra"}, ["name", None, "first_day"])
    assert row.column_map() == ("name", None, "first_day")
    assert row.combo("(uden overskrift)").key() == ""


def rows(count: int) -> list[PreviewRow]:
    outcomes = (Outcome.NEW, Outcome.CHANGED, Outcome.SAME, Outcome.REFUSED)
    return [
        PreviewRow("Elever", number + 3, outcomes[number % 4], (f"Elev {number}", "IGU"), "oprettes", wrong=1)
        for number in range(count)
    ]


def test_the_outcome_is_said_in_words_and_a_refused_row_has_its_ground(qtbot) -> None:
    table = PreviewTable()
    qtbot.addWidget(table)
    table.show_rows(TITLES, rows(8))
    table.resize(700, 300)
    with qtbot.waitExposed(table):
        table.show()
    spoken = table.model_.index(3, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "6, springes over"
    picture = table.viewport().grab().toImage()
    ground = [picture.pixelColor(690, table.rowViewportPosition(row) + 4) for row in range(4)]
    assert ground == [QColor("#FFFFFF"), QColor("#FFFFFF"), QColor("#FFFFFF"), QColor("#FAE6E3")]
    chosen: list[PreviewRow | None] = []
    table.chosen.connect(chosen.append)
    table.selectRow(3)
    assert chosen[-1] is not None and chosen[-1].number == 6


def test_five_thousand_rows_come_and_scroll_at_once(qtbot) -> None:
    table = PreviewTable()
    qtbot.addWidget(table)
    table.resize(900, 500)
    with qtbot.waitExposed(table):
        table.show()
    many = rows(5_000)
    begun = time.perf_counter()
    table.show_rows(TITLES, many)
    bar = table.verticalScrollBar()
    steps = 50
    for step in range(steps):
        bar.setValue(step * bar.maximum() // steps)
        table.viewport().repaint()
    # a frame has 16 ms; slow machines get ten times that before this fails
    assert (time.perf_counter() - begun) / steps < 0.16
    assert table.model_.rowCount() == 5_000


def test_columns_keep_readable_at_large_text_and_the_table_scrolls_sideways(qtbot, qapp: QApplication) -> None:
    style.apply(qapp, "light", 2.0)
    table = PreviewTable()
    qtbot.addWidget(table)
    table.show_rows({f"field{number}": "Felt" for number in range(5)}, [])
    table.resize(700, 400)
    with qtbot.waitExposed(table):
        table.show()
    assert all(table.columnWidth(column) >= 150 for column in range(7))
    assert table.horizontalScrollBar().maximum() > 0
    style.apply(qapp, "light")
