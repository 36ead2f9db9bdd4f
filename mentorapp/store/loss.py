"""What bringing a backup back would lose: counted before anything is changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from mentorapp.i18n import _, day, ngettext
from mentorapp.store import backup_file
from mentorapp.store.backup_file import Backup
from mentorapp.store.connection import Damaged, faults_as_sentences
from mentorapp.store.database import Store


@dataclass(frozen=True, slots=True)
class Loss:
    """What is in the store now and not in a backup. Everything is None where the store cannot be read."""

    learners: int | None
    notes: int | None
    first_note: date | None
    last_note: date | None
    saves: int | None
    """How often something was saved since."""

    def in_words(self) -> list[str]:
        """The same for people, a sentence each."""
        if self.saves is None:
            return [
                _("De nuværende data kan ikke læses, så det kan ikke tælles, hvad der er nyere end sikkerhedskopien.")
            ]
        if not self.saves:
            return [_("Sikkerhedskopien indeholder alt, hvad der er gemt her.")]
        learners = ngettext("{n} elev", "{n} elever", self.learners or 0).format(n=self.learners)
        notes = ngettext("{n} note", "{n} noter", self.notes or 0).format(n=self.notes)
        said = [_("Nyere end sikkerhedskopien: {learners}, {notes}.").format(learners=learners, notes=notes)]
        if self.first_note and self.last_note:
            days = sorted({day(self.first_note): 0, day(self.last_note): 1}.items(), key=lambda pair: pair[1])
            said.append(_("Skrevet {days}.").format(days=" – ".join(written for written, _place in days)))
        return said


UNKNOWN = Loss(None, None, None, None, None)


def preview(profile: Path, backup: Backup, raw: bytes, current: Store | None) -> Loss:
    """What bringing `backup` back would lose of `current`; every page of the backup is examined for it."""
    with backup_file.opened(backup, raw, profile / "eftersyn.db") as there, faults_as_sentences():
        if current is None:
            return UNKNOWN
        here = current.reader()
        learners, notes, saves = _learners(there), _notes(there), _saves(there)
        try:
            with faults_as_sentences():
                learners, saves = _learners(here) - learners, _saves(here) - saves
                newer = [written for note, written in _notes(here).items() if note not in notes]
        except Damaged:
            return UNKNOWN
        days = sorted(date.fromisoformat(written) for written in newer)
        first, last = (days[0], days[-1]) if days else (None, None)
        return Loss(len(learners), len(newer), first, last, len(saves))


def _learners(connection: Any) -> set[bytes]:
    return {bytes(row[0]) for row in connection.execute("SELECT learner FROM learner WHERE whole")}


def _saves(connection: Any) -> set[tuple[int, int]]:
    """The stamps of all saves; their numbers begin anew in another store."""
    return set(connection.execute("SELECT ts, author FROM action"))


def _notes(connection: Any) -> dict[tuple[bytes, str], str]:
    """The day of every note, by what names it."""
    return {
        (bytes(learner), note): written
        for table in ("note", "note_confidential")
        for learner, note, written in connection.execute(f"SELECT learner, id, written_on FROM {table} WHERE whole")
    }
