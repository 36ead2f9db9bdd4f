"""A profile folder: its lock, its key and its store, opened together."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from mentorapp.errors import UserError
from mentorapp.i18n import _
from mentorapp.store import key
from mentorapp.store.database import DATABASE_FILE, Store
from mentorapp.store.lock_file import LockFile

LOCK_FILE = "i-brug.lock"


class InUse(UserError):
    """Another Mentorapp has the profile open."""


class Profile:
    """A folder one program at a time may use. Take it, then open the store by passphrase or raw key."""

    def __init__(self, folder: Path) -> None:
        """Make the folder where it is missing and take its lock; raises `InUse` when another program has it."""
        self.folder = folder
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._lock = LockFile(folder / LOCK_FILE)
        except BlockingIOError as fault:
            raise InUse(
                _("Mentorapp er allerede åben med denne mappe. Intet er ændret. Brug det vindue, der er åbent.")
            ) from fault
        except OSError as fault:
            raise UserError(
                _("Mappen {folder} kan ikke bruges: {reason}. Intet er ændret. Vælg en mappe, du må skrive i.").format(
                    folder=folder, reason=fault.strerror or fault
                )
            ) from fault

    @property
    def is_new(self) -> bool:
        """Whether no store has been made here yet."""
        return not key.exists(self.folder)

    def create(self, passphrase: str, clock: Callable[[], int]) -> Store:
        """A new, empty store wrapped by `passphrase`."""
        if (self.folder / DATABASE_FILE).exists():
            raise UserError(
                _(
                    "Mappen har data, men nøglefilen {name} mangler. Dataene er uændrede. "
                    "Hent nøglefilen fra en sikkerhedskopi."
                ).format(name=key.KEY_FILE)
            )
        try:
            raw = key.create(self.folder, passphrase)
        except OSError as fault:
            raise UserError(
                _("Mappen {folder} kan ikke skrives: {reason}. Intet er ændret. Vælg en anden mappe.").format(
                    folder=self.folder, reason=fault.strerror or fault
                )
            ) from fault
        return Store(self.folder, raw, clock)

    def unlock(self, passphrase: str, clock: Callable[[], int]) -> Store:
        """The store, opened by its passphrase."""
        return Store(self.folder, key.unlock(self.folder, passphrase), clock)

    def release(self) -> None:
        """Let another program use the folder."""
        self._lock.release()
