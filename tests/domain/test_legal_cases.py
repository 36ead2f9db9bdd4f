"""Cases of the law, each with its paragraph and its figures worked out by hand.

Hours are clock hours unless they are called counted. `igu-domain.md` and `definitions.md` rule. Where a paragraph
is marked [I] the reading of it is ours.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.eligibility import age_allowed, residence_allowed
from mentorapp.domain.ledger import Ledger, build
from mentorapp.domain.programme import RuleSet
from tests.builders import at_school, at_work, case, day, enrolment, hours, igu, leave, period, placement, schooling

WHOLE_WEEKS = "man-fre 08:00-15:24"


MISSED = schooling("amu", "03-11-2025", "07-11-2025", WHOLE_WEEKS)


@dataclass(frozen=True)
class Legal:
    """A case, the day it is looked at, and what must come out. Hours as people write them, days as dd-mm-yyyy."""

    name: str
    law: str
    file: CaseFile
    today: str
    expected: Mapping[str, Any]


def figures(ledger: Ledger) -> dict[str, Any]:
    """The ledger in the units of the table."""

    def written(on: date | None) -> str | None:
        return on.strftime("%d-%m-%Y") if on else None

    def exact(minutes: int | Fraction | None) -> Fraction | None:
        return None if minutes is None else Fraction(minutes, 60)

    counted = ledger.counted
    return {
        "rule_set": ledger.rule_set and ledger.rule_set.key,
        "required": exact(ledger.required),
        "end": written(ledger.end),
        "end_extended": written(ledger.end_extended),
        "latest_lawful_end": written(ledger.latest_lawful_end),
        "planned": exact(ledger.school.planned),
        "attended": exact(ledger.school.attended),
        "documented": exact(ledger.school.documented),
        "counted": counted and exact(counted.attended),
        "amu": exact(ledger.amu.attended),
        "amu_required": exact(ledger.amu_required),
        "danish_counts": ledger.danish_counts,
        "elapsed_days": ledger.elapsed_weeks * 7,
        "expected": exact(ledger.expected),
        "future": exact(ledger.future),
        "days_left": ledger.days_left,
        "needed": exact(ledger.needed_a_week),
        "practice": exact(ledger.practice_a_week),
        "total": exact(ledger.total_a_week),
        "reachable": ledger.reachable,
        "forecast_weeks": None if ledger.forecast is None else Fraction(ledger.forecast, 37 * 60),
    }


def number(written: Any) -> Any:
    """`"24,9"` → 249/10; days, keys and truths stay as they are."""
    if isinstance(written, str) and written.replace(",", "").replace("-", "", 1).isdecimal() and "-" not in written[1:]:
        return Fraction(written.replace(",", "."))
    return written


def begun(start: str, **expected: Any) -> Legal:
    """A bare course begun on `start`."""
    return Legal(
        f"begun {start}",
        "lov 623/2016; lov 562/2019; lov 722/2021 § 2, stk. 2; L 82",
        case(enrolment(start)),
        start,
        expected,
    )


STARTS = (
    # The act came into force on 1 July 2016: no rule set the day before. 20 x 37 = 740.
    begun("30-06-2016", rule_set=None, required=None, end="29-06-2018", latest_lawful_end="29-06-2018"),
    begun("01-07-2016", rule_set="IGU-2016", required="740", end="30-06-2018"),
    begun("30-06-2019", rule_set="IGU-2016", required="740", end="29-06-2021"),
    # L 217 from 1 July 2019; still 20 weeks.
    begun("01-07-2019", rule_set="IGU-2019", required="740", end="30-06-2021"),
    begun("30-04-2021", rule_set="IGU-2019", required="740", end="29-04-2023"),
    # Lov 722/2021 from 1 May 2021: 23 x 37 = 851.
    begun("01-05-2021", rule_set="IGU-2021", required="851", end="30-04-2023"),
    begun("31-12-2023", rule_set="IGU-2021", required="851", end="30-12-2025"),
    # L 82: 1 January 2024 to 31 December 2027.
    begun("01-01-2024", rule_set="IGU-2024", required="851", end="31-12-2025"),
    begun("31-12-2027", rule_set="IGU-2024", required="851", end="30-12-2029"),
    begun("01-01-2028", rule_set=None, required=None, end="31-12-2029"),
    # Two calendar years, never 104 x 7. 29 February has no anniversary in 2022: the last day is 28 February [I].
    begun("29-02-2020", rule_set="IGU-2019", required="740", end="28-02-2022"),
    begun("28-02-2022", rule_set="IGU-2021", required="851", end="27-02-2024"),
    begun("01-03-2022", rule_set="IGU-2021", required="851", end="29-02-2024"),
)

# A course of 1 May 2021 – 30 April 2023 (IGU-2021), looked at on its last day.
COURSE, LAST = enrolment("01-05-2021"), "30-04-2023"
LEAVE_LAW = "§ 6, stk. 6–7 (L 217, 2018-19)"


def away(
    name: str, latest: str | None, *leaves: Any, course: Any = COURSE, law: str = LEAVE_LAW, **expected: Any
) -> Legal:
    return Legal(name, law, case(course, *leaves), LAST, {"latest_lawful_end": latest, **expected})


EXTENSIONS = (
    # 3 January + 54 = 26 February: 55 days. 56 days are exactly 8 weeks, "over 8 weeks" begins with 57.
    away("55 days of sickness", "30-04-2023", leave("sick", "03-01-2022", "26-02-2022")),
    away("56 days of sickness", "30-04-2023", leave("sick", "03-01-2022", "27-02-2022")),
    # 30 April + 57: 31 days of May, 26 of June.
    away("57 days of sickness", "26-06-2023", leave("sick", "03-01-2022", "28-02-2022")),
    # 35 days, a day at work, 35 days: no spell is over 56.
    away(
        "two spells of 5 weeks", "30-04-2023",
        leave("sick", "03-01-2022", "06-02-2022"), leave("sick", "08-02-2022", "14-03-2022"),
    ),
    # The same 70 days without the day between are one spell: 31 + 30 + 9 July.
    away(
        "two notes of 5 weeks that follow each other", "09-07-2023",
        leave("sick", "03-01-2022", "06-02-2022"), leave("sick", "07-02-2022", "13-03-2022"),
    ),
    # Parental leave has no least length: one day.
    away("one day of parental leave", "01-05-2023", leave("parental", "03-01-2022", "03-01-2022")),
    # Only 1–30 April 2023 lie inside the two years: 30 days, to 30 May.
    away("leave over the old end", "30-05-2023", leave("parental", "01-04-2023", "30-06-2023")),
    # 1–10 May 2021 lie inside: 10 days.
    away("leave from before the start", "10-05-2023", leave("parental", "20-04-2021", "10-05-2021")),
    # 60 days of sickness and 31 of leave, 15 of them the same: 60 + 31 − 15 = 76 = 31 + 30 + 15 July.
    away(
        "sickness into parental leave", "15-07-2023",
        leave("sick", "01-01-2022", "01-03-2022"), leave("parental", "15-02-2022", "17-03-2022"),
    ),
    # Holiday and other leave are not in stk. 6, however long.
    away(
        "holiday and other leave", "30-04-2023",
        leave("holiday", "01-01-2022", "31-03-2022"), leave("leave", "01-04-2022", "30-06-2022"),
    ),
    # Rahel: 4 April 2022 – 19 February 2023 = 322 days, to 17 March 2024; the agreement goes just as far.
    away(
        "as long as the leave", "17-03-2024", leave("parental", "04-04-2022", "19-02-2023", extends=True),
        course=enrolment("01-05-2021", "17-03-2024", extension_reason="leave"), end_extended="17-03-2024",
    ),
    # A day more is agreed: it stands, and the lawful limit beside it; the alert is R23's.
    away(
        "a day longer than the leave", "17-03-2024", leave("parental", "04-04-2022", "19-02-2023", extends=True),
        course=enrolment("01-05-2021", "18-03-2024", extension_reason="leave"), end_extended="18-03-2024",
    ),
    # 2016 knew only stk. 5 [I]: a leave moves nothing. 1 July 2016 – 30 June 2018.
    away(
        "parental leave under the rules of 2016", "30-06-2018", leave("parental", "01-01-2017", "30-06-2017"),
        course=enrolment("01-07-2016"), law="lov 623/2016 § 6",
    ),
    # From 1 July 2019 it does: 31 + 29 + 31 + 9 = 100 days in spring 2020, to 8 October 2021.
    away(
        "parental leave under the rules of 2019", "08-10-2021", leave("parental", "01-01-2020", "09-04-2020"),
        course=enrolment("01-07-2019"),
    ),
    # Stk. 5 has no length: the agreed date is all there is, and no latest day.
    away(
        "because of school", None, course=enrolment("01-05-2021", "31-12-2023", extension_reason="school"),
        law="§ 6, stk. 5", end_extended="31-12-2023",
    ),
    away(
        "because of school without a date", None, course=enrolment("01-05-2021", extension_reason="school"),
        law="§ 6, stk. 5", end_extended="30-04-2023",
    ),
    # 730 days in all; 30 of January 2022 extend, so the extended course has 730 again of 760.
    away(
        "extending leave stops the clock", "30-05-2023", leave("parental", "01-01-2022", "30-01-2022", extends=True),
        course=enrolment("01-05-2021", "30-05-2023"), end_extended="30-05-2023", elapsed_days=700,
    ),
)  # fmt: skip

# A course begun on 1 March 2025 (IGU-2024), 10 hours of each type attended and proved.
BEGUN = "01-03-2025"
UVM = "UVM, IGU-uddannelsesplaner (20-ugers-teksten); 23 uger [I]"


def taught(kind: str, counted: str, law: str = UVM, **fields: Any) -> Legal:
    row = schooling(kind, "03-03-2025", "14-03-2025", attended=10, planned=10, proof="20-03-2025")
    named = f"10 hours of {kind} {' '.join(map(str, fields.values()))}".strip()
    return Legal(
        named,
        law,
        case(enrolment(BEGUN), row, **fields),
        "31-03-2025",
        {"counted": counted, "attended": 0 if kind == "Sprogcafé" else "10"},
    )


FACTORS = (
    taught("amu", "10"),
    taught("danskuddannelse", "20"),
    taught("fvu", "20"),
    taught("avu", "20"),
    taught("hf", "20"),
    taught("fgu", "10", law="FGU came later: taken as 1, unverified"),
    taught("Sprogcafé", "0", law="BEK 1825/2023 § 6: not on the list"),
    # Passed the day before: no hour of danskuddannelse counts; on the first day: all do.
    taught("danskuddannelse", "0", exam="PD2", exam_on="28-02-2025"),
    taught("danskuddannelse", "20", exam="PD2", exam_on="01-03-2025"),
    taught("danskuddannelse", "20", exam="PD2", exam_on="02-03-2025"),
    # On an unknown date: as before, and said.
    taught("danskuddannelse", "0", exam="PD1"),
    # The other factors stay after the exam.
    taught("fvu", "20", exam="PD3", exam_on="28-02-2025"),
)


def amu(attended: str | int, required: str, **fields: Any) -> Legal:
    row = schooling("amu", "03-03-2025", "30-05-2025", planned=attended, attended=attended)
    expected = {"amu": str(attended), "amu_required": required, "counted": str(attended)}
    return Legal(
        f"AMU {attended} {fields}",
        "BEK 1825/2023 § 6, stk. 2",
        case(enrolment(BEGUN), row, **fields),
        "01-06-2025",
        expected,
    )


AMU = (
    # 8 x 37 = 296 once an exam was passed before the start; 295 is short of it, 296 is not.
    amu(295, "296", exam="PD2", exam_on="28-02-2025"),
    amu(296, "296", exam="PD2", exam_on="28-02-2025"),
    # Without it AMU must only be present: 0 is asked, and more than 0 is enough.
    amu(295, "0"),
    amu(296, "0"),
    amu(296, "0", exam="PD2", exam_on="01-03-2025"),
)

# Ten whole weeks, Monday 6 January 2025 – Sunday 16 March 2025: 26 + 28 + 16 = 70 days.
TEN_WEEKS, TENTH_SUNDAY = enrolment("06-01-2025"), "16-03-2025"


def averages(worked: str, school: str | int, **expected: Any) -> Legal:
    rows = [period("06-01-2025", "16-03-2025", worked)]
    if school:
        rows.append(schooling("fvu", "06-01-2025", "16-03-2025", planned=school, attended=school))  # type: ignore[arg-type]
    name = f"{worked} h practice and {school} h school in 10 weeks"
    return Legal(name, "uim.dk; SIRI: 25 h praktik, 32–37 h i alt", case(TEN_WEEKS, *rows), TENTH_SUNDAY, expected)


AVERAGES = (
    averages("249", 0, practice="24,9", total="24,9"),
    averages("250", 0, practice="25", total="25"),
    averages("250", 70, practice="25", total="32"),
    averages("250", 69, practice="25", total="31,9"),
    # 300 + 70 = 370 : 10 = 37,0; one hour more is over. School in clock hours: FVU counts 140 of its 70.
    averages("300", 70, total="37", counted="140"),
    averages("300", 71, total="37,1", counted="142"),
)


def paid(status: str, practice: str) -> Legal:
    """A planned day of 5 hours missed on Tuesday 11 March; the other 49 weekdays as planned, 25 h a week."""
    file = case(TEN_WEEKS, placement(25, "06-01-2025"), at_work("11-03-2025", 0, status))
    return Legal(
        f"a day: {status}", "definitions.md; paid absence is unverified", file, TENTH_SUNDAY, {"practice": practice}
    )


ABSENCE = (
    paid("sick", "25"),
    paid("child_sick", "25"),
    paid("holiday", "25"),
    paid("care_day", "25"),
    # 245 : 10
    paid("unexcused", "24,5"),
    paid("leave", "24,5"),
    paid("time_off", "24,5"),
)

# 1 January 2025 – 31 December 2026: 730 days.
YEARS = enrolment("01-01-2025")

SCHOOL = (
    # One AMU day of 7,4 hours in 94 working weeks: 695,6 : 37 = 18,8 of 23 weeks (igu-domain, finding 3).
    Legal(
        "an AMU day a week", "lov 722/2021; UVM × 1",
        case(YEARS, schooling("amu", "01-01-2025", "31-12-2026", planned="695,6")),
        "01-01-2025", {"forecast_weeks": "18,8", "required": "851"},
    ),
    # The same day of danskuddannelse counts twice: 1391,2 : 37 = 37,6.
    Legal(
        "a language day a week", "UVM × 2",
        case(YEARS, schooling("danskuddannelse", "01-01-2025", "31-12-2026", planned="695,6")),
        "01-01-2025", {"forecast_weeks": "37,6"},
    ),
    # 115 days of 7,4 = 851; 15 September 2025 – 20 February 2026 are 23 weeks, less the week of Christmas
    # (25–26 December, 1 January: three days) = 112 days = 828,8.
    Legal(
        "23 weeks over Christmas", "lov 722/2021: 23 x 37",
        case(YEARS, schooling("amu", "15-09-2025", "20-02-2026", WHOLE_WEEKS)),
        "01-01-2025", {"planned": "828,8", "forecast_weeks": "22,4"},
    ),
    # 4 August – 19 December 2025 are 20 weeks without a holiday: 100 x 7,4 = 740, all that the old rules ask.
    Legal(
        "20 whole weeks under the rules of 2019", "lov 623/2016: 20 x 37",
        case(enrolment("01-01-2025", rule_set="IGU-2019"), schooling("amu", "04-08-2025", "19-12-2025", WHOLE_WEEKS)),
        "01-01-2025", {"planned": "740", "required": "740", "forecast_weeks": "20"},
    ),
    # Nothing is required of a day that has not come: block courses in spring are not late in autumn.
    Legal(
        "a block course in the second spring", "definitions.md, expected",
        case(YEARS, schooling("amu", "01-03-2026", "30-06-2026", planned=851)),
        "30-11-2025", {"expected": 0, "future": "851"},
    ),
    # A plan that is 0,1 h short is expected evenly: 851 x 365/730 = 425,5 after the first year.
    Legal(
        "half of the time, half of the hours", "definitions.md, expected",
        case(YEARS, schooling("amu", "01-03-2026", "30-06-2026", planned="850,9")),
        "31-12-2025", {"expected": "425,5"},
    ),
    # The certificate of 22 November documents on that day, not on the day before.
    Legal(
        "the day before the proof", "definitions.md, documented",
        case(YEARS, schooling("amu", "03-11-2025", "07-11-2025", planned=37, attended=37, proof="22-11-2025")),
        "21-11-2025", {"attended": "37", "documented": 0},
    ),
    Legal(
        "the day of the proof", "definitions.md, documented",
        case(YEARS, schooling("amu", "03-11-2025", "07-11-2025", planned=37, attended=37, proof="22-11-2025")),
        "22-11-2025", {"attended": "37", "documented": "37"},
    ),
    # Over the turn of a year: Monday 29 December 2025 – Friday 9 January 2026 less 1 January: 9 x 7,4.
    Legal(
        "schooling across a year's end", "definitions.md, planned",
        case(YEARS, schooling("amu", "29-12-2025", "09-01-2026", WHOLE_WEEKS)), "31-12-2025",
        # three days are due: 29, 30 and 31 December; 66,6 − 22,2
        {"planned": "66,6", "future": "44,4"},
    ),
    # Excused or not, a missed day is no attended hour: 5 x 7,4 planned, 3 x 7,4 attended.
    Legal(
        "sick and absent at school", "definitions.md, attended",
        case(
            YEARS, MISSED,
            *(at_school(MISSED, f"{number:02}-11-2025", "7,4") for number in (3, 4, 5)),
            at_school(MISSED, "06-11-2025", 0, "sick"), at_school(MISSED, "07-11-2025", 0, "unexcused"),
        ),
        "30-11-2025", {"planned": "37", "attended": "22,2"},
    ),
    # The last working day of two years: nothing after it is left, and nothing can be needed a week.
    Legal(
        "the last day", "definitions.md, weeks_left", case(YEARS, placement(28, "01-01-2025")), "31-12-2026",
        {"days_left": 0, "needed": None, "elapsed_days": 730, "reachable": False},
    ),
    # 37 h x 5 / 8 days = 1387,5 minutes a week, halves up.
    # 37 hours are missing: on Friday 18 December eight working days are left (21–24, 28–31; 25 is a holiday): 59,2 h.
    Legal(
        "a week is missing and there is room", "definitions.md, reachable",
        case(YEARS, period("01-01-2025", "18-12-2026", 2700), schooling("amu", "01-03-2025", attended=814)),
        "18-12-2026", {"days_left": 8, "needed": Fraction(1388, 60), "reachable": True},
    ),
    # Four working days are left on 27 December: 29,6 h, and 37 are missing.
    Legal(
        "a week is missing and there is no room", "definitions.md, reachable",
        case(YEARS, period("01-01-2025", "27-12-2026", 2700), schooling("amu", "01-03-2025", attended=814)),
        "27-12-2026", {"days_left": 4, "reachable": False},
    ),
)  # fmt: skip

TABLE = (*STARTS, *EXTENSIONS, *FACTORS, *AMU, *AVERAGES, *ABSENCE, *SCHOOL)


@pytest.mark.parametrize("legal", TABLE, ids=lambda legal: legal.name)
def test_the_figures_are_those_of_the_law(legal: Legal) -> None:
    ledger = build(legal.file, day(legal.today))
    assert ledger is not None
    found = figures(ledger)
    for name, expected in legal.expected.items():
        assert found[name] == number(expected), (legal.law, name)


def rules(key: str) -> RuleSet:
    """A shipped rule set."""
    found = igu().rule_set(key)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("key", "birth", "start", "allowed"),
    [
        # 18 <= age < 40 on the first day, lov 623/2016 § 2: on the birthday the new age holds.
        ("IGU-2021", "15-06-2004", "15-06-2022", True),  # 18 today
        ("IGU-2021", "16-06-2004", "15-06-2022", False),  # 18 tomorrow
        ("IGU-2021", "16-06-1982", "15-06-2022", True),  # 40 tomorrow
        ("IGU-2021", "15-06-1982", "15-06-2022", False),  # 40 today
        # age < 50 from 1 January 2024, L 82
        ("IGU-2021", "01-07-1978", "31-12-2023", False),  # 45, a day too early
        ("IGU-2024", "01-07-1978", "01-01-2024", True),
        ("IGU-2024", "02-01-1974", "01-01-2024", True),  # 50 tomorrow
        ("IGU-2024", "01-01-1974", "01-01-2024", False),  # 50 today
        # Born on 29 February: in a common year the birthday is 1 March [I].
        ("IGU-2024", "29-02-2008", "28-02-2026", False),
        ("IGU-2024", "29-02-2008", "01-03-2026", True),
        ("IGU-2019", "29-02-1980", "28-02-2020", True),  # 40 tomorrow, 2020 has the day
        ("IGU-2019", "29-02-1980", "29-02-2020", False),
    ],
)
def test_age_on_the_first_day(key: str, birth: str, start: str, allowed: bool) -> None:
    assert age_allowed(rules(key), day(birth), day(start)) is allowed


@pytest.mark.parametrize(
    ("key", "first_address", "start", "allowed"),
    [
        # under 5 years, lov 623/2016 § 2: exactly 5 is too long
        ("IGU-2019", "11-09-2014", "10-09-2019", True),
        ("IGU-2019", "10-09-2014", "10-09-2019", False),
        # under 10 years, lov 722/2021
        ("IGU-2021", "11-09-2011", "10-09-2021", True),
        ("IGU-2021", "10-09-2011", "10-09-2021", False),
        ("IGU-2019", "10-09-2012", "30-04-2021", False),  # 8 years, a day before the change
        ("IGU-2021", "10-09-2012", "01-05-2021", True),
        # up to 20 years, L 82: exactly 20 is allowed
        ("IGU-2024", "10-09-2005", "10-09-2025", True),
        ("IGU-2024", "09-09-2005", "10-09-2025", False),
        # from 29 February the fifth anniversary is 1 March 2021 [I]
        ("IGU-2019", "29-02-2016", "28-02-2021", True),
        ("IGU-2019", "29-02-2016", "01-03-2021", False),
    ],
)
def test_years_in_denmark_on_the_first_day(key: str, first_address: str, start: str, allowed: bool) -> None:
    assert residence_allowed(rules(key), day(first_address), day(start)) is allowed


def test_the_table_is_as_long_as_it_should_be() -> None:
    assert len(TABLE) >= 40
    assert len({legal.name for legal in TABLE}) == len(TABLE)
    assert hours(851) == 23 * 37 * 60
