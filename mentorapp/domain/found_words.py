"""Whether a text has the words somebody types, however they write them: Danish letters count, accents do not."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence


def folded(text: str) -> str:
    """`text` in small letters without accents; å keeps its ring, for it is a letter of its own."""
    text = text.casefold()
    if text.isascii():
        return text
    kept = unicodedata.normalize("NFC", text).replace("å", "ꜳ")
    bare = "".join(letter for letter in unicodedata.normalize("NFD", kept) if not unicodedata.combining(letter))
    return unicodedata.normalize("NFC", bare).replace("ꜳ", "å")


def rank(words: Sequence[str], text: str) -> int | None:
    """How well folded `words` fit `text`: 0 where all begin a word of it, 1 where they stand in it, None where not."""
    return rank_folded(words, folded(text))


def rank_folded(words: Sequence[str], inside: str) -> int | None:
    """`rank` in a text that is folded already."""
    if not all(word in inside for word in words):
        return None
    return 0 if all(inside.startswith(word) or f" {word}" in inside for word in words) else 1
