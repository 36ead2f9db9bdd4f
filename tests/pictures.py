"""Takes a picture of every page and dialog, to be looked at: `python -m tests.pictures [FOLDER]`."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QBuffer, QThreadPool
from PySide6.QtGui import QColor, QImage, QPainter, QPdfWriter
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import delete

from mentorapp import i18n
from mentorapp.app import Options, demo_session, session, wall_clock
from mentorapp.domain.change import creation
from mentorapp.domain.meeting import ActionPoint, Meeting, note_about
from mentorapp.paths import RESOURCES
from mentorapp.store import documents, notes
from mentorapp.store.profile import Profile
from mentorapp.store.session import Session
from mentorapp.ui import style
from mentorapp.ui.desk import Desk
from mentorapp.ui.dialogs.calendar_dialog import CalendarDialog
from mentorapp.ui.dialogs.dialog import Dialog
from mentorapp.ui.dialogs.first_start import FirstStartDialog
from mentorapp.ui.dialogs.import_dialog import ImportDialog
from mentorapp.ui.dialogs.keys_dialog import KeysDialog
from mentorapp.ui.dialogs.report.chosen import MONTH, SHEET
from mentorapp.ui.dialogs.report_preview import ReportPreview
from mentorapp.ui.dialogs.unlock_dialog import UnlockDialog
from mentorapp.ui.find import finding
from mentorapp.ui.learner.learner_form import LearnerForm
from mentorapp.ui.learner.notes.snippets import SnippetsDialog
from mentorapp.ui.learner.notes.twins_dialog import TwinsDialog
from mentorapp.ui.learner.papers.paper_view import PaperView
from mentorapp.ui.main_window import MainWindow
from mentorapp.ui.pages.board_page import BoardPage
from mentorapp.ui.preferences import Preferences
from mentorapp.ui.why.why_dialog import WhyDialog

TODAY = date(2026, 11, 22)
SIZE = (1366, 768)
AMAL = "Amal Idris Hamid"
WRITTEN = {
    date(2026, 11, 13): "Har lært ordene tryksår, vende og puder. Vil gerne med på AMU i januar.",
    date(2026, 11, 20): "Amal gik selv ind til en ny beboer, bankede på og ventede. "
    "Hun gentog beskeden om fortykket væske, og den var rigtig.",
}
MEETINGS = (
    Meeting(b"", "trepart", "", "three_party", date(2026, 8, 20), 13 * 60, 45, "Mødelokale 1",
            ("learner", "mentor", "coordinator"), agenda="Skole og praktik til jul", outcome="held"),
    Meeting(b"", "opfoelgning", "", "follow_up", date(2026, 11, 19), 9 * 60 + 30, 30, None, ("learner", "mentor")),
    Meeting(b"", "naeste", "", "three_party", date(2026, 11, 26), 13 * 60 + 30, 45, "Plejecenter Lindegården, lokale 2",
            ("learner", "mentor", "coordinator", "school"), ("Lone Friis",),
            "Hvordan går det i praktikken?\nAMU i december: hvem følger med?\nPrøve i Dansk 2 til maj"),
    Meeting(b"", "aflyst", "", "follow_up", date(2026, 10, 8), 10 * 60, 30, None, ("learner", "mentor"),
            outcome="cancelled", reason="mentor var på kursus"),
)  # fmt: skip
AGREED = (
    ActionPoint(b"", "kort", "", "trepart", "Bestille kørekort til cykel", "Amal", date(2026, 9, 1), date(2026, 8, 28)),
    ActionPoint(b"", "skole", "", "trepart", "Spørge skolen om to dage om ugen", "Karin Holst", date(2026, 11, 16)),
    ActionPoint(b"", "ord", "", "trepart", "Øve ti ord om hygiejne hver uge", "Elev", date(2026, 11, 27)),
)
PATIENCE_S = 30


@dataclass(frozen=True, slots=True)
class Look:
    """How the program looks in a set of pictures."""

    theme: str
    language: str
    scale: float = 1.0

    @property
    def suffix(self) -> str:
        """The end of a picture's name."""
        return f"{self.theme}-{self.language}-{self.scale * 100:.0f}"


