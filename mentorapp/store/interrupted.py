"""Whether the program ended by itself last time: a mark that lies in the profile while the window is open."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

_MARK = "i-gang.json"


def since(profile: Path) -> int | None:
    """When the window that was cut off had been opened (ms since 1970); None where the last one was closed."""
    try:
        return int(json.loads((profile / _MARK).read_text(encoding="utf-8"))["opened"])
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError):
        # half a mark is one, too
        return 0


def begin(profile: Path, now: int) -> None:
    """The window is open from now on."""
    with suppress(OSError):
        (profile / _MARK).write_text(json.dumps({"opened": now}), encoding="utf-8")


def end(profile: Path) -> None:
    """The window was closed and everything is saved."""
    with suppress(OSError):
        (profile / _MARK).unlink(missing_ok=True)
