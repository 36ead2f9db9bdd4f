"""The catalogues say everything the program shows, with the same values filled in, and nothing it no longer shows."""

from __future__ import annotations

from pathlib import Path
from string import Formatter

import polib
import pytest

import texts
import translations
from mentorapp import i18n

CATALOGUES = texts.catalogues()
SOURCE = """
from mentorapp.i18n import _, ngettext

WORDS = (_("Elev"), _("Aldrig oversat"), _("{n} rækker"))
COUNTED = ngettext("{n} række", "{n} rækker", 2) + ngettext("{n} fugl", "{n} fugle", 2)
"""

every_catalogue = pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda path: path.parents[1].name)


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A small program with texts no catalogue knows."""
    folder = tmp_path / "package"
    folder.mkdir()
    (folder / "planted.py").write_text(SOURCE, "utf-8")
    return folder


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    """A catalogue with one text, one text by a number, and one text of each kind that nobody looks up."""
    entries = polib.POFile()
    entries.append(polib.POEntry(msgid="Elev", msgstr="Learner"))
    entries.append(_by_number("{n} række", "{n} rækker", "{n} row", "{n} rows"))
    entries.append(polib.POEntry(msgid="Lærling", msgstr="Apprentice"))
    entries.append(_by_number("{n} ko", "{n} køer", "{n} cow", "{n} cows"))
    path = tmp_path / "mentorapp.po"
    entries.save(str(path))
    return path


@pytest.fixture
def english() -> None:
    """English in use, compiled here where set-up has not done it."""
    for source in translations.out_of_date(texts.ROOT):
        translations.compile_one(source)
    i18n.use("en")


def _by_number(one: str, many: str, said_one: str, said_many: str) -> polib.POEntry:
    return polib.POEntry(msgid=one, msgid_plural=many, msgstr_plural={0: said_one, 1: said_many})


def _placeholders(text: str) -> list[str]:
    return sorted(name for _before, name, _format, _conversion in Formatter().parse(text) if name is not None)


def _said(entry: polib.POEntry) -> list[tuple[str, str]]:
    """Id and translation: once, or once for each of the two forms."""
    if not entry.msgid_plural:
        return [(entry.msgid, entry.msgstr)]
    forms: dict[int, str] = entry.msgstr_plural
    return [(entry.msgid, forms[0]), (entry.msgid_plural, forms[1])]


def test_every_other_language_has_a_catalogue() -> None:
    assert {path.parents[1].name for path in CATALOGUES} == set(i18n.LANGUAGES) - {"da"}


@every_catalogue
def test_no_text_is_missing(catalogue: Path) -> None:
    assert texts.missing(catalogue) == {}


@every_catalogue
def test_no_text_is_left_over(catalogue: Path) -> None:
    assert texts.unused(catalogue) == []


@every_catalogue
def test_the_same_values_are_filled_in(catalogue: Path) -> None:
    said = [pair for entry in polib.pofile(str(catalogue), encoding="utf-8") for pair in _said(entry)]
    assert said
    assert [(text, other) for text, other in said if _placeholders(text) != _placeholders(other)] == []


@every_catalogue
def test_the_space_around_a_text_is_kept(catalogue: Path) -> None:
    said = [pair for entry in polib.pofile(str(catalogue), encoding="utf-8") for pair in _said(entry)]
    around = [(text, other) for text, other in said if text.split(text.strip()) != other.split(other.strip())]
    assert around == []


def test_planted_texts_are_found(package: Path) -> None:
    planted = ["Elev", "Aldrig oversat", "{n} rækker", "{n} række", "{n} fugl", "{n} fugle"]
    assert texts.texts(package) == dict.fromkeys(planted, "planted.py")


def test_a_planted_text_is_missing_and_so_is_a_second_form_without_a_number(package: Path, catalogue: Path) -> None:
    assert sorted(texts.missing(catalogue, package)) == ["Aldrig oversat", "{n} fugl", "{n} fugle", "{n} rækker"]


def test_what_nobody_looks_up_is_unused(package: Path, catalogue: Path) -> None:
    assert texts.unused(catalogue, package) == ["Lærling", "{n} ko"]


@pytest.mark.usefixtures("english")
def test_texts_are_said_in_english() -> None:
    assert i18n._("Elev") == "Learner"
    assert i18n.month(5) == "May"
    said = [i18n.ngettext("{n} række", "{n} rækker", count).format(n=count) for count in (0, 1, 2)]
    assert said == ["0 rows", "1 row", "2 rows"]


@pytest.mark.usefixtures("english")
def test_a_text_also_counted_is_said_without_a_number() -> None:
    assert i18n._("række") == "row"
