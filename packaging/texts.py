"""Finds every Danish text the program shows, and what the translations lack: `python3 packaging/dev.py texts`.

Texts are the arguments of `_` and `ngettext`, the field's words in the domain, and the steps and remarks of programme
files, which are translated when shown.
"""

from __future__ import annotations

import ast
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from polib import POFile

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "mentorapp"

FIELD_WORDS = {
    "domain/note_warnings.py": ("SENTENCES",),
    "domain/attendance.py": ("STATUSES", "SOURCES"),
    "domain/document.py": ("MEDIA",),
    "domain/enrolment.py": ("LEAVE_KINDS", "EXTENSION_REASONS", "EARLIER_IGU"),
    "domain/meeting.py": ("MEETING_KINDS", "PARTIES", "OUTCOMES"),
    "domain/note.py": ("NOTE_KINDS", "VISIBILITIES"),
    "domain/placement.py": ("SECTORS", "PURPOSES", "ROLES"),
    "domain/programme_parts.py": ("WHO", "PLACES"),
    "domain/schooling.py": ("SCHOOL_TYPES", "RESULTS"),
    "domain/week.py": ("KINDS",),
    "domain/why/answers.py": ("FIGURES",),
    "domain/why/day_one.py": ("FIGURES",),
    "domain/why/derivation.py": ("SURENESS", "ENTRY_TABLES", "ENTRY_STATES"),
    "i18n.py": ("_MONTHS", "_WEEKDAYS"),
}
"""Tables of words in modules that do not translate; their values are message ids."""

SENTENCES = (
    "domain/assumptions.py", "domain/week_confirmation.py", "domain/why/conventions.py", "domain/why/dates.py",
    "domain/why/day_one.py", "domain/why/pace.py", "domain/why/practice.py", "domain/why/school.py",
)  # fmt: skip
"""Modules whose every constant sentence is a message id."""


Pair: TypeAlias = tuple[str, str]
"""The two ids of an `ngettext`: for one, and for any other number."""


def texts(package: Path = PACKAGE) -> dict[str, str]:
    """Every message id, with the file it is first used in."""
    found = singles(package)
    for pair, name in pairs(package).items():
        for text in pair:
            found.setdefault(text, name)
    return found


def singles(package: Path = PACKAGE) -> dict[str, str]:
    """The ids that are looked up without a number."""
    found: dict[str, str] = {}
    for name, tree in _modules(package):
        constants = _constants(tree, FIELD_WORDS.get(name, ()), everything=name in SENTENCES)
        for text in (*(text for (text,) in _called(tree, "_", 1)), *constants):
            found.setdefault(text, name)
    if package == PACKAGE:
        for name, text in _of_programmes():
            found.setdefault(text, name)
    return found


def _of_programmes() -> Iterator[tuple[str, str]]:
    """Names of steps and remarks of the shipped programme files, which are translated when shown."""
    for path in sorted((ROOT / "resources" / "programmes").glob("*.toml")):
        held = tomllib.loads(path.read_text(encoding="utf-8"))
        texts = [step["name"] for step in held.get("step", ())] + [each["text"] for each in held.get("remark", ())]
        yield from ((f"programmes/{path.name}", text) for text in texts)


def pairs(package: Path = PACKAGE) -> dict[Pair, str]:
    """The ids that are looked up by a number."""
    found: dict[Pair, str] = {}
    for name, tree in _modules(package):
        for one, many in _called(tree, "ngettext", 2):
            found.setdefault((one, many), name)
    return found


@cache
def _modules(package: Path) -> list[tuple[str, ast.Module]]:
    return [
        (path.relative_to(package).as_posix(), ast.parse(path.read_text(encoding="utf-8")))
        for path in sorted(package.rglob("*.py"))
    ]


def _called(tree: ast.AST, function: str, count: int) -> Iterator[tuple[str, ...]]:
    """The first `count` arguments of each call of `function`, where all of them are plain text."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == function:
            given = [each.value for each in node.args[:count] if isinstance(each, ast.Constant)]
            words = tuple(value for value in given if isinstance(value, str))
            if len(words) == count:
                yield words


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


def missing(catalogue: Path, package: Path = PACKAGE) -> dict[str, str]:
    """Texts that `catalogue` does not translate, with the file each is used in.

    An entry with a plural serves its first id without a number too; its second id it serves only by a number.
    """
    done = [entry for entry in _entries(catalogue) if entry.translated()]
    ids = {entry.msgid for entry in done}
    counted = {(entry.msgid, entry.msgid_plural) for entry in done if entry.msgid_plural}
    found = {text: name for text, name in singles(package).items() if text not in ids}
    for pair, name in pairs(package).items():
        if pair not in counted:
            found |= dict.fromkeys(pair, name)
    return found


def unused(catalogue: Path, package: Path = PACKAGE) -> list[str]:
    """Ids in `catalogue` that the program does not look up, or not in that way."""
    alone, counted = singles(package), pairs(package)
    return [
        entry.msgid
        for entry in _entries(catalogue)
        if entry.obsolete
        or ((entry.msgid, entry.msgid_plural) not in counted if entry.msgid_plural else entry.msgid not in alone)
    ]


def _entries(catalogue: Path) -> POFile:
    import polib  # only the environment has it

    return polib.pofile(str(catalogue), encoding="utf-8")


def main() -> int:
    clean = True
    for catalogue in catalogues():
        language = catalogue.parents[1].name
        lines = [f"{language}  {name}  {text!r}" for text, name in missing(catalogue).items()]
        lines += [f"{language}  no longer used  {text!r}" for text in unused(catalogue)]
        for line in lines:
            print(line)
        clean = clean and not lines
    return 0 if clean else 1


if __name__ == "__main__":
    sys.exit(main())
