"""Papirer: added, looked at, called something else, copied and taken away, with every fault said in place."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QPainter, QPdfWriter
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from mentorapp.domain.document import Document
from mentorapp.errors import UserError
from mentorapp.store import documents
from mentorapp.store.roles import MENTOR
from mentorapp.sync import envelope, letter
from mentorapp.ui import style
from mentorapp.ui.desk import Desk
from mentorapp.ui.learner.learner_page import LearnerPage
from mentorapp.ui.learner.papers import paper_pictures, paper_words
from mentorapp.ui.learner.papers.paper_view import PaperView
from mentorapp.ui.learner.papers.papers_tab import PapersTab
from tests.conftest import TODAY

Show = Callable[..., LearnerPage]


def pdf(pages: int = 1) -> bytes:
    """A PDF of empty pages."""
    device = QBuffer()
    device.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(device)
    painter = QPainter(writer)
    for _page in range(pages - 1):
        writer.newPage()
    painter.end()
    return bytes(device.data().data())


def png(width: int, height: int, form: str = "PNG") -> bytes:
    """A picture, wholly see-through where its form can be."""
    device = QBuffer()
    device.open(QBuffer.OpenModeFlag.WriteOnly)
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    image.save(device, form)  # type: ignore[call-overload]  # the stub knows no name of a format
    return bytes(device.data().data())


def claimed_png(width: int, height: int) -> bytes:
    """A few bytes that claim to be a picture of any size."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(64))), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in chunks
    )


def keep(desk: Desk, learner: bytes, name: str = "Bevis.pdf", content: bytes = b"%PDF-1.7 bevis") -> Document:
    return documents.add(desk.session.store, learner, name, content, TODAY)


def hand_over(desk: Desk, learner: bytes) -> None:
    """As a coordinator's file says it to a mentor."""
    desk.session.store.set_local("role", MENTOR)
    with desk.session.store.writing() as connection:
        connection.execute(
            "INSERT INTO following VALUES (?, ?, '2025-01-01', '2025-06-30', NULL)", (bytes(16), learner)
        )


def rest(qtbot: QtBot, tab: PapersTab) -> None:
    qtbot.waitUntil(lambda: not tab.running.busy)


def test_without_papers_it_is_said_what_to_do(show: Show, amal: bytes) -> None:
    panel = show(amal, "papers").papers.list
    assert panel.new.isVisible() and panel.rows == {}
    assert "Træk filer hertil" in panel.none.text() and "5 MB" in panel.none.text()


def test_files_are_added_as_one_action_and_what_cannot_be_is_named(
    show: Show, desk: Desk, amal: bytes, said: list[str], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.session.store.set_local("name", "Karin Holst")
    files = {
        "AMU-bevis.pdf": b"%PDF-1.7 bevis",
        "Aftale.txt": "Vi mødes på fredag".encode(),
        "tom.pdf": b"",
        "program.exe": b"MZ\x90\x00",
        "stor.pdf": b"%PDF-" + bytes(documents.LARGEST),
        "det samme.pdf": b"%PDF-1.7 bevis",
    }
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    chosen = [str(tmp_path / name) for name in (*files, "findes ikke.pdf")]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_asked: (chosen, ""))
    tab = show(amal, "papers").papers
    tab.list.new.click()
    rest(qtbot, tab)
    qtbot.waitUntil(lambda: len(tab.list.rows) == 2)
    assert {row.name.text(): row.about.text() for row in tab.list.rows.values()} == {
        "AMU-bevis.pdf": "PDF · 1 kB · tilføjet 22-11-2026 af Karin Holst",
        "Aftale.txt": "Tekst · 1 kB · tilføjet 22-11-2026 af Karin Holst",
    }
    assert said == ["2 papirer er tilføjet. Ctrl+Z fortryder."]
    told = tab.fault.accessibleName()
    assert tab.fault.isVisible() and told.startswith("5 filer er ikke tilføjet.")
    for why in (
        "tom.pdf er tom",
        "program.exe er ikke en PDF",
        "stor.pdf er større end 5 MB",
        "det samme.pdf er her allerede som »AMU-bevis.pdf«",
        "findes ikke.pdf kan ikke læses",
    ):
        assert why in told
    desk.session.store.undo()
    assert tab.list.rows == {}


