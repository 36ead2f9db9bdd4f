"""Pages that only hold on to each other end on the window's thread, whoever fills the memory."""

from __future__ import annotations

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from mentorapp.ui import garbage, tasks
from mentorapp.ui.garbage import Garbage
from mentorapp.ui.tasks import Task


class Page(QObject):
    """Holds itself, as pages do in many ways, and has a timer that rings."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self
        self.timer = QTimer(self, interval=1)
        self.timer.start()


class Held:
    """What only a piece of work knows."""

    def __init__(self, ended: list[threading.Thread]) -> None:
        weakref.finalize(self, lambda: ended.append(threading.current_thread()))

    def work(self) -> None:
        """Nothing that takes time."""


def fill() -> list[list[int]]:
    """More objects than Python lets pass without collecting every generation."""
    return [[n] for n in range(200_000)]


@pytest.fixture
def ended() -> list[threading.Thread]:
    """The threads that things ended on."""
    return []


def test_work_that_fills_the_memory_destroys_no_page(qtbot: QtBot, ended: list[threading.Thread]) -> None:
    owner = QObject()
    collector = Garbage(owner)
    for _each in range(20):
        weakref.finalize(Page(), lambda: ended.append(threading.current_thread()))
    filled: list[object] = []
    Task(owner, fill, filled.append, filled.append)
    qtbot.waitUntil(lambda: bool(filled))
    for _each in range(garbage.OLDEST_EVERY):
        collector.collect()
        filled[:] = [fill()]
    assert ended == [threading.main_thread()] * 20


def test_the_collector_looks_by_itself_and_rests_with_the_window(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(garbage, "LOOKED_AFTER_MS", 5)
    rounds: list[str] = []
    gc.collect()
    gc.callbacks.append(lambda phase, _info: rounds.append(phase))
    try:
        owner = QObject()
        collector = Garbage(owner)
        collector.collect()
        assert not rounds
        kept = fill()
        qtbot.waitUntil(lambda: bool(rounds and kept))
    finally:
        gc.callbacks.pop()


def test_what_only_the_work_knew_ends_on_the_windows_thread(qtbot: QtBot, ended: list[threading.Thread]) -> None:
    owner = QObject()
    done: list[object] = []
    Task(owner, Held(ended).work, done.append, done.append)
    run = tasks._kept[-1]  # as its thread holds it a moment longer than the window
    qtbot.waitUntil(lambda: bool(done) and run.over)
    Task(owner, lambda: None, done.append, done.append)
    gc.collect()
    assert ended == [threading.main_thread()] and run not in tasks._kept
