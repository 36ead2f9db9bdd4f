"""A finished file on disk, whole or not at all: written aside, waited for, then renamed."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path

from mentorapp.errors import UserError
from mentorapp.i18n import _


def write(path: Path, content: bytes) -> None:
    """Write `content` to `path`; what stood there stays until the new file is whole. `UserError` says why not."""
    aside = path.parent / f".mentorapp-{secrets.token_hex(6)}.part"
    try:
        with aside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
    except OSError as fault:
        with suppress(OSError):
            aside.unlink(missing_ok=True)
        raise UserError(
            _(
                "{name} kan ikke gemmes: {reason}. Intet er ændret. Gør plads, eller vælg en anden mappe, og prøv igen."
            ).format(name=path.name, reason=fault.strerror or fault)
        ) from fault
