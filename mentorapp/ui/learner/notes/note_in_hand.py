"""What stands in the note editor: its words, the version they are of, and the draft they are kept as."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent, QTextCursor

from mentorapp import meeting_sentences
from mentorapp.domain import note_warnings
from mentorapp.domain.note import NOTE_KINDS, VISIBILITIES, Note
from mentorapp.i18n import _
from mentorapp.store import word_lists
from mentorapp.ui.book import Opened
from mentorapp.ui.desk import Desk
from mentorapp.ui.learner.notes import note_draft, note_words
from mentorapp.ui.learner.notes.editor_panel import EditorPanel
from mentorapp.ui.learner.notes.moments import clock, moment
from mentorapp.ui.learner.notes.note_draft import NoteDraft
from mentorapp.ui.learner.notes.note_versions import holds

DRAFT_PAUSE = 400
"""Milliseconds without a letter after which the draft is kept."""
VERSION_PAUSE = 60_000
"""Milliseconds without a letter after which the draft becomes a version."""


class NoteInHand(EditorPanel):
    """Follows a learner's notes and keeps drafts; making versions is the editor's."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(list(NOTE_KINDS.items()), list(VISIBILITIES.items()))
        self._desk, self._store = desk, desk.session.store
        self._avoid = word_lists.load(self._store)
        self._learner: bytes | None = None
        self._notes: tuple[Note, ...] = ()
        self._held: Note | None = None
        """The version that is in the editor, changed or not; None for a note not yet recorded."""
        self._last: Note | None = None
        """The version saved last, which undo would bring back here."""
        self._about: str | None = None
        """What the note in the editor is the longer text of."""
        self._titles: dict[str, str] = {}
        self._discarded: NoteDraft | None = None
        self._asleep = True
        """Nothing was touched since the words were fetched: a draft stays one until somebody works on it."""
        self._draft_pause = QTimer(self, singleShot=True, interval=DRAFT_PAUSE)
        self._draft_pause.timeout.connect(self.keep_draft)
        self._silence = QTimer(self, singleShot=True, interval=VERSION_PAUSE)

    def showEvent(self, event: QShowEvent) -> None:
        # one's own words to avoid may have been changed in the settings meanwhile
        self._avoid = word_lists.load(self._store)
        super().showEvent(event)

    def show_case(self, opened: Opened, afresh: bool) -> None:
        """Follow a learner's notes; `afresh` clears the editor and fetches the draft about this learner."""
        self._notes = opened.case.notes
        self._titles = meeting_sentences.titles(opened.case.meetings)
        if afresh or opened.case.learner.learner != self._learner:
            self._learner = opened.case.learner.learner
            self._fetch_draft()
        else:
            self._follow_undo()
        self._describe()

    def _follow_undo(self) -> None:
        """The words of a note that was undone stand here as a draft, and are saved only if somebody works on them."""
        if self._is_gone(self._held):
            self._held, self._asleep = self._find(self._held.replaces if self._held else None), True
        elif (back := self._last) is not None and self._is_gone(back):
            self._last = None
            if self.words.toPlainText().strip():
                return
            self._fill(NoteDraft(back.text, back.kind, back.visibility, back.replaces, about=back.about))
        else:
            return
        self.keep_draft()
        self.saved.say("info", _("Fortrudt; ordene står her som kladde."))

    def _is_gone(self, note: Note | None) -> bool:
        return note is not None and self._find(note.id) is None

    def _find(self, note_id: str | None) -> Note | None:
        return next((note for note in self._notes if note.id == note_id), None)

    def _fetch_draft(self) -> None:
        draft = note_draft.unfinished(self._store, self._learner, self._notes) if self._learner else None
        self._last = None
        self._fill(draft or NoteDraft())
        if draft:
            self.saved.say("info", _("Hentet kladde fra {moment}").format(moment=moment(draft.at)))

    def _fill(self, draft: NoteDraft) -> None:
        """Show other words, with nothing to type back to."""
        self._draft_pause.stop()
        self._silence.stop()
        self._held = self._find(draft.replaces)
        self._about = self._held.about if self._held else draft.about
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
        minutes = self._titles.get(self._about or "", "")
        self.set_title(note_words.heading(self.kind.current(), self._held, self._desk.session.today, minutes))
        self.show_minutes(minutes)
        self.hint(note_words.reminders(note_warnings.find(self.words.toPlainText(), self._avoid)))
        self.show_discard(self.is_unsaved())

    def draft(self) -> NoteDraft:
        """What stands in the editor now."""
        replaced = self._held.id if self._held else None
        return NoteDraft(
            self.words.toPlainText(), self.kind.current(), self.visibility.key(), replaced, about=self._about
        )

    def is_unsaved(self) -> bool:
        """Whether words stand here that no version holds."""
        return bool(self.words.toPlainText().strip()) and not holds(self._held, self.draft())

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
