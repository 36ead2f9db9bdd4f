"""Everything the import dialog shows of a list: counts, sheets, columns and rows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.i18n import _
from mentorapp.lists.columns import OWN_FORM, labels
from mentorapp.ui.dialogs.importing.chip_row import ChipRow
from mentorapp.ui.dialogs.importing.column_row import ColumnRow
from mentorapp.ui.dialogs.importing.planning import Planned, ReadSheet
from mentorapp.ui.dialogs.importing.preview_panel import PreviewPanel
from mentorapp.ui.dialogs.importing.sheet_choice import SheetChoice
from mentorapp.ui.parts.button import Button
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.theme import current


class ListPanel(QWidget):
    """The parts, from top to bottom; which of them are shown follows from how much is known."""

    def __init__(self) -> None:
        super().__init__()
        self.other = Button(_("Vælg en anden fil"), icon="folder-open")
        self.chips = ChipRow()
        self.choice = SheetChoice()
        self.columns = ColumnRow()
        self.preview = PreviewPanel()
        self._first = QHBoxLayout()
        self._first.addWidget(self.other)
        self._first.addStretch(1)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.addWidget(self.chips)
        self._top.addStretch(1)
        self._top.addWidget(self.choice)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._first)
        self._column.addLayout(self._top)
        self._column.addWidget(self.columns)
        self._column.addWidget(self.preview, 1)
        measured(self, self._arrange)

    def blank(self) -> None:
        """Nothing has been read yet."""
        for part in (self.other, self.chips, self.choice, self.columns):
            part.hide()
        self.preview.clear()

    def show_reading(self, sheet: ReadSheet | None) -> None:
        """What is known before anything is planned. None: several sheets at once, whose columns are not shown."""
        self.other.hide()
        self.choice.show()
        self.choice.show_kind(sheet.kind if sheet else None, offered=sheet is not None)
        self.choice.ask_learner(sheet.candidates if sheet else ())
        understood = sheet is not None and sheet.kind is not None
        # a form of our own whose columns are all as they were made leaves nothing to choose
        is_own = sheet is not None and sheet.kind == OWN_FORM and None not in sheet.columns
        self.columns.setVisible(understood and not is_own)
        if sheet is not None and sheet.kind is not None and not is_own:
            self.columns.show_columns(sheet.sheet.headings, labels(sheet.kind), sheet.columns)

    def offer_sheets(self, sheets: Sequence[ReadSheet], chosen: int) -> None:
        """Offer the sheets of a file that was read."""
        known = sum(1 for sheet in sheets if sheet.kind)
        self.choice.offer_sheets([sheet.sheet.name for sheet in sheets], known, chosen)

    def show_plan(self, planned: Planned) -> None:
        """What would happen."""
        self.chips.show()
        self.chips.show_counts(planned.kind, planned.counts)
        self.preview.show_rows(planned.titles, planned.rows)
        if planned.refused and not planned.importable:
            self.preview.table.selectRow(0)  # says in full why nothing of the list comes in

    def show_fault(self, was_read: bool) -> None:
        """There is no plan; where even the file could not be read, another one is offered."""
        self.chips.hide()
        self.preview.clear()
        self.other.setVisible(not was_read)

    def _arrange(self) -> None:
        theme = current()
        beside = theme.scale < 1.5
        self._top.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        ring = theme.space("half")
        self._first.setContentsMargins(ring, 0, 0, 0)
        self._top.setContentsMargins(ring, 0, 0, 0)
        self._top.setSpacing(theme.space("control"))
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(16))
