"""`report sheet LEARNER|SITE --out FILE.pdf|FILE.xlsx|FOLDER`: month sheets for mentors without the program."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from mentorapp.cli import learners, output
from mentorapp.domain import ledger as ledgers
from mentorapp.domain import month_sheet_words as words
from mentorapp.domain.case_file import CaseFile, Organisation
from mentorapp.domain.month_sheet import MonthSheet
from mentorapp.errors import UserError
from mentorapp.i18n import _, ngettext
from mentorapp.store.session import Session

ENDINGS = (".pdf", ".xlsx")


def check(out: Path) -> None:
    """Refuse a file that is neither PDF nor spreadsheet; a folder takes a spreadsheet for each learner."""
    if out.suffix.casefold() not in ENDINGS and not out.is_dir():
        raise UserError(
            _("Filens navn skal ende på .pdf eller .xlsx, eller det skal være en mappe, der findes. Intet er gemt.")
        )


def run(session: Session, arguments: argparse.Namespace) -> None:
    of, out = arguments.month or session.today, arguments.out
    if out.is_dir():
        written = list(_write_all(session, arguments.learner, of, out))
        if arguments.json:
            output.print_json({"files": [str(path) for path in written]})
        else:
            text = ngettext("{n} månedsark er gemt i {folder}.", "{n} månedsark er gemt i {folder}.", len(written))
            print(text.format(n=len(written), folder=out))
        return
    case = learners.find(session, arguments.learner)
    _write(session, _sheet(session, case, of), out)
    if arguments.json:
        output.print_json({"file": str(out)})
    else:
        print(_("Månedsarket til {name} er gemt som {file}.").format(name=case.learner.name, file=out))


def _write_all(session: Session, wanted: str, of: date, folder: Path) -> Iterator[Path]:
    """A spreadsheet for each learner of the site, or for the one learner named; numbered where initials are alike."""
    taken: set[Path] = set()
    for case in _of_site(session, wanted, of) or [learners.find(session, wanted)]:
        name, number = words.file_name(case.learner.name, of, ""), 1
        path = folder / f"{name}.xlsx"
        while path in taken:
            number += 1
            path = folder / f"{name}-{number}.xlsx"
        taken.add(path)
        _write(session, _sheet(session, case, of), path)
        yield path


def _of_site(session: Session, wanted: str, of: date) -> list[CaseFile]:
    """The learners who are at the site of this name at some time of the month, and have weeks in it."""
    site = _site(session.organisation, wanted)
    found = []
    for case in session.case_files() if site else ():
        try:
            told = _sheet(session, case, of)
        except UserError:
            continue  # no course, or none in this month
        days = (day.day for week in told.weeks for day in week.days)
        placed = (told.case.placement(day) for day in days)
        if any(place is not None and place.site == site for place in placed):
            found.append(case)
    if site and not found:
        raise UserError(
            _("{site} har ingen elever i {month}. Intet er gemt.").format(site=wanted, month=words.month_name(of))
        )
    return found


def _site(organisation: Organisation, wanted: str) -> str | None:
    """The id of the site called that; `UserError` where several are, with what tells them apart."""
    named = " ".join(wanted.split()).casefold()
    names = organisation.site_names
    exact = [site for site, name in names.items() if name.casefold() == named]
    found = exact or [site.id for site in organisation.sites.values() if site.name.casefold() == named]
    if len(found) > 1:
        choices = "; ".join(names[site] for site in found)
        raise UserError(
            _("Flere praktiksteder hedder {name}: {choices}. Skriv hele navnet. Intet er gemt.").format(
                name=wanted, choices=choices
            )
        )
    return found[0] if found else None


def _sheet(session: Session, case: CaseFile, of: date) -> MonthSheet:
    from mentorapp.reports import month_sheet

    return month_sheet.sheet(case, ledgers.build(case, session.today), of)


def _write(session: Session, told: MonthSheet, path: Path) -> None:
    from mentorapp.reports import month_sheet

    if path.suffix.casefold() == ".pdf":
        title = month_sheet.document_title(told.case, told.month)
        content = month_sheet.to_bytes(month_sheet.build(told), title, month_sheet.foot(session.today))
    else:
        from mentorapp.lists import month_sheet_out

        content = month_sheet_out.write(told)
    month_sheet.save(content, path)
