"""The key of the store: random, and wrapped by the user's passphrase and by a printed recovery key.

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
from mentorapp.store import recovery_key


class KeyFileDamaged(UserError):
    """The key file cannot be read; the data is as it was, and the file lies in every backup too."""


KEY_FILE = "key.json"
SHORTEST_PASSPHRASE = 8
"""Characters. The stretch below makes each guess cost a tenth of a second; shorter ones still fall to a list."""

_STRETCH = {"memory_kib": 65536, "iterations": 3, "lanes": 1}
"""Argon2id, above the least that OWASP's password storage sheet asks (19 MiB, 2 iterations, 1 lane)."""

_PASSPHRASE, _RECOVERY = "passphrase", "recovery"

_MOST_MEMORY_KIB = 1 << 20
"""A damaged key file must not make the machine swap."""


def create(profile: Path, passphrase: str) -> bytes:
    """Make a random 32-byte key and keep it in `profile`, wrapped by `passphrase`; the key itself is returned."""
    key = os.urandom(32)
    _write(profile / KEY_FILE, _file({_PASSPHRASE: _wrap_by_passphrase(key, passphrase)}))
    return key


def unlock(profile: Path, secret: str) -> bytes:
    """The key of the store in `profile`, by passphrase or recovery key.

    `UserError` for a secret that fits no wrap, `KeyFileDamaged` where the file cannot be read.
    """
    try:
        content = (profile / KEY_FILE).read_bytes()
    except OSError as fault:
        raise _damaged() from fault
    return unwrap(content, secret)


def unwrap(content: bytes, secret: str) -> bytes:
    """The same by the bytes of a key file, as it lies in a backup."""
    wraps = _wraps(content)
    if _RECOVERY in wraps and recovery_key.looks_like_one(secret):
        key = _opened(wraps[_RECOVERY], _derived(recovery_key.read(secret), wraps[_RECOVERY]))
        if key is not None:
            return key
    try:
        stretched = _stretched(secret, wraps[_PASSPHRASE])
    except (ValueError, KeyError, TypeError) as fault:
        raise _damaged() from fault
    key = _opened(wraps[_PASSPHRASE], stretched)
    if key is None:
        raise UserError(_("Adgangssætningen passer ikke. Intet er ændret. Prøv igen."))
    return key


def change_passphrase(profile: Path, key: bytes, passphrase: str) -> None:
    """Wrap `key` by another passphrase; the old one opens only older backups from now on."""
    _rewrap(profile, _PASSPHRASE, _wrap_by_passphrase(key, passphrase))


def new_recovery_key(profile: Path, key: bytes) -> str:
    """Wrap `key` by a new random recovery key, which is returned to be printed; an earlier one opens no more."""
    secret = recovery_key.make()
    header = {"kdf": "hkdf-sha256", "salt": _text(os.urandom(16)), "nonce": _text(os.urandom(12))}
    _rewrap(profile, _RECOVERY, _sealed(header, _derived(secret, header), key))
    return secret


def has_recovery_key(profile: Path) -> bool:
    """Whether a recovery key was made for the store in `profile`."""
    try:
        return _RECOVERY in _wraps((profile / KEY_FILE).read_bytes())
    except (OSError, UserError):
        return False


def exists(profile: Path) -> bool:
    """Whether `profile` has a store to unlock."""
    return (profile / KEY_FILE).exists()


def is_readable(content: bytes) -> bool:
    """Whether `content` is a whole key file."""
    try:
        _wraps(content)
    except UserError:
        return False
    return True


def put_back(profile: Path, content: bytes) -> None:
    """Write a key file as it lay in a backup."""
    _write(profile / KEY_FILE, json.loads(content))


def check_passphrase(passphrase: str) -> None:
    """Refuse a passphrase that is too short."""
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise UserError(
            _("Adgangssætningen er for kort. Vælg mindst {n} tegn, for eksempel tre ord, du kan huske.").format(
                n=SHORTEST_PASSPHRASE
            )
        )


def _rewrap(profile: Path, name: str, wrap: dict[str, Any]) -> None:
    try:
        wraps = _wraps((profile / KEY_FILE).read_bytes())
        _write(profile / KEY_FILE, _file({**wraps, name: wrap}))
    except OSError as fault:
        raise UserError(
            _(
                "Nøglefilen kan ikke skrives: {reason}. Intet er ændret. Giv skriveadgang til mappen, og prøv igen."
            ).format(reason=fault.strerror or fault)
        ) from fault


def _file(wraps: dict[str, dict[str, Any]]) -> dict[str, Any]:
    return {"version": 2, "wraps": wraps}


def _wraps(content: bytes) -> dict[str, dict[str, Any]]:
    """The wraps in a key file; the first version was one wrap by a passphrase."""
    try:
        told = json.loads(content)
        wraps = told.get("wraps", {_PASSPHRASE: told})
        for wrap in wraps.values():
            for name in ("salt", "nonce", "wrapped"):
                base64.b64decode(wrap[name], validate=True)
        if _PASSPHRASE not in wraps:
            raise KeyError(_PASSPHRASE)
    except (ValueError, KeyError, TypeError, AttributeError) as fault:
        raise _damaged() from fault
    return dict(wraps)


def _wrap_by_passphrase(key: bytes, passphrase: str) -> dict[str, Any]:
    check_passphrase(passphrase)
    header = {"kdf": "argon2id", **_STRETCH, "salt": _text(os.urandom(16)), "nonce": _text(os.urandom(12))}
    return _sealed(header, _stretched(passphrase, header), key)


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
        raise _damaged() from fault


def _derived(secret: str, header: dict[str, Any]) -> bytes:
    """A wrapping key from a recovery key: it is random enough to need no stretching."""
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


def _write(path: Path, content: dict[str, Any]) -> None:
    # written aside and renamed: a power cut leaves the old file or the new one, never half a key
    aside = path.with_suffix(".new")
    with aside.open("w", encoding="utf-8") as file:
        json.dump(content, file, indent=1)
        file.flush()
        os.fsync(file.fileno())
    aside.replace(path)


def _damaged() -> KeyFileDamaged:
    return KeyFileDamaged(
        _(
            "Nøglefilen {name} kan ikke læses. Dine data ligger uændret i mappen. "
            "Hent filen tilbage fra en sikkerhedskopi."
        ).format(name=KEY_FILE)
    )
