"""The virtual environment: made when missing, filled from a lock, left alone while that lock stands."""

import hashlib
import os
import shutil
import sys
from pathlib import Path

import native_libraries
from commands import say, succeeds

ROOT = Path(__file__).resolve().parents[1]
RUN_LOCK = ROOT / "packaging" / "requirements.txt"
DEVELOP_LOCK = ROOT / "packaging" / "requirements-dev.txt"

# Nothing is built on the user's machine, and nothing is installed that the lock does not know to the byte.
_TRUST_THE_LOCK_ONLY = ["--quiet", "--only-binary", ":all:", "--require-hashes", "-r"]


def folder() -> Path:
    return Path(os.environ.get("MENTORAPP_VENV") or ROOT / ".venv").absolute()


def python_of(venv: Path) -> Path:
    return venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def state(venv: Path, lock: Path) -> str:
    """Names the lock's content and the Python beneath the environment.

    Not the Python that runs this script: two of them on one machine would undo each other's work.
    """
    digest = hashlib.sha256(lock.read_bytes())
    digest.update((venv / "pyvenv.cfg").read_bytes())
    # A system upgrade moves what `bin/python` points at and leaves the installed packages behind.
    digest.update(os.fsencode(python_of(venv).resolve()))
    return digest.hexdigest()


def _stamp(venv: Path, lock: Path) -> Path:
    return venv / f".holds-{lock.name}"


def holds(venv: Path, lock: Path) -> bool:
    """Whether the environment was filled from this very lock."""
    stamp = _stamp(venv, lock)
    return python_of(venv).exists() and stamp.exists() and stamp.read_text("ascii") == state(venv, lock)


def remember(venv: Path, lock: Path) -> None:
    _stamp(venv, lock).write_text(state(venv, lock), "ascii")


def prepare(lock: Path) -> Path:
    """The Python of an environment that holds what the lock says."""
    venv = folder()
    if holds(venv, lock):
        return python_of(venv)
    say(f"installing {lock.name} into {venv} (the first time takes a while)")
    if not (_fill_with_uv(venv, lock) or _fill_with_pip(venv, lock)):
        sys.exit("dev.py: the libraries could not be installed; the messages above say why.")
    # The development lock is the run lock and more, so it fills both.
    for filled in {lock, RUN_LOCK}:
        remember(venv, filled)
    return python_of(venv)


def _works(python: Path, *probe: str) -> bool:
    return python.exists() and succeeds(python, *probe, silent=True)


def clear(venv: Path) -> None:
    """Remove what is left of an environment, and nothing else: the folder may be named by the user."""
    if (venv / "pyvenv.cfg").exists():
        shutil.rmtree(venv)
    elif venv.exists() and any(venv.iterdir()):
        sys.exit(f"dev.py: {venv} holds other things; let MENTORAPP_VENV name another folder.")


def _fill_with_uv(venv: Path, lock: Path) -> bool:
    """The quick way. uv reads no pip settings, so where only pip knows the package index, this fails."""
    uv = shutil.which("uv")
    if not uv:
        return False
    python = python_of(venv)
    if not _works(python, "-c", ""):
        clear(venv)
        if not succeeds(uv, "venv", "--quiet", "--python", sys.executable, venv):
            return False
    return succeeds(uv, "pip", "install", "--python", python, *_TRUST_THE_LOCK_ONLY, lock)


def _fill_with_pip(venv: Path, lock: Path) -> bool:
    pip = _pip(venv)
    return bool(pip) and succeeds(*pip, "install", *_TRUST_THE_LOCK_ONLY, lock)


def _pip(venv: Path) -> list[str | Path]:
    """The command that installs into the environment; empty when there is no way to have one."""
    python, own_python = python_of(venv), Path(sys.executable)
    pip: list[str | Path] = [python, "-m", "pip", "--disable-pip-version-check"]
    if _works(python, "-m", "pip", "--version"):
        return pip
    # Debian keeps what `venv` needs for pip in a package of its own, and a bare machine lacks it.
    if _works(own_python, "-c", "import venv, ensurepip; ensurepip.version()") and _make(venv):
        return pip
    if shutil.which("virtualenv") and succeeds("virtualenv", "--quiet", "--python", own_python, venv):
        return pip
    if _works(own_python, "-m", "pip", "--version") and _make(venv, "--without-pip"):
        return [own_python, "-m", "pip", "--python", python]
    if native_libraries.apt_install([f"python3.{sys.version_info.minor}-venv"]) and _make(venv):
        return pip
    return []


def _make(venv: Path, *options: str) -> bool:
    clear(venv)
    return succeeds(sys.executable, "-m", "venv", *options, venv)
