"""Which backups are kept: the newest ones, and one for each of the last hours, days, weeks and months."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

NEWEST = 10
"""Kept whatever their time says: what was made before an import or a restore is among them for a while."""

_TIERS = (("%Y-%m-%d %H", 24), ("%Y-%m-%d", 14), ("%G-%V", 8), ("%Y-%m", 24))
"""How a time is named in a tier (hour, day, ISO week, month), and how many different ones the tier keeps."""

_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)


def moment(milliseconds: int) -> datetime:
    """A time of a manifest; a clock that was set beyond all years counts as the nearest one that can be told."""
    try:
        return _BEGINNING + timedelta(milliseconds=milliseconds)
    except OverflowError:
        return datetime.max.replace(tzinfo=UTC) if milliseconds > 0 else _BEGINNING


def kept(backups: Iterable[tuple[int, int]]) -> set[int]:
    """Sequence numbers to keep, of backups told as (sequence, made in ms).

    What the clock says now plays no part: a day in 2090 takes up one place of each tier and drives nothing else out.
    """
    newest_first = sorted(backups, reverse=True)
    keep = {sequence for sequence, _made in newest_first[:NEWEST]}
    for form, most in _TIERS:
        told: set[str] = set()
        for sequence, made in newest_first:
            name = moment(made).strftime(form)
            if name not in told and len(told) < most:
                told.add(name)
                keep.add(sequence)
    return keep
