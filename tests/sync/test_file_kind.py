"""Any file of ours is recognised by its first bytes, and nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest

from mentorapp.sync import envelope
from mentorapp.sync.file_kind import kind_of


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("sealed", envelope.enclose(envelope.SEALED, b"")),
        ("invitation", envelope.enclose(envelope.INVITATION, b"x" * 5_000)),
        ("reply", envelope.enclose(envelope.REPLY, b"")),
        ("sealed", b"\x89MTRS\x07\r\nfrom a later version"),
        ("letter", b"%PDF-1.7\n"),
        ("letter", b"\n" * 500 + b"%PDF-1.7\n"),
        (None, b"x" * 2_000 + b"%PDF-1.7\n"),
        (None, b"\x89MTR?\x01\r\n"),
        (None, b"\x89MTRS\x01\n\n"),
        (None, b"\x89MTRS\x01\r"),
        (None, b"Navn;Sprog\r\n"),
        (None, b""),
    ],
)
def test_by_its_first_bytes(kind: str | None, content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "fil (1).pdf.exe"
    path.write_bytes(content)
    assert kind_of(path) == kind
    assert kind_of(content) == kind


def test_what_cannot_be_read_is_none_of_ours(tmp_path: Path) -> None:
    assert kind_of(tmp_path) is None
    assert kind_of(tmp_path / "mangler") is None
    assert kind_of(Path("a\0b")) is None