LOOKS = [Look(theme, language) for theme in ("light", "dark") for language in ("da", "en")] + [Look("light", "da", 2.0)]


class Camera:
    """Saves what it is pointed at, once nothing moves any more."""

    def __init__(self, folder: Path, look: Look) -> None:
        self._folder, self._look = folder, look
        self.taken: list[Path] = []

    def take(self, widget: QWidget, name: str, over: QWidget | None = None) -> None:
        """A picture of `widget`, and of the dialog `over` it, which is a window of its own to Qt."""
        settle(lambda: True)
        path = self._folder / f"{name}-{self._look.suffix}.png"
        picture = widget.grab()
        if over is not None:
            painter = QPainter(picture)
            painter.drawPixmap(over.pos() - widget.pos(), over.grab())
            painter.end()
        if not picture.save(str(path)):
            raise OSError(f"{path} cannot be written")
        self.taken.append(path)
        print(path)


def settle(done: Callable[[], bool], rest: float = 0.15) -> None:
    """Let the window work until `done`, and a moment longer."""
    limit = time.monotonic() + PATIENCE_S
    while not done():
        if time.monotonic() > limit:
            raise TimeoutError("the window did not come to rest")
        QApplication.processEvents()
    until = time.monotonic() + rest
    while time.monotonic() < until:
        QApplication.processEvents()


@contextmanager
def window_on(opened: Session, folder: Path, look: Look) -> Iterator[MainWindow]:
    """The window on a session, gone and its session closed afterwards."""
    preferences = Preferences(folder)
    preferences.theme, preferences.text_scale, preferences.language = look.theme, look.scale, look.language
    window = MainWindow(Desk(opened, preferences))
    window.resize(*SIZE)
    window.show()
    window.activateWindow()
    try:
        settle(lambda: window.desk.book.complete)
        yield window
    finally:
        window.close()
        QThreadPool.globalInstance().waitForDone(PATIENCE_S * 1000)
        QApplication.instance().removeEventFilter(window)  # type: ignore[union-attr]
        delete(window)
        opened.close()


def picture_dialog(camera: Camera, dialog: Dialog, name: str, ready: Callable[[], bool] = lambda: True) -> None:
    """A dialog with the window it dims; one without a window by itself."""
    below = dialog.parentWidget()
    dialog.open()
    settle(lambda: ready() and not dialog.running.busy)
    if isinstance(below, QWidget):
        camera.take(below, name, over=dialog)
    else:
        camera.take(dialog, name)
    dialog.done(QDialog.DialogCode.Rejected)
    settle(lambda: True, 0.05)


def take_pages(camera: Camera, folder: Path, look: Look) -> None:
    """Every page and dialog of the demo."""
    opened = demo_session(Options(folder, TODAY))
    who = {name: learner for learner, name in opened.names()}
    for day, text in WRITTEN.items():
        notes.add(opened.store, who[AMAL], text, day)
    record_meetings(opened, who[AMAL])
    add_papers(opened, who[AMAL])
    with window_on(opened, folder, look) as window:
        for place in ("today", "learners", "settings"):
            window.go(place)
            camera.take(window, place)
        take_board(camera, window)
        for tab in ("course", "schooling", "attendance", "notes", "meetings", "papers", "facts"):
            window.open_learner(who[AMAL], tab)
            camera.take(window, f"learner-{tab}")
        take_papers(camera, window, who)
        for name in ("Rahel Tesfay", "Fatuma Osman"):
            window.open_learner(who[name], "course")
            camera.take(window, f"learner-{name.split()[0].lower()}")
        window.go("learners")
        picture_dialog(camera, LearnerForm(window, window.desk), "new-learner")
        window.open_learner(who[AMAL], "course")
        case = window.desk.book.open(who[AMAL])
        assert case is not None
        take_desk_dialogs(camera, window, who[AMAL])
        assert case.ledger is not None
        picture_dialog(camera, WhyDialog(window, case.case, case.ledger, "counted_hours"), "why")
        preview = ReportPreview(window, window.desk, case)
        picture_dialog(camera, preview, "report", lambda: bool(preview.pdf) and preview.view.count() > 0)
        month = ReportPreview(window, window.desk, case, kind=MONTH)
        picture_dialog(camera, month, "month", lambda: bool(month.pdf) and month.view.count() > 0)
        sheet = ReportPreview(window, window.desk, case, kind=SHEET)
        picture_dialog(camera, sheet, "sheet", lambda: bool(sheet.pdf) and sheet.view.count() > 0)


