"""The words of the verbs that exchange with other machines."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

Verb = Callable[[str, str], argparse.ArgumentParser]
"""Makes a verb of a name and what it is told to do."""


def add(verb: Verb) -> None:
    """Add the verbs to a parser."""
    one = verb("invite", "invitér en mentor eller gennemførselsvejleder; viser de seks ord, der åbner invitationen")
    one.add_argument("name", metavar="NAVN")
    one.add_argument("--role", choices=("mentor", "coordinator"), default="mentor")
    one.add_argument("--learner", action="append", default=[], metavar="ELEV", help="følger eleven; kan gives igen")
    one.add_argument("--basis", metavar="TEKST", help="hvorfor vedkommende må have oplysningerne")
    one.add_argument("--out", type=Path, required=True, metavar="FIL")

    one = verb("accept", "tag imod en invitation, og skriv svaret")
    one.add_argument("file", type=Path, metavar="FIL")
    one.add_argument("--words", required=True, metavar="ORD", help="de seks ord, du har fået i telefonen")
    one.add_argument("--name", metavar="NAVN", help="dit navn, hvis programmet ikke kender det")
    one.add_argument("--out", type=Path, required=True, metavar="SVAR")

    one = verb("partner", "dem, der udveksles med: list dem, læs et svar, eller luk en adgang")
    one.add_argument("task", choices=("list", "add", "revoke"), metavar="list|add|revoke")
    one.add_argument("which", nargs="?", metavar="SVAR|NAVN", help="svarets fil (add) eller partnerens navn (revoke)")

    one = verb("send", "lav en fil til en partner (.pdf: et brev til sikker mail)")
    one.add_argument("partner", metavar="NAVN", help="partnerens navn eller id")
    one.add_argument("--out", type=Path, metavar="FIL", help="hvor; uden den lægges filen i den fælles postkasse")

    one = verb("preview", "vis, hvad en fil ville ændre")
    one.add_argument("file", type=Path, metavar="FIL")
    one.add_argument("--anyway", action="store_true", help="selv om filen er dateret langt ude i fremtiden")

    one = verb("receive", "læs en partners fil ind")
    one.add_argument("file", type=Path, metavar="FIL")
    one.add_argument("--learner", action="append", metavar="ELEV", help="kun denne elev; kan gives flere gange")
    one.add_argument("--removals", action="store_true", help="også når flere elever forsvinder på én gang")
    one.add_argument("--anyway", action="store_true", help="selv om filen er dateret langt ude i fremtiden")

    one = verb("erase", "slet en elev overalt; det kan ikke fortrydes")
    one.add_argument("learner", metavar="ELEV", help="fulde navn eller id")
