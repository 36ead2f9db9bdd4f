"""Who may begin: age and years in Denmark on the day of the start, by the rule set's limits.

A birthday or anniversary of 29 February falls on 1 March in a common year: the year before it is then complete, as a
course begun on 29 February ends on 28 February. No source that says so was found (inferred).
"""

from __future__ import annotations

from datetime import date

from mentorapp.domain.programme import RuleSet


def anniversary(first: date, years: int) -> date:
    """The day `years` after `first`; 1 March for 29 February in a year that has none."""
    try:
        return first.replace(year=first.year + years)
    except ValueError:  # 29 February in a common year
        return date(first.year + years, 3, 1)


def age_on(birth: date, day: date) -> int:
    """Whole years of age on `day`; the new age holds from the birthday itself. Negative before the birth."""
    return years_since(birth, day)


def years_since(first: date, day: date) -> int:
    """Whole years from `first` to `day`: 4 on the day before the fifth anniversary, 5 on it."""
    years = day.year - first.year
    return years if anniversary(first, years) <= day else years - 1


def has_reached_years(first: date, years: int, day: date) -> bool:
    """Whether `years` have gone on `day`, the anniversary included: what breaks a limit of "under `years` years"."""
    return day >= anniversary(first, years)


def has_passed_years(first: date, years: int, day: date) -> bool:
    """Whether more than `years` have gone on `day`, the day after the anniversary first: breaks "up to `years`"."""
    return day > anniversary(first, years)


def age_allowed(rule_set: RuleSet, birth: date, start: date) -> bool | None:
    """Whether the age on `start` is within `age_from` and `age_below`; None where the rule set has no limit."""
    least, below = rule_set.get("age_from"), rule_set.get("age_below")
    if least is None and below is None:
        return None
    age = age_on(birth, start)
    return (least is None or age >= least) and (below is None or age < below)


def residence_allowed(rule_set: RuleSet, first_address: date, start: date) -> bool | None:
    """Whether the years since the first Danish address are within the rule set's limit on `start`.

    `residence_years_below` (2016: under 5, 2021: under 10) is broken on the anniversary itself,
    `residence_years_most` (2024: up to 20) on the day after it. None where the rule set has neither.
    """
    below, most = rule_set.get("residence_years_below"), rule_set.get("residence_years_most")
    if below is None and most is None:
        return None
    reached = below is not None and has_reached_years(first_address, below, start)
    passed = most is not None and has_passed_years(first_address, most, start)
    return not (reached or passed)
