"""Documents: known by their content, kept once, encrypted, brought back by undo."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pytest

from mentorapp.domain.change import creation
from mentorapp.domain.learner import Learner
from mentorapp.errors import Refused
from mentorapp.store import documents
from mentorapp.store.check import Finding, check
from mentorapp.store.database import DATABASE_FILE, Store
from tests.conftest import TODAY

ANNA = bytes([1]) * 16


def office(inner: str, *more: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in (inner, *more):
            archive.writestr(name, "x")
    return made.getvalue()


@pytest.mark.parametrize(
    ("content", "media"),
    [
        (b"%PDF-1.7 ...", "pdf"),
        (b"\x89PNG\r\n\x1a\n...", "png"),
        (b"\xff\xd8\xff\xe0...", "jpeg"),
        (office("word/document.xml"), "docx"),
        (office("xl/workbook.xml"), "xlsx"),
        ("Et brev på dansk: æøå".encode(), "text"),
        (office("word/document.xml", "word/vbaProject.bin"), None),
        (office("noget.exe"), None),
        (b"PK\x03\x04 halv", None),
        (b"MZ\x90\x00\x03", None),
        (b"\x7fELF\x02\x01\x01\x00", None),
    ],
)
def test_a_document_is_known_by_its_content(content: bytes, media: str | None) -> None:
    assert documents.media_of(content) == media


def test_it_is_kept_encrypted_taken_away_and_brought_back(store: Store) -> None:
    store.record(creation(Learner(ANNA, "-", "Amal Idris")), "Ny elev")
    store.set_local("name", "Karin Holst")
    kept = documents.add(store, ANNA, "Bevis AMU.pdf", b"%PDF- hemmeligt bevis", TODAY)
    assert documents.of(store, ANNA) == [kept] and kept.added_by == "Karin Holst"
    assert documents.content(store, kept) == b"%PDF- hemmeligt bevis"
    assert b"hemmeligt" not in (store.folder / DATABASE_FILE).read_bytes()
    documents.take_away(store, kept)
    assert documents.of(store, ANNA) == []
    store.undo()
    assert documents.of(store, ANNA) == [kept] and documents.content(store, kept) is not None


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"", "er tom"), (b"%PDF-" + bytes(documents.LARGEST), "større end 5 MB"), (b"MZ\0", "ikke en PDF")],
)
def test_what_cannot_be_kept_is_said(store: Store, content: bytes, said: str) -> None:
    with pytest.raises(Refused, match=said):
        documents.add(store, ANNA, "Fil", content, TODAY)
    assert documents.of(store, ANNA) == []


def test_check_finds_a_damaged_content_and_counts_what_is_on_its_way(store: Store) -> None:
    store.record(creation(Learner(ANNA, "-", "Amal Idris")), "Ny elev")
    kept = documents.add(store, ANNA, "Bevis.pdf", b"%PDF- bevis", TODAY)
    store.record(creation(replace(kept, id="x", sha256="00" * 32)), "Fra en partner")

    def found() -> Finding:
        return next(one for one in check(store) if one.subject == "documents")

    assert found().ok and "1 dokument er på vej" in found().text
    with store.writing() as connection:
        connection.execute("UPDATE blob SET content = x'00'")
    assert not found().ok and "1 dokument er beskadiget" in found().text
