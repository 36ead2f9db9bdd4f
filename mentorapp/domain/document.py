"""A paper about a learner: what it is called, and the SHA-256 of its content, which lies beside the cells."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

MEDIA = {
    "pdf": "PDF",
    "png": "Billede",
    "jpeg": "Billede",
    "docx": "Word-dokument",
    "xlsx": "Excel-ark",
    "text": "Tekst",
}
"""What a document may be, by its content, in words."""


@dataclass(frozen=True, slots=True)
class Document:
    """One paper. Its content may still be on its way where a partner has sent the cells alone."""

    TABLE: ClassVar = "document"
    learner: bytes
    id: str
    name: str
    sha256: str
    """64 hexadecimal digits: the content's name everywhere."""
    media: str
    """Key of MEDIA."""
    size: int
    """Bytes."""
    added_on: date | None = None
    added_by: str | None = None
