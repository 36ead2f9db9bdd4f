"""Closing days on the page of settings: written, put right, taken away and brought back; mentors only read them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from mentorapp.domain.change import creation
from mentorapp.domain.organisation import ClosingDay
from mentorapp.domain.placement import Site
from mentorapp.store import queries
from mentorapp.ui.desk import Desk
from mentorapp.ui.pages.closing_day_form import ClosingDayForm
from mentorapp.ui.pages.closing_days_panel import ClosingDaysPanel
from mentorapp.ui.pages.settings_page import SettingsPage


@pytest.fixture
def panel(desk: Desk, qtbot: QtBot) -> Iterator[ClosingDaysPanel]:
    page = SettingsPage(desk)
    qtbot.addWidget(page)
    page.show()
    # the page is held here, or Python would take it down under its panel
    yield page.closing_days


def write(
    desk: Desk, first: str, last: str = "", name: str = "", site: str = "", row: ClosingDay | None = None
) -> ClosingDayForm:
    form = ClosingDayForm(None, desk, row)
    form.first.line.setText(first)
    form.last.line.setText(last)
    form.name.line.setText(name)
    form.site.set_key(site)
    form.submit()
    return form


def stored(desk: Desk) -> list[ClosingDay]:
    return sorted(queries.closing_days(desk.session.store), key=lambda row: row.first_day)


def words(panel: ClosingDaysPanel) -> list[list[str]]:
    return [[label.text() for label in row.findChildren(QLabel)] for row in panel.list.rows.values()]


def test_closing_days_are_written_and_shown_by_date(panel: ClosingDaysPanel, desk: Desk) -> None:
    desk.session.store.record(creation(Site("s1", "Plejecenter Søglimt")), "Nyt sted")
    write(desk, "24-12-2026", "31-12-2026", "Juleferie")
    write(desk, "1-12-26", site="s1")
    assert words(panel) == [
        ["01-12-2026", "Plejecenter Søglimt"],
        ["24-12-2026 – 31-12-2026", "Juleferie · Undervisning overalt"],
    ]
    shared = desk.session.organisation
    assert date(2026, 12, 30) in shared.closing_days and date(2026, 12, 1) not in shared.closing_days
    assert [row.site for row in shared.site_closing] == ["s1"]
    first, second = panel.list.rows.values()
    assert first.edit.accessibleName() == "Ret lukkedag 01-12-2026, Plejecenter Søglimt"
    assert second.delete.accessibleName() == "Slet lukkedag 24-12-2026 – 31-12-2026, Juleferie"


def test_a_closing_day_is_put_right_and_undone(panel: ClosingDaysPanel, desk: Desk) -> None:
    write(desk, "24-12-2026", "31-12-2026", "Juleferie")
    (row,) = stored(desk)
    write(desk, "24-12-2026", "", "Juleaften", row=row)
    assert words(panel) == [["24-12-2026", "Juleaften · Undervisning overalt"]]
    action = desk.session.store.last_undoable()
    assert action is not None and action.label == "Ret lukkedag"
    desk.session.store.undo()
    assert stored(desk) == [row] and words(panel)[0][0] == "24-12-2026 – 31-12-2026"


def test_a_closing_day_is_taken_away_and_brought_back(panel: ClosingDaysPanel, desk: Desk) -> None:
    said: list[str] = []
    desk.said.connect(said.append)
    write(desk, "24-12-2026")
    (row,) = stored(desk)
    panel.list.rows[row.id].delete.click()
    assert stored(desk) == [] and not panel.list.rows and "Ctrl+Z" in said[-1]
    desk.session.store.undo()
    assert stored(desk) == [row] and row.id in panel.list.rows


def test_the_row_worked_on_has_the_focus_again(
    panel: ClosingDaysPanel, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The form is opened by the row's own button and filled by hand, as the keyboard does it."""

    def fill(form: ClosingDayForm) -> None:
        form.last.line.setText("02-01-2027")
        form.submit()

    write(desk, "24-12-2026")
    (row,) = stored(desk)
    monkeypatch.setattr(ClosingDayForm, "exec", fill)
    panel.list.rows[row.id].edit.click()
    (again,) = panel.list.rows.values()
    assert again.words[0] == "24-12-2026 – 02-01-2027" and again.edit.window().focusWidget() is again.edit
    panel.list.rows[row.id].delete.click()
    assert panel.new.window().focusWidget() is panel.new


@pytest.mark.parametrize(
    ("first", "last", "where", "fault"),
    [
        ("", "", "first", "Skal udfyldes."),
        ("24-12-2026", "23-12-2026", "last", "Til ligger før fra."),
        ("24-12-2026", "31-02-2027", "last", "Datoen »31-02-2027« findes ikke."),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(desk: Desk, first: str, last: str, where: str, fault: str) -> None:
    form = write(desk, first, last)
    assert {name: getattr(form, name).error() for name in ("first", "last")} == {"first": "", "last": "", where: fault}
    assert form.message() == "" and stored(desk) == []


def test_days_of_more_than_a_year_ago_are_folded(panel: ClosingDaysPanel, desk: Desk, qtbot: QtBot) -> None:
    write(desk, "21-11-2025")
    write(desk, "22-11-2025")
    first, second = (row.id for row in stored(desk))
    old, new = panel.list.rows[first], panel.list.rows[second]
    qtbot.waitUntil(lambda: new.isVisibleTo(panel))
    assert not old.isVisibleTo(panel) and panel.list.focus_on(second) and not panel.list.focus_on(first)
    assert panel.list.earlier.text() == "Vis tidligere (1)"
    panel.list.earlier.click()
    qtbot.waitUntil(lambda: old.isVisibleTo(panel))
    assert panel.list.focus_on(first) and panel.list.earlier.text() == "Skjul tidligere (1)"
    panel.list.earlier.click()
    assert not old.isVisibleTo(panel)


def test_the_site_of_a_closing_day_may_be_gone(panel: ClosingDaysPanel, desk: Desk) -> None:
    desk.session.store.record(creation(ClosingDay("c1", date(2026, 12, 24), site="gone")), "Ny lukkedag")
    assert words(panel) == [["24-12-2026", "Et sted, der er slettet"]]
    form = ClosingDayForm(None, desk, stored(desk)[0])
    assert form.site.currentText() == "Et sted, der er slettet"
    form.submit()
    assert stored(desk)[0].site == "gone"


def test_a_mentor_reads_them(desk: Desk, qtbot: QtBot) -> None:
    write(desk, "24-12-2026")
    desk.session.store.set_local("role", "mentor")
    panel = ClosingDaysPanel(desk)
    qtbot.addWidget(panel)
    (row,) = panel.list.rows.values()
    assert not any(button.isVisibleTo(panel) for button in (panel.new, row.edit, row.delete))
    form = write(desk, "31-12-2026")
    assert form.message() and len(stored(desk)) == 1
