#!/usr/bin/env python3
"""Starts and checks Mentorapp from a checkout, making whatever is missing on the way.

    python3 packaging/dev.py run [-- ARGUMENTS]   the program, or one of its command-line verbs
    python3 packaging/dev.py test [ARGUMENTS]     all checks and tests; given arguments, pytest alone
    python3 packaging/dev.py check                ruff and mypy
    python3 packaging/dev.py bench [ARGUMENTS]    the benchmarks in tests/bench
    python3 packaging/dev.py soak [ARGUMENTS]     long tests, and properties with many examples
    python3 packaging/dev.py pictures [ARGUMENTS] a picture of every page
    python3 packaging/dev.py texts                texts that a translation lacks or no longer needs
    python3 packaging/dev.py lock [--upgrade]     the locks, from pyproject.toml (needs uv)

The environment is made in .venv, or in the folder MENTORAPP_VENV names. Needs nothing but Python.
"""

import os
import sys

# Before anything an older Python could trip over; so this file itself keeps to what Python 3.6 can parse.
version = sys.version_info[:2]
if not (3, 11) <= version <= (3, 14):
    sys.exit("Mentorapp needs Python 3.11, 3.12, 3.13 or 3.14; this is Python {}.{}.".format(*version))

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import environment
import native_libraries
import translations
from commands import say, succeeds
from environment import DEVELOP_LOCK, ROOT, RUN_LOCK

OPTIONS_WITH_VALUE = {"--profile", "--today"}
OPTIONS_THAT_ONLY_TELL = {"-h", "--help", "--version"}
STATIC_CHECKS = {
    "ruff check": ["-m", "ruff", "check", "."],
    "ruff format": ["-m", "ruff", "format", "--check", "."],
    "mypy": ["-m", "mypy"],
}
# A text file opened without a named encoding is read differently on Windows: it warns, and so fails.
PYTEST = ["-X", "warn_default_encoding", "-m", "pytest"]
UV_COMPILE = ["uv", "pip", "compile", "pyproject.toml", "--universal", "--python-version", "3.11", "--quiet"]
UV_COMPILE += ["--generate-hashes", "--custom-compile-command", "python3 packaging/dev.py lock"]


def opens_window(arguments: list[str]) -> bool:
    """Whether these arguments of the program open its window: they do unless one of them is a verb."""
    rest = iter(arguments)
    for argument in rest:
        if argument in OPTIONS_WITH_VALUE:
            next(rest, None)
        elif argument in OPTIONS_THAT_ONLY_TELL or not argument.startswith("-"):
            return False
    return True


def has_screen(platform: str, variables: Mapping[str, str]) -> bool:
    """Whether a window has somewhere to open; a chosen Qt platform is taken at its word."""
    named = any(variables.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    return named or not platform.startswith("linux")


def child_environment(**more: str) -> dict[str, str]:
    variables = {**os.environ, "PYTHONPATH": str(ROOT), **more}
    variables.pop("PYTHONHOME", None)
    return variables


def compile_translations(python: Path) -> None:
    sources = translations.out_of_date(ROOT)
    if sources and not succeeds(python, ROOT / "packaging" / "translations.py", *sources):
        sys.exit("dev.py: a translation could not be compiled; the last line above says which line of it.")


def run(arguments: list[str]) -> int:
    window = opens_window(arguments)
    screen = has_screen(sys.platform, os.environ)
    if window and screen:
        painted_nowhere = os.environ.get("QT_QPA_PLATFORM") == "offscreen"
        native_libraries.ensure(native_libraries.OFFSCREEN if painted_nowhere else native_libraries.SCREEN)
    python = environment.prepare(RUN_LOCK)
    compile_translations(python)
    if window and not screen:
        say("no screen was found to open the window on. The command-line verbs need none: run -- --help")
        return 1
    # -P: a file that happens to be called json.py where the user stands is no part of the program.
    # The folder stays the user's, so that file names on the command line mean what they say.
    command = [str(python), "-P", "-m", "mentorapp", *arguments]
    if os.name == "posix":
        os.execve(python, command, child_environment())
    return subprocess.call(command, env=child_environment())


def in_checkout(title: str, python: Path, *arguments: str, **variables: str) -> int:
    """Run Python in the checkout, with no screen to paint on; its exit status."""
    say(title)
    command = [str(python), *arguments]
    return subprocess.call(command, cwd=ROOT, env=child_environment(QT_QPA_PLATFORM="offscreen", **variables))


def develop() -> Path:
    native_libraries.ensure(native_libraries.OFFSCREEN)
    python = environment.prepare(DEVELOP_LOCK)
    compile_translations(python)
    return python


def first_failure(statuses: list[int]) -> int:
    return next((status for status in statuses if status), 0)


def check(_arguments: list[str]) -> int:
    python = develop()
    return first_failure([in_checkout(title, python, *args) for title, args in STATIC_CHECKS.items()])


def test(arguments: list[str]) -> int:
    static = 0 if arguments else check(arguments)
    # all tests share the machine's cores, file by file; a chosen few run as one, so that a debugger can look in
    arguments = arguments or ["-n", "logical", "--dist", "loadfile"]
    return first_failure([static, in_checkout("pytest", develop(), *PYTEST, *arguments)])


def bench(arguments: list[str]) -> int:
    return in_checkout("benchmarks", develop(), *PYTEST, "tests/bench", "--timeout=0", *arguments)


def soak(arguments: list[str]) -> int:
    # pytest knows the tests that draw examples by the mark Hypothesis sets.
    chosen = ["-m", "soak or hypothesis", "--timeout=0"]
    return in_checkout("soak", develop(), *PYTEST, *chosen, *arguments, MENTORAPP_SOAK="1")


def pictures(arguments: list[str]) -> int:
    return in_checkout("pictures", develop(), "-m", "tests.pictures", *arguments)


def texts(_arguments: list[str]) -> int:
    return in_checkout("texts", develop(), "packaging/texts.py")


def lock(arguments: list[str]) -> int:
    """Write both locks, keeping the versions they name unless these no longer fit or `--upgrade` is given."""
    if not shutil.which("uv"):
        sys.exit("Making the locks needs uv on the path.")
    develop_lock, run_lock = (str(path.relative_to(ROOT)) for path in (DEVELOP_LOCK, RUN_LOCK))
    # The larger set first: what runs is then the same version that was tested.
    larger = [*UV_COMPILE, "--group", "dev", "--output-file", develop_lock, *arguments]
    smaller = [*UV_COMPILE, "--constraint", develop_lock, "--output-file", run_lock, *arguments]
    # Without an output of its own uv shows the whole lock again.
    quiet = subprocess.DEVNULL
    return first_failure([subprocess.call(each, cwd=ROOT, stdout=quiet) for each in (larger, smaller)])


VERBS = {each.__name__: each for each in (run, test, check, bench, soak, pictures, texts, lock)}


def main(arguments: list[str]) -> int:
    verb, rest = (arguments[0], arguments[1:]) if arguments else ("--help", [])
    if verb in ("-h", "--help"):
        print(__doc__)
        return 0
    if verb not in VERBS:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        return VERBS[verb](rest[1:] if rest[:1] == ["--"] else rest)
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
