"""Forløb: the figures of `definitions.md` where they are read, and what is said where there are none."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorapp.domain.why.answers import FIGURES
from mentorapp.store import notes
from mentorapp.ui.desk import Desk
from mentorapp.ui.dialogs.put_off_dialog import PutOffDialog
from mentorapp.ui.learner.course.alerts_panel import AT_FIRST, AlertRow, AlertsPanel, PutOffRow
from mentorapp.ui.learner.learner_page import LearnerPage
from mentorapp.ui.learner.learner_tabs import KEYS
from mentorapp.ui.parts.figure_button import FigureArea, FigureButton
from mentorapp.ui.parts.label import Label
from tests import builders
from tests.conftest import TODAY, Clock
from tests.ui.learner.keeping import keep

Show = Callable[..., LearnerPage]


def test_the_totals_are_those_of_the_definitions(show: Show, amal: bytes) -> None:
    totals = show(amal).course.totals
    said = totals.bar.accessibleName()
    for figure in ("851,0", "769,4", "555,0", "532,8", "658,8"):
        assert figure in said
    assert totals.clock.text() == (
        "Klokketimer: 470,0 planlagt, 377,4 deltaget, 355,2 dokumenteret. De 377,4 deltagne tæller 555,0."
    )
    assert totals.practice.text() == "Praktik 28,4 t om ugen i snit (mindst 25)"
    assert totals.total.text() == "Praktik og skole 32,5 t (32 til 37)"
    assert totals.assumed.text() == "3 uger regnet som planlagt."
    assert "Kan nås: ja, men" in totals.forecast.accessibleName()


def test_every_figure_asks_for_its_own_reckoning(show: Show, desk: Desk, amal: bytes, qtbot: QtBot) -> None:
    asked: list[str] = []
    desk.why_wanted.connect(lambda learner, figure: asked.append(figure if learner == amal else ""))
    page = show(amal)
    for figure in page.findChildren(FigureArea):
        if figure.isVisibleTo(page):
            qtbot.keyClick(figure, Qt.Key.Key_Return)
    assert asked[:3] == ["required_school_weeks", "end_extended", "elapsed_weeks"]  # the head
    totals = ["required_school_hours", "expected_counted_hours", "counted_hours", "school_hours", "gap_weeks"]
    assert set(asked) > {*totals, "practice_hours_per_week", "total_hours_per_week", "practice_hours_worked"}
    page.course.totals.why.click()
    assert asked[-1] == "reachable"
    assert set(asked) <= set(FIGURES)


def test_the_warnings_of_day_one_ask_for_theirs(show: Show, desk: Desk) -> None:
    asked: list[str] = []
    desk.why_wanted.connect(lambda _learner, figure: asked.append(figure))
    week = builders.enrolment("02-11-2026", school_minutes_a_week=480)
    fresh = builders.case(week, builders.placement(20, "02-11-2026"))
    day_one = show(keep(desk.session, fresh, "Nadia Karimi")).course.day_one
    for strip in (day_one.school, day_one.practice):
        assert strip.isVisible()
        strip.pressed.emit()
    assert asked == ["day_one_school", "day_one_practice"]


def test_a_scheme_without_rules_has_no_bar(show: Show, hevin: bytes) -> None:
    page = show(hevin)
    totals = page.course.totals
    assert not totals.bar.isVisible()
    assert totals.clock.text() == "Klokketimer: 210,0 planlagt, 142,5 deltaget, 0,0 dokumenteret."
    assert totals.practice.text() == "Praktik 14,8 t om ugen i snit"
    assert "Ingen prognose." in totals.forecast.accessibleName()
    assert page.course.strip.isVisible()


def test_alerts_say_rule_sentence_and_what_to_do(show: Show, amal: bytes, qtbot: QtBot) -> None:
    alerts = show(amal).course.alerts
    (pace,) = [row for row in shown(alerts) if "skoleuger bagud" in row.accessibleName()]
    assert pace.accessibleName().startswith("Handl nu: 5,8 skoleuger bagud")
    told = [label.text() for label in pace.findChildren(Label)]
    assert "Aftal, hvordan timerne indhentes." in told
    assert any(source.text().startswith("R10 · ") for source in pace.findChildren(FigureButton))


def test_the_worst_alerts_come_first_and_the_rest_unfolds(show: Show, amal: bytes, maryam: bytes) -> None:
    page = show(amal)
    alerts = page.course.alerts
    assert len(shown(alerts)) == AT_FIRST and alerts.all.text() == "Vis alle 10"
    alerts.all.click()
    assert len(shown(alerts)) == 10 and alerts.all.text() == "Vis færre"
    page.show_learner(maryam)
    page.show_learner(amal)
    assert len(shown(alerts)) == AT_FIRST


def test_an_alert_put_off_goes_below_and_undo_brings_it_back(
    show: Show, desk: Desk, amal: bytes, qtbot: QtBot, said: list[str]
) -> None:
    alerts = show(amal).course.alerts
    assert not alerts.put_off.isVisible()
    answer(qtbot, lambda: shown(alerts)[0].later.click(), "Aftalt med kommunen")
    qtbot.waitUntil(lambda: alerts.put_off.isVisible())
    assert alerts.put_off.text() == "1 udsat" and alerts.all.text() == "Vis alle 9"
    assert said[-1] == "Udsat til 29-11-2026. Ctrl+Z henter påmindelsen frem igen."
    alerts.put_off.click()
    (row,) = alerts.findChildren(PutOffRow)
    assert "Udsat til 29-11-2026: Aftalt med kommunen" in row.accessibleName()
    desk.session.store.undo()
    qtbot.waitUntil(lambda: not alerts.put_off.isVisible())
    assert alerts.all.text() == "Vis alle 10"


def test_an_alert_put_off_can_be_brought_back_by_hand(show: Show, desk: Desk, amal: bytes, qtbot: QtBot) -> None:
    alerts = show(amal).course.alerts
    answer(qtbot, lambda: shown(alerts)[0].later.click(), "Aftalt")
    qtbot.waitUntil(lambda: alerts.put_off.isVisible())
    alerts.put_off.click()
    alerts.findChildren(PutOffRow)[0].back.click()
    qtbot.waitUntil(lambda: not alerts.put_off.isVisible())
    answer(qtbot, lambda: shown(alerts)[0].later.click(), "Alligevel")
    qtbot.waitUntil(lambda: alerts.put_off.isVisible())


def shown(alerts: AlertsPanel) -> list[AlertRow]:
    """The rows in their order."""
    items = (alerts._rows.itemAt(place) for place in range(alerts._rows.count()))
    return [row for item in items if item is not None and isinstance(row := item.widget(), AlertRow)]


def answer(qtbot: QtBot, asked: Callable[[], object], reason: str) -> None:
    """Do what opens the form, and answer it with a reason."""

    def write() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PutOffDialog)
        dialog.reason.line.setText(reason)
        dialog.submit()

    QTimer.singleShot(0, write)
    asked()


def test_little_to_do_is_not_folded(show: Show, hevin: bytes) -> None:
    alerts = show(hevin).course.alerts
    assert [row.accessibleName().partition(":")[0] for row in shown(alerts)] == [
        "Handl nu", "Denne uge", "Denne uge", "Godt at vide",
    ]  # fmt: skip
    assert not alerts.all.isVisible()


def test_nothing_to_do_is_said(show: Show, desk: Desk, qtbot: QtBot) -> None:
    nobody = keep(desk.session, builders.case(builders.enrolment("01-10-2026", programme="Fritidsjob")), "Ny Elev")
    alerts = show(nobody).course.alerts
    assert shown(alerts) == []
    assert alerts._quiet.isVisible() and alerts._quiet.text() == "Intet lige nu."


def test_the_latest_notes_lead_to_all(show: Show, desk: Desk, amal: bytes, clock: Clock, qtbot: QtBot) -> None:
    page = show(amal)
    assert page.course.notes.all.text() == "Skriv den første"
    for number in range(5):
        clock.now += 1
        notes.add(desk.session.store, amal, f"Note {number}", TODAY)
    latest = page.course.notes
    qtbot.wait(1)  # Qt takes rows in and out of a layout when it comes to it
    told = {label.text() for label in latest.findChildren(Label) if label.isVisibleTo(latest)}
    assert page.course.notes.all.text() == "Alle 5"
    assert {"Note 4", "Note 3", "Note 2"} <= told and "Note 1" not in told
    page.course.notes.all.click()
    assert page.tabs.currentIndex() == KEYS.index("notes")


def test_the_chosen_week_and_the_scroll_are_kept_when_something_is_saved(show: Show, desk: Desk, amal: bytes) -> None:
    page = show(amal)
    page.resize(1174, 500)
    page.course.weeks.strip.choose(3)
    week = page.course.weeks.strip.chosen()
    page.course.verticalScrollBar().setValue(40)
    notes.add(desk.session.store, amal, "Noget", TODAY)
    assert page.course.weeks.strip.chosen() == week
    assert page.course.verticalScrollBar().value() == 40


def test_another_learner_begins_at_this_week(show: Show, amal: bytes, maryam: bytes) -> None:
    page = show(amal)
    page.course.weeks.strip.choose(3)
    page.show_learner(maryam)
    week = page.course.weeks.strip.chosen()
    assert week is not None and week.monday <= TODAY and (TODAY - week.monday).days < 7
