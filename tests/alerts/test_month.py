"""R25: months with schooling and without an application."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from mentorapp.alerts.alert import Alert
from mentorapp.alerts.month import claims_missing
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.month_claim import MonthClaim, month_claim_key
from tests.alerts.saying import said, severities
from tests.builders import COURSE as ID
from tests.builders import LEARNER, amal, case, day, enrolment, hevin, schooling

COURSE = enrolment("01-01-2026")
OCTOBER = schooling("amu", "05-10-2026", "09-10-2026", "man-fre 08:00-15:24")


def claim(month: str, on: str | None = "01-11-2026", course: str = ID) -> MonthClaim:
    return MonthClaim(LEARNER, month_claim_key(course, month), course, month, day(on) if on else None)


def about(*rows: Any, today: str = "22-11-2026", claims: tuple[MonthClaim, ...] = (), **fields: Any) -> list[Alert]:
    return said(claims_missing, replace(case(COURSE, *rows, **fields), month_claims=claims), today)


def test_r25_last_quiet_day_and_first_loud_day() -> None:
    file = case(COURSE, OCTOBER)
    assert severities(claims_missing, file, "05-11-2026") == []
    assert severities(claims_missing, file, "06-11-2026") == ["soon"]
    assert severities(claims_missing, file, "05-12-2026") == ["soon"]
    assert severities(claims_missing, file, "06-12-2026") == ["act"]


def test_r25_a_month_noted_is_quiet_and_one_without_a_date_is_not() -> None:
    assert about(OCTOBER, claims=(claim("2026-10"),)) == []
    assert len(about(OCTOBER, claims=(claim("2026-10", None),))) == 1
    assert len(about(OCTOBER, claims=(claim("2026-09"),))) == 1
    assert len(about(OCTOBER, claims=(claim("2026-10", course="another"),))) == 1


def test_r25_is_one_alert_for_all_open_months() -> None:
    (alert,) = about(OCTOBER, schooling("fvu", "07-09-2026", "07-09-2026", "man 08:00-12:00"))
    assert alert.text == (
        "Ansøgning om uddannelsesgodtgørelse er ikke noteret for 2 måneder: september 2026, oktober 2026."
    )
    assert alert.due == day("05-11-2026")
    (many,) = about(schooling("fvu", "02-02-2026", "26-10-2026", "man 08:00-12:00"))
    assert many.text.endswith("9 måneder: februar 2026 til oktober 2026.") and many.severity == "act"


def test_r25_december_is_due_in_january() -> None:
    row = schooling("amu", "07-12-2026", "11-12-2026", "man-fre 08:00-15:24")
    assert about(row, today="05-01-2027") == []
    assert len(about(row, today="06-01-2027")) == 1


def test_r25_is_quiet_about_cancelled_courses_other_schemes_and_for_mentors() -> None:
    assert about(replace(OCTOBER, cancelled=True)) == []
    assert said(claims_missing, hevin()) == []
    assert about(OCTOBER, withheld=frozenset({"learner_private"})) == []


def test_r25_goes_on_for_a_while_after_the_end() -> None:
    row = schooling("amu", "06-12-2027", "10-12-2027", "man-fre 08:00-15:24")
    file: CaseFile = case(COURSE, row)
    assert severities(claims_missing, file, "30-03-2028") == ["act"]  # 90 days after the end
    assert severities(claims_missing, file, "31-03-2028") == []


def test_r25_names_duty_and_own_limit() -> None:
    (alert,) = said(claims_missing, amal())
    assert "10 måneder" in alert.text and "§ 10" in alert.source and "Egen frist" in alert.source
