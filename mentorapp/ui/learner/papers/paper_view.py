"""One paper on the screen: opened from the encrypted store and shown without a file being written."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from mentorapp.domain.document import Document
from mentorapp.errors import UserError
from mentorapp.i18n import _
from mentorapp.store import documents
from mentorapp.store.database import Store
from mentorapp.ui.desk import Desk
from mentorapp.ui.dialogs import file_out
from mentorapp.ui.dialogs.dialog import Dialog
from mentorapp.ui.dialogs.report import page_keys
from mentorapp.ui.dialogs.report.page_view import PageView
from mentorapp.ui.dialogs.report.preview_bar import PreviewBar
from mentorapp.ui.learner.papers import copies, paper_words
from mentorapp.ui.learner.papers.paper_pictures import Shown, pictures


class PaperView(Dialog):
    """Read in the background; its primary button saves a copy outside the program."""

    def __init__(self, parent: QWidget, desk: Desk, paper: Document) -> None:
        about = paper_words.about(paper, here=True)
        super().__init__(parent, paper.name, about, width=960, height=720, overhang=4)
        self._desk, self._paper = desk, paper
        self._raw = b""
        self.view = PageView()
        self.view.setAccessibleName(_("Papirets sider"))
        self.view.wanted.connect(self._draw)
        self.bar = PreviewBar(self.view)
        self.body.addWidget(self.bar)
        self.body.addWidget(self.view, 1)
        self.cancel.setText(_("Luk"))
        self.set_primary(_("Gem en kopi …"), "download")
        self.set_safe(_("Papiret vises kun her. Der skrives ingen fil, før du gemmer en kopi."))
        page_keys.bind(self, self.view, self.submit, None)
        self.view.setFocus()
        store, finer = desk.session.store, self.view.fineness()

        def work() -> tuple[bytes, Shown]:
            content = read(store, paper)
            return content, pictures(paper, content, finer)

        self.run(_("Åbner papiret …"), work, self._show)

    def submit(self) -> None:
        """Ask where, and save a copy; a fault is said in place."""
        path = copies.ask(self, self._paper)
        if path is not None:
            store, paper = self._desk.session.store, self._paper
            self.run(
                _("Gemmer …"),
                lambda: file_out.write(path, read(store, paper)),
                lambda _none: self.say("ok", file_out.saved(path)),
            )

    def _show(self, read_now: tuple[bytes, Shown]) -> None:
        self._raw, shown = read_now
        self.view.show_pictures(shown.pictures)
        if shown.pages > len(shown.pictures):
            told = _("Her vises de første {n} af {of} sider. Gem en kopi for at se resten.")
            self.say("info", told.format(n=len(shown.pictures), of=shown.pages))
        if self._paper.media != "pdf" and self.view.zoom() > 1:
            # a small picture made as wide as the window shows nothing but its points
            self.view.show_actual()

    def _draw(self, pixels_a_point: float) -> None:
        """The same pages, finer or coarser; a picture is as fine as it is."""
        if self._raw and self._paper.media == "pdf" and not self.running.busy:
            paper, content = self._paper, self._raw
            self.run(
                _("Tegner siderne …"),
                lambda: pictures(paper, content, pixels_a_point),
                lambda shown: self.view.show_pictures(shown.pictures),
            )


def read(store: Store, paper: Document) -> bytes:
    """The content of a paper; `UserError` where it has not come."""
    content = documents.content(store, paper)
    if content is None:
        raise UserError(
            _(
                "{name} er ikke kommet endnu: papiret er på vej fra en partner. "
                "Hent partnerens næste fil, så kan det åbnes."
            ).format(name=paper.name)
        )
    return content
