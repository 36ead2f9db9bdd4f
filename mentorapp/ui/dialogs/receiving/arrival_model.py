"""The rows of a preview: a heading for each learner, and below it what the file does, unfolded when asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from mentorapp import exchange_sentences
from mentorapp.exchange_sentences import Line
from mentorapp.i18n import _, ngettext
from mentorapp.store.exchange.choices import Key
from mentorapp.store.exchange.preview import PlannedLearner

Index = QModelIndex | QPersistentModelIndex
ITEM = Qt.ItemDataRole.UserRole
NOWHERE = QModelIndex()
UNFOLDED_AT_FIRST = 200
"""Lines shown without being asked for; what is below is unfolded learner by learner."""


@dataclass(slots=True)
class Group:
    """One learner of the file. `lines` are read when it is first unfolded."""

    planned: PlannedLearner
    lines: list[Line] | None = None
    folded: bool = True
    taken: bool = True

    @property
    def name(self) -> str:
        """Whom it is about."""
        return exchange_sentences.learner_name(self.planned.learner, self.planned.name)

    @property
    def count(self) -> str:
        """How much there is, and what is odd about it."""
        one = self.planned
        changes = one.new_rows + one.changed + one.ours + one.removed_rows
        said = [ngettext("{n} ændring", "{n} ændringer", changes).format(n=changes)]
        if one.late:
            said.append(_("skrevet efter overlevering"))
        if not self.taken:
            said.append(_("tages ikke med"))
        return " · ".join(said)


@dataclass(slots=True)
class Choice:
    """A line and whether ours is to stay."""

    group: Group
    line: Line
    kept: bool = False

    @property
    def after(self) -> str:
        """What will stand after the import, as it is chosen now."""
        if not self.group.taken:
            return _("uændret, tages ikke med")
        return _("din, som en ny rettelse") if self.kept else self.line.after


class ArrivalModel(QAbstractListModel):
    """Groups and lines one after the other."""

    def __init__(self, read: Callable[[bytes], list[Line]]) -> None:
        """`read` gives the lines of a learner."""
        super().__init__()
        self._read = read
        self._choices: dict[int, list[Choice]] = {}
        self.groups: list[Group] = []
        self._items: list[Group | Choice] = []

    def show(self, learners: Sequence[PlannedLearner]) -> None:
        """Show another plan; what fits on a few screens is unfolded."""
        self.groups = [Group(one) for one in learners]
        self._choices = {}
        left = UNFOLDED_AT_FIRST
        for group in self.groups:
            one = group.planned
            left -= one.new_rows + one.changed + one.ours + one.removed_rows
            if left >= 0 or group is self.groups[0]:
                group.folded = False
        self._fill()

    def fold(self, group: Group, folded: bool) -> None:
        """Hide or show the lines of a learner."""
        group.folded = folded
        self._fill()

    def take(self, group: Group, taken: bool) -> None:
        """Whether what is about this learner is imported."""
        group.taken = taken
        self._tell()

    def keep(self, choice: Choice, kept: bool) -> None:
        """Whether ours stays in a line."""
        choice.kept = kept
        self._tell()

    @property
    def learners(self) -> tuple[bytes, ...] | None:
        """The learners that are taken; None where all are."""
        if all(group.taken for group in self.groups):
            return None
        return tuple(group.planned.learner for group in self.groups if group.taken)

    @property
    def kept(self) -> tuple[Key, ...]:
        """The fields in which ours stays."""
        return tuple(
            key
            for group in self.groups
            if group.taken
            for choice in self._choices.get(id(group), ())
            if choice.kept
            for key in choice.line.keys
        )

    def place(self, item: Group | Choice) -> int:
        """The row an item stands in."""
        return next(row for row, each in enumerate(self._items) if each is item)

    def items(self) -> Sequence[Group | Choice]:
        """What is shown, from the top."""
        return self._items

    def _fill(self) -> None:
        self.beginResetModel()
        self._items = []
        for group in self.groups:
            self._items.append(group)
            if not group.folded:
                if group.lines is None:
                    group.lines = self._read(group.planned.learner)
                    self._choices[id(group)] = [Choice(group, line) for line in group.lines]
                self._items += self._choices[id(group)]
        self.endResetModel()

    def _tell(self) -> None:
        if self._items:
            self.dataChanged.emit(self.index(0), self.index(len(self._items) - 1))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        item = self._items[index.row()]
        if role == ITEM:
            return item
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return spoken(item)
        return None


def spoken(item: Group | Choice) -> str:
    """An item in one line, for reading aloud and for the line below the list."""
    if isinstance(item, Group):
        state = _("foldet sammen") if item.folded else _("foldet ud")
        return f"{item.name}, {item.count}, {state}"
    line = item.line
    here = f"{line.here} ({line.here_by})" if line.here_by else line.here
    there = f"{line.there} ({line.there_by})" if line.there_by else line.there
    warned = [_("skrevet af jer begge")] if line.both else [_("I har begge rettet i rækken")] if line.near else []
    said = _("{what}. Hos dig: {here}. I filen: {there}. Efter import: {after}").format(
        what=line.title, here=here, there=there, after=item.after
    )
    return " · ".join([said, *warned])
