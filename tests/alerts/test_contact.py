"""R43, R45 and R48: notes, the first talk, and the handover between mentors."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from mentorapp.alerts.contact import no_first_talk, no_handover, no_note
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.note import Note
from tests.alerts.saying import said, severities
from tests.builders import LEARNER, case, day, enrolment, leave, meeting, placement

COURSE = enrolment("01-09-2026")


def note(on: str, kind: str = "week", **fields: Any) -> Note:
    return Note(LEARNER, f"all/{on} {kind}", fields.pop("text", "Et par ord."), kind, day(on), **fields)


def noted(*rows: Any, notes: tuple[Note, ...] = ()) -> CaseFile:
    return replace(case(COURSE, *rows), notes=notes)


def test_r43_last_quiet_day_and_first_loud_day() -> None:
    file = noted(placement(28, "01-09-2026"), notes=(note("01-10-2026"),))
    assert severities(no_note, file, "15-10-2026") == []
    assert severities(no_note, file, "16-10-2026") == ["info"]
    assert severities(no_note, file, "29-10-2026") == ["info"]
    assert severities(no_note, file, "30-10-2026") == ["soon"]


def test_r43_counts_from_the_start_where_nothing_was_written() -> None:
    file = noted(placement(28, "01-09-2026"))
    assert severities(no_note, file, "15-09-2026") == []
    (alert,) = said(no_note, file, "16-09-2026")
    assert alert.text == "Der er ikke skrevet nogen note endnu."
    (later,) = said(no_note, noted(placement(28), notes=(note("01-10-2026"),)), "30-10-2026")
    assert later.text == "Den seneste note er fra 01-10-2026; der er ikke skrevet noget i 29 dage."


def test_r43_counts_only_while_the_learner_is_there() -> None:
    away = leave("parental", "01-10-2026", "31-10-2026")
    file = noted(placement(28, "01-09-2026"), away, notes=(note("01-09-2026"),))
    assert severities(no_note, file, "31-10-2026") == []
    assert severities(no_note, file, "14-11-2026") == []  # 14 days after the leave
    assert severities(no_note, file, "15-11-2026") == ["info"]
    assert severities(no_note, noted(placement(28, "01-09-2026", "30-09-2026"))) == []
    assert severities(no_note, noted()) == []


def test_r43_any_note_is_a_sign_of_contact_but_one_of_tomorrow() -> None:
    for kind in ("week", "talk", "agreement", "other"):
        assert severities(no_note, noted(placement(28), notes=(note("15-11-2026", kind),))) == []
    assert severities(no_note, noted(placement(28), notes=(note("23-11-2026"),))) == ["soon"]


def test_r45_last_quiet_day_and_first_loud_day() -> None:
    file = noted(placement(28, "01-09-2026"))
    assert severities(no_first_talk, file, "15-09-2026") == []
    (alert,) = said(no_first_talk, file, "16-09-2026")
    assert (alert.severity, alert.due, alert.subject) == ("soon", day("15-09-2026"), "placement 01-09-2026")
    assert len(said(no_first_talk, file, "14-11-2026")) == 1
    assert said(no_first_talk, file, "15-11-2026") == []  # 60 days later it is history


def test_r45_a_talk_since_the_beginning_is_enough() -> None:
    rows = placement(28, "01-09-2026")
    assert said(no_first_talk, noted(rows, notes=(note("01-09-2026", "talk"),)), "20-09-2026") == []
    assert len(said(no_first_talk, noted(rows, notes=(note("31-08-2026", "talk"),)), "20-09-2026")) == 1
    assert len(said(no_first_talk, noted(rows, notes=(note("10-09-2026", "week"),)), "20-09-2026")) == 1


def test_r45_is_about_each_placement() -> None:
    rows = (placement(28, "01-09-2026", "30-09-2026"), placement(28, "01-10-2026"))
    (alert,) = said(no_first_talk, noted(*rows, notes=(note("05-09-2026", "talk"),)), "20-10-2026")
    assert alert.subject == "placement 01-10-2026"


def handed_over(*notes: Note, second: str = "gitte") -> CaseFile:
    first = placement(28, "01-09-2026", "30-09-2026", mentor="birthe")
    return noted(first, placement(28, "01-10-2026", mentor=second), notes=notes)


def test_r48_last_quiet_day_and_first_loud_day() -> None:
    assert severities(no_handover, handed_over(), "08-10-2026") == []
    (alert,) = said(no_handover, handed_over(), "09-10-2026")
    assert (alert.severity, alert.due) == ("soon", day("08-10-2026"))
    assert alert.text == "Eleven fik ny mentor 01-10-2026, og der er ingen note om overleveringen."
    assert len(said(no_handover, handed_over(), "07-12-2026")) == 1
    assert said(no_handover, handed_over(), "08-12-2026") == []


def test_r48_a_talk_or_an_agreement_around_the_change_is_a_handover() -> None:
    on = "20-10-2026"
    assert said(no_handover, handed_over(note("17-09-2026", "talk")), on) == []
    assert said(no_handover, handed_over(note("15-10-2026", "agreement")), on) == []
    assert len(said(no_handover, handed_over(note("16-09-2026", "talk")), on)) == 1
    assert len(said(no_handover, handed_over(note("05-10-2026", "week")), on)) == 1


def test_r48_the_same_mentor_elsewhere_hands_nothing_over() -> None:
    assert said(no_handover, handed_over(second="birthe"), "20-10-2026") == []
    assert said(no_handover, noted(placement(28, "01-10-2026", mentor="gitte")), "20-10-2026") == []


def test_a_meeting_that_was_held_is_a_talk_and_a_planned_one_is_not() -> None:
    row = placement(28, "01-09-2026")
    assert said(no_first_talk, noted(row, meeting("10-09-2026", "follow_up", "held")), "20-09-2026") == []
    for outcome in (None, "cancelled"):
        assert len(said(no_first_talk, noted(row, meeting("10-09-2026", "follow_up", outcome)), "20-09-2026")) == 1
    around = replace(handed_over(), meetings=(meeting("02-10-2026", "handover", "held"),))
    assert said(no_handover, around, "20-10-2026") == []
    before = replace(handed_over(), meetings=(meeting("16-09-2026", "handover", "held"),))
    assert len(said(no_handover, before, "20-10-2026")) == 1
