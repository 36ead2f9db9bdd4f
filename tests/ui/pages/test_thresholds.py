"""Our own limits on the page of settings: saved when left, undone like anything else, and only by coordinators."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from mentorapp.alerts.thresholds import THRESHOLDS
from mentorapp.ui.desk import Desk
from mentorapp.ui.pages.settings_page import SettingsPage
from mentorapp.ui.pages.threshold_panel import ThresholdPanel


@pytest.fixture
def panel(desk: Desk, qtbot: QtBot) -> Iterator[ThresholdPanel]:
    page = SettingsPage(desk)
    qtbot.addWidget(page)
    page.show()
    # the page is held here, or Python would take it down under its panel
    yield page.thresholds


def write(panel: ThresholdPanel, key: str, text: str) -> None:
    panel.rows[key].line.setText(text)
    panel.rows[key].finish()


def test_every_limit_has_a_row_with_name_and_unit(panel: ThresholdPanel) -> None:
    assert panel.rows.keys() == THRESHOLDS.keys()
    row = panel.rows["R10.soon"]
    assert row.line.text() == "2"
    assert row.line.accessibleName() == "Bagud med skole: gør noget denne uge ved mere end, uger"
    assert panel.rows["R50"].line.text() == ""


def test_a_limit_is_saved_and_undone(panel: ThresholdPanel, desk: Desk) -> None:
    write(panel, "R10.soon", "3")
    assert desk.session.organisation.settings == {"alert.R10.soon": "3"}
    action = desk.session.store.last_undoable()
    assert action is not None and action.label == "Grænse: Bagud med skole: gør noget denne uge ved mere end"
    desk.session.store.undo()
    assert desk.session.organisation.settings == {} and panel.rows["R10.soon"].line.text() == "2"


def test_an_emptied_limit_is_what_it_was_from_the_beginning(panel: ThresholdPanel, desk: Desk) -> None:
    write(panel, "R51", "12")
    write(panel, "R10.act", "6")
    write(panel, "R51", "")
    write(panel, "R10.act", " ")
    assert desk.session.organisation.settings == {}
    assert panel.rows["R51"].line.text() == "" and panel.rows["R10.act"].line.text() == "4"


@pytest.mark.parametrize("typed", ["0", "24", "to", "-3", "2,5"])
def test_what_is_no_limit_is_said_and_kept_in_the_field(panel: ThresholdPanel, desk: Desk, typed: str) -> None:
    row = panel.rows["R10.soon"]
    write(panel, "R10.soon", typed)
    assert row.error() == "Skriv et helt tal fra 1 til 23, eller lad feltet være tomt."
    assert row.line.text() == typed and desk.session.organisation.settings == {}
    write(panel, "R10.soon", "5")
    assert row.error() == "" and desk.session.organisation.settings == {"alert.R10.soon": "5"}


def test_a_mentor_reads_the_limits(desk: Desk, qtbot: QtBot) -> None:
    desk.session.store.set_local("role", "mentor")
    panel = ThresholdPanel(desk)
    qtbot.addWidget(panel)
    assert all(row.line.isReadOnly() for row in panel.rows.values())
