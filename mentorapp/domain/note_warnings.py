"""Words in a note that had better not stand there: a registration number, a diagnosis, a resident's name.

Only a reminder: what looks like a name may be none, and nothing is refused for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

NUMBER = re.compile(r"(?<!\d)(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])(?:0[1-9]|1[0-2])\d\d\s?[-–]?\s?\d{4}(?!\d)")
"""ddmmyy-nnnn, also without the hyphen; the day of a replacement number is 61–91."""

_NAME = r"[A-ZÆØÅ][a-zæøåéü]+(?:-[A-ZÆØÅ][a-zæøåéü]+)?"
_RESIDENT = re.compile(
    rf"(?<!\w)(?:(?:[Bb]eboer(?:en|s)?|[Bb]orger(?:en)?)\s+(?:(?:fru|hr\.?|frk\.?)\s+)?|"
    rf"(?:[Ff]ru|[Hh]r\.?|[Ff]rk\.?|[Ff]røken)\s+){_NAME}(?:\s+{_NAME})*"
)
"""`beboer Hansen`, `fru Jensen`, `hr. Olsen`: a capital letter after them begins a name."""

_ENDINGS = "s|e|es|t|n|en|ens|et|ets|er|ers|eren|erens|erne|ernes|ne|nes|r|rne|rnes|ske|sk"
"""Endings of Danish nouns and adjectives, as in `demensens`, `skizofrene`, `alkoholikeren`."""


SENTENCES = {
    "number": "Det ligner et CPR-nummer. Skriv det ikke i noter.",
    "diagnosis": "»{words}«: Diagnoser hører ikke til i noter. Skriv, hvad eleven øver eller har brug for.",
    "resident": "»{words}« ligner en beboers navn. Skriv »en beboer« i stedet.",
    "own": "»{words}« står på jeres egen liste over ord, der ikke hører til i noter.",
}
"""What is said of a reminder, by kind."""


@dataclass(frozen=True, slots=True)
class WordLists:
    """Words to remind of; `own` are those of this profile. `harmless` phrases hold a word without meaning a person."""

    diagnoses: tuple[str, ...] = ()
    harmless: tuple[str, ...] = ()
    own: tuple[str, ...] = ()


class Reminder(NamedTuple):
    """What was found: `number`, `diagnosis`, `resident` or `own`, and the words as they stand."""

    kind: str
    words: str


def find(text: str, lists: WordLists) -> list[Reminder]:
    """The first of each kind, the gravest first."""
    return [found for kind in (_number, _diagnosis, _resident, _own) if (found := next(kind(text, lists), None))]


def _number(text: str, _lists: WordLists) -> Iterator[Reminder]:
    return (Reminder("number", match[0]) for match in NUMBER.finditer(text))


def _diagnosis(text: str, lists: WordLists) -> Iterator[Reminder]:
    if not lists.diagnoses:
        return
    harmless = [match.span() for match in _any_of(lists.harmless, "").finditer(text)] if lists.harmless else []
    for match in _any_of(lists.diagnoses, _ENDINGS).finditer(text):
        if not any(first <= match.start() and match.end() <= last for first, last in harmless):
            yield Reminder("diagnosis", match[0])


def _resident(text: str, _lists: WordLists) -> Iterator[Reminder]:
    return (Reminder("resident", " ".join(match[0].split())) for match in _RESIDENT.finditer(text))


def _own(text: str, lists: WordLists) -> Iterator[Reminder]:
    if lists.own:
        yield from (Reminder("own", match[0]) for match in _any_of(lists.own, "").finditer(text))


@lru_cache(maxsize=16)
def _any_of(words: tuple[str, ...], endings: str) -> re.Pattern[str]:
    """Any of `words` as a whole word; one in capitals (KOL) only so, for in small letters it is another word.

    Genitives of abbreviations (KOL's) end the word at the apostrophe.
    """
    ending = f"(?:{endings})?" if endings else ""
    either = [re.escape(word) if word.isupper() else f"(?i:{re.escape(word)}{ending})" for word in words]
    return re.compile(rf"(?<!\w)(?:{'|'.join(either)})(?!\w)")
