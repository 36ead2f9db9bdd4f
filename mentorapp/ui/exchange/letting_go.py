"""Removes this machine's copy of a learner when the tail after a hand-over is over; what is unsent is offered first."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from mentorapp.i18n import _, ngettext
from mentorapp.store.exchange import erasure, following, partners, traffic
from mentorapp.store.exchange.following import HandedOver
from mentorapp.store.exchange.partners import Partner
from mentorapp.store.roles import COORDINATOR
from mentorapp.ui.desk import Desk
from mentorapp.ui.dialogs.dialog import Dialog
from mentorapp.ui.exchange import pop_up, sending
from mentorapp.ui.parts.button import Button
from mentorapp.ui.parts.label import Label


def due(desk: Desk) -> list[HandedOver]:
    """The learners whose copy must go today."""
    store, today = desk.session.store, desk.session.today
    if store.role == COORDINATOR:
        return []
    return [one for one in following.handed_over(store, today) if one.remove_on is not None and one.remove_on <= today]


def unsent(desk: Desk) -> list[tuple[Partner, int]]:
    """To whom something of ours has not left yet, and how many fields."""
    store, today = desk.session.store, desk.session.today
    counted = [(one, traffic.standing(store, one, today).unsent) for one in partners.active(store)]
    return [(one, count) for one, count in counted if count]


def let_go(desk: Desk, gone: list[HandedOver]) -> None:
    """Remove the copies, and say so; the receipt goes with the next file."""
    with desk.catching():
        for one in gone:
            erasure.forget(desk.session.store, one.learner)
        names = ", ".join(one.name for one in gone)
        desk.said.emit(
            _("{names} er fjernet herfra, som aftalt ved overdragelsen. Kvitteringen følger med din næste fil.").format(
                names=names
            )
        )
        desk.exchange_changed.emit()


class LettingGo(QObject):
    """Looks when the window stands and at midnight; asks only where a word would be lost."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window

    def look(self) -> None:
        """Remove what is due, or ask first."""
        gone = due(self._desk)
        if not gone or QApplication.activeModalWidget() is not None:
            return
        if unsent(self._desk):
            LettingGoDialog(self._window, self._desk, gone).open()
        else:
            let_go(self._desk, gone)


class LettingGoDialog(Dialog):
    """Send first, remove without sending, or later: it is asked again at the next start."""

    def __init__(self, parent: QWidget, desk: Desk, gone: list[HandedOver]) -> None:
        names = ", ".join(one.name for one in gone)
        super().__init__(parent, _("{names} skal fjernes herfra").format(names=names))
        self._desk, self._gone = desk, gone
        waiting = unsent(desk)
        for partner, count in waiting:
            said = ngettext("{n} ændring er ikke sendt til {name}.", "{n} ændringer er ikke sendt til {name}.", count)
            self.body.addWidget(Label(said.format(n=count, name=partner.name), "strong", wrap=True))
        self.body.addWidget(
            Label(
                _(
                    "Eleven er overdraget, og den aftalte tid er gået. Send først, så intet af det, du har skrevet, "
                    "går tabt. Derefter fjernes kopien, og gennemførselsvejlederen får en kvittering."
                ),
                wrap=True,
            )
        )
        self._receivers = [partner for partner, _count in waiting]
        desk.exchange_changed.connect(self._sent)
        without = Button(_("Fjern uden at sende"), "danger")
        without.clicked.connect(self._remove)
        self.add_button(without)
        self.cancel.setText(_("Senere"))
        self.set_primary(_("Send først"), "send")

    def submit(self) -> None:
        """Send, and remove once nothing is unsent any more; the dialog stays until then."""
        partner = self._receivers[0]
        pop_up.under(self.primary, sending.ways(self, self._desk, partner))

    def _sent(self) -> None:
        """Something was sent; the copy goes once nothing of ours is left here alone."""
        if self.isVisible() and not unsent(self._desk):
            self._remove()

    def _remove(self) -> None:
        self.accept()
        let_go(self._desk, self._gone)
