"""The command line's words: one parser for the window and every verb."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from mentorapp import __version__
from mentorapp.cli import exchange_arguments
from mentorapp.paths import default_profile

EVERY_FIGURE = "*"
"""What `--why` stands for without a figure's name."""

LIST_KINDS = ("learners", "schooling", "attendance", "practice", "monthsheet")


def parse(words: Sequence[str]) -> argparse.Namespace:
    """What was asked. Wrong usage ends the program with status 2, as everywhere on a command line."""
    parser = argparse.ArgumentParser(
        prog="mentorapp", description="Følger elever på IGU og andre forløb. Uden verbum åbnes vinduet."
    )
    parser.add_argument("--version", action="version", version=f"mentorapp {__version__}")
    parser.add_argument("--demo", action="store_true", help="åbn vinduet med eksempler i en midlertidig mappe")
    _everywhere(parser, default=True)
    verbs = parser.add_subparsers(dest="verb", metavar="VERBUM")

    verb = _verb(verbs, "import", "læs en liste ind (.csv eller .xlsx)")
    verb.add_argument("file", type=Path, metavar="FIL")
    verb.add_argument("--kind", choices=LIST_KINDS, help="hvad listen indeholder, hvis det ikke kan ses")
    told = "hvem et månedsark uden sit skjulte mærke er om: fulde navn eller id"
    verb.add_argument("--learner", metavar="ELEV", help=told)
    verb.add_argument("--dry-run", action="store_true", help="vis, hvad der ville ske, uden at gemme")

    _verb(verbs, "list", "elever med status")

    verb = _verb(verbs, "case", "en elevs tal")
    verb.add_argument("learner", metavar="ELEV", help="fulde navn eller id")
    told = "hvorfor tallene er, som de er: alle eller ét (f.eks. gap_weeks)"
    verb.add_argument("--why", nargs="?", const=EVERY_FIGURE, metavar="TAL", help=told)

    verb = _verb(verbs, "alerts", "hvad der skal gøres")
    verb.add_argument("learner", metavar="ELEV", nargs="?", help="fulde navn eller id")
    verb.add_argument("--put-off", action="store_true", help="vis i stedet det, der er udsat")

    verb = _verb(verbs, "put-off", "udsæt en påmindelse")
    verb.add_argument("learner", metavar="ELEV", help="fulde navn eller id")
    verb.add_argument("rule", metavar="REGEL", help="reglens nummer, fx R10")
    verb.add_argument("--until", type=_day, required=True, metavar="ÅÅÅÅ-MM-DD", help="den sidste dag, den er skjult")
    verb.add_argument("--reason", required=True, metavar="TEKST", help="hvorfor")
    verb.add_argument("--subject", metavar="ID", help="rækken, hvis reglen siger flere ting")

    verb = _verb(verbs, "note", "skriv et notat")
    verb.add_argument("learner", metavar="ELEV", help="fulde navn eller id")
    verb.add_argument("text", metavar="TEKST")
    verb.add_argument("--kind", choices=("week", "talk", "agreement", "other"), default="week")
    verb.add_argument("--visibility", choices=("team", "confidential"), default="team")

    verb = _verb(verbs, "report", "skriv en rapport som PDF, eller et månedsark som PDF eller regneark")
    verb.add_argument("report", metavar="RAPPORT", choices=("progress", "month", "sheet"))
    told = "fulde navn eller id; til månedsark også et praktiksted, så --out er en mappe til et ark pr. elev"
    verb.add_argument("learner", metavar="ELEV", help=told)
    verb.add_argument("--month", type=_month, metavar="ÅÅÅÅ-MM", help="måneden; uden den er det måneden i dag")
    verb.add_argument("--out", type=Path, required=True, metavar="FIL.pdf|FIL.xlsx|MAPPE")

    verb = _verb(verbs, "plan", "se, hvad et kursus gør ved planen, og læg det ind")
    verb.add_argument("learner", metavar="ELEV", help="fulde navn eller id")
    verb.add_argument("--type", required=True, metavar="TYPE", help="fx AMU eller danskuddannelse")
    verb.add_argument("--from", dest="first", required=True, metavar="DATO")
    verb.add_argument("--to", dest="last", required=True, metavar="DATO")
    verb.add_argument("--days", default="", metavar="DAGE", help="fx man-fre eller tir,tor")
    verb.add_argument("--time", default="", metavar="TID", help="fx 08:00-15:24")
    verb.add_argument("--hours", default="", metavar="TIMER", help="planlagte timer, hvis de er aftalt")
    verb.add_argument("--title", default="", metavar="TITEL")
    verb.add_argument("--provider", default="", metavar="UDBYDER")
    verb.add_argument("--dry-run", action="store_true", help="vis, hvad der ville ske, uden at gemme")

    verb = _verb(verbs, "confirm", "bekræft praktikken i en uge eller en måned som planlagt")
    verb.add_argument("learner", metavar="ELEV", help="fulde navn eller id")
    verb.add_argument("span", metavar="UGE|MÅNED", help="fx 2026-W47 eller 2026-11")
    verb.add_argument(
        "--except", dest="deviations", action="append", default=[], metavar="DAG=SLAGS[:TIMER]",
        help="en dag, der gik anderledes: tir=syg, 2026-11-19=ferie, tor=fremmødt:5",
    )  # fmt: skip

    verb = _verb(verbs, "months", "måneder med skole, der ikke er søgt for")
    verb.add_argument("learner", metavar="ELEV", help="fulde navn eller id")
    verb.add_argument("--handed-in", type=_month, metavar="ÅÅÅÅ-MM", help="månedens ansøgning er indsendt")
    verb.add_argument("--on", type=_day, metavar="ÅÅÅÅ-MM-DD", help="hvornår den blev indsendt; ellers i dag")

    verb = _verb(verbs, "export", "gem elever som regneark (.xlsx) eller skoledage og møder som kalender (.ics)")
    verb.add_argument("file", type=Path, metavar="FIL.xlsx|FIL.ics")
    verb.add_argument("--learner", action="append", metavar="ELEV", help="kun denne elev; kan gives flere gange")
    verb.add_argument("--names", action="store_true", help="fulde navne og dagsordener i kalenderen; ellers initialer")

    exchange_arguments.add(lambda name, told: _verb(verbs, name, told))

    _verb(verbs, "undo", "fortryd det seneste")
    verb = _verb(verbs, "backup", "lav en sikkerhedskopi nu")
    verb.add_argument("--out", type=Path, metavar="FIL", help="hvor; ellers i mappen med sikkerhedskopier")

    verb = _verb(verbs, "restore", "hent en sikkerhedskopi; det, den erstatter, gemmes")
    verb.add_argument("file", type=Path, metavar="FIL")
    verb.add_argument("--dry-run", action="store_true", help="vis, hvad der ville gå tabt, uden at ændre noget")
    verb.add_argument("--rescue", action="store_true", help="tag det med, der stadig kan læses i beskadigede data")

    _verb(verbs, "check", "efterse dataene")
    opened = None if verbs.choices.keys() & set(words) else next(filter(_is_file, words), None)
    arguments = parser.parse_args([word for word in words if word is not opened])
    arguments.file = arguments.file if "file" in arguments else Path(opened) if opened else None
    return arguments


