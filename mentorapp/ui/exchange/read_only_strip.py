"""On a learner who was handed over: that it can only be read here, and on which day the copy goes."""

from __future__ import annotations

from mentorapp.i18n import _, day
from mentorapp.store.exchange import following
from mentorapp.store.exchange.following import HandedOver
from mentorapp.store.roles import COORDINATOR
from mentorapp.ui.desk import Desk
from mentorapp.ui.parts.message_strip import MessageStrip


class ReadOnlyStrip(MessageStrip):
    """Hidden for whoever may write."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("info")
        self._desk = desk
        self._learner = b""
        desk.exchange_changed.connect(self._look)
        self.hide()

    def show_learner(self, learner: bytes) -> None:
        """Be about a learner."""
        self._learner = learner
        self._look()

    def _look(self) -> None:
        session, learner = self._desk.session, self._learner
        told = None
        if session.store.role != COORDINATOR:
            told = next(
                (one for one in following.handed_over(session.store, session.today) if one.learner == learner), None
            )
        self.setVisible(told is not None)
        if told is not None:
            self.set_message("info", *said(told))


def said(told: HandedOver) -> tuple[str, str]:
    """What it means that a learner was handed over: the answer, and what happens when."""
    lead = _("Overdraget {day}, kan kun læses.").format(day=day(told.last_day))
    if told.remove_on is None:
        return lead, _("Ret det, hvis det er forkert, hos gennemførselsvejlederen.")
    return lead, _("Kopien fjernes fra denne maskine {day}.").format(day=day(told.remove_on))
