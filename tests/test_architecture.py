"""Holds the shape of the program: who may import whom, where each library lives, and what stays pure."""

import ast
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

# Who may import whom. What is not named here has no place in the program.
BELOW_THE_WINDOW = {
    "alerts",
    "derivation_sentences",
    "domain",
    "errors",
    "exchange_sentences",
    "i18n",
    "lists",
    "meeting_sentences",
    "paths",
    "planning_sentences",
    "reports",
    "row_sentences",
    "sentences",
}
BELOW_THE_WINDOW |= {"store", "sync"}
ANYTHING = BELOW_THE_WINDOW | {"app", "cli", "ui"}
MAY_IMPORT = {
    "__init__": set[str](),
    "__main__": ANYTHING,
    "app": ANYTHING,
    "cli": ANYTHING,
    "ui": BELOW_THE_WINDOW,
    "alerts": {"domain", "errors", "i18n", "sentences", "meeting_sentences"},
    "reports": {"domain", "errors", "i18n", "paths", "sentences", "meeting_sentences"},
    "lists": {"domain", "errors", "i18n", "meeting_sentences"},
    "sync": {"store", "domain", "errors", "i18n", "paths"},
    "store": {"domain", "errors", "i18n", "paths"},
    "domain": {"errors"},
    # Sentences that window, paper and alerts share.
    "sentences": {"domain", "i18n"},
    "planning_sentences": {"domain", "i18n", "sentences"},
    "derivation_sentences": {"domain", "i18n", "sentences"},
    "meeting_sentences": {"domain", "i18n"},
    # Words of rows and of a partner's file, for the window and the command line.
    "row_sentences": {"domain", "i18n", "lists", "sentences", "store"},
    "exchange_sentences": {"domain", "i18n", "row_sentences", "store"},
    "errors": set[str](),
    "i18n": set[str](),
    "paths": set[str](),
}
LIBRARY_HOMES = {
    "sqlite3": ("store/",),
    "sqlcipher3": ("store/",),
    "sqlite_utils": ("store/",),
    "reportlab": ("reports/",),
    "PySide6": ("ui/", "app.py", "__main__.py"),
    "shiboken6": ("ui/", "app.py", "__main__.py"),
    "cryptography": ("sync/sealed", "store/key.py", "store/rescue/pages.py"),
    "keyring": ("store/key_ring.py",),
    "msgspec": ("sync/sealed", "sync/invitation.py"),
    "pypdf": ("sync/letter.py",),
    "pyrage": ("sync/sealed",),
    "fsspec": ("sync/post_box.py",),
    "httpx": ("sync/post_box.py",),
    "webdav4": ("sync/post_box.py",),
    "zstandard": ("sync/sealed",),
    "openpyxl": ("lists/",),
    "icalendar": ("lists/",),
    "pypdfium2": ("ui/dialogs/report/pdf_pictures.py",),
}
# Time is given: these packages compute from what they are handed, so the same input gives the same output.
CLOCKLESS = ("domain/", "alerts/", "reports/", "lists/")
CLOCKS = {"now", "utcnow", "today"}
FILES = {"io", "os", "pathlib", "shutil", "tempfile"}
# Each of these takes a noticeable part of a second to import, so the start must not wait for it.
SLOW = {"holidays", "icalendar", "keyring", "openpyxl", "pypdfium2", "reportlab"}
SLOW |= {"msgspec", "pypdf", "pyrage", "zstandard"}
SLOW |= {"cryptography.hazmat.primitives.kdf.argon2"}
# Names that say nothing about what is inside, so everything ends up there.
EMPTY_NAMES = {"base", "common", "helper", "helpers", "manager", "util", "utils"}
LONGEST = 260

Rule = Callable[[Path], Iterator[str]]


def modules(root: Path) -> Iterator[tuple[str, ast.Module]]:
    """Every module of the program: its path inside the package, and its syntax tree."""
    package = root / "mentorapp"
    for path in sorted(package.rglob("*.py")):
        yield path.relative_to(package).as_posix(), ast.parse(path.read_text("utf-8"))


