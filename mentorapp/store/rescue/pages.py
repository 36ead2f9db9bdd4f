"""The sound pages of a damaged encrypted database, read without the database: where SQLite gives up, this goes on.

SQLCipher 4 (zetetic.net/sqlcipher/design): pages of 4096 bytes, each AES-256-CBC with its own random start at its end,
followed by an HMAC-SHA512 over content, start and page number. A page whose code does not fit is not looked at.
"""

from __future__ import annotations

import hashlib
import hmac
import struct
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

SIZE = 4096
USABLE = SIZE - 80
"""Bytes of a page before its start (16) and its code (64)."""

_SALT = 16
_LOG_HEAD, _FRAME_HEAD = 32, 24
_KEPT = 64
"""Decrypted pages kept, for the chains of long texts cross each other."""


class Pages:
    """The pages of `database` and its log, by their numbers from 1."""

    def __init__(self, database: Path, key: bytes, salt: bytes = b"") -> None:
        """`key` is the raw key of the store; `salt` that of a backup, should the first page be gone.

        `OSError` where the file cannot be read at all.
        """
        self._key = key
        self._content = database.read_bytes()
        self._log = b""
        with suppress(OSError):
            self._log = database.with_name(f"{database.name}-wal").read_bytes()
        self._logged = dict(_frames(self._log))
        self._kept: dict[int, bytes | None] = {}
        own = self._content[:_SALT]
        self._codes = [_code_key(key, each) for each in dict.fromkeys((own, salt)) if len(each) == _SALT]

    def __iter__(self) -> Iterator[bytes]:
        """Every sound page after the first, which holds only the schema."""
        last = max([len(self._content) // SIZE, *self._logged])
        for number in range(2, last + 1):
            page = self.page(number)
            if page is not None:
                yield page

    def page(self, number: int) -> bytes | None:
        """The usable bytes of page `number`, decrypted; None where it is not there or its code does not fit."""
        if number not in self._kept:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            self._kept[number] = self._read(number)
        return self._kept[number]

    def _read(self, number: int) -> bytes | None:
        start = (number - 1) * SIZE
        for raw in (self._logged.get(number, b""), self._content[start : start + SIZE]):
            if len(raw) == SIZE and any(self._fits(code, raw, number) for code in self._codes):
                return self._decrypted(raw)
        return None

    def _fits(self, code: bytes, raw: bytes, number: int) -> bool:
        told = hmac.new(code, raw[:-64] + struct.pack("<I", number), hashlib.sha512).digest()
        return hmac.compare_digest(told, raw[-64:])

    def _decrypted(self, raw: bytes) -> bytes:
        from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

        opened = Cipher(algorithms.AES(self._key), modes.CBC(raw[USABLE : USABLE + 16])).decryptor()
        return opened.update(raw[:USABLE]) + opened.finalize()


def _code_key(key: bytes, salt: bytes) -> bytes:
    return hashlib.pbkdf2_hmac("sha512", key, bytes(byte ^ 0x3A for byte in salt), 2, 32)


def _frames(log: bytes) -> Iterator[tuple[int, bytes]]:
    """The pages in a log up to its last whole save, later ones after earlier ones; their codes are not looked at."""
    waiting: list[tuple[int, bytes]] = []
    for at in range(_LOG_HEAD, len(log) - _FRAME_HEAD - SIZE + 1, _FRAME_HEAD + SIZE):
        number, ends_save = struct.unpack(">II", log[at : at + 8])
        if log[at + 8 : at + 16] != log[16:24]:
            # of an earlier round of the log
            return
        waiting.append((number, log[at + _FRAME_HEAD : at + _FRAME_HEAD + SIZE]))
        if ends_save:
            yield from waiting
            waiting.clear()
