"""The rail: the mark, the places of the program, what is saved, and who sits here."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from mentorapp.i18n import _
from mentorapp.ui.parts.button import IconButton
from mentorapp.ui.parts.icon import Icon
from mentorapp.ui.parts.label import ElidedText, Label
from mentorapp.ui.parts.mark import Mark
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.parts.panel import Hairline
from mentorapp.ui.parts.rail_item import Place, RailItem
from mentorapp.ui.theme import current


class Rail(QWidget):
    """The left side of the window. `chosen(key)` when the user goes to a place, `lock_pressed` for the lock."""

    chosen = Signal(str)
    lock_pressed = Signal()

    def __init__(self, places: Sequence[Place], lockable: bool = True) -> None:
        super().__init__()
        self.setProperty("ground", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(_("Steder i programmet"))
        self.places = tuple(places)
        self._items = {place.key: RailItem(place) for place in places}
        self._gaps = {place.key: QWidget() for place in places if place.apart}
        self._saved = Label("", "caption", "muted")
        self._saved_icon = Icon("check", "ok", "icon_small")
        self._name = ElidedText("", "label", weight=600)
        self._line = ElidedText("", "caption", "text_muted")
        self._lock = IconButton(_("Lås programmet"), "lock")
        self._lock.clicked.connect(self.lock_pressed)
        self._lockable = lockable
        self._mark_row = QHBoxLayout()
        self._mark_row.addWidget(Mark())
        self._mark_row.addWidget(Label("Mentorapp", "heading"))
        self._mark_row.addStretch(1)
        self._list = QVBoxLayout()
        for key, item in self._items.items():
            item.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))
            if key in self._gaps:
                self._list.addWidget(self._gaps[key])
            self._list.addWidget(item)
        self._list.addStretch(1)
        self._foot = self._make_foot()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._mark_row)
        column.addWidget(self._scrolled(self._list), 1)
        column.addLayout(self._foot)
        next(iter(self._items.values())).setChecked(True)
        measured(self, self._measure)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        # a dialog opened by a key gets the key's release
        application.focusWindowChanged.connect(self._hide_keys)

    def _hide_keys(self, _window: object) -> None:
        self.show_keys(False)

    def set_current(self, key: str) -> None:
        """Show where we are without emitting `chosen`."""
        self._items[key].setChecked(True)

    def set_count(self, key: str, count: int, tone: str = "info") -> None:
        """Show how many things wait in a place; 0 shows nothing."""
        self._items[key].set_count(count, tone)

    def set_saved(self, text: str, ok: bool = True) -> None:
        """Say whether everything is saved, in words: "Gemt kl. 14.05"."""
        self._saved.setText(text)
        self._saved_icon.set_icon(*(("check", "ok") if ok else ("triangle-alert", "warning")))

    def set_profile(self, name: str, line: str) -> None:
        """Say who sits here and as what."""
        self._name.set_text(name)
        self._line.set_text(line)

    def show_keys(self, shown: bool) -> None:
        """Show Ctrl+1 … on the places while Ctrl is held."""
        for number, item in enumerate(self._items.values(), start=1):
            item.set_hint(f"Ctrl+{number}" if shown else "")

    def hints(self) -> list[str]:
        """The keys shown on the places, in their order."""
        return [item.hint for item in self._items.values()]

    def _make_foot(self) -> QVBoxLayout:
        self._saved_row = QHBoxLayout()
        self._saved_row.addWidget(self._saved_icon)
        self._saved_row.addWidget(self._saved, 1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._line)
        who = QHBoxLayout()
        who.setSpacing(0)
        who.addLayout(words, 1)
        if self._lockable:
            who.addWidget(self._lock, 0, Qt.AlignmentFlag.AlignTop)
        foot = QVBoxLayout()
        foot.setSpacing(0)
        self._line_row = QHBoxLayout()
        self._line_row.addWidget(Hairline())
        foot.addLayout(self._line_row)
        foot.addLayout(self._saved_row)
        foot.addLayout(who)
        return foot

    def _scrolled(self, layout: QVBoxLayout) -> QScrollArea:
        """At 200 % on a small screen the places do not fit, so they scroll between mark and foot."""
        inner = QWidget()
        inner.setProperty("ground", "clear")
        inner.setLayout(layout)
        area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area

    def _measure(self) -> None:
        theme = current()
        self.setFixedWidth(theme.size("rail"))
        side = theme.space("page")
        self._mark_row.setContentsMargins(side, theme.px(24), side, theme.px(20))
        self._mark_row.setSpacing(theme.px(10))
        self._list.setContentsMargins(theme.space("control"), theme.px(4), theme.space("control"), 0)
        self._list.setSpacing(theme.size("rail_pitch") - theme.size("rail_item"))
        for gap in self._gaps.values():
            gap.setFixedHeight(theme.px(16) - self._list.spacing())
        # The lock's icon, not its larger target, stands flush with what is above it.
        beyond = (theme.size("target") - theme.size("icon")) // 2
        self._foot.setContentsMargins(side, 0, side - beyond, theme.px(22))
        self._line_row.setContentsMargins(0, 0, beyond, 0)
        self._saved_row.setContentsMargins(0, theme.px(16), beyond, theme.px(9))
        self._saved_row.setSpacing(theme.px(6))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme = current()
        line = theme.line("hair")
        QPainter(self).fillRect(self.width() - line, 0, line, self.height(), theme.colour("line"))
