"""Mål og samtaler: a meeting is planned, held or cancelled, its minutes are a note, and what was agreed is ticked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.change import creation
from mentorapp.domain.meeting import ActionPoint, Meeting
from mentorapp.store import drafts, notes
from mentorapp.ui import style
from mentorapp.ui.desk import Desk
from mentorapp.ui.learner.fields.fact_field import FactField
from mentorapp.ui.learner.learner_page import LearnerPage
from mentorapp.ui.learner.learner_tabs import KEYS
from mentorapp.ui.learner.meetings.action_form import ActionForm
from mentorapp.ui.learner.meetings.cancel_form import CancelForm
from mentorapp.ui.learner.meetings.meeting_form import MeetingForm
from tests import builders
from tests.conftest import TODAY

Show = Callable[..., LearnerPage]
Case = Callable[[bytes], CaseFile]


def keep(desk: Desk, learner: bytes, *rows: Any) -> None:
    changes = [change for row in rows for change in creation(replace(row, learner=learner))]
    desk.session.store.record(changes, "Møde")


def only(case: CaseFile) -> Meeting:
    (found,) = case.meetings
    return found


def field_of(page: LearnerPage, attribute: str) -> FactField:
    field = page.meetings.facts.fields[attribute]
    assert isinstance(field, FactField)
    return field


def enter(page: LearnerPage, attribute: str, text: str, qtbot: QtBot) -> FactField:
    field = field_of(page, attribute)
    field.line.setText(text)
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    return field


def answer(kind: type, act: Callable[[Any], object]) -> None:
    """Do `act` with the dialog that is about to open."""

    def when_open() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, kind)
        act(dialog)

    QTimer.singleShot(0, when_open)


LATE = builders.meeting("19-11-2026", "follow_up", clock="09:30", id="late", parties=("learner", "mentor"))
SOON = builders.meeting("26-11-2026", clock="13:30", minutes=45, id="soon", place="Lokale 2")
HELD = builders.meeting("20-08-2026", outcome="held", id="held")


def test_without_meetings_it_is_said_what_to_do(show: Show, amal: bytes) -> None:
    tab = show(amal, "meetings").meetings
    assert tab.list.new.isVisible() and tab.list.rows == {} and "Skriv den første ind" in words(tab.list)
    assert not tab.facts.isVisible() and not tab.points.isVisible() and not tab.list.calendar.isVisible()
    assert "Mål får deres plads her" in tab.goals.text()


def words(panel: Any) -> str:
    from mentorapp.ui.parts.label import Label

    return " ".join(label.text() for label in panel.findChildren(Label) if label.isVisibleTo(panel))


def test_a_meeting_is_planned_and_written_on_in_place(
    show: Show, desk: Desk, amal: bytes, case: Case, qtbot: QtBot
) -> None:
    page = show(amal, "meetings")

    def fill(form: MeetingForm) -> None:
        form.submit()
        assert form.day.error() == "Skal udfyldes." and case(amal).meetings == ()
        form.kind.set_key("three_party")
        form.day.line.setText("4.12.26")
        form.starts_at.line.setText("13.30")
        form.minutes.line.setText("700")
        form.submit()
        assert "fra 1 til 600" in form.minutes.error() and case(amal).meetings == ()
        form.minutes.line.setText("45 min.")
        form.submit()

    answer(MeetingForm, fill)
    page.meetings.list.new.click()
    made = only(case(amal))
    assert (made.kind, made.day, made.starts_at, made.minutes) == ("three_party", date(2026, 12, 4), 810, 45)
    assert made.parties == ("learner", "mentor", "coordinator")
    assert page.focusWidget() is page.meetings.facts.agenda.words
    enter(page, "place", "Mødelokale 1", qtbot)
    enter(page, "people", "birthe sørensen,  Lone Friis", qtbot)
    box = page.meetings.facts.fields["parties"].boxes["school"]  # type: ignore[union-attr]
    assert box.accessibleName() == "Deltagere: Skole"
    box.click()
    made = only(case(amal))
    assert (made.place, made.people) == ("Mødelokale 1", ("birthe", "Lone Friis"))
    assert made.parties == ("learner", "mentor", "coordinator", "school")
    assert page.meetings.list.rows[made.id].words[:3] == [
        "Trepartssamtale", "fredag 04-12-2026 kl. 13.30–14.15 · Mødelokale 1",
        "Elev, Mentor, Gennemførselsvejleder, Skole, Birthe Sørensen, Lone Friis",
    ]  # fmt: skip
    for _action in range(4):
        desk.session.store.undo()
    assert page.meetings.list.rows == {} and not page.meetings.facts.isVisible()


@pytest.mark.parametrize(
    ("attribute", "text", "told"),
    [("day", "31-02-2026", "findes ikke"), ("day", "", "skal udfyldes"), ("starts_at", "25:00", "klokkeslæt"),
     ("minutes", "en time", "minutter"), ("starts_at", "23:50", "midnat")],
)  # fmt: skip
def test_what_cannot_be_is_said_beside_its_field_and_kept_there(
    show: Show, desk: Desk, amal: bytes, case: Case, qtbot: QtBot, attribute: str, text: str, told: str
) -> None:
    keep(desk, amal, SOON, HELD)
    page = show(amal, "meetings")
    field = enter(page, attribute, text, qtbot)
    assert told in field.error() and field.line.text() == text
    assert {row.id: getattr(row, attribute) for row in case(amal).meetings}["soon"] == getattr(SOON, attribute)
    # another meeting is not opened over what is typed
    if field.is_edited() and attribute != "starts_at":
        page.meetings.list.rows["held"].open.click()
        assert page.meetings.facts.chosen == "soon" and field.line.hasFocus() and field.line.text() == text


def test_a_typed_agenda_survives_a_kill_and_is_saved_on_going_on(
    show: Show, desk: Desk, amal: bytes, case: Case, qtbot: QtBot
) -> None:
    keep(desk, amal, SOON)
    killed = show(amal, "meetings").meetings.facts.agenda
    qtbot.keyClicks(killed.words, "AMU til jul")
    qtbot.waitUntil(lambda: drafts.newest(desk.session.store) is not None)
    assert only(case(amal)).agenda is None
    # the first page is never left, as when the power went
    page = show(amal, "meetings")
    agenda = page.meetings.facts.agenda
    assert agenda.words.toPlainText() == "AMU til jul" and "Hentet kladde" in words(page.meetings.facts)
    page.tabs.setCurrentIndex(0)
    assert only(case(amal)).agenda == "AMU til jul" and drafts.newest(desk.session.store) is None


def test_going_to_another_meeting_saves_the_agenda_of_this_one(
    show: Show, desk: Desk, amal: bytes, case: Case, qtbot: QtBot
) -> None:
    keep(desk, amal, SOON, HELD)
    page = show(amal, "meetings")
    qtbot.keyClicks(page.meetings.facts.agenda.words, "Til den næste")
    page.meetings.list.rows["held"].open.click()
    assert {row.id: row.agenda for row in case(amal).meetings} == {"held": None, "soon": "Til den næste"}
    assert page.meetings.facts.agenda.words.toPlainText() == ""
    assert page.meetings.list.rows["held"].open.hasFocus()


def test_those_to_come_stand_first_and_the_one_whose_day_has_passed_is_open(
    show: Show, desk: Desk, amal: bytes
) -> None:
    keep(desk, amal, HELD, SOON, LATE, builders.meeting("01-10-2026", outcome="cancelled", id="off", reason="ferie"))
    tab = show(amal, "meetings").meetings
    assert list(tab.list.rows) == ["late", "soon", "off", "held"] and tab.facts.chosen == "late"
    assert tab.list.rows["late"].words[3] == "Dagen er gået. Skriv, om det blev holdt."
    assert tab.list.rows["off"].words[3] == "Aflyst: ferie" and tab.list.rows["held"].words[3] == "intet referat"
    assert tab.list.rows["late"].held.isVisible() and not tab.list.rows["soon"].held.isVisible()
    assert not tab.facts.buttons.read.isVisible()


def test_a_meeting_is_held_and_its_minutes_are_a_note(
    show: Show, desk: Desk, amal: bytes, case: Case, qtbot: QtBot
) -> None:
    keep(desk, amal, LATE)
    page = show(amal, "meetings")
    page.meetings.list.rows["late"].held.click()
    assert only(case(amal)).is_held
    write = page.meetings.facts.buttons.write
    assert write.hasFocus() and write.accessibleName() == "Skriv referat: Opfølgningssamtale 19-11-2026"
    write.click()
    editor = page.notes.editor
    assert page.tabs.currentIndex() == KEYS.index("notes") and editor.words.hasFocus()
    assert editor.minutes() == "Referat: Opfølgningssamtale 19-11-2026" and editor.kind.current() == "talk"
    qtbot.keyClicks(editor.words, "Hun er glad for vagterne.")
    assert editor.save()
    (note,) = case(amal).notes
    assert (note.about, note.kind) == ("meeting/late", "talk")
    assert "Referat: Opfølgningssamtale 19-11-2026" in page.notes.list.cards()[0].accessibleName()
    # the next note is about nothing in particular
    qtbot.keyClicks(editor.words, "Et ugenotat")
    assert editor.save() and {row.about for row in case(amal).notes} == {"meeting/late", None}
    page.tabs.setCurrentIndex(KEYS.index("meetings"))
    assert page.meetings.list.rows["late"].words[3] == "referat skrevet"
    page.meetings.facts.buttons.read.click()
    (card,) = [card for card in page.notes.list.cards() if card.entry.note.about == "meeting/late"]
    assert page.focusWidget() is card.correct
    editor.correct(note)
    qtbot.keyClicks(editor.words, " Og for skolen.")
    assert editor.flush() and [row.about for row in case(amal).notes].count("meeting/late") == 2


def test_an_empty_editor_forgets_what_it_was_about_and_a_draft_does_not(
    show: Show, desk: Desk, amal: bytes, case: Case, qtbot: QtBot
) -> None:
    keep(desk, amal, HELD)
    page = show(amal, "meetings")
    page.meetings.facts.buttons.write.click()
    page.tabs.setCurrentIndex(KEYS.index("meetings"))
    page.tabs.setCurrentIndex(KEYS.index("notes"))
    assert page.notes.editor.draft().about is None
    page.tabs.setCurrentIndex(KEYS.index("meetings"))
    page.meetings.facts.buttons.write.click()
    qtbot.keyClicks(page.notes.editor.words, "Halvt referat")
    qtbot.waitUntil(lambda: page.notes.editor.saved.text().startswith("Kladde gemt"))
    again = show(amal, "notes").notes.editor
    assert again.draft().about == "meeting/held" and again.words.accessibleName().startswith("Referat: ")
    again.discard()
    assert again.draft().about is None
    qtbot.keyClick(again.words, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert again.draft().about == "meeting/held"


def test_a_meeting_is_cancelled_with_its_reason_and_planned_again(
    show: Show, desk: Desk, amal: bytes, case: Case, said: list[str]
) -> None:
    keep(desk, amal, SOON)
    page = show(amal, "meetings")
    buttons = page.meetings.facts.buttons
    assert not buttons.held.isVisible() and not buttons.write.isVisible()
    answer(CancelForm, lambda form: form.reject())
    buttons.cancel.click()
    assert only(case(amal)).is_planned
    answer(CancelForm, lambda form: (form.reason.line.setText("skolen kunne ikke"), form.primary.click()))
    buttons.cancel.click()
    assert (only(case(amal)).outcome, only(case(amal)).reason) == ("cancelled", "skolen kunne ikke")
    assert "Ctrl+Z" in said[-1] and page.focusWidget() is buttons.back
    buttons.back.click()
    assert only(case(amal)) == replace(SOON, learner=amal)


def test_a_held_meeting_cannot_be_moved_into_the_future(
    show: Show, desk: Desk, amal: bytes, case: Case, qtbot: QtBot
) -> None:
    keep(desk, amal, HELD)
    field = enter(show(amal, "meetings"), "day", "23-11-2026", qtbot)
    assert "afholdt" in field.error() and only(case(amal)).day == HELD.day


def test_a_deleted_meeting_takes_what_was_agreed_along_and_leaves_its_minutes(
    show: Show, desk: Desk, amal: bytes, case: Case
) -> None:
    keep(desk, amal, HELD, builders.action_point("Buskort", HELD))
    notes.add(desk.session.store, amal, "Referat", TODAY, kind="talk", about="meeting/held")
    page = show(amal, "meetings")
    page.meetings.facts.buttons.delete.click()
    left = case(amal)
    assert not left.meetings and not left.action_points and len(left.notes) == 1
    assert page.meetings.list.new.hasFocus()
    desk.session.store.undo()
    assert len(case(amal).meetings) == len(case(amal).action_points) == 1


def test_what_was_agreed_is_written_ticked_and_folded_away(show: Show, desk: Desk, amal: bytes, case: Case) -> None:
    first = builders.action_point("Buskort", HELD, "16-11-2026", who="Karin")
    keep(desk, amal, HELD, SOON, first, builders.action_point("Ti ord", HELD))
    page = show(amal, "meetings")
    page.meetings.choose("held")

    def fill(form: ActionForm) -> None:
        form.submit()
        assert form.what.error() == "Skal udfyldes."
        form.what.line.setText("Ring til skolen")
        form.due.line.setText("20-11-26")
        form.submit()

    points = page.meetings.points
    answer(ActionForm, fill)
    points.new.click()
    assert [row.words[0] for row in points.rows.values()] == ["Buskort", "Ring til skolen", "Ti ord"]
    assert points.rows[first.id].words[1] == "Karin · skulle være gjort 16-11-2026 · Trepartssamtale 20-08-2026"
    assert page.meetings.list.rows["held"].words[3] == "3 aftaler, 3 åben · intet referat"
    box = points.rows[first.id].done
    assert box.accessibleName().startswith("Udført: Buskort, Karin")
    box.click()
    done: ActionPoint = next(row for row in case(amal).action_points if row.id == first.id)
    assert done.done_on == TODAY and first.id not in points.rows
    assert page.focusWidget() is next(iter(points.rows.values())).done
    points.fold.click()
    assert points.rows[first.id].words[1].startswith("Karin · udført 22-11-2026")
    points.rows[first.id].done.click()
    assert next(row for row in case(amal).action_points if row.id == first.id).done_on is None


def test_tab_goes_through_the_page_as_it_is_read(show: Show, desk: Desk, amal: bytes, qtbot: QtBot) -> None:
    keep(desk, amal, HELD, builders.action_point("Buskort", HELD), builders.action_point("Ti ord", HELD))
    page = show(amal, "meetings")
    keep(desk, amal, LATE)  # rows are made anew
    tab = page.meetings
    qtbot.waitUntil(lambda: tab.list.rows["late"].held.isVisible())
    tab.list.new.setFocus()
    walked = []
    for _step in range(30):
        page.focusNextPrevChild(True)
        walked.append(page.focusWidget())
    rows, points = tab.list.rows, tab.points.rows.values()
    expected = [
        rows["late"].held, rows["late"].open, rows["held"].open, tab.list.calendar, tab.facts.buttons.write,
        tab.facts.buttons.back, tab.facts.buttons.delete, tab.facts.agenda.words, tab.points.new,
        *(control for row in points for control in row.controls()),
    ]  # fmt: skip
    assert [control for control in walked if control in expected] == expected


def test_the_keyboard_stays_on_the_tabs_when_another_is_clicked(show: Show, amal: bytes) -> None:
    page = show(amal)
    assert page.focusWidget() is page.course.weeks.strip
    page.tabs.setCurrentIndex(KEYS.index("meetings"))
    assert page.focusWidget() is page.tabs


def test_meetings_and_their_minutes_have_room_at_double_text(
    show: Show, desk: Desk, amal: bytes, qapp: QApplication, qtbot: QtBot
) -> None:
    long = replace(HELD, kind="expectations", starts_at=810, minutes=45)
    keep(desk, amal, long, LATE, replace(SOON, kind="Samtale om " + "alt muligt " * 18))
    page = show(amal, "meetings")
    page.resize(982, 768)
    try:
        style.apply(qapp, "light", 2.0)
        for row in ("held", "late", "soon"):
            page.meetings.choose(row)
            qtbot.wait(1)
            assert page.meetings.horizontalScrollBar().maximum() == 0, row
        last = page.tabs.tabRect(page.tabs.count() - 1)
        assert page.tabs.tabRect(0).left() >= 0 and last.right() <= page.tabs.width()
        page.meetings.choose("held")
        page.meetings.facts.buttons.write.click()
        qtbot.wait(1)
        assert page.notes.horizontalScrollBar().maximum() == 0
    finally:
        style.apply(qapp, "light", 1.0)
