"""R28 to R30: Danish for AMU, calling AMU off, and signing up for the exam."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from mentorapp.alerts.danish import call_off_amu, danish_for_amu, sign_up_for_exam
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.organisation import ExamTerm
from tests.alerts.saying import said, severities
from tests.builders import amal, at_school, case, day, enrolment, leave, schooling

COURSE = enrolment("01-01-2026")
AMU = schooling("amu", "07-12-2026", "11-12-2026", "man-fre 08:00-15:24", title="Demens")


def knowing(level: str | None, *rows: Any, exam: str | None = None, **fields: Any) -> CaseFile:
    """A learner at a level of Danish."""
    file = case(COURSE, *rows, exam=exam)
    return replace(file, learner=replace(file.learner, danish_level=level, **fields))


def test_r28_last_quiet_day_and_first_loud_day() -> None:
    # It speaks from the day the course is planned until the day before it begins.
    assert severities(danish_for_amu, knowing("DU1 modul 3", AMU), "06-12-2026") == ["soon"]
    assert severities(danish_for_amu, knowing("DU1 modul 3", AMU), "07-12-2026") == []


@pytest.mark.parametrize(
    ("level", "exam", "title", "asked"),
    [
        ("DU1 modul 3", None, "Demens", "Prøve i Dansk 1"),
        (None, None, "Demens", "Prøve i Dansk 1"),
        ("DU1 modul 3", None, "Dansk som andetsprog", "Prøve i Dansk 1"),
        ("DU2 modul 4", None, "Demens", "Prøve i Dansk 2"),
        ("DU1", "PD1", "Demens", "Prøve i Dansk 2"),
        ("DU1", "PD1", "Dansk som andetsprog, basis", None),
        ("DU2 modul 4", None, "Fagunderstøttende dansk F/I", None),
        ("DU2", "PD2", "Demens", None),
        (None, "PD3", "Demens", None),
        (None, "SP", "Demens", None),
    ],
)
def test_r28_what_is_asked_for(level: str | None, exam: str | None, title: str, asked: str | None) -> None:
    found = said(danish_for_amu, knowing(level, replace(AMU, title=title), exam=exam))
    assert len(found) == (1 if asked else 0)
    assert all(asked is not None and asked in alert.text for alert in found)


def test_r28_is_about_the_next_course_that_takes_place() -> None:
    later = replace(AMU, id="later", first_day=day("04-01-2027"), last_day=day("08-01-2027"))
    (alert,) = said(danish_for_amu, knowing("DU1", later, AMU))
    assert (alert.subject, alert.due) == (AMU.id, day("07-12-2026"))
    assert said(danish_for_amu, knowing("DU1", replace(AMU, cancelled=True))) == []
    assert said(danish_for_amu, knowing("DU1")) == []


def test_r28_who_has_passed_amu_before_is_only_told() -> None:
    passed = schooling("amu", "02-03-2026", "06-03-2026", result="passed")
    assert severities(danish_for_amu, knowing("DU2 modul 4", AMU, passed)) == ["info"]


def test_r29_last_quiet_day_and_first_loud_day() -> None:
    # 8 days before 7 December is 29 November: it can still be called off a week before.
    file = case(COURSE, AMU, leave("parental", "09-12-2026", "31-12-2026"))
    assert severities(call_off_amu, file, "28-11-2026") == []
    (alert,) = said(call_off_amu, file, "29-11-2026")
    assert (alert.severity, alert.due, alert.subject) == ("act", day("29-11-2026"), AMU.id)
    assert severities(call_off_amu, file, "07-12-2026") == []


def test_r29_hears_of_announced_absence_too() -> None:
    assert len(said(call_off_amu, case(COURSE, AMU, at_school(AMU, "08-12-2026", 0, "care_day")), "01-12-2026")) == 1
    for row in (at_school(AMU, "08-12-2026", 0, "closed"), leave("holiday", "12-12-2026", "31-12-2026")):
        assert said(call_off_amu, case(COURSE, AMU, row), "01-12-2026") == []


def test_r30_last_quiet_day_and_first_loud_day() -> None:
    # Nothing entered: the earliest term is 1 May 2027, ten weeks before it is 20 February.
    file = knowing("DU2 modul 6")
    assert severities(sign_up_for_exam, file, "20-01-2027") == []
    assert severities(sign_up_for_exam, file, "21-01-2027") == ["soon"]
    assert severities(sign_up_for_exam, file, "12-02-2027") == ["soon"]
    assert severities(sign_up_for_exam, file, "13-02-2027") == ["act"]
    assert severities(sign_up_for_exam, file, "20-02-2027") == ["act"]
    assert severities(sign_up_for_exam, file, "21-02-2027") == ["info"]
    assert severities(sign_up_for_exam, file, "22-03-2027") == ["info"]
    assert severities(sign_up_for_exam, file, "23-03-2027") == []


def test_r30_says_that_a_supposed_date_must_be_checked() -> None:
    (alert,) = said(sign_up_for_exam, knowing("DU2 modul 6"), "21-01-2027")
    assert alert.text == (
        "Sidste modul er nået. Tilmelding til Prøve i Dansk 2 er senest 20-02-2027 (prøven begynder 01-05-2027)."
    )
    assert alert.todo.startswith("Kontrollér datoen hos sprogcentret") and "tidligst mulige" in alert.source
    (missed,) = said(sign_up_for_exam, knowing("DU2 modul 6"), "21-02-2027")
    assert "var 20-02-2027. Næste frist er 23-08-2027 (prøven begynder 01-11-2027)" in missed.text


def test_r30_the_terms_of_the_organisation_win() -> None:
    def with_term(term: ExamTerm) -> CaseFile:
        file = knowing("DU2 modul 6")
        return replace(file, organisation=replace(file.organisation, exam_terms=(term,)))

    told = with_term(ExamTerm("1", day("14-05-2027"), day("01-03-2027")))
    (alert,) = said(sign_up_for_exam, told, "30-01-2027")
    assert alert.due == day("01-03-2027") and "tidligst" not in alert.source
    assert said(sign_up_for_exam, told, "29-01-2027") == []
    (counted,) = said(sign_up_for_exam, with_term(ExamTerm("1", day("14-05-2027"))), "10-02-2027")
    assert counted.due == day("05-03-2027")  # ten weeks before 14 May


@pytest.mark.parametrize(
    ("level", "fields", "exam", "alerts"),
    [
        ("DU1 modul 6", {}, None, 1),
        ("DU1 modul 5", {}, None, 0),
        ("DU3 modul 5", {}, None, 1),
        ("DU3 modul 4", {}, None, 0),
        ("DU2", {"danish_module": 6}, None, 1),
        ("DU2 modul 6", {"danish_module": 5}, None, 0),
        ("DU2 modul 6", {}, "PD1", 1),
        ("DU2 modul 6", {}, "PD2", 0),
        ("DU2 modul 6", {"exam_signed_up_for": "01-05-2027"}, None, 0),
        ("DU2 modul 6", {"exam_signed_up_for": "01-11-2026"}, None, 1),
        ("PD2 bestået", {}, None, 0),
        (None, {}, None, 0),
    ],
)
def test_r30_who_should_sign_up(level: str | None, fields: dict[str, Any], exam: str | None, alerts: int) -> None:
    known = {key: day(value) if isinstance(value, str) else value for key, value in fields.items()}
    assert len(said(sign_up_for_exam, knowing(level, exam=exam, **known), "15-02-2027")) == alerts


def test_ended_courses_are_quiet() -> None:
    file = replace(amal(), enrolments=(replace(amal().enrolments[0], outcome="stopped"),))
    for rule in (danish_for_amu, call_off_amu, sign_up_for_exam):
        assert said(rule, file) == []
