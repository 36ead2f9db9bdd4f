"""The backups of a profile: when one is due, where it goes, how many are kept, and what is said when it fails."""

from __future__ import annotations

import errno
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from mentorapp.errors import UserError
from mentorapp.i18n import _
from mentorapp.store import backup_file, backup_making, backup_settings, backup_tiers
from mentorapp.store.backup_file import SUFFIX, Backup
from mentorapp.store.connection import Damaged, faults_as_sentences
from mentorapp.store.key import KEY_FILE

if TYPE_CHECKING:
    from mentorapp.store.database import Store

_FULL = {errno.ENOSPC, errno.EFBIG, errno.EDQUOT}
_DENIED = {errno.EACCES, errno.EPERM, errno.EROFS}


class Backups:
    """The backups of one profile."""

    def __init__(self, profile: Path) -> None:
        self._profile = profile
        self._one_at_a_time = threading.Lock()

    @property
    def settings(self) -> backup_settings.BackupSettings:
        """Where they go, and whether the last one failed."""
        return backup_settings.load(self._profile)

    @property
    def beside(self) -> Path:
        """Where they go until the user chooses."""
        return backup_settings.default_folder(self._profile)

    @property
    def folder(self) -> Path:
        """Where they go."""
        chosen = self.settings.folder
        return Path(chosen) if chosen else self.beside

    def choose(self, folder: Path) -> None:
        """Put backups into `folder` from now on; refuses one inside the profile or one that cannot be written."""
        if folder.absolute().is_relative_to(self._profile.absolute()):
            raise UserError(
                _(
                    "Mappen ligger inde i selve datamappen, så en kopi dér går tabt sammen med den. Intet er ændret. "
                    "Vælg en mappe et andet sted, gerne på et andet drev."
                )
            )
        try:
            folder.mkdir(parents=True, exist_ok=True)
            trial = folder / "mentorapp-skriveprøve.part"
            trial.write_bytes(b"")
            trial.unlink()
        except OSError as fault:
            raise UserError(
                _("Mappen {folder} kan ikke bruges: {reason}. Intet er ændret. Vælg en mappe, du må skrive i.").format(
                    folder=folder, reason=fault.strerror or fault
                )
            ) from fault
        backup_settings.save(self._profile, replace(self.settings, folder=str(folder.absolute())))

    def take(self, store: Store, reason: str, out: Path | None = None) -> Backup:
        """Make a backup now, in the chosen folder or as the file `out`, and examine it.

        `reason` is hand, close, time, import, restore, rebuild or migrate. A failure is a `UserError`; one in the
        chosen folder is remembered until a backup succeeds there. Older backups are untouched by it.
        """
        return self._take(store, reason, out, out.absolute().parent if out else self.folder)

    def protect(self, store: Store, reason: str) -> Backup | None:
        """A backup before something risky; None where the newest one holds everything already.

        Where the chosen folder fails, it goes beside the profile; where that fails too, a `UserError` stops the rest.
        """
        if not self.due(store):
            return None
        try:
            return self.take(store, reason)
        except UserError:
            if self.folder == self.beside:
                raise
            return self._take(store, reason, None, self.beside)

    def before_opening(self, connection: Any, file: BinaryIO, key: bytes, now: int, reason: str) -> Backup:
        """A backup of a store that is about to be migrated or rebuilt; nothing may be written to it meanwhile."""
        for folder in dict.fromkeys((self.folder, self.beside)):
            try:
                with self._faults_said(folder):
                    return self._made(connection, file, key, now, reason, None, folder)
            except UserError:
                if folder == self.beside:
                    raise
        raise AssertionError("the folder beside the profile is always tried")

    def due(self, store: Store) -> bool:
        """Whether anything was saved or typed since the newest backup of this store."""
        with faults_as_sentences():
            state = backup_making.state(store.reader())
        if state == (0, 0):
            return False
        own = backup_making.tag(store.key)
        newest = next((one.manifest for one in self.all() if one.manifest.store == own), None)
        return newest is None or (newest.actions, newest.drafts) != state

    def all(self) -> list[Backup]:
        """The backups in the chosen folder and beside the profile, newest first; broken ones are left out."""
        return found_in(self.folder, self.beside)

    def _take(self, store: Store, reason: str, out: Path | None, folder: Path) -> Backup:
        with self._one_at_a_time, self._remembered(store.now(), counts=not out and folder == self.folder):
            with store.held_still() as (connection, file):
                written = self._write(connection, file, store.key, store.now(), reason, out, folder)
            return self._finish(written, store.key, out)

    def _made(self, connection: Any, file: BinaryIO, key: bytes, now: int, *where: Any) -> Backup:
        return self._finish(self._write(connection, file, key, now, *where), key, None)

    def _write(
        self, connection: Any, file: BinaryIO, key: bytes, now: int, reason: str, out: Path | None, folder: Path
    ) -> Backup:
        keys = self._profile / KEY_FILE
        folders = (folder, self.folder, self.beside)
        return backup_making.write(connection, file, key, now, reason, keys, out, *folders)

    def _finish(self, written: Backup, key: bytes, out: Path | None) -> Backup:
        made = backup_making.finish(written, key, out)
        if out is None:
            _prune(made)
        return made

    @contextmanager
    def _remembered(self, now: int, counts: bool) -> Iterator[None]:
        """Remember whether the chosen folder took a backup; elsewhere mends and breaks nothing."""
        try:
            with self._faults_said(self.folder):
                yield
        except UserError as fault:
            if counts:
                self._remember(_why(fault), now)
            raise
        if counts:
            self._remember("", now)

    def _remember(self, why: str, now: int) -> None:
        settings = self.settings
        if settings.failed != why:
            since = 0 if not why else settings.failed_at if settings.failed else now
            backup_settings.save(self._profile, replace(settings, failed=why, failed_at=since))

    @contextmanager
    def _faults_said(self, folder: Path) -> Iterator[None]:
        try:
            with faults_as_sentences():
                yield
        except OSError as fault:
            raise UserError(sentence(_why(fault), folder)) from fault


