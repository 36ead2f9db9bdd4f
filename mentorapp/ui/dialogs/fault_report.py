"""What may be told about a fault of the program: where it happened and of what kind, never with what values."""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterator
from pathlib import PurePath
from types import TracebackType

from PySide6.QtCore import qVersion

from mentorapp import __version__

_PACKAGE = "mentorapp"
MOST_FRAMES = 40
"""Of an endless recursion the first and last places tell enough."""


def report(fault: BaseException) -> str:
    """A traceback without personal data: no message, no source line, no folder outside the program.

    An exception's message may hold a name or a note, a file's path the name of who uses the computer.
    """
    lines = [
        f"Mentorapp {__version__} · Python {platform.python_version()} · Qt {qVersion()} · {platform.system()}",
        *_chain(fault),
    ]
    return "\n".join(lines) + "\n"


def _chain(fault: BaseException) -> Iterator[str]:
    told: set[int] = set()
    at: BaseException | None = fault
    while at is not None and id(at) not in told:
        told.add(id(at))
        yield f"{type(at).__module__}.{type(at).__qualname__}"
        frames = list(_frames(at.__traceback__))
        if len(frames) > MOST_FRAMES:
            half = MOST_FRAMES // 2
            frames = [*frames[:half], f"  … {len(frames) - MOST_FRAMES} …", *frames[-half:]]
        yield from frames
        at = at.__cause__ or (None if at.__suppress_context__ else at.__context__)
        if at is not None and id(at) not in told:
            yield "after"


def _frames(trace: TracebackType | None) -> Iterator[str]:
    while trace is not None:
        code = trace.tb_frame.f_code
        yield f"  {_place(code.co_filename)}:{trace.tb_lineno} {code.co_name}"
        trace = trace.tb_next


def _place(file: str) -> str:
    """A file's name from the program's or a library's folder on; of any other file only its own name."""
    parts = PurePath(file).parts
    for root in (_PACKAGE, "site-packages", f"python{sys.version_info.major}.{sys.version_info.minor}"):
        if root in parts:
            last = len(parts) - 1 - parts[::-1].index(root)
            return "/".join(parts[last if root == _PACKAGE else last + 1 :])
    return parts[-1] if parts else file
