"""Asks how learners are named before schooling and meetings go into a calendar that others see."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtWidgets import QCheckBox, QWidget

from mentorapp.i18n import _, day, ngettext
from mentorapp.ui.desk import Desk
from mentorapp.ui.dialogs import file_out
from mentorapp.ui.dialogs.dialog import Dialog
from mentorapp.ui.parts.label import Label


class CalendarDialog(Dialog):
    """One choice: initials, or full names."""

    def __init__(self, parent: QWidget, desk: Desk, learners: Sequence[bytes]) -> None:
        many = ngettext("Skoledage og møder for {n} elev", "Skoledage og møder for {n} elever", len(learners))
        super().__init__(parent, _("Gem som kalenderfil"), many.format(n=len(learners)), width=520)
        self._desk, self._learners = desk, tuple(learners)
        told = _(
            "Filen (.ics) kan hentes ind i Outlook og andre kalendere. Gemmer du den igen senere, "
            "retter den de samme dage og møder i stedet for at lægge dem ind to gange."
        )
        self.body.addWidget(Label(told, wrap=True))
        self.named = QCheckBox(_("Skriv elevernes fulde navne og mødernes dagsorden"))
        self.body.addWidget(self.named)
        self.body.addWidget(
            Label(
                _("En kalender ses af andre. Uden flueben står kun initialer, hvad det er, tid og sted."),
                "small",
                "muted",
                wrap=True,
            )
        )
        self.set_primary(_("Gem kalenderfil"), "calendar-plus")
        self.set_safe(_("Intet forlader programmet, før du gemmer."))

    def submit(self) -> None:
        named, learners, desk = self.named.isChecked(), self._learners, self._desk
        owner = self.parentWidget()
        assert owner is not None
        wished = f"kalender-{day(desk.session.today)}.ics"
        self.accept()
        file_out.save(
            owner, desk, _("Gem som kalenderfil"), wished, _("Kalender (*.ics)"), lambda: made(desk, learners, named)
        )


def made(desk: Desk, learners: Sequence[bytes], named: bool) -> bytes:
    """The file's bytes; may run on any thread."""
    from mentorapp.lists import calendar_file, learner_calendar
    from mentorapp.store import queries

    cases = queries.case_files(desk.session.store, desk.session.organisation, learners)
    at = datetime.fromtimestamp(desk.session.store.now() / 1000, UTC)
    return calendar_file.write(learner_calendar.events(cases, named), _("Skoledage og møder"), at)
