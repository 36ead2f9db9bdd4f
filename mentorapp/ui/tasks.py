"""Work off the window's thread: a function, and what to do with its result back on the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot


class _Report(QObject):
    """Carries the outcome to the window's thread; must be made there, or Qt would deliver it to the worker."""

    finished = Signal(object, object)


class Task(QObject):
    """Runs `work` on a thread of the pool; calls `done(result)` or `failed(error)` unless `owner` is gone by then."""

    def __init__(
        self,
        owner: QObject,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        super().__init__(owner)
        self._done, self._failed = done, failed
        # both are held here, so that they end on the window's thread whichever finishes first
        self._report = _Report()
        self._report.finished.connect(self._back)
        self._run = _Run(work, self._report)
        self._run.setAutoDelete(False)
        # the owner may go while the work goes on, and the thread must not lose what it runs
        for run in [run for run in _kept if run.over]:
            run.let_go()
            _kept.remove(run)
        _kept.append(self._run)
        pool = QThreadPool.globalInstance()
        # the store keeps a connection for each thread: as many threads as there are cores, and no new ones
        pool.setExpiryTimeout(-1)
        pool.start(self._run)

    @Slot(object, object)
    def _back(self, result: Any, error: Exception | None) -> None:
        self.deleteLater()
        if error is None:
            self._done(result)
        else:
            self._failed(error)


class _Run(QRunnable):
    def __init__(self, work: Callable[[], Any], report: _Report) -> None:
        super().__init__()
        self._work: Callable[[], Any] | None = work
        self._report: _Report | None = report
        self.over = False

    def run(self) -> None:
        assert self._work is not None
        try:
            result = self._work()
        except Exception as error:
            self._tell(None, error)
        else:
            self._tell(result, None)
        self.over = True

    def let_go(self) -> None:
        """Let go of what was held for the work, to be called on the window's thread once it is `over`.

        The thread may still hold the run itself for a moment, and pages that only the work knew must not end there.
        """
        self._work = self._report = None

    def _tell(self, result: Any, error: Exception | None) -> None:
        assert self._report is not None
        # the owner may have gone while we worked, and taken the report with it
        with suppress(RuntimeError):
            self._report.finished.emit(result, error)


_kept: list[_Run] = []
"""What threads run now, and what they ran since the last task began."""
