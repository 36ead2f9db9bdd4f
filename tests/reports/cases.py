"""Learners as a report meets them: the sample lists' people with workplaces, staff, titles and providers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from mentorapp.domain.case_file import CaseFile, Organisation
from mentorapp.domain.learner import LEARNER_ROW, LearnerPrivate
from mentorapp.domain.note import Note
from mentorapp.domain.placement import Person, Placement, Site
from mentorapp.store import programmes
from tests import builders
from tests.builders import LEARNER, day

SITES = {
    "lind": Site("lind", "Plejecenter Lindegården"),
    "fugl": Site("fugl", "Plejecenter Fuglsang"),
    "lys": Site("lys", "Plejecenter Søglimt"),
}
PEOPLE = {
    "birthe": Person("birthe", "Birthe Sørensen", "mentor", "lind"),
    "jens": Person("jens", "Jens Møller Åkjær", "mentor", "fugl"),
    "gitte": Person("gitte", "Gitte Ørsted-Hansen", "mentor", "lys"),
    "karin": Person("karin", "Karin Holst", "coordinator"),
}
STEPS = (
    "Undersøger to skoledage om ugen og fire uger mere med AMU",
    "Følges med eleven, når der skal gives besked om rødme, smerte og fald",
    "Øver 30 fagord til modultesten",
)


def note(text: str, kind: str = "talk", on: str = "12-11-2026", by: str | None = "birthe", **fields: Any) -> Note:
    return Note(LEARNER, f"note {on} {kind}", text, kind, day(on), by, **fields)


NOTES = (
    note(
        "Amal er tryg ved morgenplejen og siger selv til, når huden er rød. Hun vil gerne øve overlevering. "
        "Vi aftalte, at hun giver besked til aftenvagten hver tirsdag sammen med mig."
    ),
    note(
        "Skolen har ingen AMU-pladser før uge 50. Karin spørger på erhvervsskolen.", "agreement", "02-11-2026", "karin"
    ),
)


def _placed(
    case: CaseFile, name: str, site: str, department: str, mentor: str, born: str | None, **fields: str
) -> CaseFile:
    places = tuple(
        replace(place, site=site, department=department, mentor=mentor)
        for place in case.placements or (Placement(LEARNER, "place", builders.COURSE),)
    )
    private = LearnerPrivate(LEARNER, LEARNER_ROW, day(born), "680791-0001") if born else None
    return replace(
        case,
        learner=replace(case.learner, name=name, danish_level=fields.get("danish")),
        private=private,
        placements=places,
        enrolments=tuple(replace(one, municipality=fields.get("municipality")) for one in case.enrolments),
        organisation=Organisation(SITES, PEOPLE, programmes.load()),
    )


def _titled(case: CaseFile, *titles: tuple[str, str]) -> CaseFile:
    rows = tuple(
        replace(row, title=title, provider=provider, result="passed" if row.type == "amu" and row.proof_on else None)
        for row, (title, provider) in zip(case.schooling, titles, strict=True)
    )
    return replace(case, schooling=rows)


SOSU, LANGUAGE = "Social- og Sundhedsskolen", "LÆRDANSK"


def amal() -> CaseFile:
    case = _placed(
        builders.amal(), "Amal Idris Hamid", "lind", "Afd. Øst", "birthe", "08-07-1991",
        danish="DU2 modul 4", municipality="Herning",
    )  # fmt: skip
    return _titled(
        case,
        ("Praktisk hjælp til ældre", SOSU),
        ("DU2 modul 4", LANGUAGE),
        ("Personer med demens", SOSU),
        ("DU2 modul 5", LANGUAGE),
        ("Almen fødevarehygiejne", SOSU),
        ("Medvirken til rehabilitering", SOSU),
    )


def maryam() -> CaseFile:
    case = _placed(
        builders.maryam(), "Maryam Ahmadi", "lys", "Hus 2", "gitte", "17-06-1979",
        danish="DU1 modul 3", municipality="Ikast-Brande",
    )  # fmt: skip
    return _titled(case, ("DU1 modul 3", LANGUAGE), ("DU1 modul 4", LANGUAGE))


def rahel() -> CaseFile:
    case = _placed(builders.rahel(), "Rahel Tesfay", "fugl", "Afd. B", "jens", "01-12-1995", municipality="Herning")
    return _titled(case, ("Praktisk hjælp til ældre", SOSU), ("FVU-dansk trin 2", "VUC"), ("Personer med demens", SOSU))


def hevin() -> CaseFile:
    """Of a scheme whose rules the program does not know."""
    case = _placed(
        builders.hevin(),
        "Hevin Mustafa",
        "lind",
        "Afd. Øst",
        "birthe",
        None,
        danish="DU2 modul 3",
        municipality="Herning",
    )
    return _titled(case, ("DU2 modul 3", LANGUAGE))


TODAY: date = builders.TODAY
