"""A lock on a folder that the operating system lets go of when the program ends, however it ends."""

from __future__ import annotations

import os
import sys
from pathlib import Path


class LockFile:
    """Held from its making until `release`; raises `BlockingIOError` where another program holds it.

    Written here, in the words of the two systems, because the library for it takes as long to import as our store.
    """

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(self._file)
        except OSError as taken:
            os.close(self._file)
            raise BlockingIOError(*taken.args) from taken

    def release(self) -> None:
        """Let go; the file stays, for taking it away would let two programs lock two files of one name."""
        os.close(self._file)


def _lock(file: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