def record_meetings(opened: Session, learner: bytes) -> None:
    """Meetings of every kind of outcome, what was agreed at one of them, and its minutes."""
    case = opened.case_file(learner)
    assert case is not None and case.enrolment is not None
    for noun in (*MEETINGS, *AGREED):
        row = replace(noun, learner=learner, enrolment=case.enrolment.id)
        opened.store.record(creation(row), "Møde")
    minutes = "Amal er glad for praktikken og vil gerne have en fast skoledag mere om ugen."
    notes.add(opened.store, learner, minutes, date(2026, 8, 20), kind="talk", about=note_about(MEETINGS[0]))


def add_papers(opened: Session, learner: bytes) -> None:
    """Papers of several kinds; one is still on its way from a partner, and one has a long name."""
    device, proof = QBuffer(), QBuffer()
    for buffer in (device, proof):
        buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    paper = QPdfWriter(proof)
    painter = QPainter(paper)
    painter.drawText(900, 1200, "Bevis")
    painter.end()
    photo = QImage(640, 400, QImage.Format.Format_RGB32)
    photo.fill(QColor("#4f9093"))
    photo.save(device, "PNG")  # type: ignore[call-overload]  # the stub knows no name of a format
    added = [
        documents.add(opened.store, learner, name, content, day)
        for name, content, day in (
            ("Bevis Almen fødevarehygiejne.pdf", bytes(proof.data().data()), date(2026, 10, 9)),
            ("Vagtplan på opslagstavlen.png", bytes(device.data().data()), date(2026, 11, 2)),
            ("Aftale om transport mellem plejecenteret og sprogskolen, med begge underskrifter og bilag fra skolen.txt",
             b"Aftale", date(2026, 11, 16)),
        )
    ]  # fmt: skip
    opened.store.record(creation(replace(added[0], id="paa-vej", name="Referat trepart.pdf", sha256="0" * 64)), "Papir")


def take_papers(camera: Camera, window: MainWindow, who: dict[str, bytes]) -> None:
    """A learner without papers, files that were refused, a name being typed, and papers that are looked at."""
    window.open_learner(who["Rahel Tesfay"], "papers")
    camera.take(window, "papers-none")
    window.open_learner(who[AMAL], "papers")
    tab = window.learner.papers
    tab.add([Path("tom mappe"), RESOURCES / "icons" / "ingen.svg"])
    settle(lambda: not tab.running.busy)
    list(tab.list.rows.values())[1].begin()
    camera.take(window, "papers-refused")
    tab.list.rows["paa-vej"].setFocus()
    for name, paper in (("pdf", "Bevis Almen fødevarehygiejne.pdf"), ("photo", "Vagtplan på opslagstavlen.png")):
        found = next(one for one in documents.of(window.desk.session.store, who[AMAL]) if one.name == paper)
        view = PaperView(window, window.desk, found)
        picture_dialog(camera, view, f"paper-{name}", lambda view=view: view.view.count() > 0)  # type: ignore[misc]


