"""One walk over every page and dialog, in both languages and themes, with the text at 200 %."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache, partial

import polib
import pytest
from PySide6.QtCore import QEvent, Qt, QThreadPool
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import delete

import texts
from mentorapp import i18n
from mentorapp.ui import style
from mentorapp.ui.desk import Desk
from mentorapp.ui.dialogs.dialog import Dialog
from mentorapp.ui.dialogs.frame.card import Card
from mentorapp.ui.main_window import MainWindow
from mentorapp.ui.parts.button import Button
from mentorapp.ui.parts.label import ElidedText, Label
from mentorapp.ui.preferences import Preferences
from tests.conftest import Clock
from tests.pictures import AMAL
from tests.ui.walk import checks, contrast
from tests.ui.walk.places import PLACES, Walk, classes
from tests.ui.walk.samples import samples, words_of

LOOKS = (("da", "light"), ("en", "dark"))
CHECKS = ("cut", "faint", "name", "tab")
PATIENCE_S = 20


@dataclass
class Seen:
    """What the walk found, and every word it saw, by place."""

    faults: dict[str, list[str]] = field(default_factory=lambda: {name: [] for name in CHECKS})
    words: dict[str, dict[str, set[str]]] = field(default_factory=dict)
    data: set[str] = field(default_factory=set)
    """Words the user wrote, in any language."""


def settle(done: Callable[[], bool] = lambda: True) -> None:
    limit = time.monotonic() + PATIENCE_S
    while True:
        for _round in range(3):
            QApplication.sendPostedEvents()
            QApplication.processEvents()
        if done():
            return
        assert time.monotonic() < limit, "it did not come to rest"
        time.sleep(0.01)


def is_read(desk: Desk) -> bool:
    """Whether every learner's figures are there."""
    return desk.book.complete


def is_still(widget: QWidget) -> bool:
    """Whether a dialog does nothing in the background any more."""
    return not isinstance(widget, Dialog) or not widget.running.busy


@pytest.fixture(scope="module")
def seen(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Seen]:
    """Walk once over everything in each look."""
    gc.disable()
    folder = tmp_path_factory.mktemp("walk")
    session, found = samples(folder), Seen()
    amal = next(learner for learner, name in session.names() if name == AMAL)
    for language, theme in LOOKS:
        i18n.use(language)
        style.load_qt_texts(qapp, language)
        style.apply(qapp, theme, 2.0)
        desk = Desk(session, Preferences(folder / language))
        with style.undressed(qapp):
            window = MainWindow(desk)
        window.resize(1366, 768)
        window.show()
        window.activateWindow()
        settle(partial(is_read, desk))
        walk_over(Walk(window, amal, folder / f"ny-{language}", Clock()), f"{language} {theme}", language, found)
        QThreadPool.globalInstance().waitForDone()
        for gone in (window, desk.book, desk):
            delete(gone)
    found.data = words_of(session) | checks.words({str(folder)})
    session.close()
    i18n.use("da")
    style.load_qt_texts(qapp, "da")
    style.apply(qapp, "light")
    gc.enable()
    yield found


def walk_over(walk: Walk, look: str, language: str, found: Seen) -> None:
    for place, come in PLACES.items():
        widget = come(walk)
        if isinstance(widget, Card):
            widget.open()
        settle(partial(is_still, widget))
        runs = checks.written(widget)
        told = {
            "cut": checks.cut_off(widget, runs),
            "faint": contrast.faint(widget, runs),
            "name": checks.nameless(widget),
            "tab": checks.out_of_reach(widget),
        }
        for name, faults in told.items():
            found.faults[name] += [f"{place.__name__} ({look}): {fault}" for fault in faults]
        found.words.setdefault(place.__name__, {})[language] = checks.words(checks.said(widget, runs))
        if isinstance(widget, Card):
            widget.hide()
            widget.done(0)
            QThreadPool.globalInstance().waitForDone()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    settle()


def test_every_page_and_dialog_is_on_the_way() -> None:
    assert {made.__name__ for made in classes()} == {made.__name__ for made in PLACES}


