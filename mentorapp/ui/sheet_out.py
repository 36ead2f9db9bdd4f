"""A table as it is shown, given to whoever writes spreadsheets: its visible columns in their order, and its rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QTableView, QWidget

from mentorapp.i18n import _, day
from mentorapp.ui.desk import Desk
from mentorapp.ui.dialogs import file_out
from mentorapp.ui.table_model import TableModel

if TYPE_CHECKING:
    from mentorapp.lists.table_out import TableOut

Value = str | int | Fraction | date | None
Parts = Mapping[str, Sequence[tuple[str, Callable[[Any], Value]]]]
"""What a column of the window becomes by its key: one or more columns, for a cell of a spreadsheet says one thing."""


def save(owner: QWidget, desk: Desk, view: QTableView, parts: Parts, title: str, name: str) -> None:
    """Ask where, and write what the table shows now."""
    wished = f"{name}-{day(desk.session.today)}.xlsx"
    table = shown(view, parts, title)
    file_out.save(owner, desk, _("Gem som regneark"), wished, _("Regneark (*.xlsx)"), lambda: _written(table))


def shown(view: QTableView, parts: Parts, title: str) -> TableOut:
    """The visible columns from the left, and the rows from the top."""
    from mentorapp.lists.table_out import TableOut

    model, header = view.model(), view.horizontalHeader()
    assert isinstance(model, TableModel)
    order = sorted(range(len(model.columns)), key=header.visualIndex)
    keys = [model.columns[place].key for place in order if not header.isSectionHidden(place)]
    columns = [column for key in keys for column in parts[key]]
    rows = [tuple(value(row) for _heading, value in columns) for row in model.rows]
    return TableOut(title, tuple(heading for heading, _value in columns), rows)


def hours(minutes: int | None) -> Fraction | None:
    """Minutes as hours."""
    return None if minutes is None else Fraction(minutes, 60)


def _written(table: TableOut) -> bytes:
    from mentorapp.lists import table_out

    return table_out.write(table)
