"""Forløb: the figures of `definitions.md` where they are read, and what is said where there are none."""

from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from mentorapp.alerts.all_alerts import check
from mentorapp.domain.ledger import build
from mentorapp.store import notes
from mentorapp.ui.desk import Desk
from mentorapp.ui.learner.course.alerts_panel import AlertRow
from mentorapp.ui.learner.learner_page import LearnerPage
from mentorapp.ui.learner.learner_tabs import KEYS
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


def test_the_reckoning_unfolds_with_its_sources(show: Show, amal: bytes) -> None:
    totals = show(amal).course.totals
    assert not totals.reckoning.isVisible()
    totals.unfold.click()
    assert totals.reckoning.isVisible()
    assert "IGU-2024" in totals.reckoning.text() and "L 202" in totals.reckoning.text()
    assert "(ikke bekræftet)" in totals.reckoning.text()  # 851 hours are our arithmetic
    totals.unfold.click()
    assert not totals.reckoning.isVisible()


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
    rows = alerts.findChildren(AlertRow)
    assert len(rows) == len(check(builders.amal(), build(builders.amal(), TODAY), TODAY))
    assert rows[0].accessibleName().startswith("Handl nu: 5,8 skoleuger bagud")
    told = [label.text() for label in rows[0].findChildren(Label)]
    assert "Aftal, hvordan timerne indhentes." in told
    assert any(text.startswith("R10 · ") for text in told)


def test_nothing_to_do_is_said(show: Show, desk: Desk) -> None:
    tomorrow = builders.case(builders.enrolment("23-11-2026", programme="Fritidsjob"))
    alerts = show(keep(desk.session, tomorrow, "Viktor Melnyk")).course.alerts
    assert alerts.findChildren(AlertRow) == []
    assert alerts._quiet.isVisible() and alerts._quiet.text() == "Intet lige nu."


def test_the_latest_notes_lead_to_all(show: Show, desk: Desk, amal: bytes, clock: Clock, qtbot: QtBot) -> None:
    page = show(amal)
    assert page.course.notes.all.text() == "Skriv den første"
    for number in range(5):
        clock.now += 1
        notes.add(desk.session.store, amal, f"Note {number}", TODAY)
    shown = page.course.notes
    qtbot.wait(1)  # Qt takes rows in and out of a layout when it comes to it
    told = {label.text() for label in shown.findChildren(Label) if label.isVisibleTo(shown)}
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
