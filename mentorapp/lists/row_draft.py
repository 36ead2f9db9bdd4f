"""What one row of a list is found to change, gathered until the whole row is known to be good."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any, TypeVar

from mentorapp.domain.change import SHARED, Change, creation, removal, update
from mentorapp.domain.learner import Learner, LearnerPrivate
from mentorapp.domain.placement import Person, Site
from mentorapp.i18n import _
from mentorapp.lists import shown_fields
from mentorapp.lists.plan import Edit

N = TypeVar("N")

_SAID_BY_MANY_ROWS = (Learner, LearnerPrivate, Site, Person)
_FIELD_NAMES = {noun.TABLE: tuple(one.name for one in fields(noun)) for noun in _SAID_BY_MANY_ROWS}


class Refusal(Exception):
    """A row that cannot be taken in; its text is a sentence that says why."""


class ListMemory:
    """What the rows of one list have said so far, and in which row each thing was said first."""

    def __init__(self) -> None:
        self.said: dict[tuple[str, bytes, str], dict[str, int]] = {}
        self.claimed: dict[tuple[bytes, str], int] = {}


class RowDraft:
    """The edits of one row. Nothing of it reaches the plan when the row is refused."""

    def __init__(self, number: int, who: str, memory: ListMemory) -> None:
        self.number = number
        self.who = who
        self.edits: list[Edit] = []
        self.warnings: list[str] = []
        self._memory = memory
        self._says: list[tuple[tuple[str, bytes, str], list[str]]] = []
        self._claims: list[tuple[bytes, str]] = []

    def make(self, noun: N) -> N:
        """A noun that is not known yet."""
        self.edits.append(Edit(None, noun))
        if isinstance(noun, _SAID_BY_MANY_ROWS):
            said = [name for name in _FIELD_NAMES[noun.TABLE] if getattr(noun, name) is not None]
            self._says.append((_key(noun), said))
        return noun

    def amend(self, noun: N, said: Mapping[str, Any]) -> N:
        """`noun` with the fields this row says; None says nothing, so a blank cell never erases.

        What an earlier row of the list said stands: else two rows that contradict each other would change the
        same field at every import, and the same list would never be known to be the same.
        """
        changed = {name: value for name, value in said.items() if value is not None and value != getattr(noun, name)}
        if isinstance(noun, _SAID_BY_MANY_ROWS):
            key = _key(noun)
            self._says.append((key, [name for name, value in said.items() if value is not None]))
            for name, row in self._memory.said.get(key, {}).items():
                if changed.pop(name, None) is not None:
                    label = shown_fields.labels(noun.TABLE).get(name, name)
                    self.warnings.append(
                        _("{field} er en anden end i række {n}, som gælder.").format(field=label, n=row)
                    )
        if not changed:
            return noun
        after: N = replace(noun, **changed)  # type: ignore[type-var]
        self.edits.append(Edit(noun, after))
        return after

    def remove(self, noun: Any) -> None:
        """A noun that something in this row takes the place of."""
        self.edits.append(Edit(noun, None))

    def claim(self, learner: bytes, row: str, sentence: str) -> None:
        """`Refusal` with `sentence` where an earlier row was about the same thing; `{n}` becomes its number."""
        self.refuse_if_claimed(learner, row, sentence)
        self._claims.append((learner, row))

    def refuse_if_claimed(self, learner: bytes, row: str, sentence: str) -> None:
        """As `claim`, and leaves the thing to others."""
        if (earlier := self._memory.claimed.get((learner, row))) is not None:
            raise Refusal(sentence.format(n=earlier))

    def changes(self) -> tuple[Change, ...]:
        """The edits as the store takes them."""
        found: list[Change] = []
        for before, after in self.edits:
            if before is None:
                found += creation(after)
            else:
                found += removal(before) if after is None else update(before, after)
        return tuple(found)

    def keep(self) -> None:
        """The row is good: later rows are held against it."""
        for key, names in self._says:
            earlier = self._memory.said.setdefault(key, {})
            for name in names:
                earlier.setdefault(name, self.number)
        for claim in self._claims:
            self._memory.claimed[claim] = self.number


def _key(noun: Any) -> tuple[str, bytes, str]:
    return noun.TABLE, getattr(noun, "learner", SHARED), noun.id
