"""Looks into the post boxes now and then, so that a file that has come is told of without being asked for."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from mentorapp.errors import Refused, UserError
from mentorapp.i18n import _
from mentorapp.store.exchange import partners
from mentorapp.store.exchange.partners import Partner
from mentorapp.sync.exchange import Arrival
from mentorapp.ui.desk import Desk
from mentorapp.ui.dialogs.receiving.receive_dialog import Opening
from mentorapp.ui.tasks import Task

LOOKS_EVERY_MS = 120_000


class PostWatch(QObject):
    """`found(partner id)` when a file with news lies in a box. Silent about boxes out of reach: looking says why."""

    found = Signal(object)

    def __init__(self, desk: Desk, owner: QObject) -> None:
        super().__init__(owner)
        self._desk = desk
        self.waiting: set[bytes] = set()
        self._seen: dict[bytes, set[tuple[str, int, float]]] = {}
        self._timer = QTimer(self, interval=LOOKS_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        desk.exchange_changed.connect(self.waiting.clear)

    def look(self) -> None:
        """Look now, unless a file is being shown: there is one plan at a time."""
        if QApplication.activeModalWidget() is not None:
            return
        session = self._desk.session
        with_box = [partner for partner in partners.active(session.store) if partner.folder]
        if with_box:
            Task(self, lambda: self._news(with_box), self._tell, self._desk.fail)

    def _news(self, with_box: list[Partner]) -> set[bytes]:
        from mentorapp.sync import post_box

        news = set()
        for partner in with_box:
            try:
                found = post_box.collect(self._desk.session, partner, self._seen.setdefault(partner.id, set()))
            except UserError:
                continue
            if found.arrival is not None:
                found.arrival.plan.discard()
                news.add(partner.id)
        return news

    def _tell(self, news: set[bytes]) -> None:
        for partner in news - self.waiting:
            self.waiting.add(partner)
            self.found.emit(partner)


def of_box(desk: Desk, partner: Partner) -> Opening:
    """How the newest file in a post box is opened."""

    def opened(_anyway: bool) -> Arrival:
        from mentorapp.sync import post_box

        found = post_box.collect(desk.session, partner)
        if found.arrival is not None:
            return found.arrival
        if found.said:
            raise Refused(found.said[0])
        raise Refused(
            _("Der ligger intet nyt i postkassen. Intet er ændret. Alt, {name} har lagt i den, er læst ind.").format(
                name=partner.name
            )
        )

    return opened
