"""Files that become documents of a learner, and what a document is called where it becomes a file again."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mentorapp.domain.document import Document
from mentorapp.errors import Refused, UserError
from mentorapp.i18n import _
from mentorapp.store import documents
from mentorapp.store.database import Store

SUFFIXES = {
    "pdf": (".pdf",),
    "png": (".png",),
    "jpeg": (".jpg", ".jpeg"),
    "docx": (".docx",),
    "xlsx": (".xlsx",),
    "text": (".txt", ".csv"),
}
"""How a file of each medium may end, the usual one first. A partner's text must not end as a program does."""

_LONGEST_STEM = 120
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)
"""Names Windows keeps for devices, whatever follows the dot."""


@dataclass(frozen=True, slots=True)
class Added:
    """What was kept, and a sentence for each file that was not."""

    documents: tuple[Document, ...]
    refused: tuple[str, ...]


def add_files(store: Store, learner: bytes, paths: Iterable[Path], today: date) -> Added:
    """Keep the files that can be kept, as one action; each that cannot is named with the reason. Reads the files."""
    refused: list[str] = []
    made = documents.add_all(store, learner, _readable(store, learner, paths, refused), today)
    return Added(tuple(made), tuple(refused))


def file_name(document: Document) -> str:
    """A name the document can have in any folder, ending as its content asks: a partner may have written any name."""
    allowed = SUFFIXES[document.media]
    name = "".join(sign if sign.isprintable() and sign not in '<>:"/\\|?*' else " " for sign in document.name)
    stem, dot, end = name.rpartition(".")
    suffix = f".{end.casefold().strip()}"
    if dot and suffix in allowed:
        name = stem
    else:
        suffix = allowed[0]
    name = " ".join(name.split())[:_LONGEST_STEM].strip(" .")
    if not name or _RESERVED.fullmatch(name.partition(".")[0].strip()):
        name = f"{_('Papir')} {name}".strip()
    return name + suffix


def _readable(store: Store, learner: bytes, paths: Iterable[Path], refused: list[str]) -> Iterator[tuple[str, bytes]]:
    """Name and content of each file that can be kept; of the others `refused` says why."""
    known = {one.sha256: one.name for one in documents.of(store, learner)}
    for path in paths:
        try:
            content = _read(path)
            documents.checked(path.name, content)
            sha256 = hashlib.sha256(content).hexdigest()
            if sha256 in known:
                raise Refused(
                    _("{name} er her allerede som »{known}«, så den er ikke tilføjet igen.").format(
                        name=path.name, known=known[sha256]
                    )
                )
        except UserError as fault:
            refused.append(str(fault))
            continue
        known[sha256] = path.name
        yield path.name, content


def _read(path: Path) -> bytes:
    try:
        # a pipe or a device would be waited for
        if not path.is_file():
            raise OSError(_("det er ikke en fil"))
        with path.open("rb") as file:
            content = file.read(documents.LARGEST + 1)
    except (OSError, ValueError) as fault:
        reason = getattr(fault, "strerror", None) or fault
        raise UserError(
            _(
                "{name} kan ikke læses: {reason}. Den er ikke tilføjet. Se efter, om drevet er tilsluttet, "
                "og prøv igen."
            ).format(name=path.name, reason=reason)
        ) from fault
    if len(content) > documents.LARGEST:
        raise documents.too_large(path.name)
    return content
