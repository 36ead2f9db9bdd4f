"""Groups by what was written, limits by group, and what an agreement lacks."""

from __future__ import annotations

from typing import Any

import pytest

from mentorapp.domain import agreement
from mentorapp.domain.placement_limits import group_of, limit
from tests.builders import SITE, TODAY, case, day, enrolment, placement, site


def group(written: str | None, programme: str = "virksomhedspraktik", sector: str | None = None) -> str | None:
    place = placement(30, "02-03-2026", site=SITE)
    file = case(enrolment("02-03-2026", programme=programme, target_group=written), place, site(sector))
    assert file.programme is not None
    found = group_of(file, file.programme, place)
    return found.key if found else None


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("introduktionsprogram, jobparat", "introduction"),  # the integration act comes before LAB
        ("Introduktionsprogrammet", "introduction"),
        ("kontanthjælp, jobparat", "ready"),
        ("JOBPARAT", "ready"),
        ("kontanthjælp jobparate", "ready"),
        ("uddannelsesparat", "ready"),
        ("dagpenge", "ready"),
        ("kontanthjælp, aktivitetsparat", "activity"),
        ("ikke jobparat", "activity"),
        ("ikke-jobparat", "activity"),
        ("sygedagpenge", "activity"),  # the word dagpenge is only its tail
        ("ready", "ready"),  # the group's key, chosen from a list
        ("andet", "activity"),
        (None, None),
    ],
)
def test_the_group_is_read_from_the_words_of_the_target_group(written: str | None, expected: str | None) -> None:
    assert group(written) == expected


@pytest.mark.parametrize(
    ("sector", "written", "expected"),
    [
        ("private", None, "private"), ("municipal", "jobparat", "public"), ("self_owned", None, "self_owned"),
        (None, "jobparat", None), ("private", "introduktionsprogram", "introduction"),
    ],
)  # fmt: skip
def test_a_wage_subsidy_goes_by_the_workplace(sector: str | None, written: str | None, expected: str | None) -> None:
    assert group(written, "loentilskud", sector) == expected


def test_a_group_without_words_fits_everybody() -> None:
    assert group(None, "introduktionsprogram") == "introduction"
    assert group("hvad som helst", "virksomhedspraktik-integrationsloven") == "introduction"


def last_day(programme: str, first: str, written: str, sector: str | None = None, **fields: Any) -> Any:
    place = placement(30, first, fields.pop("last", None), site=SITE, **fields)
    found = limit(case(enrolment(first, programme=programme, target_group=written), place, site(sector)), place, TODAY)
    return found.last_day if found else None


@pytest.mark.parametrize(
    ("programme", "first", "written", "sector", "expected"),
    [
        # weeks: first day + 7 x weeks - 1
        ("virksomhedspraktik", "02-03-2026", "jobparat", None, "29-03-2026"),
        ("virksomhedspraktik", "02-03-2026", "aktivitetsparat", None, "31-05-2026"),
        ("virksomhedspraktik", "05-10-2026", "introduktionsprogram", None, "03-01-2027"),
        ("virksomhedspraktik-integrationsloven", "05-10-2026", "jobparat", None, "03-01-2027"),
        ("sprogpraktik", "07-09-2026", "aktivitetsparat", None, "06-12-2026"),
        ("opkvalificering", "01-10-2026", "aktivitetsparat", None, "30-12-2026"),
        ("arbejdsproevning", "28-12-2026", "jobparat", None, "24-01-2027"),  # over week 53
        # months: the day before the same day; the end of a month too short for it
        ("loentilskud", "17-08-2026", "jobparat", "private", "16-02-2027"),
        ("loentilskud", "17-08-2026", "jobparat", "municipal", "16-12-2026"),
        ("loentilskud", "31-08-2026", "jobparat", "private", "28-02-2027"),
        ("loentilskud", "31-08-2027", "jobparat", "private", "29-02-2028"),
        ("loentilskud", "01-01-2027", "introduktionsprogram", "private", "31-12-2027"),
    ],
)
def test_the_last_lawful_day(programme: str, first: str, written: str, sector: str | None, expected: str) -> None:
    assert last_day(programme, first, written, sector) == day(expected)


def test_beyond_thirteen_weeks() -> None:
    """From 2 March 2026: 13 weeks to 31 May, 26 to 30 August, 39 to 29 November."""
    for last, need, expected in (
        (None, None, "31-05-2026"), ("31-05-2026", None, "31-05-2026"), ("01-06-2026", None, "30-08-2026"),
        ("30-08-2026", None, "30-08-2026"), ("29-11-2026", None, "30-08-2026"), ("29-11-2026", "Ja", "29-11-2026"),
    ):  # fmt: skip
        found = last_day("virksomhedspraktik", "02-03-2026", "aktivitetsparat", last=last, special_need=need)
        assert found == day(expected), (last, need)


def test_a_special_need_gives_the_job_ready_no_more() -> None:
    assert last_day("virksomhedspraktik", "02-03-2026", "jobparat", special_need="Ja") == day("29-03-2026")


def test_schemes_without_a_limit_have_none() -> None:
    for programme in ("igu", "smaajob", "kvindehold", "nytteindsats", "introduktionsprogram"):
        assert last_day(programme, "02-03-2026", "jobparat", "private") is None


def test_the_p_number_is_the_placement_s_own_else_the_site_s() -> None:
    place = placement(30, "02-03-2026", site=SITE)
    other = placement(30, "02-03-2026", site=SITE, p_number="1003300099")
    file = case(enrolment("02-03-2026"), place, site())
    assert agreement.p_number(file, place) == "1003300004"
    assert agreement.p_number(file, other) == "1003300099"
    assert agreement.p_number(case(enrolment("02-03-2026"), place), place) is None


def test_the_most_hours_from_today_on() -> None:
    place = placement(6, "02-11-2026", "31-03-2027", hours_steps=("2027-01-04=600", "2027-04-05=900"))
    assert agreement.most_minutes_a_week(place, day("01-10-2026")) == 600
    assert agreement.most_minutes_a_week(place, day("31-03-2027")) == 600
    assert agreement.most_minutes_a_week(placement(None, "02-11-2026"), TODAY) is None
