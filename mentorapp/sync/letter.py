"""A sealed file inside an ordinary PDF: secure mail lets PDF through, and not files it does not know."""

from __future__ import annotations

from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from mentorapp.errors import UserError
from mentorapp.i18n import _
from mentorapp.sync import envelope, faults

if TYPE_CHECKING:
    from pypdf import PdfReader

LARGEST_LETTER = 8 << 20
"""Bytes: what secure mail takes."""

_LARGEST_READ = 16 << 20
"""Somebody's mail may have written it anew, a little larger."""

_MOST_ATTACHMENTS = 20


def check_size(sealed: int, page: int = 512 << 10) -> None:
    """Refuse, before anything is made, a sealed file of so many bytes that its letter would be too large."""
    if sealed + page > LARGEST_LETTER:
        raise UserError(
            _(
                "Filen er for stor til sikker mail, som tager {most} MB. Intet er ændret. "
                "Send den på en USB-nøgle eller i en mappe i stedet."
            ).format(most=LARGEST_LETTER >> 20)
        )


def attach(pdf: bytes, name: str, sealed: bytes) -> bytes:
    """The covering letter `pdf` with the file `sealed` in it, called `name`; `UserError` where it grows too large."""
    from pypdf import PdfWriter

    check_size(len(sealed), len(pdf))
    writer = PdfWriter(clone_from=BytesIO(pdf))
    writer.add_attachment(name, sealed)
    made = BytesIO()
    writer.write(made)
    check_size(len(made.getvalue()), 0)
    return made.getvalue()


def attached(source: Path | bytes) -> bytes:
    """The sealed file in a letter. Nothing else that hangs on the PDF is taken, and no script in it is looked at."""
    from pypdf import PdfReader, apply_configuration

    name, raw = envelope.name_of(source), envelope.read(source, _LARGEST_READ)
    try:
        # a picture as an attachment would be decoded by a program of the system's, if it were let
        limits = apply_configuration(zlib_maximum_output_length=_LARGEST_READ, jbig2dec_binary=None)
        with limits, PdfReader(BytesIO(raw), strict=False) as reader:
            locked = reader.is_encrypted
            found = [] if locked else _ours(reader)
    except Exception as fault:
        # pypdf meets a broken PDF with whatever went wrong first; there is no list of these
        raise _broken(name) from fault
    if locked:
        raise UserError(
            _(
                "{name} er låst med en adgangskode, så brevet kan ikke åbnes. Intet er ændret. "
                "Bed afsenderen om at sende det uden."
            ).format(name=name)
        )
    if not found:
        raise UserError(
            _(
                "Der er ingen fil fra Mentorapp i {name}. Intet er ændret. "
                "Åbn det brev, du fik, og ikke en udskrift eller kopi af det."
            ).format(name=name)
        )
    if len(set(found)) > 1:
        raise faults.Malformed(name)
    return found[0]


def _ours(reader: PdfReader) -> list[bytes]:
    """The content of every attachment that begins as a file of ours does."""
    contents = (file.content for file in islice(reader.attachment_list, _MOST_ATTACHMENTS))
    return [content for content in contents if envelope.kind_and_major(content)]


def _broken(name: str) -> UserError:
    return UserError(
        _(
            "{name} kan ikke læses som PDF. Intet er ændret. "
            "Hent brevet igen fra mailen, uden at åbne og gemme det i et andet program."
        ).format(name=name)
    )
