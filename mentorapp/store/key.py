"""The key of the store: random, and wrapped by the user's passphrase, so that the passphrase can change later."""

from __future__ import annotations

import base64
import json
import os
import unicodedata
from pathlib import Path
from typing import Any

from mentorapp.errors import UserError
from mentorapp.i18n import _

KEY_FILE = "key.json"
SHORTEST_PASSPHRASE = 8
"""Characters. The stretch below makes each guess cost a tenth of a second; shorter ones still fall to a list."""

_STRETCH = {"memory_kib": 65536, "iterations": 3, "lanes": 1}
"""Argon2id, above the least that OWASP's password storage sheet asks (19 MiB, 2 iterations, 1 lane)."""

_MOST_MEMORY_KIB = 1 << 20
"""A damaged key file must not make the machine swap."""


def create(profile: Path, passphrase: str) -> bytes:
    """Make a random 32-byte key and keep it in `profile`, wrapped by `passphrase`; the key itself is returned."""
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise UserError(
            _("Adgangssætningen er for kort. Vælg mindst {n} tegn, for eksempel tre ord, du kan huske.").format(
                n=SHORTEST_PASSPHRASE
            )
        )
    key = os.urandom(32)
    salt, nonce = os.urandom(16), os.urandom(12)
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    header = {"version": 1, "kdf": "argon2id", **_STRETCH, "salt": _text(salt), "nonce": _text(nonce)}
    wrapped = AESGCM(_stretched(passphrase, header)).encrypt(nonce, key, _bound(header))
    _write(profile / KEY_FILE, {**header, "wrapped": _text(wrapped)})
    return key


def unlock(profile: Path, passphrase: str) -> bytes:
    """The key of the store in `profile`; a `UserError` for a wrong passphrase or a damaged key file."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        header = json.loads((profile / KEY_FILE).read_text(encoding="utf-8"))
        wrapped = base64.b64decode(header.pop("wrapped"))
        nonce = base64.b64decode(header["nonce"])
        cipher = AESGCM(_stretched(passphrase, header))
    except (OSError, ValueError, KeyError, TypeError) as fault:
        raise UserError(
            _(
                "Nøglefilen {name} kan ikke læses. Dine data ligger uændret i mappen. "
                "Hent filen tilbage fra en sikkerhedskopi."
            ).format(name=KEY_FILE)
        ) from fault
    try:
        return cipher.decrypt(nonce, wrapped, _bound(header))
    except InvalidTag as fault:
        raise UserError(_("Adgangssætningen passer ikke. Intet er ændret. Prøv igen.")) from fault


def exists(profile: Path) -> bool:
    """Whether `profile` has a store to unlock."""
    return (profile / KEY_FILE).exists()


def _stretched(passphrase: str, header: dict[str, Any]) -> bytes:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    if not 0 < int(header["memory_kib"]) <= _MOST_MEMORY_KIB:
        raise ValueError("memory_kib")
    return Argon2id(
        salt=base64.b64decode(header["salt"]),
        length=32,
        iterations=int(header["iterations"]),
        lanes=int(header["lanes"]),
        memory_cost=int(header["memory_kib"]),
    ).derive(unicodedata.normalize("NFC", passphrase).encode())


def _bound(header: dict[str, Any]) -> bytes:
    """The header as additional data: weakening the stretch in the file makes the key unreadable, not cheaper."""
    return json.dumps(header, sort_keys=True).encode()


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def _write(path: Path, content: dict[str, Any]) -> None:
    # written aside and renamed: a power cut leaves the old file or the new one, never half a key
    aside = path.with_suffix(".new")
    with aside.open("w", encoding="utf-8") as file:
        json.dump(content, file, indent=1)
        file.flush()
        os.fsync(file.fileno())
    aside.replace(path)
