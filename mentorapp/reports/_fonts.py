"""The shipped fonts on paper, and which of them can write which letters."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from threading import Lock
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from mentorapp.errors import UserError
from mentorapp.i18n import _
from mentorapp.paths import RESOURCES
from mentorapp.reports import _arabic
from mentorapp.reports._look import tokens

_FILES = {400: "Regular", 500: "Medium", 600: "SemiBold"}
_MISSING = "\N{REPLACEMENT CHARACTER}"
_registering = Lock()


def main(weight: int = 400) -> str:
    """Registered name of the main font; the first call makes all shipped fonts known to reportlab."""
    _letters()
    return f"{tokens()['type']['families'][0]} {weight}"


@cache
def _letters() -> tuple[tuple[str | None, frozenset[str]], ...]:
    """What each family can write, in the order of fallback; the main family has no one name (three weights)."""
    family, ethiopic, arabic = tokens()["type"]["families"]
    with _registering:
        for weight, style in _FILES.items():
            _register(f"{family} {weight}", f"{family.replace(' ', '')}-{style}.ttf")
        # For whoever writes a Paragraph with <b> in it: without a family, reportlab falls back to Helvetica.
        pdfmetrics.registerFontFamily(
            f"{family} 400", f"{family} 400", f"{family} 600", f"{family} 400", f"{family} 600"
        )
        known: list[tuple[str | None, frozenset[str]]] = [(None, _writes(f"{family} 400"))]
        for name in (ethiopic, arabic):
            _register(name, f"{name.replace(' ', '')}-Regular.ttf")
            known.append((name, _writes(name)))
    return tuple(known)


def _register(name: str, file: str) -> None:
    try:
        pdfmetrics.registerFont(TTFont(name, str(RESOURCES / "fonts" / file)))
    except (TTFError, OSError) as fault:
        raise UserError(
            _("Skrifttypen {file} kan ikke læses. Dine data er urørte. Installér programmet igen.").format(file=file)
        ) from fault


def _writes(name: str) -> frozenset[str]:
    font: Any = pdfmetrics.getFont(name)
    return frozenset(map(chr, font.face.charToGlyph))


@cache
def _printable() -> frozenset[str]:
    """Every letter some shipped font has; formats such as joiners and direction marks have done their work."""
    letters = frozenset[str]().union(*(letters for _name, letters in _letters()))
    return frozenset(letter for letter in letters if unicodedata.category(letter) not in ("Cc", "Cf"))


def clean(text: str) -> str:
    """`text` as it can be printed: composed, Arabic joined up, no control characters, no boxes.

    A letter that none of the shipped fonts has becomes U+FFFD, which says that something is missing here.
    """
    if text.isascii() and text.isprintable():
        return text
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))
    if _arabic.has(text):
        text = _arabic.join(text)
    known = _printable()
    if known.issuperset(text):
        return text
    return "".join(letter if letter in known or letter == "\n" else _substitute(letter) for letter in text)


def _substitute(letter: str) -> str:
    # Marks and joiners without a glyph only change how a letter looks; alone they would be litter.
    return "" if unicodedata.category(letter) in ("Cc", "Cf", "Mn", "Me") else _MISSING


@lru_cache(maxsize=4000)
def pieces(text: str, font: str) -> tuple[tuple[str, str], ...]:
    """Cleaned `text` cut where the font must change: (font name, letters), in the order they are drawn."""
    families = _letters()
    own = families[0][1]
    if own.issuperset(text):
        return ((font, text),)
    if _arabic.has(text):
        text = _arabic.ordered(text)
    cut: list[tuple[str, str]] = []
    for letter in text:
        if letter == " " and cut:
            name = cut[-1][0]
        else:
            name = next((name or font for name, letters in families if letter in letters), font)
        if cut and cut[-1][0] == name:
            cut[-1] = (name, cut[-1][1] + letter)
        else:
            cut.append((name, letter))
    return tuple(cut)
