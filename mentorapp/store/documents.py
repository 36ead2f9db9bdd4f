"""Papers of learners: the content lies in the encrypted store beside the cells, once, under its SHA-256."""

from __future__ import annotations

import hashlib
import io
import secrets
import zipfile
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import date

from mentorapp.domain.change import creation, removal, update
from mentorapp.domain.document import Document
from mentorapp.errors import Refused, UserError
from mentorapp.i18n import _
from mentorapp.store import record, rows
from mentorapp.store.database import Store
from mentorapp.store.roles import COORDINATOR
from mentorapp.store.tables import BY_TABLE

LARGEST = 5 << 20
"""Bytes of one document: it must fit into a letter of secure mail."""

LONGEST_NAME = 200
"""Characters of a document's name."""


def add(store: Store, learner: bytes, name: str, content: bytes, today: date) -> Document:
    """Keep `content` as a document called `name`; refuses an empty one, a large one, and what is no document."""
    return add_all(store, learner, [(name, content)], today)[0]


def add_all(store: Store, learner: bytes, papers: Iterable[tuple[str, bytes]], today: date) -> list[Document]:
    """Keep all of `papers` (name, content), taken one after the other, as one action; or none of them."""
    made: list[Document] = []
    new: list[bytes] = []
    try:
        for name, content in papers:
            media = checked(name, content)
            sha256 = hashlib.sha256(content)
            made.append(
                Document(
                    learner, secrets.token_hex(8), name[:LONGEST_NAME], sha256.hexdigest(), media, len(content), today,
                    store.local("name"),
                )
            )  # fmt: skip
            # the content first: a document nobody can open would be a promise broken
            with store.writing() as connection:
                row = (learner, sha256.digest(), content)
                if connection.execute("INSERT OR IGNORE INTO blob VALUES (?, ?, ?)", row).rowcount:
                    new.append(sha256.digest())
        if made:
            store.record([change for one in made for change in creation(one)], _label(made))
    except UserError:
        if new:
            _take_back(store, learner, new)
        raise
    return made


def checked(name: str, content: bytes) -> str:
    """Key of `domain.document.MEDIA` of what may be kept as a document; `Refused` says why it may not."""
    if not content:
        raise Refused(_("{name} er tom, så den er ikke tilføjet.").format(name=name))
    if len(content) > LARGEST:
        raise too_large(name)
    media = media_of(content)
    if media is None:
        raise Refused(
            _(
                "{name} er ikke en PDF, et billede, et Word-dokument, et Excel-ark eller en tekst, så den er ikke "
                "tilføjet. Gem den som PDF, og tilføj den igen."
            ).format(name=name)
        )
    return media


def too_large(name: str) -> Refused:
    """What is said of a document larger than `LARGEST`."""
    return Refused(
        _("{name} er større end {most} MB, så den er ikke tilføjet. Gem den mindre, eller del den i flere.").format(
            name=name, most=LARGEST >> 20
        )
    )


def may_write(store: Store, learner: bytes) -> bool:
    """Whether papers of the learner may be added and changed here: not by a mentor after the learner's hand-over."""
    if store.role not in BY_TABLE[Document.TABLE].writers:
        return False
    return store.role == COORDINATOR or not record.handed_over(store.reader(), [learner], store.now())


def of(store: Store, learner: bytes) -> list[Document]:
    """The learner's documents, newest first."""
    found = rows.read(store.reader(), BY_TABLE["document"], [learner])
    return sorted(found, key=lambda one: (one.added_on or date.min, one.name, one.id), reverse=True)


def arrived(store: Store, learner: bytes) -> frozenset[str]:
    """The hashes of the learner's documents whose content is here; the others are on their way from a partner."""
    found = store.reader().execute("SELECT lower(hex(sha256)) FROM blob WHERE learner = ?", (learner,))
    return frozenset(sha256 for (sha256,) in found)


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


def rename(store: Store, document: Document, name: str) -> None:
    """Call the document something else; its content stays as it is."""
    after = replace(document, name=name[:LONGEST_NAME])
    store.record(update(document, after), _("Papir omdøbt: {name}").format(name=after.name))


def take_away(store: Store, document: Document) -> None:
    """Take the document off the learner; its content stays beneath, so that undo brings it back."""
    store.record(removal(document), _("Slet papir: {name}").format(name=document.name))


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


def _label(made: list[Document]) -> str:
    if len(made) == 1:
        return _("Papir: {name}").format(name=made[0].name)
    return _("{n} papirer").format(n=len(made))


def _take_back(store: Store, learner: bytes, hashes: list[bytes]) -> None:
    """Let go of contents no document came to name; a disk that has failed once may fail here, and loses nothing."""
    with suppress(UserError), store.writing() as connection:
        connection.executemany(
            "DELETE FROM blob WHERE learner = ? AND sha256 = ?", [(learner, sha256) for sha256 in hashes]
        )


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
