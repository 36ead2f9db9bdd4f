"""Finds a learner by what a list can say: registration number, name and birth date, or a name alone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import islice
from typing import NamedTuple

from mentorapp.lists.cells.text import born_on, fold


class _Identity(NamedTuple):
    name: str
    """Folded: `Khaled al-Sayed` and `khaled Al Sayed` are one name."""
    number: str | None
    birth: date | None


class LearnerIndex:
    """Learner ids by identity. Each list of namesakes is kept apart by what tells them apart, so that a list of
    thousands of them is not searched through for every row."""

    def __init__(self) -> None:
        self._identities: dict[bytes, _Identity] = {}
        self._by_number: dict[str, bytes] = {}
        # dicts with values of None are sets that keep their order
        self._by_name: dict[str, dict[bytes, None]] = {}
        self._unnumbered: dict[str, dict[bytes, None]] = {}
        self._by_birth: dict[tuple[str, date | None], dict[bytes, None]] = {}

    def put(self, learner: bytes, name: str, number: str | None, birth: date | None) -> None:
        """Remember who `learner` is now."""
        before = self._identities.get(learner)
        now = _Identity(fold(name), number, birth)
        if before == now:
            return
        if before is not None:
            self._by_name[before.name].pop(learner, None)
            self._unnumbered.get(before.name, {}).pop(learner, None)
            self._by_birth[before.name, before.birth].pop(learner, None)
            if before.number and self._by_number.get(before.number) == learner:
                del self._by_number[before.number]
        self._identities[learner] = now
        self._by_name.setdefault(now.name, {})[learner] = None
        self._by_birth.setdefault((now.name, birth), {})[learner] = None
        if number:
            self._by_number.setdefault(number, learner)
        else:
            self._unnumbered.setdefault(now.name, {})[learner] = None

    def find(self, name: str | None, number: str | None, birth: date | None) -> list[bytes]:
        """The learners this may be, at most two: one is found, none is new, two cannot be told apart."""
        if number and number in self._by_number:
            return [self._by_number[number]]
        if not name:
            return []
        key = fold(name)
        pool: Iterable[bytes]
        if birth:
            pool = self._by_birth.get((key, birth), ())
            if same := list(islice((one for one in pool if self._may_be(one, number, birth)), 2)):
                return same
            pool = self._by_birth.get((key, None), ())
        else:
            pool = (self._unnumbered if number else self._by_name).get(key, ())
        return list(islice((one for one in pool if self._may_be(one, number, birth)), 2))

    def _may_be(self, learner: bytes, number: str | None, birth: date | None) -> bool:
        """Whether nothing that is known of `learner` contradicts `number` and `birth`."""
        known = self._identities[learner]
        if number and known.number and number != known.number:
            return False
        if birth and known.birth and birth != known.birth:
            return False
        if number and known.birth and not born_on(number, known.birth):
            return False
        return not (birth and known.number and not born_on(known.number, birth))
