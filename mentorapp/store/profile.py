"""A profile folder: its lock, its key and its store, opened together."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from mentorapp.errors import UserError
from mentorapp.i18n import _
from mentorapp.store import erased_list, key, memory_dump
from mentorapp.store.connection import Damaged
from mentorapp.store.database import DATABASE_FILE, Store
from mentorapp.store.lock_file import LockFile

LOCK_FILE = "i-brug.lock"
BEING_MADE = "oprettes"
"""There from before the key is made until the store is: what a killed first start leaves holds nobody's words."""


class InUse(UserError):
    """Another Mentorapp has the profile open."""

    def __init__(self, sentence: str, folder: Path) -> None:
        super().__init__(sentence)
        self.folder = folder


class Profile:
    """A folder one program at a time may use. Take it, then open the store by passphrase or raw key."""

    def __init__(self, folder: Path) -> None:
        """Make the folder where it is missing and take its lock; raises `InUse` when another program has it."""
        self.folder = folder
        memory_dump.forbid()
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._lock = LockFile(folder / LOCK_FILE)
            if (folder / "gendannelse.json").exists() or (folder / "hentet.db").exists():
                from mentorapp.store import restore

                restore.finish(folder)
        except BlockingIOError as fault:
            raise InUse(
                _("Mentorapp er allerede åben med denne mappe. Intet er ændret. Brug det vindue, der er åbent."),
                folder,
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
        return not key.exists(self.folder) or (self.folder / BEING_MADE).exists()

    def create(self, passphrase: str, clock: Callable[[], int]) -> Store:
        """A new, empty store wrapped by `passphrase`."""
        if (self.folder / BEING_MADE).exists():
            for name in (DATABASE_FILE, f"{DATABASE_FILE}-wal", f"{DATABASE_FILE}-shm", key.KEY_FILE):
                (self.folder / name).unlink(missing_ok=True)
        if (self.folder / DATABASE_FILE).exists():
            raise UserError(
                _(
                    "Mappen har data, men nøglefilen {name} mangler. Dataene er uændrede. "
                    "Hent nøglefilen fra en sikkerhedskopi."
                ).format(name=key.KEY_FILE)
            )
        key.check_passphrase(passphrase)
        try:
            (self.folder / BEING_MADE).touch()
            raw = key.create(self.folder, passphrase)
        except OSError as fault:
            raise UserError(
                _("Mappen {folder} kan ikke skrives: {reason}. Intet er ændret. Vælg en anden mappe.").format(
                    folder=self.folder, reason=fault.strerror or fault
                )
            ) from fault
        store = Store(self.folder, raw, clock)
        (self.folder / BEING_MADE).unlink()
        return store

    def unlock(self, secret: str, clock: Callable[[], int]) -> Store:
        """The store, opened by its passphrase or recovery key; `Damaged` where the secret fits and the data does not.

        A file that is missing or empty is damage, too: SQLite would make a new, empty store of it.
        """
        return self.open(key.unlock(self.folder, secret), clock)

    def open(self, raw: bytes, clock: Callable[[], int]) -> Store:
        """The store, opened by its raw key."""
        data = self.folder / DATABASE_FILE
        if not data.exists() or data.stat().st_size == 0:
            raise Damaged(
                _(
                    "Datafilen {name} mangler eller er tom. Sikkerhedskopierne er urørte. "
                    "Hent den seneste sikkerhedskopi."
                ).format(name=DATABASE_FILE)
            )
        store = Store(self.folder, raw, clock)
        if (self.folder / erased_list.FILE).exists() and (gone := erased_list.missing(store.reader(), self.folder)):
            # brought back from a backup of before the erasure
            from mentorapp.store.exchange import erasure

            erasure.erase_again(store, gone)
        return store

    def release(self) -> None:
        """Let another program use the folder."""
        self._lock.release()
