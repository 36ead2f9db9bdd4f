"""Practice hours of a period: the same by its days, never counted twice."""

from __future__ import annotations

from datetime import date

import pytest

from tests.lists.conftest import Desk

HEADS = "Elev;Fra;Til;Arbejdede timer;Ferie med løn;Sygdom med løn;Andet betalt fravær;Kilde"


@pytest.fixture
def amal(desk: Desk) -> Desk:
    desk.bring_in("Navn;Startdato;Ordning\nAmal;01-02-2025;IGU")
    desk.bring_in(f"{HEADS}\nAmal;01-03-2025;31-03-2025;100;;;;løn\nAmal;01-05-2025;31-05-2025;100;;;;løn")
    return desk


def test_a_period_is_the_same_by_its_days(amal: Desk) -> None:
    row = amal.bring_in(f"{HEADS}\nAmal;01-03-2025;31-03-2025;101,5;7,4;;0;").rows[0]
    assert [(one.label, one.before, one.after) for one in row.fields] == [
        ("Arbejdede timer", "100,0", "101,5"), ("Ferie med løn", "0,0", "7,4"),
    ]  # fmt: skip
    periods = sorted(amal.case("Amal").practice_periods, key=lambda one: one.first_day)
    assert [one.source for one in periods] == ["løn", "løn"]
    assert periods[0].paid_holiday_minutes == 444


@pytest.mark.parametrize(
    ("days", "clash"),
    [
        ("31-03-2025;02-04-2025", "01-03-2025–31-03-2025"), ("01-02-2025;01-03-2025", "01-03-2025–31-03-2025"),
        ("10-03-2025;11-03-2025", "01-03-2025–31-03-2025"), ("01-02-2025;31-12-2025", "01-03-2025–31-03-2025"),
        ("01-04-2025;01-05-2025", "01-05-2025–31-05-2025"), ("01-03-2025;30-03-2025", "01-03-2025–31-03-2025"),
        ("01-04-2025;30-04-2025", None), ("01-06-2025;30-06-2025", None), ("01-02-2025;28-02-2025", None),
    ],
)  # fmt: skip
def test_periods_may_touch_but_not_overlap(days: str, clash: str | None, amal: Desk) -> None:
    row = amal.bring_in(f"{HEADS}\nAmal;{days};20;;;;").rows[0]
    assert row.outcome == ("refused" if clash else "new")
    assert row.reason == (f"Perioden overlapper {clash}, som allerede er kendt." if clash else "")


def test_two_rows_that_overlap_each_other(desk: Desk) -> None:
    desk.bring_in("Navn;Startdato;Ordning\nAmal;01-02-2025;IGU")
    plan = desk.bring_in(f"{HEADS}\nAmal;01-03-2025;31-03-2025;100;;;;\nAmal;15-03-2025;15-04-2025;100;;;;")
    assert [row.outcome for row in plan.rows] == ["new", "refused"]


def test_two_rows_about_one_period_that_differ(amal: Desk) -> None:
    plan = amal.bring_in(f"{HEADS}\nAmal;01-04-2025;30-04-2025;100;;;;\nAmal;01-04-2025;30-04-2025;99;;;;")
    assert plan.rows[1].reason == "Række 2 er om samme periode, men siger noget andet. Behold én af dem."


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ("Amal;01-04-2025;;100;;;;", "Perioden skal have både en første og en sidste dag."),
        ("Amal;30-04-2025;01-04-2025;100;;;;", "Periodens første dag ligger efter dens sidste."),
        ("Amal;01-04-2025;30-04-2025;;;;;", "Der står ingen timer i rækken."),
        ("Amal;01-04-2025;01-04-2025;20;5;;;", "Der er flere timer, end perioden har."),
        ("Amal;01-04-2025;30-04-2025;-5;;;;", "-5 timer kan ikke passe"),
        ("Bo;01-04-2025;30-04-2025;5;;;;", "Eleven Bo kendes ikke"),
    ],
)
def test_a_row_that_cannot_be(cells: str, said: str, amal: Desk) -> None:
    row = amal.row(f"{HEADS}\n{cells}")
    assert row.outcome == "refused" and said in row.reason


def test_paid_absence_alone_is_a_period_too(amal: Desk) -> None:
    amal.bring_in(f"{HEADS}\nAmal;01-07-2025;31-07-2025;;148;;;")
    period = max(amal.case("Amal").practice_periods, key=lambda one: one.first_day)
    assert (period.worked_minutes, period.paid_holiday_minutes) == (0, 148 * 60)


def test_a_period_outside_the_course_is_said(amal: Desk) -> None:
    row = amal.bring_in(f"{HEADS}\nAmal;01-01-2025;28-02-2025;100;;;;").rows[0]
    assert row.warnings == ("Perioden ligger ikke helt inden for forløbet.",)
    assert min(one.first_day for one in amal.case("Amal").practice_periods) == date(2025, 1, 1)
