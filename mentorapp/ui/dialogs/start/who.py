"""The first step: who sits here."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from mentorapp.i18n import _
from mentorapp.lists.cells.text import Unreadable
from mentorapp.ui.dialogs.start.step import Step
from mentorapp.ui.dialogs.start.way_choice import Way, WayChoice
from mentorapp.ui.learner.fields.reading import person
from mentorapp.ui.learner.fields.text_field import TextField
from mentorapp.ui.parts.message_strip import MessageStrip


class Who(Step):
    """Role, name and workplace."""

    def __init__(self) -> None:
        super().__init__()
        self.roles = WayChoice(
            _("Hvem er du?"),
            [
                Way(
                    "coordinator",
                    _("Gennemførselsvejleder"),
                    _("Følger alle elever, importerer lister og skriver rapporter."),
                ),
                Way(
                    "mentor",
                    _("Mentor"),
                    _("Følger egne elever på en arbejdsplads og begynder med en fil fra gennemførselsvejlederen."),
                ),
            ],
        )
        self.roles.chosen.connect(lambda _key: self._explain())
        self.name = TextField(
            _("Navn"), person, example=_("fx Karin Holst"), required=True,
            hint=_("Står på de noter og rapporter, du skriver."),
        )  # fmt: skip
        self.workplace = TextField(_("Arbejdsplads"), example=_("fx Plejecenter Lindegården"))
        self._explanation = MessageStrip(
            "info",
            _("Hav invitationen klar, hvis du har fået en."),
            _("Den er en fil fra gennemførselsvejlederen med seks ord i telefonen. Uden den kan du begynde nu."),
        )
        self.column.addWidget(self.roles)
        self.column.addWidget(self._explanation)
        self.column.addWidget(self.name)
        self.column.addWidget(self.workplace)
        self._explain()

    def title(self) -> str:
        return _("Velkommen til Mentorapp")

    def subtitle(self) -> str:
        return _("Hvem sidder her?")

    def safe(self) -> str:
        return _("Alt bliver på denne computer. Intet sendes nogen steder hen.")

    def first(self) -> QWidget:
        return self.roles.radio(self.role())

    def check(self) -> bool:
        try:
            self.name.value()
        except Unreadable:
            self.name.line.setFocus()
            return False
        try:
            self.workplace.value()
        except Unreadable:
            self.workplace.line.setFocus()
            return False
        return True

    def role(self) -> str:
        """`coordinator` or `mentor`."""
        return self.roles.key()

    def facts(self) -> dict[str, str]:
        """What the store remembers of this profile, after `check`."""
        return {"role": self.role(), "name": self.name.value(), "workplace": self.workplace.value() or ""}

    def _explain(self) -> None:
        self._explanation.setVisible(self.role() == "mentor")
        self.changed.emit()