def _verb(verbs: argparse._SubParsersAction[argparse.ArgumentParser], name: str, told: str) -> argparse.ArgumentParser:
    verb = verbs.add_parser(name, help=told, description=told)
    _everywhere(verb, default=False)
    verb.add_argument("--json", action="store_true", help="svar som JSON")
    return verb


def _everywhere(parser: argparse.ArgumentParser, default: bool) -> None:
    """Options that may stand before the verb or after it; only the first place has defaults, or it would win."""
    unset = argparse.SUPPRESS
    parser.add_argument(
        "--profile", type=Path, default=default_profile() if default else unset, metavar="MAPPE", help="mappe med data"
    )
    told = "regn, som om det var denne dag"
    parser.add_argument("--today", type=_day, default=None if default else unset, metavar="ÅÅÅÅ-MM-DD", help=told)


def _is_file(word: str) -> bool:
    """Whether a word is a file that was double-clicked, as a system starts the program with it."""
    return not word.startswith("-") and Path(word).is_file()


def _month(text: str) -> date:
    """The first day of `2026-11`."""
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError as fault:
        raise argparse.ArgumentTypeError(f"{text} er ikke en måned som 2026-11") from fault


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as fault:
        raise argparse.ArgumentTypeError(f"{text} er ikke en dato som 2026-11-22") from fault
