"""The steps of the first start: each asks one thing and says whether the answer will do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.i18n import _
from mentorapp.lists.cells.text import Unreadable
from mentorapp.store.key import SHORTEST_PASSPHRASE
from mentorapp.ui.dialogs.passphrase_field import PassphraseField
from mentorapp.ui.dialogs.way_choice import Way, WayChoice
from mentorapp.ui.learner.fields.reading import person
from mentorapp.ui.learner.fields.text_field import TextField
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.parts.message_strip import MessageStrip
from mentorapp.ui.theme import current

if TYPE_CHECKING:
    from mentorapp.ui.dialogs.first_start import Then


class Step(QWidget):
    """One step. `changed` when its words may read differently."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self._strips = QVBoxLayout()
        measured(self, self._measure)

    def title(self) -> str:
        """What is asked."""
        raise NotImplementedError

    def subtitle(self) -> str:
        """The same in a few words more."""
        raise NotImplementedError

    def safe(self) -> str:
        """What cannot go wrong here."""
        raise NotImplementedError

    def onward(self) -> str:
        """What the primary button does."""
        return _("Fortsæt")

    def icon(self) -> str:
        """The icon of the primary button."""
        return "arrow-right"

    def first(self) -> QWidget:
        """The control that gets the keyboard."""
        raise NotImplementedError

    def check(self) -> bool:
        """Whether the answer will do; what is wrong is said at its field, which gets the keyboard."""
        return True

    def add_strip(self, strip: MessageStrip) -> None:
        """Add a message, in line with the edges of the fields."""
        self._strips.addWidget(strip)
        self.column.addLayout(self._strips)

    def _measure(self) -> None:
        theme = current()
        ring = theme.space("half")  # fields keep so much free around them
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.px(16))
        self._strips.setContentsMargins(ring, 0, ring, 0)


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
            _("Filen kan denne udgave ikke læse endnu."),
            _("Du kan oprette din profil nu og se programmet på opdigtede elever imens."),
        )
        self.column.addWidget(self.roles)
        self.add_strip(self._explanation)
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


class Locking(Step):
    """The passphrase, twice."""

    def __init__(self) -> None:
        super().__init__()
        self.once = PassphraseField(
            _("Adgangssætning"), _("Mindst {n} tegn, fx tre ord, du kan huske.").format(n=SHORTEST_PASSPHRASE)
        )
        self.again = PassphraseField(_("Gentag adgangssætningen"))
        self.column.addWidget(self.once)
        self.column.addWidget(self.again)
        self.add_strip(
            MessageStrip(
                "warning",
                _("Den kan ikke hentes tilbage."),
                _("Glemmer du den, kan ingen læse dine data igen. Skriv den ned, og gem den et sikkert sted."),
            )
        )

    def title(self) -> str:
        return _("Vælg en adgangssætning")

    def subtitle(self) -> str:
        return _("Den låser alt, hvad du skriver, på denne computer")

    def safe(self) -> str:
        return _("Intet er gemt endnu.")

    def first(self) -> QWidget:
        return self.once.line

    def check(self) -> bool:
        if len(self.once.text()) < SHORTEST_PASSPHRASE:
            self.once.refuse(
                _("For kort. Skriv mindst {n} tegn, fx tre ord, du kan huske.").format(n=SHORTEST_PASSPHRASE)
            )
            return False
        if self.again.text() != self.once.text():
            self.again.refuse(
                _("De to er ikke ens. Skriv den samme igen.") if self.again.text() else _("Skriv den en gang til.")
            )
            return False
        return True

    def passphrase(self) -> str:
        """What was typed, as it was typed."""
        return self.once.text()


class Beginning(Step):
    """What to begin with."""

    def __init__(self) -> None:
        super().__init__()
        self.ways = WayChoice(
            _("Hvad vil du begynde med?"),
            [
                Way(
                    "import",
                    _("Importér en liste"),
                    _("Excel eller CSV: elever, skoleplan, fremmøde, praktiktimer. Du ser alt, før det gemmes."),
                ),
                Way("empty", _("Begynd tomt"), _("Opret den første elev selv.")),
                Way(
                    "demo",
                    _("Prøv uden egne data"),
                    _("Åbner tretten opdigtede elever i en mappe for sig. Intet blandes."),
                ),
            ],
        )
        self.ways.chosen.connect(lambda _key: self.changed.emit())
        self.column.addWidget(self.ways)

    def title(self) -> str:
        return _("Hvad vil du begynde med?")

    def subtitle(self) -> str:
        return _("Det andet kan du altid gøre senere")

    def safe(self) -> str:
        return _("Det, du importerer, kan fortrydes.")

    def onward(self) -> str:
        return {
            "import": _("Opret og vælg liste"),
            "empty": _("Opret og begynd tomt"),
            "demo": _("Opret og se eksemplet"),
        }[self.then()]

    def icon(self) -> str:
        return "check"

    def first(self) -> QWidget:
        return self.ways.radio(self.ways.key())

    def then(self) -> Then:
        """What was chosen."""
        key = self.ways.key()
        return "import" if key == "import" else "demo" if key == "demo" else "empty"

    def offer_lists(self, offered: bool) -> None:
        """Lists are a coordinator's to import; a mentor waits for a file."""
        self.ways.offer("import", offered)
        self.ways.offer(
            "empty",
            True,
            _("Opret den første elev selv.")
            if offered
            else _("Eleverne kommer med filen fra gennemførselsvejlederen, når programmet kan læse den."),
        )
