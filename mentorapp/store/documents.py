"""Papers of learners: the content lies in the encrypted store beside the cells, once, under its SHA-256."""

from __future__ import annotations

import hashlib
import io
import secrets
import zipfile
from datetime import date

from mentorapp.domain.change import creation, removal
from mentorapp.domain.document import Document
from mentorapp.errors import Refused
from mentorapp.i18n import _
from mentorapp.store import rows
from mentorapp.store.database import Store
from mentorapp.store.tables import BY_TABLE

LARGEST = 5 << 20
"""Bytes of one document: it must fit into a letter of secure mail."""

_LONGEST_NAME = 200


def add(store: Store, learner: bytes, name: str, content: bytes, today: date) -> Document:
    """Keep `content` as a document called `name`; refuses an empty one, a large one, and what is no document."""
    media = media_of(content)
    if not content:
        raise Refused(_("{name} er tom. Intet er gemt.").format(name=name))
    if len(content) > LARGEST:
        raise Refused(
            _("{name} er større end {most} MB. Intet er gemt. Gem den mindre, eller del den i flere.").format(
                name=name, most=LARGEST >> 20
            )
        )
    if media is None:
        raise Refused(
            _(
                "{name} er ikke en PDF, et billede, et Word-dokument, et Excel-ark eller en tekst. Intet er gemt."
            ).format(name=name)
        )
    sha256 = hashlib.sha256(content)
    document = Document(
        learner, secrets.token_hex(8), name[:_LONGEST_NAME], sha256.hexdigest(), media, len(content), today,
        store.local("name"),
    )  # fmt: skip
    # the content first: a document nobody can open would be a promise broken
    with store.writing() as connection:
        connection.execute("INSERT OR IGNORE INTO blob VALUES (?, ?, ?)", (learner, sha256.digest(), content))
    store.record(creation(document), _("Dokument: {name}").format(name=document.name))
    return document


def of(store: Store, learner: bytes) -> list[Document]:
    """The learner's documents, newest first."""
    found = rows.read(store.reader(), BY_TABLE["document"], [learner])
    return sorted(found, key=lambda one: (one.added_on or date.min, one.name, one.id), reverse=True)


def content(store: Store, document: Document) -> bytes | None:
    """What the document holds; None where it has not arrived yet."""
    found = (
        store.reader()
        .execute(
            "SELECT content FROM blob WHERE learner = ? AND sha256 = ?",
            (document.learner, bytes.fromhex(document.sha256)),
        )
        .fetchone()
    )
    return bytes(found[0]) if found else None


def take_away(store: Store, document: Document) -> None:
    """Take the document off the learner; its content stays beneath, so that undo brings it back."""
    store.record(removal(document), _("Slet dokument: {name}").format(name=document.name))


def media_of(content: bytes) -> str | None:
    """Key of `domain.document.MEDIA`, judged by the content and never by the name; None for anything else."""
    if content.startswith(b"%PDF-"):
        return "pdf"
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if content.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if content.startswith(b"PK\x03\x04"):
        return _office(content)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return "text" if all(sign.isprintable() or sign in "\r\n\t\f\ufeff" for sign in text) else None


def _office(content: bytes) -> str | None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError):
        return None
    # a document with macros is a program
    if any(name.endswith("vbaProject.bin") for name in names):
        return None
    return "docx" if "word/document.xml" in names else "xlsx" if "xl/workbook.xml" in names else None
