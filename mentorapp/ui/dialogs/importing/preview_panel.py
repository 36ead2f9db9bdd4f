"""The rows of the list with their filter, and the chosen row said in full below them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mentorapp.i18n import _
from mentorapp.ui.dialogs.importing.preview_row import Outcome, PreviewRow
from mentorapp.ui.dialogs.importing.preview_table import PreviewTable
from mentorapp.ui.parts.label import Label
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.parts.segmented import Segmented
from mentorapp.ui.theme import current

EVERY = "every"


class PreviewPanel(QWidget):
    """A reason that has no room in its cell is never hidden: it stands in the line below."""

    def __init__(self) -> None:
        super().__init__()
        self._titles: Mapping[str, str] = {}
        self._rows: Sequence[PreviewRow] = ()
        self.filter = Segmented(
            [
                (EVERY, _("Alle")),
                (Outcome.NEW.value, _("Nye")),
                (Outcome.CHANGED.value, _("Ændringer")),
                (Outcome.REFUSED.value, _("Afvist")),
            ],
            _("Hvilke rækker vises"),
        )
        self.filter.chosen.connect(lambda _key: self._fill())
        self.table = PreviewTable()
        self.table.chosen.connect(self._say)
        self.said = Label("", "small", "muted", wrap=True)
        self._head = QHBoxLayout()
        self._head.addWidget(self.filter)
        self._head.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._middle = QHBoxLayout()
        self._middle.addWidget(self.table)
        self._column.addLayout(self._middle, 1)
        self._column.addWidget(self.said)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        measured(self, self._measure)

    def show_rows(self, titles: Mapping[str, str], rows: Sequence[PreviewRow]) -> None:
        """Show other rows; a filter that would show nothing of them is taken off."""
        self._show_parts(True)
        self._titles, self._rows = titles, rows
        if not self._shown():
            self.filter.set_current(EVERY)
        self._fill()

    def clear(self) -> None:
        """Show no rows; the panel stays and holds the room."""
        self._rows = ()
        self.filter.set_current(EVERY)
        self._fill()
        self._show_parts(False)

    def _show_parts(self, shown: bool) -> None:
        for part in (self.filter, self.table, self.said):
            part.setVisible(shown)

    def _shown(self) -> list[PreviewRow]:
        wanted = self.filter.current()
        return [row for row in self._rows if wanted in (EVERY, row.outcome.value)]

    def _fill(self) -> None:
        self.table.show_rows(self._titles, self._shown())

    def _say(self, row: PreviewRow | None) -> None:
        if row is None:
            empty = bool(self._rows) and not self._shown()
            self.said.setText(_("Ingen rækker af den slags.") if empty else "")
            return
        happens = row.details if row.outcome is Outcome.CHANGED and row.details else (row.what,)
        words = (_("Række {n}").format(n=row.number), row.sheet, row.who, *happens)
        self.said.setText(" · ".join(filter(None, words)))
        self.said.set_tone("danger" if row.outcome is Outcome.REFUSED else "muted")

    def _measure(self) -> None:
        theme = current()
        ring = theme.space("half")
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.space("grid"))
        self._head.setContentsMargins(ring, 0, ring, 0)
        self._middle.setContentsMargins(ring, 0, ring, 0)
        self.said.setContentsMargins(ring, 0, ring, 0)
        # room for a line whether it is filled or not, so that choosing a row moves nothing
        self.said.setMinimumHeight(theme.line_height("small"))
