"""The post box: a folder, and a real WebDAV server on this machine; half copies and "(1)" do no harm."""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from mentorapp.errors import UserError
from mentorapp.store import documents, notes
from mentorapp.store.database import Changed
from mentorapp.store.exchange import traffic
from mentorapp.sync import exchange, paper_files, post_box
from mentorapp.sync.post_box import Box
from tests.conftest import TODAY
from tests.sync.two import AMAL, Two


@pytest.fixture
def web(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """The address of a WebDAV folder and the folder behind it."""
    from cheroot.wsgi import Server
    from wsgidav.wsgidav_app import WsgiDAVApp

    folder = tmp_path / "server"
    folder.mkdir()
    app = WsgiDAVApp(
        {
            "provider_mapping": {"/": str(folder)},
            "simple_dc": {"user_mapping": {"*": {"karin": {"password": "kode"}}}},
            "verbose": 0,
            "logging": {"enable": False},
        }
    )
    server = Server(("127.0.0.1", 0), app)
    server.prepare()
    thread = threading.Thread(target=server.serve, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.bind_addr[1]}/", folder
    server.stop()
    thread.join()


def share(two: Two, box: Box) -> None:
    two.to_anna = post_box.set_box(two.karin, two.to_anna, box)
    two.to_karin = post_box.set_box(two.anna, two.to_karin, box)


def there_and_back(two: Two) -> None:
    post_box.post(two.karin, two.to_anna)
    arrival = post_box.collect(two.anna, two.to_karin).arrival
    assert arrival is not None
    exchange.receive(two.anna, arrival)
    assert len(two.anna.names()) == 1
    notes.add(two.anna.store, AMAL, "Skrevet hos Anna", TODAY)
    post_box.post(two.anna, two.to_karin)
    arrival = post_box.collect(two.karin, two.to_anna).arrival
    assert arrival is not None and arrival.counts.notes == 1
    exchange.receive(two.karin, arrival)
    assert post_box.collect(two.karin, two.to_anna).arrival is None
    assert traffic.standing(two.karin.store, two.to_anna, TODAY).unread == 0


def test_a_folder(two: Two, tmp_path: Path) -> None:
    (tmp_path / "fælles").mkdir()
    share(two, Box(str(tmp_path / "fælles")))
    there_and_back(two)


def test_webdav(two: Two, web: tuple[str, Path]) -> None:
    share(two, Box(web[0], "karin", "kode"))
    there_and_back(two)
    for path in web[1].rglob("*"):
        assert "Amal" not in path.name and (path.is_dir() or b"Amal" not in path.read_bytes())


def test_half_copied_doubled_and_foreign_files_do_no_harm(two: Two, tmp_path: Path) -> None:
    root = tmp_path / "fælles"
    root.mkdir()
    share(two, Box(str(root)))
    name = post_box.post(two.karin, two.to_anna)[0].path.name
    (folder,) = [path.parent for path in root.rglob(name)]
    whole = (folder / name).read_bytes()
    (folder / f"halv{exchange.SUFFIX}").write_bytes(whole[:-100])
    (folder / f"kopi (1){exchange.SUFFIX}").write_bytes(whole)
    (folder / f"fremmed{exchange.SUFFIX}").write_bytes(b"hej")
    for n, path in enumerate(sorted(folder.iterdir(), key=lambda path: path.name.startswith(("halv", "fremmed")))):
        os.utime(path, (1_000 + n, 1_000 + n))
    (folder / "notat.txt").write_text("hej", encoding="utf-8")
    found = post_box.collect(two.anna, two.to_karin)
    assert found.arrival is not None and len(found.said) == 2
    assert any("ikke helt kopieret" in sentence for sentence in found.said)
    exchange.receive(two.anna, found.arrival)
    assert post_box.collect(two.anna, two.to_karin).arrival is None


def test_only_the_newest_files_of_ours_stay_and_nobody_elses_go(two: Two, tmp_path: Path) -> None:
    root = tmp_path / "fælles"
    root.mkdir()
    share(two, Box(str(root)))
    post_box.post(two.anna, two.to_karin)
    for n in range(4):
        notes.add(two.karin.store, AMAL, f"Note {n}", TODAY)
        post_box.post(two.karin, two.to_anna)
    by_folder = [len(list(folder.glob(f"*{exchange.SUFFIX}"))) for folder in sorted(root.iterdir())]
    assert sorted(by_folder) == [1, post_box.KEPT]


def test_what_cannot_be_reached_is_said_and_does_not_count_as_sent(
    two: Two, tmp_path: Path, web: tuple[str, Path]
) -> None:
    root = tmp_path / "fælles"
    root.mkdir()
    share(two, Box(str(root)))
    unsent = traffic.standing(two.karin.store, two.to_anna, TODAY).unsent
    root.rename(tmp_path / "væk")
    root.write_text("en fil, hvor mappen var", encoding="utf-8")
    with pytest.raises(UserError, match="kan ikke nås"):
        post_box.post(two.karin, two.to_anna)
    assert traffic.standing(two.karin.store, two.to_anna, TODAY).unsent == unsent > 0
    assert not list(two.karin.profile.folder.glob("*.part"))
    for box, words in (
        (Box(str(tmp_path / "findes ikke")), "kan ikke nås"),
        (Box("http://127.0.0.1:9/", "karin", "kode"), "kan ikke nås"),
        (Box(web[0], "karin", "forkert"), "navn og adgangskode"),
        (Box("http://sky.example/dav", "karin", "kode"), "ikke krypteret"),
    ):
        with pytest.raises(UserError, match=words):
            post_box.set_box(two.karin, two.to_anna, box)
    assert post_box.box_of(two.to_anna) == Box(str(root))


def test_documents_go_along_until_the_partner_holds_them(two: Two, tmp_path: Path) -> None:
    root = tmp_path / "fælles"
    root.mkdir()
    share(two, Box(str(root)))
    papers = [
        documents.add(two.karin.store, AMAL, f"Bevis {n}.pdf", b"%PDF-" + os.urandom(4 << 20), TODAY) for n in (1, 2)
    ]
    assert len(post_box.post(two.karin, two.to_anna)) == 3, "each document in a file of its own, for both are too large"
    assert len(post_box.post(two.karin, two.to_anna)) == 3
    assert len(list(root.rglob("dokumenter*"))) == 2, "what was put anew takes the place of what was there"
    told: list[Changed] = []
    two.anna.store.subscribe(told.append)
    for _file in range(3):
        arrival = post_box.collect(two.anna, two.to_karin).arrival
        assert arrival is not None
        exchange.receive(two.anna, arrival)
    assert post_box.collect(two.anna, two.to_karin).arrival is None
    assert [one.name for one in documents.of(two.anna.store, AMAL)] == ["Bevis 2.pdf", "Bevis 1.pdf"]
    # contents are no cells, but a window that shows the papers is to hear of them
    assert sum(one == Changed(frozenset({"document"}), frozenset({AMAL})) for one in told) == 2
    assert documents.arrived(two.anna.store, AMAL) == {paper.sha256 for paper in papers}
    for paper in papers:
        held = documents.content(two.anna.store, paper)
        assert held is not None and hashlib.sha256(held).hexdigest() == paper.sha256
    post_box.post(two.anna, two.to_karin)
    arrival = post_box.collect(two.karin, two.to_anna).arrival
    assert arrival is None, "Anna had nothing to tell but what she holds, and that was noted"
    assert len(post_box.post(two.karin, two.to_anna)) == 1 and not list(root.rglob("dokumenter*"))


def test_documents_read_before_the_file_they_go_with_do_not_make_that_an_old_one(two: Two, tmp_path: Path) -> None:
    documents.add(two.karin.store, AMAL, "Bevis.pdf", b"%PDF- bevis", TODAY)
    file = tmp_path / "fil.mentorfil"
    exchange.send(two.karin, two.to_anna, file)
    two.clock.now += 1_000
    (papers,) = paper_files.write(two.karin, two.to_anna, file)
    for path in (papers.path, file):
        exchange.receive(two.anna, exchange.open_file(two.anna, path))
    followed = two.anna.store.reader().execute("SELECT learner FROM following").fetchall()
    assert followed == [(AMAL,)]