def take_board(camera: Camera, window: MainWindow) -> None:
    """The board from afar and from close by, and with a planned course in hand."""
    window.go("board")
    page = window.stack.page("board")
    assert isinstance(page, BoardPage)
    board = page.board
    settle(lambda: page.reader.complete and len(board.shown.rows) == len(board.shown.learner_lines) > 0)
    line, course = next(
        (line, row.movable[0])
        for line in board.shown.learner_lines
        if (entry := board.shown.entry(line)) and (row := board.shown.row(entry.learner)) and row.movable
    )
    board.choose(line, board.shown.span.column(course.first_day or TODAY))
    camera.take(window, "board")
    page.zoom._segments["quarter"].click()
    camera.take(window, "board-quarter")
    page.zoom._segments["two_years"].click()
    board.setFocus()
    board.pick_up(course)
    board.move_to(3)
    camera.take(window, "board-moving")
    board.put_back()


def take_desk_dialogs(camera: Camera, window: MainWindow, learner: bytes) -> None:
    """What is found and taken along: Ctrl+F, F1, the calendar, ready sentences, two texts of one note."""
    store = window.desk.session.store
    find = finding.open_over(window)
    find.field.setText("amal")
    settle(lambda: find.answered == "amal")
    camera.take(window, "find", over=find)
    find.field.setText("beboer bank")
    settle(lambda: find.answered == "beboer bank")
    camera.take(window, "find-notes", over=find)
    find.reject()
    picture_dialog(camera, KeysDialog(window), "keys")
    picture_dialog(camera, CalendarDialog(window, window.desk, [learner]), "calendar")
    picture_dialog(camera, SnippetsDialog(window, store), "snippets")
    root = notes.add(store, learner, "Amal øver at give besked.", TODAY)
    one = notes.add(store, learner, "Amal øver at give besked, når hun går.", TODAY, replaces=root)
    other = notes.add(store, learner, "Amal øver at give besked til sygeplejersken.", TODAY, replaces=root)
    case = window.desk.session.case_file(learner)
    assert case is not None
    picture_dialog(camera, TwinsDialog(window, window.desk, one, other, case.notes), "twins")
    window.open_learner(learner)
    window.learner.show_row("notes", one.id)
    window.learner.notes.editor.words.setPlainText("Hun hjalp fru Jensen, som har demens.")
    camera.take(window, "learner-note-found")
    window.learner.notes.editor.words.clear()


def take_beginnings(camera: Camera, folder: Path, look: Look) -> None:
    """What a new user meets: the first start, the unlocking, empty pages, and the first list."""
    profile = Profile(folder / "ny")
    picture_dialog(camera, FirstStartDialog(profile, wall_clock), "first-start")
    picture_dialog(camera, UnlockDialog(profile, wall_clock), "unlock")
    profile.release()
    opened = session(Options(folder / "tom", TODAY), os.urandom(16).hex())
    with window_on(opened, folder / "tom", look) as window:
        for place in ("today", "learners", "board"):
            window.go(place)
            camera.take(window, f"empty-{place}")
        dialog = ImportDialog(window, window.desk, RESOURCES / "sample" / "elevliste.xlsx")
        picture_dialog(camera, dialog, "import", lambda: dialog.planned is not None)
        dialog = ImportDialog(window, window.desk, RESOURCES / "sample" / "skoleplan.csv")
        picture_dialog(camera, dialog, "import-refused", lambda: dialog.planned is not None)


def take_all(folder: Path) -> list[Path]:
    """Every picture in every look; the paths, in the order taken."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    # it uses what stands above
    from tests.exchange_pictures import take_exchange

    folder.mkdir(parents=True, exist_ok=True)
    taken: list[Path] = []
    for look in LOOKS:
        i18n.use(look.language)
        style.load_qt_texts(application, look.language)
        style.apply(application, look.theme, look.scale)
        camera = Camera(folder, look)
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as throw_away:
            take_pages(camera, Path(throw_away) / "demo", look)
            take_beginnings(camera, Path(throw_away), look)
            take_exchange(camera, Path(throw_away) / "udveksling", look)
        taken += camera.taken
    return taken


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    count = len(take_all(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("build") / "pictures"))
    print(f"{count} pictures")
