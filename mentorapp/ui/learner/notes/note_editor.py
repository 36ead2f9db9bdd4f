"""Writing a note: every pause keeps a draft, leaving or a long silence makes a version, and no word is ever lost."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QTextCursor

from mentorapp.domain.note import NOTE_KINDS, VISIBILITIES, Note
from mentorapp.errors import UserError
from mentorapp.i18n import _
from mentorapp.ui.book import Opened
from mentorapp.ui.desk import Desk
from mentorapp.ui.learner.notes import note_draft, note_words
from mentorapp.ui.learner.notes.editor_panel import EditorPanel
from mentorapp.ui.learner.notes.moments import clock, moment
from mentorapp.ui.learner.notes.note_draft import NoteDraft
from mentorapp.ui.learner.notes.note_versions import holds, make_version

DRAFT_PAUSE = 400
"""Milliseconds without a letter after which the draft is kept."""
VERSION_PAUSE = 60_000
"""Milliseconds without a letter after which the draft becomes a version."""


class NoteEditor(EditorPanel):
    """One note at a time about one learner."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(list(NOTE_KINDS.items()), list(VISIBILITIES.items()))
        self._desk, self._store = desk, desk.session.store
        self._learner: bytes | None = None
        self._notes: tuple[Note, ...] = ()
        self._held: Note | None = None
        """The version that is in the editor, changed or not; None for a note not yet recorded."""
        self._discarded: NoteDraft | None = None
        self._asleep = True
        """Nothing was touched since the words were fetched: a draft stays one until somebody works on it."""
        self._draft_pause = QTimer(self, singleShot=True, interval=DRAFT_PAUSE)
        self._draft_pause.timeout.connect(self.keep_draft)
        self._silence = QTimer(self, singleShot=True, interval=VERSION_PAUSE)
        self._silence.timeout.connect(self.flush)
        self.words.textChanged.connect(self._touched)
        self.kind.chosen.connect(lambda _key: self._touched())
        self.visibility.activated.connect(lambda _place: self._touched())
        self.save_pressed.connect(self.save)
        self.discard_pressed.connect(self.discard)

    # What is shown

    def show_case(self, opened: Opened, afresh: bool) -> None:
        """Follow a learner's notes; `afresh` clears the editor and fetches the draft about this learner."""
        self._notes = opened.case.notes
        if afresh or opened.case.learner.learner != self._learner:
            self._learner = opened.case.learner.learner
            self._fetch_draft()
        elif self._held is not None and self._held.id not in {note.id for note in self._notes}:
            # undone or deleted: the words stand here as a draft, and become a note only if somebody works on them
            self._held, self._asleep = None, True
            self.keep_draft()
        self._describe()

    def _fetch_draft(self) -> None:
        draft = note_draft.unfinished(self._store, self._learner, self._notes) if self._learner else None
        self._fill(draft or NoteDraft())
        if draft:
            self.saved.say("info", _("Hentet kladde fra {moment}").format(moment=moment(draft.at)))

    def _fill(self, draft: NoteDraft) -> None:
        """Show other words, with nothing to type back to."""
        self._draft_pause.stop()
        self._silence.stop()
        self._held = next((note for note in self._notes if note.id == draft.replaces), None)
        self._asleep, self._discarded = True, None
        self.words.blockSignals(True)
        self.words.setPlainText(draft.text)
        self.words.blockSignals(False)
        self.words.moveCursor(QTextCursor.MoveOperation.End)
        self.kind.set_current(draft.kind)
        self.visibility.set_key(draft.visibility)
        self.set_error("")
        self.saved.say("", _("Gemmes, mens du skriver."))
        self._describe()

    def _describe(self) -> None:
        self.set_title(note_words.heading(self.kind.current(), self._held, self._desk.session.today))
        self.hint(note_words.looks_like_number(self.words.toPlainText()))
        self.show_discard(self.is_unsaved())

    def draft(self) -> NoteDraft:
        """What stands in the editor now."""
        replaced = self._held.id if self._held else None
        return NoteDraft(self.words.toPlainText(), self.kind.current(), self.visibility.key(), replaced)

    def is_unsaved(self) -> bool:
        """Whether words stand here that no version holds."""
        return bool(self.words.toPlainText().strip()) and not holds(self._held, self.draft())

    # Writing

    def _touched(self) -> None:
        self._asleep = False
        if self._discarded and self.words.toPlainText() == self._discarded.text:
            # Ctrl+Z in the field brought back what was discarded, and so what it was a correction of
            replaced, self._discarded = self._discarded.replaces, None
            self._held = next((note for note in self._notes if note.id == replaced), None)
        self.set_error("")
        self._draft_pause.start()
        self._silence.start()
        self._describe()

    def keep_draft(self) -> None:
        """Keep the draft now."""
        self._draft_pause.stop()
        if self._learner is None:
            return
        with self._desk.catching():
            if self.is_unsaved():
                kept = note_draft.save(self._store, self._learner, self.draft())
                self.saved.say("ok", _("Kladde gemt kl. {time}").format(time=clock(kept.at)))
            else:
                note_draft.drop(self._store, self._learner)
                self.saved.say("", _("Gemmes, mens du skriver."))

    def flush(self) -> bool:
        """Make what was written a version; False where it could not be, and then it is kept as a draft."""
        self._silence.stop()
        if self._learner is None or self._asleep or not self.is_unsaved():
            return True
        today = self._desk.session.today
        try:
            note = make_version(self._store, self._learner, self.draft(), self._held, self._notes, today)
        except UserError as fault:
            self.keep_draft()
            self._asleep = True  # the same words would be refused again; the next letter wakes it
            self.set_error(str(fault))
            return False
        self._draft_pause.stop()
        self._held, self._asleep = note, True
        with self._desk.catching():
            note_draft.drop(self._store, self._learner)
        self.saved.say("ok", _("Gemt som note kl. {time}").format(time=clock(note.written_at or 0)))
        self._describe()
        return True

    def save(self) -> bool:
        """`Gem notat`: make a version and begin an empty note."""
        if not self.words.toPlainText().strip():
            self.set_error(_("Noten er tom. Skriv et par ord, før den gemmes."))
            return False
        self._asleep = False
        if not self.flush():
            return False
        at = self._held.written_at if self._held else None
        self._fill(NoteDraft())
        self.saved.say("ok", _("Notatet er gemt kl. {time}").format(time=clock(at or self._store.now())))
        self._desk.said.emit(_("Notatet er gemt."))
        return True

    def begin(self) -> None:
        """Come to write: what is saved makes room for a new note, what is not stays to be gone on with."""
        if not self.is_unsaved():
            self._fill(NoteDraft(kind=self.kind.current() if self._held is None else "week"))
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def correct(self, note: Note) -> None:
        """Load a note, to be written as its next version; what stood here is saved first."""
        self._asleep = self._asleep and not self.is_unsaved()
        if self.flush():
            self._fill(NoteDraft(note.text, note.kind, note.visibility, note.id))
            self.saved.say("", _("Den gamle udgave bliver stående i historikken."))
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self, gone: Note) -> None:
        """A note was deleted: let go of it where it stands here unchanged."""
        if self._held is not None and self._held.id == gone.id and not self.is_unsaved():
            self._fill(NoteDraft())

    def let_go(self) -> None:
        """The learner is gone: keep the words as a draft, should they come back, and clear the editor."""
        self.keep_draft()
        self._learner = None
        self._fill(NoteDraft())

    def discard(self) -> None:
        """Clear what is not saved; Ctrl+Z in the field brings it back."""
        discarded = self.draft()
        self._held = None
        everything = self.words.textCursor()
        everything.select(QTextCursor.SelectionType.Document)
        everything.removeSelectedText()
        self._discarded = discarded
        self.keep_draft()
        self.saved.say("info", _("Kladden er kasseret. Ctrl+Z henter den igen."))
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)
