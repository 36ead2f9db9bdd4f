"""What the columns of a list are: its kind by the headings, and which field each column fills."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from mentorapp.errors import UserError
from mentorapp.i18n import _
from mentorapp.lists.cells.text import fold
from mentorapp.lists.synonyms import HEADINGS, REQUIRED

ColumnMap: TypeAlias = tuple[str | None, ...]
"""For each column the key of the field it fills, or None: not imported."""

KINDS = tuple(HEADINGS)
"""`learners`, `schooling`, `attendance`, `practice`, `monthsheet`."""

OWN_FORM = "monthsheet"
"""The kind the program makes itself; nobody writes its headings."""

_FIELDS = {
    kind: {fold(written): field for field, ways in fields.items() for written in ways}
    for kind, fields in HEADINGS.items()
}
_EVERY_HEADING = frozenset(heading for fields in _FIELDS.values() for heading in fields)


def is_heading(written: str) -> bool:
    """Whether some kind of list has a column of this heading."""
    return any(form in _EVERY_HEADING for form in _forms(written))


def guess(headings: Sequence[str], kind: str) -> ColumnMap:
    """Which field of `kind` each heading means. Of two headings for one field the first is taken."""
    fields = _FIELDS[kind]
    taken: set[str] = set()
    found: list[str | None] = []
    for heading in headings:
        field = next((fields[form] for form in _forms(heading) if form in fields), None)
        found.append(None if field in taken else field)
        if field:
            taken.add(field)
    return tuple(found)


def kind_of(headings: Sequence[str]) -> str | None:
    """The kind of list these headings belong to: the one that knows most of them; None where none fits.

    Where two know as many, the one that asks for more wins: `Navn, Fra, Til, Praktiktimer` are practice hours.
    """
    fitting: list[tuple[int, int, str]] = []
    for kind in KINDS:
        column_map = guess(headings, kind)
        if not _missing(column_map, kind):
            fitting.append((sum(1 for field in column_map if field), len(REQUIRED[kind]), kind))
    return max(fitting)[2] if fitting else None


def check(column_map: ColumnMap, kind: str, where: str) -> None:
    """`UserError` where a field that `kind` cannot do without has no column, or a field has two."""
    fields = [field for field in column_map if field]
    words = labels(kind)
    if twice := next((field for field in fields if fields.count(field) > 1), None):
        raise UserError(
            _("{where}: To kolonner er sat til {field}. Intet er ændret. Sæt den ene til Importeres ikke.").format(
                where=where, field=words[twice]
            )
        )
    if missing := _missing(column_map, kind):
        needed = ", ".join(_either(words, choice) for choice in missing)
        raise UserError(
            _("{where}: Kolonnen {field} mangler. Intet er ændret. Ret overskriften, eller vælg kolonnen selv.").format(
                where=where, field=needed
            )
        )


def unclear(where: str, headings: Sequence[str]) -> UserError:
    """The fault of a list whose kind cannot be seen: what was found, and what each kind needs."""
    found = ", ".join(heading for heading in headings if heading)
    found = found if len(found) <= 200 else found[:199] + "…"
    written = (kind for kind in KINDS if kind != OWN_FORM)
    needs = "; ".join(_("{list}: {headings}").format(list=kind_name(kind), headings=_needed(kind)) for kind in written)
    return UserError(
        _(
            "{where}: Det kan ikke ses, hvilken liste det er. Intet er ændret. Overskrifterne er: {found}. "
            "Der skal mindst stå – {needs}."
        ).format(where=where, found=found, needs=needs)
    )


def kind_name(kind: str) -> str:
    """What a list of `kind` is called."""
    return {
        "learners": _("elevliste"),
        "schooling": _("skoleplan"),
        "attendance": _("fremmødeliste"),
        "practice": _("praktiktimer"),
        "monthsheet": _("månedsark"),
    }[kind]


def _needed(kind: str) -> str:
    words = labels(kind)
    return ", ".join(_either(words, choice) for choice in REQUIRED[kind])


def _either(words: dict[str, str], choice: tuple[str, ...]) -> str:
    return _(" eller ").join(words[field] for field in choice)


def _missing(column_map: ColumnMap, kind: str) -> list[tuple[str, ...]]:
    return [choice for choice in REQUIRED[kind] if not any(field in choice for field in column_map)]


def _forms(heading: str) -> tuple[str, ...]:
    """The heading whole, and without what stands in brackets: `Praktiktimer (pr. uge)`."""
    before, bracket, _rest = heading.partition("(")
    return (fold(heading), fold(before)) if bracket and before.strip() else (fold(heading),)


def labels(kind: str) -> dict[str, str]:
    """What each field of `kind` is called, in the order they are offered."""
    who = {"name": _("Navn") if kind == "learners" else _("Elev"), "registration_number": _("CPR-nr."),
           "birth_date": _("Fødselsdato")}  # fmt: skip
    if kind == "learners":
        return {
            "name": who["name"], "given_name": _("Fornavn"), "family_name": _("Efternavn"), **who,
            "languages": _("Sprog"), "phone": _("Telefon"), "email": _("E-mail"),
            "first_danish_address": _("Første adresse i DK"), "permit_expires": _("Opholdskort udløber"),
            "programme": _("Ordning"), "start": _("Startdato"), "agreed_end": _("Aftalt slut"),
            "site": _("Praktiksted"), "cvr": _("CVR"), "p_number": _("P-nummer"), "sector": _("Sektor"),
            "address": _("Praktikstedets adresse"), "department": _("Afdeling"), "mentor": _("Mentor"),
            "mentor_phone": _("Mentors telefon"), "practice_minutes": _("Praktiktimer pr. uge"),
            "school_minutes": _("Skoletimer pr. uge"), "municipality": _("Bopælskommune"),
            "target_group": _("Målgruppe"), "team": _("Hold"), "purpose": _("Formål"),
            "signed_on": _("Underskrevet"), "arrived_on": _("Ankomst til kommunen"),
            "earlier_igu": _("Tidligere igu"), "earlier_job_ended_on": _("Tidligere ansættelse slut"),
            "danish_level": _("Danskniveau"), "exam": _("Prøve i Dansk"),
            "exam_passed_on": _("Prøve bestået den"), "leave_from": _("Orlov fra"), "leave_to": _("Orlov til"),
            "leave_kind": _("Orlovstype"), "remark": _("Bemærkning"),
        }  # fmt: skip
    if kind == "schooling":
        return who | {
            "type": _("Type"), "provider": _("Udbyder"), "title": _("Titel"), "code": _("Kursuskode"),
            "first_day": _("Fra"), "last_day": _("Til"), "starts_at": _("Start kl."), "ends_at": _("Slut kl."),
            "weekdays": _("Dage"), "planned_minutes": _("Planlagte timer"), "attended_minutes": _("Fremmødte timer"),
            "proof_on": _("Bevis modtaget"), "result": _("Resultat"), "cancelled": _("Aflyst"),
        }  # fmt: skip
    if kind == "attendance":
        return who | {
            "day": _("Dato"), "type": _("Type"), "title": _("Forløb"), "provider": _("Udbyder"),
            "minutes": _("Timer"), "lessons": _("Lektioner"), "status": _("Status"), "source": _("Kilde"),
        }  # fmt: skip
    if kind == "monthsheet":
        return {
            "weekday": _("Dag"), "day": _("Dato"), "planned": _("Planlagt"), "came": _("Kom som planlagt"),
            "minutes": _("Timer"), "absence": _("Fravær"), "remark": _("Bemærkning"),
        }  # fmt: skip
    return who | {
        "first_day": _("Fra"), "last_day": _("Til"), "worked_minutes": _("Arbejdede timer"),
        "paid_holiday_minutes": _("Ferie med løn"), "paid_sickness_minutes": _("Sygdom med løn"),
        "other_paid_minutes": _("Andet betalt fravær"), "source": _("Kilde"),
    }  # fmt: skip
