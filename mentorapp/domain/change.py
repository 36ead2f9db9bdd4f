"""One field, changed once: the only thing the store ever writes and the only thing that travels."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from typing import Any, TypeAlias

Value: TypeAlias = "str | int | bool | list[int] | list[str] | None"
"""What a field may hold: canonical JSON of these is what is stored. Never a float: hours are whole minutes."""

SHARED = bytes(16)
"""The learner id of rows that belong to nobody in particular (sites, staff, settings)."""

DELETED = "deleted"
"""The field that says a row is gone; deleting is a change like any other."""

NOT_FIELDS = frozenset({"learner", "id", "visibility"})
"""Attributes of a noun that say where it lies (key and table) and are not stored in a field."""


@dataclass(frozen=True, slots=True)
class Change:
    """Set `field` of `row` in `table` of `learner` (16 bytes, zeros for shared rows) to `value`."""

    learner: bytes
    table: str
    row: str
    field: str
    value: Value


@dataclass(frozen=True, slots=True, order=True)
class Stamp:
    """When a cell was written (milliseconds since 1970) and by which profile; larger wins."""

    ts: int
    author: int


def creation(noun: Any) -> list[Change]:
    """The changes that make `noun` (any dataclass with a TABLE): one a field that is known."""
    return [
        _change(noun, field.name, getattr(noun, field.name))
        for field in fields(noun)
        if field.name not in NOT_FIELDS and getattr(noun, field.name) not in (None, ())
    ]


def update(before: Any, after: Any) -> list[Change]:
    """The changes that turn `before` into `after`, two states of one row; none where they are alike."""
    return [
        _change(after, field.name, getattr(after, field.name))
        for field in fields(after)
        if field.name not in NOT_FIELDS and getattr(before, field.name) != getattr(after, field.name)
    ]


def removal(noun: Any) -> list[Change]:
    """The change that takes `noun` away; its fields stay beneath, so that undo brings it back whole."""
    return [_change(noun, DELETED, True)]


def table_of(noun: Any) -> str:
    """The table a noun lives in; a confidential note has one of its own, so that it cannot leak by a flag."""
    return "note_confidential" if getattr(noun, "visibility", "") == "confidential" else str(noun.TABLE)


def _change(noun: Any, field: str, value: Any) -> Change:
    if isinstance(value, date):
        value = value.isoformat()
    elif isinstance(value, tuple):
        value = list(value)
    return Change(getattr(noun, "learner", SHARED), table_of(noun), noun.id, field, value)
