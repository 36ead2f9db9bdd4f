"""Work in the background of a dialog: after a moment a bar with words; what comes too late is dropped."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QWidget

from mentorapp.ui.parts.label import ElidedText
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.tasks import Task
from mentorapp.ui.theme import current

SHOWN_AFTER_MS = 400
"""What is done sooner shows no bar: it would only flicker."""


class Running(QWidget):
    """Runs one piece of work at a time; a newer one takes the place of an older one, whose result is not wanted."""

    def __init__(self) -> None:
        super().__init__()
        self.busy = False
        self._round = 0
        self._words = ElidedText("", "small", "text_muted")
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._bar)
        self._row.addWidget(self._words, 1)
        self._wait = QTimer(self, singleShot=True, interval=SHOWN_AFTER_MS)
        self._wait.timeout.connect(self.show)
        measured(self, self._measure)
        self.hide()

    def start(
        self,
        words: str,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Do `work` and then `done` or `failed`, unless something else is started or it is dropped before."""
        self.drop()
        self.busy = True
        self._words.set_text(words)
        self._bar.setAccessibleName(words)
        self._wait.start()
        number = self._round

        def finish(then: Callable[[Any], None], outcome: Any) -> None:
            if number == self._round:
                self.drop()
                then(outcome)

        Task(self, work, lambda result: finish(done, result), lambda error: finish(failed, error))

    def drop(self) -> None:
        """Want the result no longer."""
        self._round += 1
        self.busy = False
        self._wait.stop()
        self.hide()

    def _measure(self) -> None:
        theme = current()
        self._bar.setFixedWidth(theme.px(96))
        self._row.setSpacing(theme.space("control"))
