"""Writing a note: every pause keeps a draft, leaving or a long silence makes a version, and no word is ever lost."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QMenu

from mentorapp.domain.note import Note
from mentorapp.errors import UserError
from mentorapp.i18n import _
from mentorapp.ui.desk import Desk
from mentorapp.ui.learner.notes import note_draft
from mentorapp.ui.learner.notes.moments import clock
from mentorapp.ui.learner.notes.note_draft import NoteDraft
from mentorapp.ui.learner.notes.note_in_hand import NoteInHand
from mentorapp.ui.learner.notes.note_versions import make_version


class NoteEditor(NoteInHand):
    """One note at a time about one learner."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._silence.timeout.connect(self.flush)
        self.words.textChanged.connect(self._touched)
        self.kind.chosen.connect(lambda _key: self._touched())
        self.visibility.activated.connect(lambda _place: self._touched())
        self.save_pressed.connect(self.save)
        self.discard_pressed.connect(self.discard)
        self.snippets_pressed.connect(self.offer_snippets)

    def _touched(self) -> None:
        self._asleep = False
        if self._discarded and self.words.toPlainText() == self._discarded.text:
            # Ctrl+Z in the field brought back what was discarded, and so what it was a correction of
            back, self._discarded = self._discarded, None
            self._held, self._about = self._find(back.replaces), back.about
        self.set_error("")
        self._draft_pause.start()
        self._silence.start()
        self._describe()

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
        self._last = self._held
        self._fill(NoteDraft())
        at = self._last.written_at if self._last else None
        self.saved.say("ok", _("Notatet er gemt kl. {time}").format(time=clock(at or self._store.now())))
        return True

    def begin(self) -> None:
        """Come to write: what is saved makes room for a new note, what is not stays to be gone on with."""
        if not self.is_unsaved():
            self._fill(NoteDraft(kind=self.kind.current() if self._held is None else "week"))
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def begin_about(self, about: str) -> None:
        """Come to write the minutes of a meeting; what stood here is saved first."""
        self._asleep = self._asleep and not self.is_unsaved()
        if self.flush():
            self._fill(NoteDraft(kind="talk", about=about))
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> bool:
        """`flush`; and where nothing was written, what is written next is about nothing in particular."""
        saved = self.flush()
        if saved and self._held is None and self._about and not self.words.toPlainText().strip():
            self._fill(NoteDraft())
        return saved

    def correct(self, note: Note) -> None:
        """Load a note, to be written as its next version; what stood here is saved first."""
        self._asleep = self._asleep and not self.is_unsaved()
        if self.flush():
            self._fill(NoteDraft(note.text, note.kind, note.visibility, note.id, about=note.about))
            self.saved.say("", _("Den gamle udgave bliver stående i historikken."))
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def offer_snippets(self) -> None:
        """Show the ready sentences under their button."""
        menu = self.snippet_menu()
        menu.setActiveAction(menu.actions()[0])
        menu.exec(self.snippets.mapToGlobal(self.snippets.rect().bottomLeft()))
        menu.deleteLater()

    def snippet_menu(self) -> QMenu:
        """The ready sentences, as they are now."""
        from mentorapp.ui.learner.notes import snippets

        return snippets.menu(
            self,
            self._store,
            lambda text: snippets.insert(self.words, text),
            lambda: snippets.SnippetsDialog(self, self._store).open(),
        )

    def forget(self, gone: Note) -> None:
        """A note was deleted: let go of it where it stands here unchanged."""
        self._last = None
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
        self._held = self._about = None
        everything = self.words.textCursor()
        everything.select(QTextCursor.SelectionType.Document)
        everything.removeSelectedText()
        self._discarded = discarded
        self.keep_draft()
        self.saved.say("info", _("Kladden er kasseret. Ctrl+Z henter den igen."))
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)