def drag(kind: type[QDropEvent], tab: PapersTab, *paths: Path) -> QDropEvent:
    """Send a drag with files to where Qt would."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    at = QPointF(20, 20)
    event = kind(
        at.toPoint() if kind is QDragEnterEvent else at,
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.setAccepted(False)
    QApplication.sendEvent(tab.viewport(), event)
    return event


def test_files_are_dropped_anywhere_but_our_own_are_left_to_the_window(
    show: Show, desk: Desk, amal: bytes, qtbot: QtBot, tmp_path: Path
) -> None:
    opened: list[Path] = []
    desk.file_wanted.connect(opened.append)
    tab = show(amal, "papers").papers
    paper, ours, sent = tmp_path / "Bevis.pdf", tmp_path / "til Anna.mentorapp", tmp_path / "brev.pdf"
    paper.write_bytes(pdf())
    ours.write_bytes(envelope.enclose(envelope.SEALED, b"lukket"))
    sent.write_bytes(letter.attach(pdf(), "til Anna.mentorapp", ours.read_bytes()))
    assert not drag(QDragEnterEvent, tab, ours).isAccepted()
    assert not drag(QDragEnterEvent, tab, paper, ours).isAccepted()
    assert drag(QDragEnterEvent, tab, paper, sent).isAccepted()
    drag(QDropEvent, tab, paper, sent)
    qtbot.waitUntil(lambda: len(tab.list.rows) == 1 and not tab.running.busy)
    assert [row.paper.name for row in tab.list.rows.values()] == ["Bevis.pdf"]
    assert opened == [sent] and not tab.fault.isVisible()


def test_it_is_renamed_where_it_stands(show: Show, desk: Desk, amal: bytes, qtbot: QtBot) -> None:
    paper = keep(desk, amal, "scan 0041.pdf")
    tab = show(amal, "papers").papers
    row = tab.list.rows[paper.id]
    row.rename.click()
    assert row.field.line.hasFocus() and row.field.line.selectedText() == "scan 0041" and not row.name.isVisible()
    qtbot.keyClicks(row.field.line, "Bevis førstehjælp")
    # what comes from elsewhere meanwhile leaves the typing alone
    keep(desk, amal, "andet.pdf", b"%PDF-1.7 andet")
    assert len(tab.list.rows) == 2 and row.field.line.text() == "Bevis førstehjælp.pdf"
    qtbot.keyClick(row.field.line, Qt.Key.Key_Return)
    assert row.name.text() == "Bevis førstehjælp.pdf" and row.name.isVisible() and not row.field.isVisible()
    assert row.rename.hasFocus()
    row.rename.click()
    qtbot.keyClicks(row.field.line, "noget andet")
    qtbot.keyClick(row.field.line, Qt.Key.Key_Escape)
    assert row.name.text() == "Bevis førstehjælp.pdf" and row.name.isVisible()
    row.rename.click()
    row.field.line.setText("  ")
    qtbot.keyClick(row.field.line, Qt.Key.Key_Return)
    assert row.field.isVisible() and row.field.error()
    row.field.line.setText("Ved at gå")
    tab.leave()
    assert row.paper.name == "Ved at gå"
    desk.session.store.undo()
    assert row.name.text() == "Bevis førstehjælp.pdf"


def test_it_is_taken_away_and_brought_back(show: Show, desk: Desk, amal: bytes, said: list[str]) -> None:
    papers = [keep(desk, amal, f"Bevis {n}.pdf", b"%PDF-1.7 " + bytes([48 + n])) for n in range(3)]
    panel = show(amal, "papers").papers.list
    panel.rows[papers[1].id].delete.setFocus()
    panel.rows[papers[1].id].delete.click()
    assert papers[1].id not in panel.rows and said[-1] == "»Bevis 1.pdf« er slettet. Ctrl+Z henter det tilbage."
    assert panel.rows[papers[0].id].show_here.hasFocus()
    desk.session.store.undo()
    assert papers[1].id in panel.rows


def test_a_copy_is_whole_has_a_harmless_name_and_is_said_to_be_plain(
    show: Show, desk: Desk, amal: bytes, said: list[str], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = keep(desk, amal, "../../autostart\\x.bat", b"Hej")
    asked: list[str] = []

    def choose(_owner: object, title: str, wished: str, _kinds: str) -> tuple[str, str]:
        asked.extend((title, Path(wished).name))
        return str(tmp_path / "kopi"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    tab = show(amal, "papers").papers
    tab.list.rows[paper.id].copy.click()
    rest(qtbot, tab)
    assert asked == ["Gem en kopi, der ikke er krypteret", "autostart x.bat.txt"]
    assert (tmp_path / "kopi.txt").read_bytes() == b"Hej"
    assert said == ["kopi.txt er gemt. Filen er ikke krypteret: pas på den."]
    (tmp_path / "kopi.txt").unlink()
    (tmp_path / "kopi.txt").mkdir()
    tab.list.rows[paper.id].copy.click()
    rest(qtbot, tab)
    assert tab.fault.isVisible() and "kan ikke gemmes" in tab.fault.accessibleName() and len(said) == 1


def test_what_has_not_come_is_said_and_seen_when_it_comes(show: Show, desk: Desk, amal: bytes) -> None:
    paper = keep(desk, amal)
    store = desk.session.store
    with store.writing() as connection:
        connection.execute("DELETE FROM blob")
    row = show(amal, "papers").papers.list.rows[paper.id]
    assert row.about.text().endswith("på vej fra en partner")
    assert not row.show_here.isVisible() and not row.copy.isVisible() and row.delete.isVisible()


def test_a_pdf_is_shown_in_the_window(show: Show, desk: Desk, amal: bytes, qtbot: QtBot) -> None:
    paper = keep(desk, amal, "Bevis.pdf", pdf(paper_pictures.MOST_PAGES + 2))
    view = PaperView(show(amal, "papers"), desk, paper)
    view.open()
    qtbot.waitUntil(lambda: view.view.count() > 0, timeout=20_000)
    assert view.view.count() == 40 and "de første 40 af 42 sider" in view.message()
    drawn = sum(one.image.width() * one.image.height() for one in view.view._pictures)
    assert 0 < drawn <= paper_pictures.MOST_DRAWN * 1.01
    view.reject()


@pytest.mark.parametrize(
    ("media", "content", "said"),
    [
        ("pdf", b"%PDF-1.7 halv", "beskadiget eller låst"),
        ("png", claimed_png(60_000, 60_000), "for stor at vise: 60000 × 60000"),
        ("png", b"\x89PNG\r\n\x1a\n halv", "billedet er beskadiget"),
        ("png", png(8, 8, "JPG"), "billedet er beskadiget"),
    ],
)
def test_what_cannot_be_shown_is_said_and_nothing_large_is_opened(
    media: str, content: bytes, said: str, qapp: QApplication
) -> None:
    paper = Document(b"", "x", "Papir", "00" * 32, media, len(content))
    with pytest.raises(UserError, match=said):
        paper_pictures.pictures(paper, content, 1.0)


def test_a_picture_lies_on_white_and_is_not_blown_up(show: Show, desk: Desk, amal: bytes, qtbot: QtBot) -> None:
    paper = keep(desk, amal, "Foto.png", png(60, 40))
    view = PaperView(show(amal, "papers"), desk, paper)
    view.open()
    qtbot.waitUntil(lambda: view.view.count() > 0)
    (picture,) = view.view._pictures
    assert view.view.zoom() == 1 and picture.image.pixelColor(5, 5).name() == "#ffffff"
    wide = paper_pictures.pictures(paper, png(5000, 10), 1.0).pictures[0].image
    assert wide.width() == paper_pictures.LONGEST_SIDE
    view.reject()


def test_a_mentor_can_only_read_the_papers_of_who_was_handed_over(show: Show, desk: Desk, amal: bytes, tmp_path: Path,
                                                                    qtbot: QtBot) -> None:  # fmt: skip
    paper = keep(desk, amal)
    hand_over(desk, amal)
    tab = show(amal, "papers").papers
    row = tab.list.rows[paper.id]
    assert row.show_here.isVisible() and row.copy.isVisible()
    assert not (row.rename.isVisible() or row.delete.isVisible() or tab.list.new.isVisible())
    new = tmp_path / "Nyt.pdf"
    new.write_bytes(b"%PDF-1.7 nyt")
    assert not drag(QDragEnterEvent, tab, new).isAccepted()
    tab.add([new])
    rest(qtbot, tab)
    assert "overdraget" in tab.fault.accessibleName() and len(tab.list.rows) == 1
    count = desk.session.store.reader().execute("SELECT count(*) FROM blob").fetchone()[0]
    assert count == 1, "no content lies here that no paper names"


def test_a_store_that_cannot_be_written_is_said_in_place_and_nothing_typed_is_lost(
    show: Show, desk: Desk, amal: bytes, said: list[str], qtbot: QtBot, tmp_path: Path
) -> None:
    paper = keep(desk, amal)
    tab = show(amal, "papers").papers
    row = tab.list.rows[paper.id]
    with desk.session.store.alone() as connection:
        connection.execute("PRAGMA query_only = ON")
    (tmp_path / "Nyt.pdf").write_bytes(b"%PDF-1.7 nyt")
    for act in (lambda: tab.add([tmp_path / "Nyt.pdf"]), row.delete.click):
        tab.fault.hide()
        act()
        rest(qtbot, tab)
        assert tab.fault.isVisible() and tab.fault.accessibleName().startswith("Mappen er skrivebeskyttet.")
    row.rename.click()
    row.field.line.setText("Nyt navn")
    qtbot.keyClick(row.field.line, Qt.Key.Key_Return)
    assert "skrivebeskyttet" in row.field.error() and row.field.line.text() == "Nyt navn" and row.field.isVisible()
    with desk.session.store.alone() as connection:
        connection.execute("PRAGMA query_only = OFF")
    qtbot.keyClick(row.field.line, Qt.Key.Key_Return)
    assert row.name.text() == "Nyt navn" and row.name.isVisible() and list(tab.list.rows) == [paper.id]
    assert said == ["Papiret hedder nu »Nyt navn«. Ctrl+Z fortryder."]


def test_names_for_readers_and_large_text(show: Show, desk: Desk, amal: bytes, qapp: QApplication) -> None:
    paper = keep(desk, amal)
    page = show(amal, "papers")
    row = page.papers.list.rows[paper.id]
    assert [button.accessibleName() for button in row.buttons()] == [
        f"{what}: Bevis.pdf" for what in ("Vis", "Gem en kopi", "Omdøb", "Slet")
    ]
    assert row.show_here.y() < row.about.y() + row.about.height()
    style.apply(qapp, "dark", 2.0)
    QApplication.processEvents()
    assert row.show_here.y() >= row.about.y() + row.about.height()


@pytest.mark.parametrize(
    ("count", "words"),
    [(0, "1 kB"), (1536, "2 kB"), ((1 << 20) - 1, "1023 kB"), (1 << 20, "1,0 MB"), (5 << 20, "5,0 MB")],
)
def test_sizes_are_said_in_steps_people_know(count: int, words: str) -> None:
    assert paper_words.size(count) == words
