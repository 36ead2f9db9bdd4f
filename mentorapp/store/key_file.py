"""The small file with the wraps of the store's key: read with suspicion, written whole or not at all."""

from __future__ import annotations

import base64
import json
import os
from pathlib import Path
from typing import Any

from mentorapp.errors import UserError
from mentorapp.i18n import _

KEY_FILE = "key.json"
PASSPHRASE, RECOVERY, MACHINE = "passphrase", "recovery", "machine"
"""What a key may be wrapped by: each wrap opens by itself."""

Wraps = dict[str, dict[str, Any]]


class KeyFileDamaged(UserError):
    """The key file cannot be read; the data is as it was, and the file lies in every backup too."""


def exists(profile: Path) -> bool:
    """Whether `profile` has a store to unlock."""
    return (profile / KEY_FILE).exists()


def read(profile: Path) -> Wraps:
    """The wraps of `profile`; `KeyFileDamaged` where they cannot be read."""
    try:
        content = (profile / KEY_FILE).read_bytes()
    except OSError as fault:
        raise damaged() from fault
    return wraps(content)


def wraps(content: bytes) -> Wraps:
    """The wraps in a key file; the first version was one wrap by a passphrase."""
    try:
        told = json.loads(content)
        found = told.get("wraps", {PASSPHRASE: told})
        for wrap in found.values():
            for name in ("salt", "nonce", "wrapped"):
                base64.b64decode(wrap[name], validate=True)
        if PASSPHRASE not in found:
            raise KeyError(PASSPHRASE)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as fault:
        raise damaged() from fault
    return dict(found)


def write(profile: Path, of: Wraps) -> None:
    """Write the wraps of `profile`; an `OSError` leaves the file as it was."""
    # written aside and renamed: a power cut leaves the old file or the new one, never half a key
    path = profile / KEY_FILE
    aside = path.with_suffix(".new")
    with aside.open("w", encoding="utf-8") as file:
        json.dump({"version": 2, "wraps": of}, file, indent=1)
        file.flush()
        os.fsync(file.fileno())
    aside.replace(path)


def change(profile: Path, replaced: Wraps, *ended: str) -> None:
    """Put `replaced` among the wraps of `profile` and take those named in `ended` away, in one write."""
    try:
        kept = {name: wrap for name, wrap in read(profile).items() if name not in ended}
        write(profile, {**kept, **replaced})
    except OSError as fault:
        raise UserError(
            _(
                "Nøglefilen kan ikke skrives: {reason}. Intet er ændret. Giv skriveadgang til mappen, og prøv igen."
            ).format(reason=fault.strerror or fault)
        ) from fault


def to_take_along(content: bytes) -> bytes:
    """A key file without the wrap of this machine's key ring: what leaves the profile opens by what people know.

    What cannot be read is taken along as it is.
    """
    try:
        kept = {name: wrap for name, wrap in wraps(content).items() if name != MACHINE}
    except KeyFileDamaged:
        return content
    return json.dumps({"version": 2, "wraps": kept}, indent=1).encode()


def damaged() -> KeyFileDamaged:
    """The fault of a key file that cannot be read."""
    return KeyFileDamaged(
        _(
            "Nøglefilen {name} kan ikke læses. Dine data ligger uændret i mappen. "
            "Hent filen tilbage fra en sikkerhedskopi."
        ).format(name=KEY_FILE)
    )
