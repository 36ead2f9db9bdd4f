"""Which month is stated, and whether its application has been handed in."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.domain.months_due import claim, hand_in, months_with_school, take_back
from mentorapp.errors import UserError
from mentorapp.i18n import _, day, month, ngettext
from mentorapp.store.tables import BY_TABLE
from mentorapp.ui.book import Opened
from mentorapp.ui.desk import Desk
from mentorapp.ui.learner.fields.choice import Choice
from mentorapp.ui.learner.fields.field import Field
from mentorapp.ui.parts.button import Button
from mentorapp.ui.parts.label import Label
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.theme import current

MOST_NAMED = 6
"""So many waiting months are named; all stand in the choice."""


class MonthOptions(QWidget):
    """The months with school, newest first; `changed` when another is chosen."""

    changed = Signal()

    def __init__(self, desk: Desk, opened: Opened) -> None:
        super().__init__()
        self._desk, self._opened = desk, opened
        self._months = _months(opened, desk.session.today)
        self.choice = Choice([(key, "") for key in self._months])
        self.state = Label("", wrap=True)
        self.mark = Button("", icon="send", size="small")
        self.mark.clicked.connect(self._turn)
        self.waiting = Label("", "small", "muted", wrap=True)
        text = _("Eleven sender opgørelsen med ansøgningen om godtgørelse og befordring, én for hver måned med skole.")
        self._why = Label(text, "small", "muted", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.addWidget(Field(_("Måned"), self.choice))
        self._column.addWidget(self.state)
        self._column.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self.waiting)
        self._column.addWidget(self._why)
        self._column.addStretch(1)
        self.choice.currentIndexChanged.connect(lambda _place: self._choose())
        self._say()
        measured(self, self._measure)

    def month(self) -> date:
        """The first day of the month chosen."""
        return date.fromisoformat(f"{self.choice.key()}-01")

    def _choose(self) -> None:
        self._say()
        self.changed.emit()

    def _turn(self) -> None:
        """Say that the application was handed in today, or that it was not."""
        case, key, today = self._opened.case, self.choice.key(), self._desk.session.today
        handed_in = claim(case, key) is not None
        changes = take_back(case, key) if handed_in else hand_in(case, key, today)
        label = _("Måned ikke indsendt: {month}") if handed_in else _("Måned indsendt: {month}")
        try:
            self._desk.session.store.record(changes, label.format(month=key))
        except UserError as fault:
            self._desk.fail(fault)
            return
        self._opened = self._desk.book.open(case.learner.learner) or self._opened
        self._say()

    def _say(self) -> None:
        case = self._opened.case
        claims = {key: claim(case, key) for key in self._months}
        for place, key in enumerate(self._months):
            done = "" if claims[key] is None else _(" · indsendt")
            self.choice.setItemText(place, f"{month(int(key[5:]))} {key[:4]}{done}")
        made = claims.get(self.choice.key())
        on = made.handed_in_on if made else None
        self.state.setText(_("Ansøgningen er indsendt {day}.").format(day=day(on)) if on else
                           _("Ansøgningen er ikke skrevet som indsendt."))  # fmt: skip
        self.mark.setText(_("Ikke indsendt alligevel") if on else _("Indsendt i dag"))
        self.mark.icon_name = "undo-2" if on else "send"
        self.mark.updateGeometry()
        may_write = self._desk.session.store.role in BY_TABLE["month_claim"].writers
        self.mark.setVisible(may_write and self._opened.ledger is not None)
        left = [key for key in self._months if claims[key] is None]
        text = ngettext(
            "{n} måned med skole er ikke indsendt: {months}",
            "{n} måneder med skole er ikke indsendt: {months}",
            len(left),
        )
        named = ", ".join(f"{month(int(key[5:]))} {key[:4]}" for key in left[:MOST_NAMED])
        named += " …" if len(left) > MOST_NAMED else "."
        said = text.format(n=len(left), months=named)
        self.waiting.setText(said if left else _("Alle måneder med skole er indsendt."))

    def _measure(self) -> None:
        theme = current()
        ring = theme.space("half")
        self._column.setContentsMargins(ring, 0, ring, ring)
        self._column.setSpacing(theme.px(8))


def _months(opened: Opened, today: date) -> list[str]:
    """The months with school, newest first; where there are none, that of today, or the last of the course."""
    ledger = opened.ledger
    if ledger is None:
        return [f"{today:%Y-%m}"]
    found = [told.month for told in months_with_school(opened.case, ledger)]
    end = ledger.end_extended or today
    return found or [f"{max(ledger.start, min(today, end)):%Y-%m}"]
