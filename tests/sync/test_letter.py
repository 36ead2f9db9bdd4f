"""A letter is an ordinary PDF that brings a sealed file through mail and gives nothing else out."""

from __future__ import annotations

import os
import zlib
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter, apply_configuration
from pypdf.generic import NameObject

from mentorapp.errors import UserError
from mentorapp.reports import covering_letter
from mentorapp.sync import envelope, faults, letter, sealed
from mentorapp.sync.file_kind import kind_of
from tests.reports.made import text
from tests.sync.files import AMAL, KARIN, days, head, opened

SENT = date(2026, 11, 22)


def page() -> bytes:
    story = covering_letter.build("Karin Holst", "Amina Yusuf", SENT, 12, 3)
    return covering_letter.to_bytes(story, covering_letter.title(), covering_letter.foot(SENT))


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A sealed file."""
    path = tmp_path_factory.mktemp("letter") / "fil"
    sealed.write(path, head(), days(500), KARIN, AMAL.public)
    return path.read_bytes()


@pytest.fixture(scope="module")
def pdf(file: bytes) -> bytes:
    """A letter with it."""
    return letter.attach(page(), "Solbakken_Karin-Amina_2026-11-22.mentorfil", file)


def with_files(*contents: bytes, password: str = "") -> bytes:
    writer = PdfWriter(clone_from=BytesIO(page()))
    for number, content in enumerate(contents):
        writer.add_attachment(f"../../{number}.exe", content)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def packed(writer: PdfWriter, change: Callable[[bytes], bytes]) -> bytes:
    """The PDF with what hangs on it changed and compressed."""
    for embedded in writer.attachment_list:
        stream: Any = embedded._embedded_file
        packed = stream.flate_encode()
        packed._data = zlib.compress(change(embedded.content))
        writer._objects[stream.indirect_reference.idnum - 1] = packed
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def test_the_file_comes_out_as_it_went_in(pdf: bytes, file: bytes, tmp_path: Path) -> None:
    path = tmp_path / "Brev.pdf"
    path.write_bytes(pdf)
    assert letter.attached(path) == file
    assert list(opened(letter.attached(pdf)).cells()) == days(500)
    assert kind_of(path) == "letter"


def test_the_page_is_still_what_people_see(pdf: bytes) -> None:
    said = text(pdf)
    for told in ("Karin Holst", "Amina Yusuf", "22. november 2026", "3 dokumenter om 12 elever", "vælg Udveksling"):
        assert told in said
    metadata = PdfReader(BytesIO(pdf)).metadata
    assert metadata
    assert metadata.producer == "Mentorapp"


def test_a_mail_that_writes_the_pdf_anew_does_no_harm(pdf: bytes, file: bytes) -> None:
    again = packed(PdfWriter(clone_from=BytesIO(pdf)), lambda content: content)
    assert zlib.compress(file) in again
    assert letter.attached(again) == file


def test_nothing_else_is_taken(file: bytes) -> None:
    assert letter.attached(with_files(b"MZ a program", file, b"<script>")) == file
    for other in (with_files(), with_files(b"MZ a program", b"\x89MTR")):
        with pytest.raises(UserError, match="ingen fil fra Mentorapp"):
            letter.attached(other)
    with pytest.raises(faults.Malformed):
        letter.attached(with_files(file, file + b"x"))


def test_a_locked_pdf(file: bytes) -> None:
    with pytest.raises(UserError, match="låst med en adgangskode"):
        letter.attached(with_files(file, password="hemmelig"))


@pytest.mark.parametrize(
    "content", [b"", b"%PDF-1.7", b"PK\3\4", b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<</Root 1 0 R>>"]
)
def test_no_pdf(content: bytes) -> None:
    with pytest.raises(UserError, match="Intet er ændret"):
        letter.attached(content)


def test_a_letter_cut_off(pdf: bytes, file: bytes) -> None:
    for length in range(0, len(pdf), 1_999):
        try:
            assert letter.attached(pdf[:length]) == file
        except UserError:
            continue


def test_an_attachment_that_unpacks_without_end() -> None:
    writer = PdfWriter(clone_from=BytesIO(page()))
    writer.add_attachment("bombe", envelope.enclose(envelope.SEALED, b""))
    bomb = packed(writer, lambda content: content + bytes(64 << 20))
    assert len(bomb) < 1 << 20
    with pytest.raises(UserError, match="kan ikke læses som PDF"):
        letter.attached(bomb)


@pytest.mark.skipif(os.name != "posix", reason="the program that must not run is a shell script")
def test_no_other_program_is_run_for_an_attachment(tmp_path: Path) -> None:
    decoder, ran = tmp_path / "jbig2dec", tmp_path / "ran"
    decoder.write_text(f"#!/bin/sh\ntouch '{ran}'\n", "ascii")
    decoder.chmod(0o700)
    writer = PdfWriter(clone_from=BytesIO(page()))
    stream = writer.add_attachment("billede", b"x")._embedded_file
    stream[NameObject("/Filter")] = NameObject("/JBIG2Decode")
    made = BytesIO()
    writer.write(made)
    with apply_configuration(jbig2dec_binary=str(decoder)), pytest.raises(UserError, match="kan ikke læses som PDF"):
        letter.attached(made.getvalue())
    assert not ran.exists()


def test_what_secure_mail_does_not_take_is_said_before(file: bytes) -> None:
    letter.check_size(7 << 20)
    for large in (8 << 20, 50 << 20):
        with pytest.raises(UserError, match="8 MB"):
            letter.check_size(large)
        with pytest.raises(UserError, match="8 MB"):
            letter.attach(page(), "fil", bytes(large))
    with pytest.raises(faults.TooLarge):
        letter.attached(bytes(20 << 20))


def damaged(pdf: bytes, changes: list[tuple[int, int]]) -> bytes:
    told = bytearray(pdf)
    for at, byte in changes:
        told[at % len(told)] = byte
    return bytes(told)


@pytest.mark.soak
@given(st.lists(st.tuples(st.integers(0, 1 << 20), st.integers(0, 255)), min_size=1, max_size=20))
def test_a_letter_with_bytes_changed(pdf: bytes, changes: list[tuple[int, int]]) -> None:
    try:
        found = letter.attached(damaged(pdf, changes))
    except UserError:
        return
    assert envelope.kind_and_major(found)
