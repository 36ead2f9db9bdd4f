"""Memory of the running process, as Linux counts it."""

from pathlib import Path


def peak_kb() -> int:
    """Most memory held since this program began; `getrusage` would count what started it too."""
    return _of("VmHWM")


def held_kb() -> int:
    """Memory held now, libraries included."""
    return _of("VmRSS")


def _of(name: str) -> int:
    with Path("/proc/self/status").open(encoding="ascii") as status:
        return next(int(line.split()[1]) for line in status if line.startswith(f"{name}:"))
