"""The first start, in three small steps: who sits here, a passphrase, and what to begin with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from mentorapp.errors import UserError
from mentorapp.i18n import _
from mentorapp.store.database import Store
from mentorapp.store.profile import Profile
from mentorapp.ui.dialogs.dialog import Dialog
from mentorapp.ui.dialogs.start.beginning import Beginning, Then
from mentorapp.ui.dialogs.start.locking import Locking
from mentorapp.ui.dialogs.start.who import Who
from mentorapp.ui.parts.button import Button


@dataclass(frozen=True, slots=True)
class FirstStart:
    """The new store, and what the user wants to see first."""

    store: Store
    then: Then


def ask(profile: Profile, clock: Callable[[], int]) -> FirstStart | None:
    """Make the store of a new `profile`; None when the user went away, and then nothing has been made."""
    dialog = FirstStartDialog(profile, clock)
    dialog.exec()
    return dialog.begun


class FirstStartDialog(Dialog):
    """Nothing is written before the last step."""

    def __init__(self, profile: Profile, clock: Callable[[], int]) -> None:
        super().__init__(None, "", width=600, height=612)
        self.begun: FirstStart | None = None
        self._profile, self._clock = profile, clock
        self._leaving = False
        self._at = 0
        self.who, self.locking, self.beginning = Who(), Locking(), Beginning()
        self._steps = (self.who, self.locking, self.beginning)
        for step in self._steps:
            self.body.addWidget(step)
            step.changed.connect(self._name_step)
        self.body.addStretch(1)
        self._back = Button(_("Tilbage"), "text", "arrow-left")
        self._back.clicked.connect(lambda: self._go(self._at - 1))
        self.add_button(self._back)
        self.cancel.setText(_("Afslut"))
        self._go(0)

    def submit(self) -> None:
        """The next step, or make the store after the last one."""
        if self.running.busy or not self._steps[self._at].check():
            return
        self.hush()
        if self._at + 1 < len(self._steps):
            self._go(self._at + 1)
            return
        self.primary.setEnabled(False)
        self._back.setEnabled(False)
        profile, clock, passphrase, facts = self._profile, self._clock, self.locking.passphrase(), self.who.facts()
        self.run(_("Opretter profilen …"), lambda: _create(profile, clock, passphrase, facts), self._begin)

    def reject(self) -> None:
        """Go away; where the store is just being made, as soon as it can be closed again."""
        if self.running.busy:
            self._leaving = True
        else:
            super().reject()

    def fail(self, error: Exception) -> None:
        """Say why the store could not be made; everything typed is still there."""
        self.primary.setEnabled(True)
        self._back.setEnabled(True)
        super().fail(error)
        if self._leaving:
            self.reject()

    def _begin(self, store: Store) -> None:
        if self._leaving:
            store.close()
            self.reject()
        else:
            self.begun = FirstStart(store, self.beginning.then())
            self.accept()

    def _go(self, place: int) -> None:
        self._at = place
        for number, step in enumerate(self._steps):
            step.setVisible(number == place)
        self.beginning.offer_lists(self.who.role() == "coordinator")
        self._back.setVisible(place > 0)
        self.to_top()
        self._name_step()
        first: QWidget = self._steps[place].first()
        first.setFocus()

    def _name_step(self) -> None:
        step = self._steps[self._at]
        number = _("Trin {n} af {of}").format(n=self._at + 1, of=len(self._steps))
        self.set_title(step.title(), f"{number} · {step.subtitle()}")
        self.set_safe(step.safe())
        self.set_primary(step.onward(), step.icon())


def _create(profile: Profile, clock: Callable[[], int], passphrase: str, facts: dict[str, str]) -> Store:
    store = profile.create(passphrase, clock)
    try:
        for key, value in facts.items():
            store.set_local(key, value)
    except UserError:
        store.close()
        raise
    return store
