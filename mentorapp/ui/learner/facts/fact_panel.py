"""A panel of facts about one row of the store, each saved by itself when its field is left."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from mentorapp.domain.change import Change, creation, update
from mentorapp.errors import UserError
from mentorapp.i18n import _
from mentorapp.store.tables import BY_TABLE
from mentorapp.ui.book import Opened
from mentorapp.ui.desk import Desk
from mentorapp.ui.learner.fields.fact_boxes import FactBoxes
from mentorapp.ui.learner.fields.fact_choice import FactChoice
from mentorapp.ui.learner.fields.fact_field import FactField
from mentorapp.ui.learner.fields.fact_text import FactText
from mentorapp.ui.learner.fields.field_grid import FieldGrid
from mentorapp.ui.parts.panel import Panel

Fact = FactField | FactText | FactChoice | FactBoxes

TYPED = (FactField, FactText)
"""Fields in which something may stand that has not been saved."""


class FactPanel(Panel):
    """Fields bound to the attributes of one noun. What a panel is about follows from `row_of`."""

    TABLE = ""

    def __init__(self, desk: Desk, title: str, note: str = "") -> None:
        super().__init__(title, note)
        self.desk = desk
        self.opened: Opened | None = None
        self.fields: dict[str, Fact] = {}
        self.grid = FieldGrid()
        self.body.addWidget(self.grid)

    def add(self, attribute: str, field: Fact, wide: bool = False) -> None:
        """Bind a field to an attribute."""
        self.fields[attribute] = field
        self.grid.add(field, wide)
        field.entered.connect(lambda value, attribute=attribute: self.save(attribute, value))

    def row_of(self, opened: Opened) -> Any:
        """The row this panel is about; None where there is none yet."""
        raise NotImplementedError

    def empty_row(self, opened: Opened) -> Any:
        """A row with nothing known, to begin with; None where one cannot be made yet."""
        return None

    def show_case(self, opened: Opened, afresh: bool) -> None:
        """Show what is known; `afresh` forgets what was typed, for it was about someone else."""
        self.opened = opened
        row = self.row_of(opened)
        for attribute, field in self.fields.items():
            if afresh and isinstance(field, TYPED):
                field.restore()
            field.set_value(self.known(row, attribute))
            field.set_read_only(not self.may_write())

    def known(self, row: Any, attribute: str) -> Any:
        """The value of an attribute as its field shows it."""
        return getattr(row, attribute) if row is not None else None

    def may_write(self) -> bool:
        """Whether this profile's role may change the facts."""
        return self.desk.session.store.role in BY_TABLE[self.TABLE].writers

    def trouble(self, attribute: str, value: Any) -> str:
        """What speaks against a value that was understood; empty where nothing does."""
        return ""

    def changes(self, attribute: str, value: Any) -> list[Change]:
        """The changes that save one fact."""
        assert self.opened is not None
        row = self.row_of(self.opened)
        if row is None:
            return creation(replace(self.empty_row(self.opened), **{attribute: value}))
        return update(row, replace(row, **{attribute: value}))

    def said(self, attribute: str) -> str:
        """What is told once a fact is saved."""
        return _("{fact} er gemt.").format(fact=self.fields[attribute].label)

    def save(self, attribute: str, value: Any) -> bool:
        """Save one fact, or say under its field why not; what was typed stays either way."""
        assert self.opened is not None
        field = self.fields[attribute]
        sentence = self.trouble(attribute, value)
        if not sentence:
            label = _("{fact}, {name}").format(fact=field.label, name=self.opened.case.learner.name)
            try:
                self.desk.session.store.record(self.changes(attribute, value), label)
            except UserError as fault:
                sentence = str(fault)
        field.set_error(sentence)
        if sentence:
            return False
        if isinstance(field, TYPED):
            field.saved()
        self.desk.said.emit(self.said(attribute))
        return True

    def finish(self) -> None:
        """Save what stands in a field that has not been left yet."""
        for field in self.fields.values():
            if isinstance(field, TYPED) and field.is_edited():
                field.finish()

    def let_go(self) -> None:
        """Forget what is typed: the row it was about is gone."""
        self.opened = None
        for field in self.fields.values():
            if isinstance(field, TYPED):
                field.restore()

    def offer(self, attribute: str, names: Iterable[str | None]) -> None:
        """Complete an attribute from these names."""
        field = self.fields[attribute]
        if isinstance(field, FactField):
            field.offer(names)
