"""R13 to R15: enough AMU, any AMU, and rows that count nothing."""

from __future__ import annotations

import pytest

from mentorapp.alerts.school_types import no_amu, too_little_amu, type_does_not_count
from tests.alerts.saying import said, severities
from tests.builders import amal, case, day, enrolment, hevin, maryam, oksana, schooling

COURSE = enrolment("01-01-2026")


@pytest.mark.parametrize(("planned", "severity"), [(296, []), ("295,9", ["act"])])
def test_r13_last_quiet_day_and_first_loud_day(planned: str, severity: list[str]) -> None:
    # 8 weeks of 37 hours are 296. The exam counts when it was passed before the first day.
    row = schooling("amu", "01-03-2027", "30-06-2027", planned=planned)
    assert severities(too_little_amu, case(COURSE, row, exam="PD2", exam_on="31-12-2025")) == severity
    assert severities(too_little_amu, case(COURSE, row, exam="PD2", exam_on="01-01-2026")) == []
    assert severities(too_little_amu, case(COURSE, row)) == []


def test_r13_counts_what_was_attended_and_what_is_to_come() -> None:
    done = schooling("amu", "01-02-2026", "27-02-2026", planned=148, attended=100)
    ahead = schooling("amu", "01-02-2027", "05-03-2027", planned=196)
    assert said(too_little_amu, case(COURSE, done, ahead, exam="PD1", exam_on="01-06-2025")) == []
    (alert,) = said(too_little_amu, case(COURSE, done, exam="PD1", exam_on="01-06-2025"))
    assert alert.text == "AMU mangler: 100,0 af mindst 296,0 timer er deltaget eller planlagt."
    assert alert.todo == "Læg 196,0 timers AMU mere i planen." and alert.due == day("31-12-2027")


def test_r13_says_that_the_date_of_the_exam_is_not_known() -> None:
    (alert,) = said(too_little_amu, case(COURSE, exam="PD3"))
    assert "datoen er ukendt" in alert.source
    (known,) = said(too_little_amu, oksana())
    assert known.text.startswith("AMU mangler: 37,0 af mindst 296,0") and "28-11-2024" in known.source


def test_r13_of_an_older_rule_set_says_that_it_is_inferred() -> None:
    (alert,) = said(too_little_amu, case(enrolment("01-06-2022"), exam="PD3"), "01-06-2023")
    assert "(udledt, ikke bekræftet)" in alert.source


def test_r14_last_quiet_day_and_first_loud_day() -> None:
    # A course of one lesson is enough; nothing attended and nothing left of the plan is not.
    row = schooling("amu", "23-11-2026", "23-11-2026", planned=1)
    assert severities(no_amu, case(COURSE, row), "22-11-2026") == []
    assert severities(no_amu, case(COURSE, row), "23-11-2026") == ["act"]
    assert severities(no_amu, case(COURSE), "01-01-2026") == ["act"]


def test_r14_is_quiet_where_the_other_rule_speaks_or_none_does() -> None:
    assert said(no_amu, case(COURSE, exam="PD2")) == []
    assert said(no_amu, hevin()) == [] and said(no_amu, amal()) == []
    (alert,) = said(no_amu, maryam())
    assert alert.id == "R14" and "BEK 1825/2023 § 6" in alert.source
    assert said(no_amu, maryam(), "01-09-2027") == []


def test_r15_last_quiet_day_and_first_loud_day() -> None:
    # No day changes it: a type on the list is quiet, any other is told for as long as the row is there.
    types = ("amu", "danskuddannelse", "fvu", "avu", "hf", "fgu")
    listed = [schooling(kind, "01-03-2026", planned=10) for kind in types]
    assert said(type_does_not_count, case(COURSE, *listed)) == []
    cafe = schooling("Sprogcafé", "05-03-2026", "18-06-2026", planned=28, attended=20, title="Torsdagscafé")
    (alert,) = said(type_does_not_count, case(COURSE, *listed, cafe))
    assert (alert.severity, alert.subject) == ("info", cafe.id)
    assert alert.text == "Torsdagscafé (Sprogcafé) tæller ikke med i skoletimerne."


def test_r15_danish_after_the_exam_is_told_while_it_is_ahead() -> None:
    row = schooling("danskuddannelse", "01-03-2026", "22-11-2026", planned=50, title="DU3 modul 6")
    file = case(COURSE, row, exam="PD3", exam_on="01-12-2025")
    (alert,) = said(type_does_not_count, file, "22-11-2026")
    assert alert.text == "DU3 modul 6 tæller ikke: danskuddannelse tæller ikke efter en bestået Prøve i Dansk."
    assert said(type_does_not_count, file, "23-11-2026") == []


def test_r15_is_quiet_about_what_does_not_take_place_and_other_schemes() -> None:
    assert said(type_does_not_count, case(COURSE, schooling("Sprogcafé", cancelled=True))) == []
    assert said(type_does_not_count, case(enrolment("01-01-2026", programme="Småjob"), schooling("Sprogcafé"))) == []
