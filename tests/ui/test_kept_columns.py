"""Widths of columns and the order of rows are as they were left, at every text size."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from mentorapp.ui import style
from mentorapp.ui.desk import Desk
from mentorapp.ui.learner.schooling.schooling_table import SchoolingTable
from mentorapp.ui.pages.learner_table import WIDTHS, LearnerTable
from mentorapp.ui.pages.learners_page import LearnersPage
from mentorapp.ui.preferences import Preferences
from tests import builders
from tests.ui.learner.keeping import keep


@pytest.fixture
def tables(desk: Desk, tmp_path: Path) -> Iterator[list[LearnersPage]]:
    """Pages that were opened, each on the preferences as the last one left them."""
    keep(desk.session, builders.amal(), "Amal Idris Hamid")
    desk.book.load()
    pages: list[LearnersPage] = []
    yield pages
    for page in pages:
        delete(page)


def table(desk: Desk, pages: list[LearnersPage]) -> LearnerTable:
    """The learners' table of a page made now."""
    page = LearnersPage(desk)
    pages.append(page)
    page.resize(1174, 768)
    page.show()
    return page.table


def test_a_dragged_column_and_the_sorting_are_kept(desk: Desk, tables: list[LearnersPage], tmp_path: Path) -> None:
    first = table(desk, tables)
    first.horizontalHeader().resizeSection(1, 150)
    first.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    desk.preferences.save()
    desk.preferences = Preferences(tmp_path)
    again = table(desk, tables)
    assert [again.columnWidth(column) for column in range(4)] == [WIDTHS[0], 150, *WIDTHS[2:]]
    header = again.horizontalHeader()
    assert (header.sortIndicatorSection(), header.sortIndicatorOrder()) == (0, Qt.SortOrder.DescendingOrder)


def test_widths_follow_the_text_and_are_not_taken_from_it(
    desk: Desk, tables: list[LearnersPage], qapp: QApplication
) -> None:
    shown = table(desk, tables)
    shown.horizontalHeader().resizeSection(0, 200)
    try:
        style.apply(qapp, "light", 2.0)
        assert (shown.columnWidth(0), shown.columnWidth(1)) == (400, 2 * WIDTHS[1])
    finally:
        style.apply(qapp, "light", 1.0)
    assert desk.preferences.table("learners") == {"width_name": "200"}


def test_a_broken_file_means_the_defaults(desk: Desk, tables: list[LearnersPage]) -> None:
    desk.preferences.keep_in_table("learners", "width_name", "wide")
    desk.preferences.keep_in_table("learners", "sort", "shoe size")
    shown = table(desk, tables)
    assert shown.columnWidth(0) == WIDTHS[0] and shown.horizontalHeader().sortIndicatorSection() == 4


def test_a_dragged_course_column_is_kept(desk: Desk) -> None:
    first = SchoolingTable(desk.preferences)
    first.resize(900, 300)
    first.show()
    first.horizontalHeader().resizeSection(0, 333)
    again = SchoolingTable(desk.preferences)
    again.resize(1100, 300)
    again.show()
    assert again.columnWidth(0) == 333
    for made in (first, again):
        delete(made)
