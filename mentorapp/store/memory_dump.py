"""Keeps the system from writing the memory of a crashed program to a file: names, words and the key stand in it."""

from __future__ import annotations

import sys


def forbid() -> None:
    """From now on a crash of this process leaves no image of its memory; done before any data is opened."""
    if sys.platform == "win32":
        import ctypes

        # no report of Windows Error Reporting either, which may take parts of the memory along
        ctypes.windll.kernel32.SetErrorMode(0x0001 | 0x0002 | 0x8000)
    else:
        import resource

        _soft, hard = resource.getrlimit(resource.RLIMIT_CORE)
        resource.setrlimit(resource.RLIMIT_CORE, (0, hard))
