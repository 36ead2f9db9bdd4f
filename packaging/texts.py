"""Finds every Danish text the program shows, and what the translations lack: `python3 packaging/dev.py texts`.

Texts are the arguments of `_` and `ngettext`, and the field's words in the domain, which are translated when shown.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

FIELD_WORDS = {
    "domain/attendance.py": ("STATUSES",),
    "domain/enrolment.py": ("LEAVE_KINDS",),
    "domain/note.py": ("NOTE_KINDS", "VISIBILITIES"),
    "domain/placement.py": ("SECTORS", "ROLES"),
    "domain/schooling.py": ("SCHOOL_TYPES", "RESULTS"),
    "domain/week.py": ("KINDS",),
    "i18n.py": ("_MONTHS", "_WEEKDAYS"),
}
"""Tables of words in modules that do not translate; their values are message ids."""

SENTENCES = ("domain/assumptions.py",)
"""Modules whose every constant sentence is a message id."""


def texts(package: Path = ROOT / "mentorapp") -> dict[str, str]:
    """Every message id, with the file it is first used in."""
    found: dict[str, str] = {}
    for path in sorted(package.rglob("*.py")):
        name = path.relative_to(package).as_posix()
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for text in _called(tree):
            found.setdefault(text, name)
        for text in _constants(tree, FIELD_WORDS.get(name, ()), everything=name in SENTENCES):
            found.setdefault(text, name)
    return found


def _called(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "ngettext"):
            for argument in node.args[: 2 if node.func.id == "ngettext" else 1]:
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    yield argument.value


def _constants(tree: ast.Module, names: tuple[str, ...], everything: bool) -> Iterator[str]:
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            name, value = node.targets[0].id, node.value
            if name in names and isinstance(value, ast.Dict | ast.Tuple):
                entries = value.values if isinstance(value, ast.Dict) else value.elts
                yield from (entry.value for entry in entries if isinstance(entry, ast.Constant))  # type: ignore[misc]
            elif everything and name.isupper() and isinstance(value, ast.Constant) and isinstance(value.value, str):
                yield value.value


def catalogues() -> list[Path]:
    """The translations people edit."""
    return sorted((ROOT / "resources" / "translations").glob("*/LC_MESSAGES/*.po"))


def missing(catalogue: Path) -> dict[str, str]:
    """Texts that `catalogue` does not translate, with the file each is used in."""
    import polib

    entries = polib.pofile(str(catalogue), encoding="utf-8")
    done = {entry.msgid for entry in entries if entry.translated()}
    done |= {entry.msgid_plural for entry in entries if entry.msgid_plural and entry.translated()}
    return {text: name for text, name in texts().items() if text not in done}


if __name__ == "__main__":
    lacking = {catalogue: missing(catalogue) for catalogue in catalogues()}
    for catalogue, found in lacking.items():
        for text, name in found.items():
            print(f"{catalogue.parents[1].name}  {name}  {text!r}")
    sys.exit(1 if any(lacking.values()) else 0)
