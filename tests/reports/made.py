"""Reports for tests, and what can be read in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

from pypdf import PdfReader

from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.ledger import build
from mentorapp.domain.note import Note
from mentorapp.reports import progress
from tests import builders


def report(
    case: CaseFile, today: date = builders.TODAY, *, notes: Sequence[Note] = (), steps: Sequence[str] = ()
) -> bytes:
    """The progress report, made as the window makes it."""
    story = progress.build(case, build(case, today), today, notes, steps)
    return progress.to_bytes(story, progress.document_title(case, today), progress.foot(today))


def write(case: CaseFile, path: Path) -> None:
    """Write the report on TODAY to `path`."""
    today = builders.TODAY
    story = progress.build(case, build(case, today), today)
    progress.write(story, path, progress.document_title(case, today), progress.foot(today))


def pages(pdf: bytes) -> list[str]:
    """The text of each page."""
    return [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]


def text(pdf: bytes) -> str:
    """All text on one line, as a reader meets it."""
    return " ".join(" ".join(pages(pdf)).split())


def fonts(pdf: bytes) -> Iterator[Any]:
    """Every font a page may use."""
    for page in PdfReader(BytesIO(pdf)).pages:
        resources: Any = page["/Resources"].get_object()
        for font in resources.get("/Font", {}).values():
            yield font.get_object()


def note(words: str, kind: str = "talk", on: str = "20-11-2026", **fields: Any) -> Note:
    """A note by Karin."""
    return Note(builders.LEARNER, on + words[:8], words, kind, builders.day(on), written_by="Karin Holst", **fields)
