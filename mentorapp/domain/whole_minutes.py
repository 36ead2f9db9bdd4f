"""Whole minutes: rounded once and at the end, and shared out so that nothing is lost."""

from __future__ import annotations

from fractions import Fraction

FULL_DAY = 444
"""A day of 7,4 hours: a fifth of a full week."""

FULL_WEEK = 37 * 60
"""A school week of the law, and the longest working week."""


def half_up(exact: Fraction) -> int:
    """`exact` to a whole number, halves up: people check sums by hand, and they round halves up."""
    return (2 * exact.numerator + exact.denominator) // (2 * exact.denominator)


def shares(total: int, parts: int) -> list[int]:
    """`total` in `parts` whole numbers that differ by one at most and sum to `total`."""
    return [total * (part + 1) // parts - total * part // parts for part in range(parts)]
