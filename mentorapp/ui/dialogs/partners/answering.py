"""Taking an invitation with its six words, and adding the partner whose reply has come."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from mentorapp.i18n import _
from mentorapp.lists.cells.text import Unreadable
from mentorapp.store.exchange.partners import Partner
from mentorapp.sync import inviting, six_words
from mentorapp.sync.inviting import REPLY_SUFFIX
from mentorapp.ui.desk import Desk
from mentorapp.ui.dialogs.dialog import Dialog
from mentorapp.ui.learner.fields import reading
from mentorapp.ui.learner.fields.text_field import TextField
from mentorapp.ui.parts.message_strip import MessageStrip


class AcceptDialog(Dialog):
    """Six words open the invitation; the reply is saved beside it and goes back to whoever invited."""

    def __init__(self, parent: QWidget, desk: Desk, path: Path) -> None:
        super().__init__(
            parent,
            _("Tag imod invitationen"),
            _("Skriv de seks ord, du har fået i telefonen eller på en seddel."),
            width=600,
        )
        self._desk, self._path = desk, path
        self.inviter: Partner | None = None
        self.reply: Path | None = None
        self.words = TextField(
            _("De seks ord"),
            hint=_("Med mellemrum imellem. Store og små bogstaver er ens."),
            required=True,
        )
        self.words.line.textChanged.connect(lambda _text: self._count())
        self.body.addWidget(self.words)
        self.name = TextField(_("Dit navn"), reading.person, required=True)
        self.name.line.setText(desk.session.store.local("name") or "")
        self.name.setVisible(not desk.session.store.local("name"))
        self.body.addWidget(self.name)
        self.set_primary(_("Åbn invitationen"), "lock-open")
        self.set_safe(_("Intet sendes af sig selv."))
        self.words.line.setFocus()

    def submit(self) -> None:
        if self.inviter is not None:
            self.accept()
            return
        try:
            words, name = self.words.value(), self.name.value()
        except Unreadable:
            (self.words if self.words.error() else self.name).line.setFocus()
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DesktopLocation)
        wished = str(Path(folder) / _("Svar fra {name}").format(name=name)) + REPLY_SUFFIX
        kind = _("Svar (*{suffix})").format(suffix=REPLY_SUFFIX)
        chosen, _kind = QFileDialog.getSaveFileName(self, _("Gem svaret"), wished, kind)
        if chosen:
            path = Path(chosen)
            self.answer(words, name, path if path.suffix else path.with_suffix(REPLY_SUFFIX))

    def answer(self, words: str, name: str, reply: Path) -> None:
        """Open the invitation with the words, and write the reply."""
        session = self._desk.session
        self.hush()

        def work() -> Partner:
            if not session.store.local("name"):
                session.store.set_local("name", name)
            return inviting.accept(session, self._path, words, reply)

        self.run(_("Åbner invitationen …"), work, lambda inviter: self._accepted(inviter, reply))

    def _accepted(self, inviter: Partner, reply: Path) -> None:
        self.inviter, self.reply = inviter, reply
        self._desk.exchange_changed.emit()
        for field in (self.words, self.name):
            field.hide()
        self.body.addWidget(
            MessageStrip(
                "ok",
                _("Du udveksler nu med {name}.").format(name=inviter.name),
                _(
                    "Send svaret {file} tilbage til {name}, i en mail eller på et USB-stik. Når {name} har åbnet det, "
                    "får du den første fil med dine elever."
                ).format(file=reply.name, name=inviter.name),
            )
        )
        self.set_title(_("Invitationen er taget imod"))
        self.cancel.hide()
        self.set_primary(_("Færdig"))
        self.primary.setFocus()

    def _count(self) -> None:
        """How many words there are, while they are typed."""
        count = len(self.words.line.text().split())
        told = _("{n} af {all} ord").format(n=count, all=six_words.COUNT) if count else ""
        self.words.set_hint(told or _("Med mellemrum imellem. Store og små bogstaver er ens."))


def accept(owner: QWidget, desk: Desk, path: Path) -> bool:
    """Ask for the words of the invitation at `path`; whether it was taken."""
    dialog = AcceptDialog(owner, desk, path)
    dialog.exec()
    return dialog.inviter is not None


def add_reply(owner: QWidget, desk: Desk, path: Path) -> None:
    """Make a partner of whoever wrote the reply at `path`, and say what comes next."""

    def added(partner: Partner) -> None:
        desk.said.emit(_("{name} er nu partner. Send den første fil.").format(name=partner.name))
        desk.exchange_changed.emit()

    desk.run(owner, lambda: inviting.add_partner(desk.session, path), added)
