"""The other learners of the sample lists on 22 November 2026, every figure worked out by hand in the comments."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.ledger import Ledger, build
from tests.builders import TODAY, case, enrolment, hours, placement, schooling


def khaled() -> CaseFile:
    return case(
        enrolment("01-01-2026"),
        placement(29, "01-01-2026"),
        schooling("amu", "12-01-2026", "30-01-2026", "man-fre 08:00-15:24", 111, "103,6", "16-02-2026"),
        schooling("Sprogcafé", "05-03-2026", "18-06-2026", "tor 17:00-19:00", 28, 20),
    )


def nataliia() -> CaseFile:
    return case(enrolment("01-06-2026"), placement(28, "01-06-2026"), exam="PD2", exam_on="30-05-2025")


def selam() -> CaseFile:
    return case(enrolment("03-08-2026"), placement(28, "03-08-2026"))


def ahmad() -> CaseFile:
    return case(enrolment("05-10-2026", "03-01-2027", "Virksomhedspraktik"), placement("22,2", "05-10-2026"))


def daniel() -> CaseFile:
    return case(
        enrolment("01-10-2026", "31-03-2027", "Opkvalificering industri"),
        placement(30, "01-10-2026"),
        schooling("amu", "02-11-2026", "20-11-2026", "man-fre 08:00-15:24", 111, 111),
    )


def fatuma() -> CaseFile:
    return case(enrolment("02-11-2026", programme="Småjob"), placement(6, "02-11-2026"))


def viktor() -> CaseFile:
    return case(enrolment("17-08-2026", "16-02-2027", "Løntilskud"), placement(37, "17-08-2026"))


def ledger_of(file: CaseFile) -> Ledger:
    ledger = build(file, TODAY)
    assert ledger is not None
    return ledger


def test_khaled() -> None:
    """1 January – 22 November is 326 days of 730. Three weeks of AMU; the language café counts nothing."""
    ledger = ledger_of(khaled())
    assert ledger.elapsed_weeks == Fraction(326, 7)
    assert (ledger.school.planned, ledger.school.attended) == (hours(111), hours("103,6"))
    # 851 x 326/730 = 380,03; (380,03 − 103,6) : 37 = 7,47
    assert ledger.expected is not None and round(ledger.expected / 60, 2) == 380.03
    assert ledger.gap_weeks is not None and round(float(ledger.gap_weeks), 2) == 7.47
    assert ledger.forecast == hours("103,6")  # 2,8 weeks
    # 2026: 29 weekdays from 23 November less 25 December; 2027: 261 less 1/1, 25/3, 26/3, 29/3, 6/5, 17/5
    assert ledger.days_left == 28 + 255
    # (851 − 103,6) : 56,6 = 13,2
    assert ledger.needed_a_week is not None and round(ledger.needed_a_week / 60, 1) == 13.2
    # Thursday and Friday 1–2 January and 46 weeks, three of them at school: 43,4 x 29
    assert ledger.practice_done == hours("1258,6")
    # 25 x 104,29 − 1258,6 = 1348,5 owed; 37 x 56,6 − 1348,5 = 745,7 of the 747,4 that are missing
    assert ledger.reachable is False
    # The birthday on 29 February and the ten years in Denmark are other rules' figures.
    assert ledger.amu_required == 0 and ledger.amu.planned == hours(111)


def test_nataliia() -> None:
    """25 whole weeks of 731 days (29 February 2028); PD2 before the start, so 8 weeks of AMU; no schooling yet."""
    ledger = ledger_of(nataliia())
    assert ledger.elapsed_weeks == 25
    assert ledger.active_weeks == Fraction(731, 7)
    assert (ledger.amu_required, ledger.danish_counts) == (hours(296), False)
    # 851 x 175/731 = 203,73; : 37 = 5,51
    assert ledger.expected is not None and round(ledger.expected / 60, 2) == 203.73
    assert ledger.gap_weeks is not None and round(float(ledger.gap_weeks), 2) == 5.51
    # as Khaled's, and 108 weekdays of 2028 less 13/4, 14/4, 17/4 and 25/5
    assert ledger.days_left == 283 + 104
    # 851 : 77,4 = 10,995
    assert ledger.needed_a_week is not None and round(ledger.needed_a_week / 60, 1) == 11.0
    assert ledger.practice_done == 25 * hours(28)
    assert ledger.practice_a_week == hours(28)
    # 25 x 104,43 − 700 = 1910,7 owed; 37 x 77,4 − 1910,7 = 953 of 851
    assert ledger.reachable is True


def test_selam() -> None:
    """16 whole weeks; the course ends on Wednesday 2 August 2028."""
    ledger = ledger_of(selam())
    assert ledger.elapsed_weeks == 16
    assert ledger.amu_required == 0
    # 851 x 112/731 = 130,39
    assert ledger.expected is not None and abs(ledger.expected - Fraction(851 * 60 * 112, 731)) <= Fraction(1, 2)
    # as Nataliia's, June 22 less 5 June, July 21, and 1–2 August
    assert ledger.days_left == 387 + 21 + 21 + 2
    assert ledger.practice_a_week == hours(28)
    assert ledger.total_a_week == hours(28)
    assert ledger.reachable is True


def test_daniel() -> None:
    """53 days. Two days and four weeks of 30 hours, then three weeks of 37 hours of AMU without practice."""
    ledger = ledger_of(daniel())
    assert ledger.elapsed_weeks == Fraction(53, 7)
    assert ledger.practice_done == hours(12 + 120)
    assert ledger.practice_a_week == hours(132) / Fraction(53, 7)  # 17,4
    assert ledger.total_a_week == hours(243) / Fraction(53, 7)  # 32,1
    # 28 of 2026, 20 of January, 20 of February, 20 of March (23 less 25, 26 and 29 March)
    assert ledger.days_left == 88
    assert (ledger.school.attended, ledger.school.documented) == (hours(111), 0)


@pytest.mark.parametrize(
    ("file", "weeks", "a_week", "days_left"),
    [
        # 30 weekdays to 1 January less 25 December and 1 January
        (ahmad(), 7, "22,2", 28),
        # no end is agreed
        (fatuma(), 3, "6", None),
        # 28 + 20 + 12 of February
        (viktor(), 14, "37", 60),
    ],
    ids=["Ahmad", "Fatuma", "Viktor"],
)
def test_other_schemes_have_hours_and_days_but_no_figures_of_the_act(
    file: CaseFile, weeks: int, a_week: str, days_left: int | None
) -> None:
    ledger = ledger_of(file)
    assert ledger.elapsed_weeks == weeks
    assert ledger.practice_a_week == hours(a_week)
    assert ledger.days_left == days_left
    unknown: tuple[Any, ...] = (ledger.required, ledger.counted, ledger.expected, ledger.forecast, ledger.reachable)
    assert unknown == (None,) * 5
