"""How verbs answer: JSON for programs, aligned lines for people."""

from __future__ import annotations

import json
from collections.abc import Sequence
from fractions import Fraction
from typing import Any


def print_json(answer: Any) -> None:
    """One JSON document, readable by people too."""
    print(json.dumps(answer, ensure_ascii=False, indent=2))


def print_rows(rows: Sequence[Sequence[str]]) -> None:
    """Lines in columns as wide as their widest cell."""
    widths = [max(len(row[n]) for row in rows) for n in range(len(rows[0]))] if rows else []
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def as_hours(minutes: int | Fraction | None) -> float | None:
    """Minutes as hours with two decimals."""
    return None if minutes is None else round(float(Fraction(minutes) / 60), 2)


def as_weeks(minutes: int | None) -> float | None:
    """Minutes as school weeks of 37 hours with two decimals."""
    return None if minutes is None else round(minutes / 2220, 2)


def as_number(value: Fraction | None) -> float | None:
    """A quotient with two decimals."""
    return None if value is None else round(float(value), 2)
