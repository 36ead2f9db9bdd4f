"""Locks a small file with words: Argon2id makes a key of them, AES-GCM closes the file with it.

Not age's own lock by a passphrase: that takes as much memory as the writer's machine fills in a second (1 GB on an
ordinary one), and a reader with less would be killed by the system. The stretch here is part of the format, so no
file can ask for more of either.
"""

from __future__ import annotations

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

_SALT, _NONCE = 16, 12
_MEMORY_KIB, _ITERATIONS, _LANES = 64 * 1024, 8, 1
"""Well above the least that OWASP's password storage sheet asks (19 MiB, 2 iterations, 1 lane)."""


def locked(content: bytes, words: str, context: bytes) -> bytes:
    """`content` closed by `words`; `context` says what it is, and must be the same to open it."""
    salt, nonce = os.urandom(_SALT), os.urandom(_NONCE)
    return salt + nonce + AESGCM(_stretched(words, salt)).encrypt(nonce, content, context)


def unlocked(closed: bytes, words: str, context: bytes) -> bytes | None:
    """What `words` closed; None where they are not the words, or it was tampered with."""
    salt, nonce, rest = closed[:_SALT], closed[_SALT : _SALT + _NONCE], closed[_SALT + _NONCE :]
    if len(nonce) < _NONCE:
        return None
    try:
        return AESGCM(_stretched(words, salt)).decrypt(nonce, rest, context)
    except InvalidTag:
        return None


def _stretched(words: str, salt: bytes) -> bytes:
    return Argon2id(salt=salt, length=32, iterations=_ITERATIONS, lanes=_LANES, memory_cost=_MEMORY_KIB).derive(
        words.encode()
    )
