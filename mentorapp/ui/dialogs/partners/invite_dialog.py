"""Inviting: who, as what, which learners and on what ground; then the file, and the six words to say by phone."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QListWidget, QListWidgetItem, QPlainTextEdit, QWidget

from mentorapp.i18n import _, ngettext
from mentorapp.lists.cells.text import Unreadable
from mentorapp.store.exchange.partners import Partner
from mentorapp.store.roles import COORDINATOR, MENTOR
from mentorapp.sync import inviting
from mentorapp.sync.inviting import INVITATION_SUFFIX, Invited
from mentorapp.ui.desk import Desk
from mentorapp.ui.dialogs.dialog import Dialog
from mentorapp.ui.dialogs.partners.words_dialog import WordsDialog
from mentorapp.ui.learner.fields import reading
from mentorapp.ui.learner.fields.field import Field
from mentorapp.ui.learner.fields.text_field import TextField
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.parts.segmented import Segmented
from mentorapp.ui.theme import current


class InviteDialog(Dialog):
    """A mentor follows the learners ticked here from today; another coordinator gets everything."""

    def __init__(self, parent: QWidget, desk: Desk, again: Partner | None = None) -> None:
        """`again`: somebody who is invited anew, as after a machine was lost."""
        super().__init__(
            parent,
            _("Invitér"),
            _("Programmet laver en låst fil og seks ord. Send filen, og sig ordene i telefonen."),
            width=600,
        )
        self._desk = desk
        self.name = TextField(_("Navn"), reading.person, example=_("Fornavn Efternavn"), required=True)
        people = sorted({person.name for person in desk.session.organisation.people.values()}, key=str.casefold)
        reading_names(self.name, people)
        self.role = Segmented([(MENTOR, _("Mentor")), (COORDINATOR, _("Gennemførselsvejleder"))], _("Rolle"))
        self.role.chosen.connect(lambda _key: self._follow_role())
        self.learners = QListWidget()
        self.learners.setAccessibleName(_("Elever, der følges"))
        for learner, name in desk.session.names():
            item = QListWidgetItem(name, self.learners)
            item.setData(Qt.ItemDataRole.UserRole, learner)
            item.setCheckState(Qt.CheckState.Unchecked)
        self.learners.itemChanged.connect(lambda _item: self._promise())
        self.learners_field = Field(
            _("Følger disse elever fra i dag"), self.learners, _("Kun deres oplysninger sendes. Det kan rettes senere.")
        )
        self.basis = QPlainTextEdit()
        self.basis.setTabChangesFocus(True)
        self.basis_field = Field(
            _("Grundlag for at dele oplysningerne"),
            self.basis,
            _("Med dine egne ord, fx mentoraftale af 01-11-2026. Det står hos dig og sendes ikke."),
        )
        for widget in (self.name, self.role, self.learners_field, self.basis_field):
            self.body.addWidget(widget)
        if again is not None:
            self._begin_with(again)
        self.set_safe(_("Invitationen gælder i 14 dage."))
        measured(self, self._measure_fields)
        self._promise()
        self.name.line.setFocus()

    def submit(self) -> None:
        try:
            name = self.name.value()
        except Unreadable:
            self.name.line.setFocus()
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DesktopLocation)
        wished = str(Path(folder) / _("Invitation til {name}").format(name=name)) + INVITATION_SUFFIX
        kind = _("Invitation (*{suffix})").format(suffix=INVITATION_SUFFIX)
        chosen, _kind = QFileDialog.getSaveFileName(self, _("Gem invitationen"), wished, kind)
        if chosen:
            path = Path(chosen)
            self.save_to(path if path.suffix else path.with_suffix(INVITATION_SUFFIX))

    def save_to(self, path: Path) -> None:
        """Make the invitation; the words are shown once."""
        session, name, role = self._desk.session, self.name.value(), self.role.current()
        learners, basis = self.chosen(), self.basis.toPlainText().strip() or None
        self.run(
            _("Låser invitationen …"),
            lambda: inviting.invite(session, name, role, learners, path, basis),
            lambda invited: self._invited(invited, path),
        )

    def chosen(self) -> list[bytes]:
        """The learners that are ticked."""
        items = [self.learners.item(place) for place in range(self.learners.count())]
        return [
            bytes(item.data(Qt.ItemDataRole.UserRole)) for item in items if item.checkState() == Qt.CheckState.Checked
        ]

    def _begin_with(self, again: Partner) -> None:
        self.name.line.setText(again.name)
        self.role.set_current(again.role)
        self.basis.setPlainText(again.basis or "")
        self._follow_role()

    def _follow_role(self) -> None:
        self.learners_field.setVisible(self.role.current() == MENTOR)
        self._promise()

    def _promise(self) -> None:
        count = len(self.chosen())
        if self.role.current() == COORDINATOR:
            self.set_primary(_("Gem invitation til alt"), "key-round")
        else:
            words = ngettext("Gem invitation med {n} elev", "Gem invitation med {n} elever", count)
            self.set_primary(words.format(n=count), "key-round")

    def _invited(self, invited: Invited, path: Path) -> None:
        self._desk.exchange_changed.emit()
        owner = self.parentWidget()
        self.accept()
        if isinstance(owner, QWidget):
            WordsDialog(owner, invited, path, self._desk.session.today).exec()

    def _measure_fields(self) -> None:
        theme = current()
        rows = min(max(self.learners.count(), 2), 7)
        self.learners.setFixedHeight(rows * max(self.learners.sizeHintForRow(0), theme.px(20)) + theme.px(4))
        self.basis.setFixedHeight(theme.px(64))


def reading_names(field: TextField, names: list[str]) -> None:
    """Complete from the staff there is, so that a person known already is meant and not made twice."""
    from mentorapp.ui.learner.fields.completion import offer

    offer(field.line, names)
