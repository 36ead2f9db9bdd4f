"""Which month the sheet for a mentor is about, and what becomes of it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.domain.month_sheet import sheet_months
from mentorapp.i18n import _, month
from mentorapp.ui.book import Opened
from mentorapp.ui.learner.fields.choice import Choice
from mentorapp.ui.learner.fields.field import Field
from mentorapp.ui.parts.label import Label
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.theme import current


class SheetOptions(QWidget):
    """The months of the course, newest first, today's chosen; `changed` when another is."""

    changed = Signal()

    def __init__(self, opened: Opened, today: date) -> None:
        super().__init__()
        first = today.replace(day=1)
        months = sheet_months(opened.ledger) if opened.ledger else (first,)
        self.choice = Choice([(f"{one:%Y-%m}", f"{month(one.month)} {one.year}") for one in reversed(months)])
        self.choice.set_key(f"{min(max(first, months[0]), months[-1]):%Y-%m}")
        self.choice.currentIndexChanged.connect(lambda _place: self.changed.emit())
        self._column = QVBoxLayout(self)
        self._column.addWidget(Field(_("Måned"), self.choice))
        for text in (
            _("Til en mentor, der ikke har programmet. Print arket, eller gem det som regneark og send det."),
            _(
                "Det udfyldte regneark læses ind som en liste: du ser først, hvad der sker. "
                "Et papirark skrives ind under Fremmøde."
            ),
            _("Arket er på dansk, også når vinduet er på engelsk."),
        ):
            self._column.addWidget(Label(text, "small", "muted", wrap=True))
        self._column.addStretch(1)
        measured(self, self._measure)

    def month(self) -> date:
        """The first day of the month chosen."""
        return date.fromisoformat(f"{self.choice.key()}-01")

    def _measure(self) -> None:
        theme = current()
        ring = theme.space("half")
        self._column.setContentsMargins(ring, 0, ring, ring)
        self._column.setSpacing(theme.px(8))
