"""One table of a programme file: its entries taken out one by one and checked, and the line a fault stands on."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping
from datetime import date, datetime
from itertools import takewhile
from typing import Any, TypeAlias, overload

from mentorapp.domain.figure import STATUSES, Figure

Place: TypeAlias = tuple[str | int, ...]
"""Where something stands: names of tables and keys, and which of several tables of a name (0 first)."""

REQUIRED: Any = object()

MOST, MOST_YEARS = 10_000, 100
"""Of anything a programme counts. Days are worked out from it, and the calendar ends with the year 9999."""


class Fault(ValueError):
    """What is wrong in the entry at `place`, as part of a Danish sentence."""

    def __init__(self, place: Place, reason: str) -> None:
        super().__init__(reason)
        self.place, self.reason = place, reason


class Table:
    """The entries of one table. What nobody has asked for in the end is a fault (`nothing_else`)."""

    def __init__(self, entries: Mapping[str, Any], place: Place = ()) -> None:
        self._entries, self._place = entries, place
        self._asked: set[str] = set()

    def fault(self, name: str, reason: str) -> Fault:
        """A `Fault` in entry `name`."""
        return Fault((*self._place, name), reason)

    @overload
    def text(self, name: str) -> str: ...
    @overload
    def text(self, name: str, default: str) -> str: ...
    @overload
    def text(self, name: str, default: None) -> str | None: ...
    def text(self, name: str, default: Any = REQUIRED) -> str | None:
        """A text that is not empty."""
        found = self._take(name, default)
        if found is not default and (not isinstance(found, str) or not found.strip()):
            raise self.fault(name, f"{name} skal være en tekst")
        return found  # type: ignore[no-any-return]

    def texts(self, name: str, among: Container[str] | None = None) -> tuple[str, ...]:
        """A list of texts, each of them `among` the given; empty where the entry is missing."""
        found = self._take(name, [])
        if not isinstance(found, list) or not all(isinstance(each, str) and each.strip() for each in found):
            raise self.fault(name, f"{name} skal være en liste af tekster")
        for each in found:
            if among is not None and each not in among:
                raise self.fault(name, f"{name}: {each} kendes ikke")
        return tuple(found)

    def one_of(self, name: str, choices: Iterable[str]) -> str | None:
        """One of `choices`; None where the entry is missing."""
        found = self.text(name, None)
        if found is not None and found not in choices:
            raise self.fault(name, f"{name} skal være en af {', '.join(choices)}")
        return found

    def number(self, name: str, default: int | None, least: int | None = None) -> int | None:
        """A whole number, `least` or more, and believable."""
        found = self._take(name, default)
        if found is not default and type(found) is not int:
            raise self.fault(name, f"{name} skal være et helt tal")
        if found is not None and least is not None and found < least:
            raise self.fault(name, f"{name} skal være mindst {least}")
        if found is not None and abs(found) > _most(name):
            raise self.fault(name, f"{name} kan ikke være over {_most(name)}")
        return found

    def day(self, name: str, default: Any = REQUIRED) -> date | None:
        """A date, written as 2026-11-22 without quotes."""
        found = self._take(name, default)
        if found is not default and (not isinstance(found, date) or isinstance(found, datetime)):
            raise self.fault(name, f"{name} skal være en dato, skrevet som 2026-11-22")
        return found  # type: ignore[no-any-return]

    def flag(self, name: str) -> bool:
        """true or false; false where the entry is missing."""
        found = self._take(name, False)
        if not isinstance(found, bool):
            raise self.fault(name, f"{name} skal være true eller false")
        return found

    def source(self) -> str:
        """Where the entry comes from."""
        return self.text("source")

    def status(self) -> str:
        """How sure it is: one of STATUSES."""
        found = self._take("status", REQUIRED)
        if found not in STATUSES:
            raise self.fault("status", f"status skal være en af {', '.join(STATUSES)}")
        return str(found)

    def tables(self, name: str) -> list[Table]:
        """The tables `[[name]]`."""
        found = self._take(name, [])
        if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
            raise self.fault(name, f"{name} skal skrives som [[{name}]]")
        return [Table(each, (*self._place, name, number)) for number, each in enumerate(found)]

    def figures(self, name: str) -> dict[str, Figure]:
        """The figures in table `[name]`."""
        found = self._take(name, {})
        if not isinstance(found, dict):
            raise self.fault(name, f"{name} skal skrives som [{name}]")
        return {key: _figure(each, (*self._place, name, key)) for key, each in found.items()}

    def own_figures(self) -> dict[str, Figure]:
        """The figures among the entries: those that are tables of their own."""
        found = {key: each for key, each in self._entries.items() if isinstance(each, dict)}
        self._asked.update(found)
        return {key: _figure(each, (*self._place, key)) for key, each in found.items()}

    def nothing_else(self) -> None:
        """`Fault` where an entry is left that nobody has asked for."""
        for name in self._entries:
            if name not in self._asked:
                raise self.fault(name, f"{name} kendes ikke her; det kan være en skrivefejl")

    def _take(self, name: str, default: Any) -> Any:
        self._asked.add(name)
        if name not in self._entries:
            if default is REQUIRED:
                raise self.fault(name, f"{name} mangler")
            return default
        return self._entries[name]


def _most(name: str) -> int:
    return MOST_YEARS if "years" in name else MOST


def _figure(entry: Any, place: Place) -> Figure:
    if not isinstance(entry, dict):
        raise Fault(place, f"{place[-1]} skal skrives som {{ value = …, source = …, status = … }}")
    table = Table(entry, place)
    value = table._take("value", REQUIRED)
    if isinstance(value, bool):
        value = int(value)
    if type(value) is not int or value < 0:
        raise Fault(place, f"{place[-1]}: value skal være et helt tal, der ikke er negativt, eller true/false")
    if value > _most(str(place[-1])):
        raise Fault(place, f"{place[-1]}: value kan ikke være over {_most(str(place[-1]))}")
    figure = Figure(value, table.source(), table.status())
    table.nothing_else()
    return figure


_HEAD = re.compile(r"\s*(\[\[?)\s*([^\[\]]+?)\s*\]")
_ENTRY = re.compile(r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=""")


def line_of(text: str, place: Place) -> int:
    """The line of `text` (1 first) that says most of `place`: of a missing entry the head of its table."""
    counts: dict[str, int] = {}
    table: Place = ()
    best, deepest = 1, 0
    for number, line in enumerate(text.splitlines(), 1):
        if head := _HEAD.match(line):
            names = _names(head[2])
            if head[1] == "[[":
                counts[names[0]] = counts.get(names[0], -1) + 1
            index = counts.get(names[0])
            said = table = (names[0], *(() if index is None else (index,)), *names[1:])
        elif entry := _ENTRY.match(line):
            said = (*table, *_names(entry[1]))
        else:
            continue
        depth = _shared(said, place)
        if depth > deepest:
            best, deepest = number, depth
    return best


def _shared(one: Place, other: Place) -> int:
    """How many names they begin with are the same."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _names(written: str) -> tuple[str, ...]:
    return tuple(name.strip().strip("\"'") for name in written.split("."))
