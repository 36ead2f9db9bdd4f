"""The file itself: its fonts, pages and bytes, and what is left when it cannot be written."""

from __future__ import annotations

import errno
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from mentorapp.errors import UserError
from tests import builders
from tests.reports.made import fonts, note, pages, report, write


def test_all_fonts_are_embedded_and_ours() -> None:
    names = set()
    for font in fonts(report(builders.amal(), notes=[note("نص ሰላም")])):
        descriptor = font["/FontDescriptor"].get_object()
        assert "/FontFile2" in descriptor
        names.add(str(font["/BaseFont"]))
    assert names
    assert not [name for name in names if not ("IBMPlex" in name or "Noto" in name)]


def test_no_helvetica() -> None:
    assert b"Helvetica" not in report(builders.amal())


def test_pages_are_numbered_and_a4() -> None:
    pdf = report(builders.amal(), notes=[note("En lang samtale. " * 400)])
    said = pages(pdf)
    assert len(said) > 1
    for number, page in enumerate(said, 1):
        assert f"Side {number} af {len(said)}" in page
    for paper in PdfReader(BytesIO(pdf)).pages:
        assert (round(float(paper.mediabox.width)), round(float(paper.mediabox.height))) == (595, 842)


def test_same_input_same_bytes() -> None:
    assert report(builders.amal()) == report(builders.amal())


def test_written_whole(tmp_path: Path) -> None:
    path = tmp_path / "rapport.pdf"
    write(builders.amal(), path)
    assert path.read_bytes() == report(builders.amal())
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("fault", [errno.ENOSPC, errno.EACCES, errno.EIO])
def test_a_failed_write_leaves_what_was_there(fault: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "rapport.pdf"
    path.write_bytes(b"before")

    def refuse(self: Path, target: Path) -> Path:
        raise OSError(fault, "nej")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(UserError, match=r"rapport\.pdf"):
        write(builders.amal(), path)
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


def test_a_missing_folder_and_a_folder_in_the_way(tmp_path: Path) -> None:
    for path in (tmp_path / "mangler" / "rapport.pdf", tmp_path):
        with pytest.raises(UserError):
            write(builders.amal(), path)
    assert list(tmp_path.iterdir()) == []
