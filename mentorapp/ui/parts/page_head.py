"""The head of a page: title, one muted line, and at the right search and at most one primary button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.i18n import _
from mentorapp.ui.parts.button import IconButton
from mentorapp.ui.parts.chip import Chip, State
from mentorapp.ui.parts.label import ElidedText
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.theme import current


class PageHead(QWidget):
    """Title and subtitle with a chip beside the title; `back` is pressed where a page has one above it."""

    back = Signal()

    def __init__(self, title: str = "", subtitle: str = "", with_back: bool = False) -> None:
        super().__init__()
        self._title = ElidedText(title, "title")
        self._subtitle = ElidedText(subtitle, "small", "text_muted")
        self._chip = Chip()
        self._back = IconButton(_("Tilbage"), "chevron-left")
        self._back.clicked.connect(self.back)
        self._first = QHBoxLayout()
        self._first.addWidget(self._title)
        self._first.addWidget(self._chip)
        self._first.addStretch(1)
        self._words = QVBoxLayout()
        self._words.setSpacing(0)
        self._words.addLayout(self._first)
        self._words.addWidget(self._subtitle)
        self._words.addStretch(1)
        self._right = QHBoxLayout()
        self._row = QHBoxLayout(self)
        self._row.setSpacing(0)
        if with_back:
            self._row.addWidget(self._back, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(self._words, 1)
        self._row.addLayout(self._right)
        self._row.setAlignment(self._right, Qt.AlignmentFlag.AlignTop)
        self._with_back = with_back
        measured(self, self._measure)

    def set_title(self, title: str, subtitle: str = "") -> None:
        """Change the title and the muted line under it."""
        self._title.set_text(title)
        self._subtitle.set_text(subtitle)

    def set_subtitle(self, subtitle: str) -> None:
        """Change the muted line alone, as when a count changes."""
        self._subtitle.set_text(subtitle)

    def set_state(self, text: str, tone: str = "neutral") -> None:
        """Put a state chip beside the title; without text there is none."""
        self._chip.set_state(State(text, tone))

    def add_right(self, widget: QWidget) -> None:
        """Add search or a button at the right; the primary button comes last."""
        self._right.addWidget(widget)

    def _measure(self) -> None:
        theme = current()
        page = theme.space("page")
        back = theme.size("target") + theme.px(-8) if self._with_back else 0
        self._row.setContentsMargins(page - (theme.px(6) if self._with_back else 0), theme.px(18), page, 0)
        self._back.setFixedHeight(theme.line_height("title"))
        self._back.setFixedWidth(back + theme.px(6) if self._with_back else 0)
        self._first.setSpacing(theme.px(14))
        self._right.setSpacing(theme.space("control"))
        self._right.setContentsMargins(theme.space("control"), theme.px(6), 0, 0)
        self.setFixedHeight(theme.size("page_head"))