def imports(name: str, tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and full dotted name of everything imported, wherever it stands and whoever is meant to see it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            inside = ["mentorapp", *name.split("/")[:-1]]
            above = inside[: len(inside) + 1 - node.level] if node.level else []
            origin = ".".join([*above, *filter(None, [node.module])])
            yield from ((node.lineno, f"{origin}.{alias.name}") for alias in node.names)
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith(("import_module", "__import__")):
            yield from ((node.lineno, str(arg.value)) for arg in node.args if isinstance(arg, ast.Constant))


def layers(root: Path) -> Iterator[str]:
    for name, tree in modules(root):
        layer = name.split("/")[0].removesuffix(".py")
        if layer not in MAY_IMPORT:
            yield f"{name}: {layer} has no place in the layout"
            continue
        for line, imported in imports(name, tree):
            package, _, inner = imported.partition(".")
            target = inner.split(".")[0]
            forbidden = MAY_IMPORT.keys() - MAY_IMPORT[layer] - {layer}
            if package == "mentorapp" and target in forbidden:
                yield f"{name}:{line}: {layer} may not import {imported}"


def homes(root: Path) -> Iterator[str]:
    for name, tree in modules(root):
        for line, imported in imports(name, tree):
            home = LIBRARY_HOMES.get(imported.split(".")[0])
            if home and not name.startswith(home):
                yield f"{name}:{line}: {imported} belongs in {' or '.join(home)}"


def clock(root: Path) -> Iterator[str]:
    for name, tree in modules(root):
        if name.startswith(CLOCKLESS):
            for line, imported in imports(name, tree):
                if imported.split(".")[0] == "time":
                    yield f"{name}:{line}: imports {imported}; time is given"
            for node in ast.walk(tree):
                if isinstance(node, ast.Attribute) and node.attr in CLOCKS and is_date_class(node.value):
                    yield f"{name}:{node.lineno}: asks the clock; time is given"


def is_date_class(node: ast.expr) -> bool:
    return ast.unparse(node).split(".")[-1] in {"date", "datetime"}


def files(root: Path) -> Iterator[str]:
    for name, tree in modules(root):
        if name.startswith("domain/"):
            for line, imported in imports(name, tree):
                if imported.split(".")[0] in FILES:
                    yield f"{name}:{line}: imports {imported}; the domain reads no files"
            for node in ast.walk(tree):
                if isinstance(node, ast.Name) and node.id == "open":
                    yield f"{name}:{node.lineno}: opens a file; the domain reads no files"


def names(root: Path) -> Iterator[str]:
    for name, _ in modules(root):
        for part in name.removesuffix(".py").split("/"):
            if EMPTY_NAMES & set(part.split("_")):
                yield f"{name}: {part} does not say what is inside"


def lengths(root: Path) -> Iterator[str]:
    for path in sorted((root / "mentorapp").rglob("*.py")):
        lines = len(path.read_text("utf-8").splitlines())
        if lines > LONGEST:
            yield f"{path.relative_to(root)}: {lines} lines; is it still one noun?"


def slow_start(root: Path) -> Iterator[str]:
    """Import what the start imports, in a Python of its own, and see what came along."""
    program = "import sys, mentorapp.app; print(*sys.modules)"
    ran = subprocess.run(
        [sys.executable, "-P", "-c", program],
        env=os.environ | {"PYTHONPATH": str(root)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if ran.returncode:
        yield f"mentorapp.app cannot be imported:\n{ran.stderr}"
    for slow in sorted(SLOW & set(ran.stdout.split())):
        yield f"starting the program imports {slow}; import it where it is used"


RULES: list[Rule] = [layers, homes, clock, files, names, lengths, slow_start]


@pytest.mark.parametrize("rule", RULES)
def test_the_program_keeps(rule: Rule) -> None:
    assert list(rule(ROOT)) == []


PLANTED: list[tuple[Rule, str, str]] = [
    (layers, "alerts/hours.py", "from mentorapp.store import database"),
    (layers, "alerts/hours.py", "from mentorapp import store"),
    (layers, "alerts/hours.py", "import mentorapp.store.database as memory"),
    (layers, "alerts/hours.py", "from ..store import database"),
    (layers, "alerts/deep/hours.py", "from ... import store"),
    (layers, "reports/progress.py", "from mentorapp.alerts import hours"),
    (layers, "lists/ical.py", "def write():\n    from mentorapp.store import rows"),
    (layers, "sync/sealed.py", "from mentorapp.lists import table_file"),
    (layers, "store/rows.py", "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import mentorapp.ui"),
    (layers, "store/rows.py", "import importlib\nimportlib.import_module('mentorapp.sync')"),
    (layers, "ui/signals.py", "from mentorapp.cli import case"),
    (layers, "domain/note.py", "from mentorapp.i18n import translate"),
    (layers, "errors.py", "from mentorapp import i18n"),
    (layers, "paths.py", "from . import errors"),
    (layers, "exchange_sentences.py", "from mentorapp.sync import exchange"),
    (layers, "row_sentences.py", "from mentorapp.cli import case"),
    (layers, "plugins/first.py", ""),
    (homes, "ui/page.py", "import sqlite3"),
    (homes, "sync/exchange.py", "from sqlcipher3 import dbapi2"),
    (homes, "cli/case.py", "import sqlite_utils"),
    (homes, "ui/page.py", "from reportlab.pdfgen import canvas"),
    (homes, "domain/note.py", "from PySide6 import QtCore"),
    (homes, "cli/case.py", "from PySide6.QtCore import QDate"),
    (homes, "sync/exchange.py", "import cryptography.fernet"),
    (homes, "store/backup.py", "__import__('cryptography')"),
    (homes, "ui/page.py", "def offer():\n    from keyring import backend"),
    (homes, "sync/exchange.py", "import msgspec"),
    (homes, "store/merge.py", "from msgspec import json"),
    (homes, "sync/keys.py", "def make():\n    import pyrage"),
    (homes, "sync/post_box.py", "import zstandard"),
    (homes, "sync/exchange.py", "from pypdf import PdfReader"),
    (homes, "cli/export.py", "def run():\n    from openpyxl import Workbook"),
    (homes, "reports/week.py", "import icalendar"),
    (homes, "reports/preview.py", "import pypdfium2"),
    (homes, "ui/dialogs/report/page_view.py", "import pypdfium2"),
    (homes, "sync/exchange.py", "import httpx"),
    (homes, "ui/page.py", "def run():\n    from webdav4.fsspec import WebdavFileSystem"),
    (homes, "lists/ical.py", "import fsspec"),
    (clock, "domain/week.py", "import datetime\nnow = datetime.datetime.now()"),
    (clock, "domain/week.py", "from datetime import date\nday = date.today"),
    (clock, "alerts/hours.py", "from time import monotonic"),
    (clock, "lists/ical.py", "from datetime import datetime\nstamp = datetime.utcnow()"),
    (files, "domain/note.py", "from pathlib import Path"),
    (files, "domain/note.py", "import os.path"),
    (files, "domain/note.py", "text = open('note').read()"),
    (names, "ui/utils.py", ""),
    (names, "store/common/rows.py", ""),
    (names, "ui/window_manager.py", ""),
    (lengths, "ui/page.py", "\n" * (LONGEST + 1)),
    (slow_start, "app.py", "import openpyxl"),
    (slow_start, "app.py", "import mentorapp.reports.progress"),
    (slow_start, "store/database.py", "import msgspec"),
    (slow_start, "ui/page.py", "import pyrage"),
    (slow_start, "store/database.py", "import zstandard"),
    (slow_start, "app.py", "import pypdf"),
    (slow_start, "app.py", "import cryptography.hazmat.primitives.kdf.argon2"),
]


@pytest.fixture
def tiny_program(tmp_path: Path) -> Path:
    """A program that keeps every rule, each of them only just."""
    for name, text in {
        "__init__.py": "",
        "__main__.py": "from PySide6.QtWidgets import QApplication\nfrom mentorapp.cli import case",
        "app.py": "import mentorapp.ui.page, mentorapp.store.database",
        "cli/case.py": "from mentorapp import app",
        "ui/page.py": "from PySide6.QtCore import QObject\nfrom mentorapp.alerts import hours",
        "alerts/hours.py": "from mentorapp.domain.note import Note",
        "reports/progress.py": "import reportlab\nfrom mentorapp import paths",
        "lists/ical.py": "def write(path):\n    import openpyxl\n    open(path)",
        "store/database.py": "import sqlite3, time\nfrom datetime import date\ntoday = date.today",
        "sync/sealed.py": "import cryptography, msgspec, pyrage, zstandard\nfrom ..store import database",
        "domain/note.py": "from mentorapp.errors import UserError\nclass Note:\n    today = None\nNote.today",
        "errors.py": "class UserError(Exception): pass",
        "paths.py": "\n" * LONGEST,
    }.items():
        plant(tmp_path, name, text)
    return tmp_path


def plant(root: Path, name: str, text: str) -> None:
    path = root / "mentorapp" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


@pytest.mark.parametrize("rule", RULES)
def test_a_program_within_the_rules_passes(rule: Rule, tiny_program: Path) -> None:
    assert list(rule(tiny_program)) == []


@pytest.mark.parametrize(("rule", "name", "text"), PLANTED)
def test_a_planted_violation_is_found(rule: Rule, name: str, text: str, tiny_program: Path) -> None:
    plant(tiny_program, name, text)
    assert len(list(rule(tiny_program))) == 1
