"""Work in the background leaves nothing behind."""

from __future__ import annotations

from PySide6.QtCore import QThreadPool

from mentorapp.ui.desk import Desk


def test_a_day_of_tasks_opens_no_more_connections_than_there_are_threads(desk: Desk) -> None:
    done: list[object] = []
    for _task in range(30):
        desk.run(desk, desk.session.names, done.append)
        assert QThreadPool.globalInstance().waitForDone(10_000)
    threads = QThreadPool.globalInstance().maxThreadCount() + 1  # and the window's own
    assert len(desk.session.store._readers) <= threads
