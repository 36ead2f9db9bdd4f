"""What every page is given: the open profile, the book of learners, and the ways to elsewhere in the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from mentorapp.errors import UserError
from mentorapp.store.session import Session
from mentorapp.ui.book import Book
from mentorapp.ui.preferences import Preferences
from mentorapp.ui.tasks import Task


class Desk(QObject):
    """Pages ask for things here and the window does them; pages never know each other."""

    learner_wanted = Signal(object, str)
    """Open a learner's page (id, key of a tab or empty)."""
    row_wanted = Signal(object, str, str)
    """Open a learner's page at a row (id, key of a tab, id of a note, course or meeting)."""
    note_wanted = Signal(object)
    """Write a note about a learner (id, or None: ask whom)."""
    import_wanted = Signal(object)
    """Import a list (path, or None: ask which)."""
    file_wanted = Signal(object)
    """Open a file of ours, as a partner sends it (path, or None: ask which)."""
    report_wanted = Signal(object)
    """Preview a learner's progress report (id)."""
    statement_wanted = Signal(object)
    """Preview a learner's monthly statement (id)."""
    why_wanted = Signal(object, str)
    """Show where a learner's figures come from (id, name of the figure or empty)."""
    sheet_wanted = Signal(object)
    """Preview a learner's month sheet, for a mentor without the program (id)."""
    learner_form_wanted = Signal()
    """Make a new learner by hand."""
    place_wanted = Signal(str)
    """Go to a place of the rail."""
    said = Signal(str)
    """A sentence for the status line: what was saved or undone."""
    done_of = Signal(str, object)
    """A sentence about a large action, and the action: it is taken back from the same line (None: it cannot be)."""
    exchange_changed = Signal()
    """A file was made or read, or a partner, a conflict or something set aside was dealt with."""
    failed = Signal(str)
    """A sentence about what could not be done."""
    lock_wanted = Signal()
    """Cover everything until the passphrase is typed."""
    restore_wanted = Signal()
    """Bring a backup back."""
    safety_changed = Signal()
    """A backup was made or failed, or the safety settings were changed."""
    look_changed = Signal()
    """Theme, text size or language was chosen anew."""

    def __init__(self, session: Session, preferences: Preferences) -> None:
        super().__init__()
        self.session = session
        self.preferences = preferences
        self.book = Book(session)
        self.lately: bytes | None = None
        """The learner something was last done about: whom a new note is most likely about."""

    def run(self, owner: QObject, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """Do `work` in the background and `done` with its result; a `UserError` becomes a sentence."""
        Task(owner, work, done, self.fail)

    def fail(self, error: Exception) -> None:
        """Say a known fault; anything else is a bug and goes to the handler of bugs."""
        if not isinstance(error, UserError):
            raise error
        self.failed.emit(str(error))

    @contextmanager
    def catching(self) -> Iterator[None]:
        """Turn a `UserError` raised inside into a sentence in the window."""
        try:
            yield
        except UserError as error:
            self.fail(error)

    def ask_import(self, path: Path | None = None) -> None:
        """Shorthand for buttons."""
        self.import_wanted.emit(path)
