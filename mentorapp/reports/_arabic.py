"""Arabic letters on paper: joined up and set from right to left, which reportlab does not do by itself.

Enough for names, words and sentences in Arabic, Dari and Persian. Letters that Unicode has no joined forms of
(some of Pashto and Sorani) stand apart. Order follows Unicode's bidirectional algorithm without embeddings.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import groupby

_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")
_FORM_BLOCKS = (range(0xFB50, 0xFE00), range(0xFE70, 0xFEFD))
_TATWEEL = "\u0640"
_NUMBERS = ("EN", "AN")


def has(text: str) -> bool:
    """Whether there are Arabic letters in `text`."""
    return _ARABIC.search(text) is not None


@cache
def _forms() -> dict[str, dict[str, str]]:
    """Letter (or lam and alef) → how it looks alone, first, in the middle and last; from Unicode's own tables."""
    forms: dict[str, dict[str, str]] = {}
    for block in _FORM_BLOCKS:
        for point in block:
            tag, _space, letters = unicodedata.decomposition(chr(point)).partition(" ")
            plain = "".join(chr(int(letter, 16)) for letter in letters.split())
            # Of the ligatures only lam with alef is required writing; the others are a matter of taste.
            if len(plain) == 1 or (len(plain) == 2 and plain[0] == "\u0644" and point >= 0xFEF5):
                forms.setdefault(plain, {}).setdefault(tag.strip("<>"), chr(point))
    return forms


def join(text: str) -> str:
    """`text`, still in reading order, with each Arabic letter in the form its neighbours give it."""
    forms = _forms()
    text = re.sub("\u0644[\u0622\u0623\u0625\u0627]", lambda found: _keep_ligature(found.group()), text)
    joined = []
    for place, letter in enumerate(text):
        plain = _LIGATURES.get(letter, letter)
        if plain not in forms:
            joined.append(letter)
            continue
        before = _neighbour(text, place, -1)
        after = _neighbour(text, place, 1)
        to_right = _joins_left(before) and "final" in forms[plain]
        to_left = "initial" in forms[plain] and _joins_right(after)
        form = {(0, 0): "isolated", (1, 0): "final", (0, 1): "initial", (1, 1): "medial"}[to_right, to_left]
        joined.append(forms[plain].get(form, letter))
    return "".join(joined)


# While joining, a ligature is one letter: private characters stand for the four of them.
_PRIVATE = {"\u0644\u0622": "\uf8f0", "\u0644\u0623": "\uf8f1", "\u0644\u0625": "\uf8f2", "\u0644\u0627": "\uf8f3"}
_LIGATURES = {private: plain for plain, private in _PRIVATE.items()}


def _keep_ligature(plain: str) -> str:
    return _PRIVATE[plain]


def _neighbour(text: str, place: int, step: int) -> str:
    """The next letter in a direction, over vowel marks, which do not part letters; empty at the ends."""
    place += step
    while 0 <= place < len(text) and unicodedata.category(text[place]) == "Mn":
        place += step
    return text[place] if 0 <= place < len(text) else ""


def _joins_left(letter: str) -> bool:
    """Whether a letter reaches out to the one that follows it."""
    return letter == _TATWEEL or "initial" in _forms().get(letter, {})


def _joins_right(letter: str) -> bool:
    """Whether a letter reaches back to the one before it."""
    return letter == _TATWEEL or "final" in _forms().get(_LIGATURES.get(letter, letter), {})


def ordered(text: str) -> str:
    """One line of `text` in the order it is drawn, from left to right; numbers keep their own order."""
    base, kinds = _classes(text)
    levels = []
    for kind in kinds:
        if base == 0:
            levels.append({"L": 0, "R": 1}.get(kind, 2))
        else:
            levels.append(1 if kind == "R" else 2)
    letters = [_mirrored(letter) if level % 2 else letter for letter, level in zip(text, levels, strict=True)]
    for lowest in range(max(levels, default=0), 0, -1):
        turned: list[tuple[str, int]] = []
        pairs = zip(letters, levels, strict=True)
        for high, run in groupby(pairs, key=lambda pair: pair[1] >= lowest):
            together = list(run)
            turned += reversed(together) if high else together
        letters, levels = [pair[0] for pair in turned], [pair[1] for pair in turned]
    return "".join(letters)


def _classes(text: str) -> tuple[int, list[str]]:
    """The line's own direction (0 left to right) and each letter's class: L, R, EN or AN."""
    kinds = [unicodedata.bidirectional(letter) or "L" for letter in text]
    strong = [kind for kind in kinds if kind in ("L", "R", "AL")]
    base = 1 if strong and strong[0] != "L" else 0
    direction = "R" if base else "L"
    last = direction
    for place, kind in enumerate(kinds):
        if kind == "NSM":
            kinds[place] = kind = kinds[place - 1] if place else direction
        if kind in ("L", "R", "AL"):
            last = kind
        elif kind == "EN" and last == "AL":
            kinds[place] = "AN"
    _separators(kinds)
    last = direction
    for place, kind in enumerate(kinds):
        kinds[place] = kind = {"AL": "R"}.get(kind, kind)
        if kind in ("L", "R"):
            last = kind
        elif kind == "EN" and last == "L":
            kinds[place] = "L"
    _neutrals(kinds, direction)
    return base, kinds


def _separators(kinds: list[str]) -> None:
    """A sign inside or beside a number belongs to it: 12-11, 7,4, 25 %."""
    for place in range(1, len(kinds) - 1):
        before, kind, after = kinds[place - 1 : place + 2]
        if before == after and ((kind == "ES" and before == "EN") or (kind == "CS" and before in _NUMBERS)):
            kinds[place] = before
    for places in (range(1, len(kinds)), range(len(kinds) - 2, -1, -1)):
        for place in places:
            beside = kinds[place - places.step]
            if kinds[place] == "ET" and beside == "EN":
                kinds[place] = "EN"


def _neutrals(kinds: list[str], direction: str) -> None:
    """Spaces and signs take the direction on both sides of them, or the line's where the sides differ."""
    known = ("L", "R", *_NUMBERS)
    place = 0
    while place < len(kinds):
        end = place
        while end < len(kinds) and kinds[end] not in known:
            end += 1
        if end > place:
            before = kinds[place - 1] if place else direction
            after = kinds[end] if end < len(kinds) else direction
            sides = {"L" if side == "L" else "R" for side in (before, after)}
            kinds[place:end] = [sides.pop() if len(sides) == 1 else direction] * (end - place)
        place = max(end, place + 1)


def _mirrored(letter: str) -> str:
    return {"(": ")", ")": "(", "[": "]", "]": "[", "<": ">", ">": "<", "«": "»", "»": "«"}.get(letter, letter)