def found_in(*folders: Path) -> list[Backup]:
    """The whole backups in `folders`, newest first."""
    found: dict[Path, Backup] = {}
    for folder in folders:
        with suppress(OSError):
            for path in folder.glob(f"*{SUFFIX}"):
                with suppress(UserError):
                    found[path] = backup_file.read(path)
    return sorted(found.values(), key=lambda one: (one.manifest.sequence, one.manifest.made), reverse=True)


def _prune(newest: Backup) -> None:
    """Take away what no tier keeps; files that somebody has named otherwise are theirs."""
    own = [
        one
        for one in found_in(newest.path.parent)
        if one.manifest.store == newest.manifest.store and backup_making.NAME.fullmatch(one.path.name)
    ]
    keep = backup_tiers.kept((one.manifest.sequence, one.manifest.made) for one in own)
    for one in own:
        if one.manifest.sequence not in keep:
            with suppress(OSError):
                one.path.unlink()


def _why(fault: BaseException) -> str:
    """Why a backup failed: full, denied, gone, damaged or busy."""
    if isinstance(fault, Damaged):
        return "damaged"
    cause = fault if isinstance(fault, OSError) else fault.__cause__
    if isinstance(cause, OSError):
        return "full" if cause.errno in _FULL else "denied" if cause.errno in _DENIED else "gone"
    return "full" if "full" in str(cause) else "busy"


def sentence(why: str, folder: Path) -> str:
    """What is said about a backup that failed: what happened, what is safe, what to do."""
    told = {
        "full": _(
            "Sikkerhedskopien kunne ikke laves: drevet med {folder} er fuldt. Dine data er uændrede. "
            "Skaf plads, eller vælg en anden mappe."
        ),
        "denied": _(
            "Sikkerhedskopien kunne ikke laves: der må ikke skrives i {folder}. Dine data er uændrede. "
            "Vælg en mappe, du må skrive i."
        ),
        "gone": _(
            "Sikkerhedskopien kunne ikke laves: {folder} kan ikke nås. Dine data er uændrede. "
            "Tilslut drevet, eller vælg en anden mappe."
        ),
        "damaged": _(
            "Sikkerhedskopien kunne ikke læses igen, og den er kasseret. De ældre kopier er uændrede. "
            "Efterse dataene under Indstillinger, og vælg eventuelt en anden mappe end {folder}."
        ),
    }
    other = _(
        "Sikkerhedskopien kunne ikke laves. Dine data er uændrede. Prøv igen om lidt, eller vælg en anden mappe "
        "end {folder}."
    )
    return told.get(why, other).format(folder=folder)
