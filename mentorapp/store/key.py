"""The key of the store: random, and wrapped by the user's passphrase, by a printed recovery key, and, where somebody
chose so, by a secret in the machine's key ring.

Each wrap opens by itself, so a passphrase is changed by writing one small file anew, and nothing else.
"""

from __future__ import annotations

import base64
import json
import os
import unicodedata
from pathlib import Path
from typing import Any

from mentorapp.errors import UserError
from mentorapp.i18n import _
from mentorapp.store import key_file, recovery_key
from mentorapp.store.key_file import KEY_FILE, MACHINE, PASSPHRASE, RECOVERY, KeyFileDamaged, exists

__all__ = ["KEY_FILE", "KeyFileDamaged", "exists"]

SHORTEST_PASSPHRASE = 8
"""Characters. The stretch below makes each guess cost a tenth of a second; shorter ones still fall to a list."""

_STRETCH = {"memory_kib": 65536, "iterations": 3, "lanes": 1}
"""Argon2id, above the least that OWASP's password storage sheet asks (19 MiB, 2 iterations, 1 lane)."""

_MOST_MEMORY_KIB = 1 << 20
"""A damaged key file must not make the machine swap."""


def create(profile: Path, passphrase: str) -> bytes:
    """Make a random 32-byte key and keep it in `profile`, wrapped by `passphrase`; the key itself is returned."""
    key = os.urandom(32)
    key_file.write(profile, {PASSPHRASE: _wrap_by_passphrase(key, passphrase)})
    return key


def unlock(profile: Path, secret: str) -> bytes:
    """The key of the store in `profile`, by passphrase or recovery key.

    `UserError` for a secret that fits no wrap, `KeyFileDamaged` where the file cannot be read.
    """
    return _unwrapped(key_file.read(profile), secret)


def unwrap(content: bytes, secret: str) -> bytes:
    """The same by the bytes of a key file, as it lies in a backup."""
    return _unwrapped(key_file.wraps(content), secret)


def _unwrapped(wraps: key_file.Wraps, secret: str) -> bytes:
    is_from_sheet = RECOVERY in wraps and recovery_key.looks_like_one(secret)
    if is_from_sheet:
        key = _opened(wraps[RECOVERY], _derived(recovery_key.read(secret), wraps[RECOVERY]))
        if key is not None:
            return key
    try:
        stretched = _stretched(secret, wraps[PASSPHRASE])
    except (ValueError, KeyError, TypeError) as fault:
        raise key_file.damaged() from fault
    key = _opened(wraps[PASSPHRASE], stretched)
    if key is None and is_from_sheet:
        raise UserError(_("Nøglen fra arket passer ikke. Intet er ændret. Se efter, om arket er det nyeste."))
    if key is None:
        raise UserError(_("Adgangssætningen passer ikke. Intet er ændret. Prøv igen."))
    return key


def change_passphrase(profile: Path, key: bytes, passphrase: str) -> None:
    """Wrap `key` by another passphrase; the old one opens only older backups from now on.

    The wrap of this machine's key ring ends with the old one: who changes a passphrase wants others kept out.
    """
    key_file.change(profile, {PASSPHRASE: _wrap_by_passphrase(key, passphrase)}, MACHINE)


def new_recovery_key(profile: Path, key: bytes) -> str:
    """Wrap `key` by a new random recovery key, which is returned to be printed; an earlier one opens no more."""
    secret = recovery_key.make()
    key_file.change(profile, {RECOVERY: _wrap_by_secret(key, secret)})
    return secret


def has_recovery_key(profile: Path) -> bool:
    """Whether a recovery key was made for the store in `profile`."""
    try:
        return RECOVERY in key_file.read(profile)
    except UserError:
        return False


def wrap_for_machine(profile: Path, key: bytes, name: str, secret: str) -> None:
    """Wrap `key` once more, by the random `secret` that this machine's key ring keeps under `name`."""
    key_file.change(profile, {MACHINE: _wrap_by_secret(key, secret, name=name)})


def machine_name(profile: Path) -> str | None:
    """Under which name the key ring keeps the secret of `profile`; None where opening asks for the passphrase."""
    try:
        name = key_file.read(profile).get(MACHINE, {}).get("name")
    except UserError:
        return None
    return name if isinstance(name, str) else None


def unlock_for_machine(profile: Path, secret: str) -> bytes | None:
    """The key of the store by the secret of the key ring; None where it does not fit."""
    wrap = key_file.read(profile).get(MACHINE)
    return _opened(wrap, _derived(secret, wrap)) if wrap else None


def end_for_machine(profile: Path) -> None:
    """Take the key ring's wrap away: its secret opens nothing any more."""
    key_file.change(profile, {}, MACHINE)


def check_passphrase(passphrase: str) -> None:
    """Refuse a passphrase that is too short."""
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise UserError(
            _("Adgangssætningen er for kort. Vælg mindst {n} tegn, for eksempel tre ord, du kan huske.").format(
                n=SHORTEST_PASSPHRASE
            )
        )


def _wrap_by_passphrase(key: bytes, passphrase: str) -> dict[str, Any]:
    check_passphrase(passphrase)
    header = {"kdf": "argon2id", **_STRETCH, "salt": _text(os.urandom(16)), "nonce": _text(os.urandom(12))}
    return _sealed(header, _stretched(passphrase, header), key)


def _wrap_by_secret(key: bytes, secret: str, **told: str) -> dict[str, Any]:
    header = {"kdf": "hkdf-sha256", **told, "salt": _text(os.urandom(16)), "nonce": _text(os.urandom(12))}
    return _sealed(header, _derived(secret, header), key)


def _sealed(header: dict[str, Any], wrapping: bytes, key: bytes) -> dict[str, Any]:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    wrapped = AESGCM(wrapping).encrypt(base64.b64decode(header["nonce"]), key, _bound(header))
    return {**header, "wrapped": _text(wrapped)}


def _opened(wrap: dict[str, Any], wrapping: bytes) -> bytes | None:
    """The key in a wrap; None where `wrapping` is not what it was wrapped by."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    header = {name: value for name, value in wrap.items() if name != "wrapped"}
    try:
        nonce, wrapped = base64.b64decode(wrap["nonce"]), base64.b64decode(wrap["wrapped"])
        return AESGCM(wrapping).decrypt(nonce, wrapped, _bound(header))
    except InvalidTag:
        return None
    except ValueError as fault:
        raise key_file.damaged() from fault


def _derived(secret: str, header: dict[str, Any]) -> bytes:
    """A wrapping key from a recovery key or the key ring's secret: random enough to need no stretching."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    salt = base64.b64decode(header["salt"])
    return HKDF(algorithm=SHA256(), length=32, salt=salt, info=b"mentorapp recovery").derive(secret.encode())


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
