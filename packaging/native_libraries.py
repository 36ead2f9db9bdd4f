"""The shared libraries Qt opens on Linux: which are missing, and how to get them.

A wheel cannot carry these, and Qt's own message names the wrong one, so they are looked for before Qt starts.
"""

import ctypes
import os
import shutil
import sys
from collections.abc import Callable, Mapping

from commands import say, succeeds

# Shared library -> Debian and Ubuntu package. Painting without a screen needs these ...
OFFSCREEN = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
}
# ... and a window on an X11 screen these as well.
SCREEN = OFFSCREEN | {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-shape.so.0": "libxcb-shape0",
}


def can_load(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_packages(wanted: Mapping[str, str], loads: Callable[[str], bool] = can_load) -> list[str]:
    return [package for library, package in wanted.items() if not loads(library)]


def apt_command(packages: list[str]) -> list[str]:
    return ["apt-get", "install", "--yes", "--quiet", "--no-install-recommends", *packages]


def _may_administrate() -> list[str] | None:
    """What to put before a command to run it as administrator without asking; None when that cannot be."""
    if sys.platform == "win32" or not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return []
    asks_nothing = shutil.which("sudo") and succeeds("sudo", "-n", "true", silent=True)
    return ["sudo", "-n"] if asks_nothing else None


def apt_install(packages: list[str]) -> bool:
    """Install Debian packages where that needs no password; else print the line that would."""
    administrate = _may_administrate()
    if administrate is not None:
        say(f"installing {' '.join(packages)}")
        install = [*administrate, *apt_command(packages)]
        # The package lists of a fresh machine are empty or old; fetching them takes a while, so only then.
        if succeeds(*install) or (succeeds(*administrate, "apt-get", "update") and succeeds(*install)):
            return True
    say(f"the system lacks some packages. On Debian and Ubuntu: sudo {' '.join(apt_command(packages))}")
    return False


def ensure(wanted: Mapping[str, str]) -> None:
    """Get what is missing if that can be done; never stop the start, since Qt may manage without."""
    if sys.platform.startswith("linux") and (packages := missing_packages(wanted)):
        apt_install(packages)
