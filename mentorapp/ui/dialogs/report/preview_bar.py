"""The row above the pages: which page is in sight, and how large."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from mentorapp.i18n import _
from mentorapp.ui.dialogs.report.page_view import PageView
from mentorapp.ui.parts.button import Button, IconButton
from mentorapp.ui.parts.label import Label
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.theme import current


class PreviewBar(QWidget):
    """Page n of m at the left; smaller, zoom, larger and fit at the right."""

    def __init__(self, view: PageView) -> None:
        super().__init__()
        self._view = view
        self._page = Label("", "small", "muted")
        self._zoom = Label("", "small", "muted")
        self._smaller = IconButton(_("Mindre"), "zoom-out")
        self._smaller.clicked.connect(lambda: view.step(-1))
        self._larger = IconButton(_("Større"), "zoom-in")
        self._larger.clicked.connect(lambda: view.step(1))
        self._fit = Button(_("Tilpas bredden"), "text", size="small")
        self._fit.clicked.connect(view.fit)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._page, 1)
        self._row.addWidget(self._smaller)
        self._row.addWidget(self._zoom, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._larger)
        self._row.addWidget(self._fit)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        view.moved.connect(self._tell)
        self._tell()
        measured(self, self._measure)

    def text(self) -> str:
        """What it says of the page."""
        return self._page.text()

    def _tell(self) -> None:
        view = self._view
        self._page.setText(_("Side {n} af {of}").format(n=view.page(), of=view.count()) if view.count() else "")
        self._zoom.setText(_("{n} %").format(n=round(100 * view.zoom())) if view.count() else "")
        for control in (self._smaller, self._larger):
            control.setEnabled(view.count() > 0)
        self._fit.setEnabled(view.count() > 0 and not view.fits)

    def _measure(self) -> None:
        theme = current()
        ring = theme.space("half")
        self._row.setContentsMargins(ring, 0, ring, 0)
        self._row.setSpacing(theme.space("grid"))
        # as wide as its widest text, so that the buttons stay where the mouse is
        self._zoom.setMinimumWidth(theme.px(44))
        self._zoom.setAlignment(Qt.AlignmentFlag.AlignHCenter)