@pytest.mark.parametrize("check", CHECKS)
def test_nothing_on_the_way_fails(seen: Seen, check: str) -> None:
    assert not seen.faults[check], "\n".join(seen.faults[check])


def test_nothing_is_said_in_danish_to_who_reads_english(seen: Seen) -> None:
    left = {
        place: sorted((words["da"] & words["en"]) - seen.data - same_in_both()) for place, words in seen.words.items()
    }
    lines = [f"{place}: {', '.join(words)}" for place, words in left.items() if words]
    assert not lines, "\n".join(lines)


@cache
def same_in_both() -> set[str]:
    """Words that a text and its translation share, as names of laws and schemes."""
    shared: set[str] = set()
    for catalogue in texts.catalogues():
        for entry in polib.pofile(str(catalogue), encoding="utf-8"):
            ours = checks.words({entry.msgid, entry.msgid_plural or ""})
            shared |= ours & checks.words({entry.msgstr, *entry.msgstr_plural.values()})
    return shared


class Faulty(QWidget):
    """A page with one fault of each kind, and one of each that is right beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.nameless, self.named = QLineEdit(), QLineEdit()
        self.named.setAccessibleName("Navn")
        self.skipped = Button("Sprunget over")
        self.skipped.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.narrow, self.wide = QPushButton("Et ord, der er alt for langt"), QPushButton("Kort")
        self.narrow.setFixedWidth(90)
        self.low = Label("Flere ord, end der er linjer til i så lav en tekst", wrap=True)
        self.low.setFixedSize(120, 20)
        self.pale = QLabel("Blegt")
        self.pale.setStyleSheet("color: #c8c8c8")
        self.outside = QLabel("Uden for")
        column = QVBoxLayout(self)
        for widget in (self.nameless, self.named, self.skipped, self.narrow, self.wide, self.low, self.pale):
            column.addWidget(widget)
        self.resize(400, 400)
        self.outside.setParent(self)
        self.outside.move(380, 10)


@pytest.fixture
def faulty(qtbot: QtBot, qapp: QApplication) -> Faulty:
    style.apply(qapp, "light")
    page = Faulty()
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    return page


def test_a_planted_fault_of_each_kind_is_found(faulty: Faulty) -> None:
    assert checks.nameless(faulty) == ["QLineEdit »« on Faulty"]
    assert checks.out_of_reach(faulty) == ["Button »Sprunget over« on Faulty"]
    runs = checks.written(faulty)
    cut = checks.cut_off(faulty, runs)
    told = {fault.partition("«")[0] for fault in cut}
    assert told == {
        f"»{faulty.narrow.text()}",
        f"»{faulty.low.text()}",
        "»Uden for",
    }
    (pale,) = contrast.faint(faulty, runs)
    assert pale.startswith("»Blegt« #c8c8c8 on #")
    assert checks.words(checks.said(faulty, runs)) >= {"sprunget", "navn", "blegt"}


def test_what_is_elided_must_be_told_elsewhere(faulty: Faulty) -> None:
    told = ElidedText("Gennemførselsvejleder i kommunen", "body")
    told.setParent(faulty)
    told.setGeometry(0, 0, 80, 20)
    told.show()
    assert not any("Gennem" in fault for fault in checks.cut_off(faulty, checks.written(faulty)))
    table = QTableWidget(1, 1, faulty)
    table.setItem(0, 0, QTableWidgetItem("Gennemførselsvejleder"))
    table.setWordWrap(False)
    table.setColumnWidth(0, 60)
    table.show()
    assert [
        fault.rpartition(": ")[2]
        for fault in checks.cut_off(faulty, checks.written(faulty))
        if "Gennem" in fault or "Gen…" in fault
    ] == ["ends in an ellipsis, and nothing says the rest"]


def test_a_class_left_out_of_the_way_is_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    class NewDialog(Dialog):
        """Nobody has put it on the way."""

    monkeypatch.setattr(NewDialog, "__module__", "mentorapp.ui.dialogs.new")
    assert NewDialog in classes()
