"""What the columns of the learners' table become in a spreadsheet."""

from __future__ import annotations

from mentorapp.i18n import _
from mentorapp.ui.sheet_out import Parts, hours
from mentorapp.ui.status_words import state_of


def parts() -> Parts:
    """By key of column; made when asked, so that headings follow the language."""
    return {
        "name": ((_("Elev"), lambda e: e.name), (_("Ordning"), lambda e: e.programme)),
        "site": ((_("Praktiksted"), lambda e: e.site), (_("Afdeling"), lambda e: e.department)),
        "strip": ((_("Startdato"), lambda e: e.start), (_("Slutdato"), lambda e: e.end)),
        "school": (
            (_("Skoletimer deltaget"), lambda e: hours(e.attended)),
            (_("Skoletimer dokumenteret"), lambda e: hours(e.documented) if e.known else None),
            (_("Skoletimer krævet"), lambda e: hours(e.required)),
        ),
        "status": (
            (_("Status"), lambda e: state_of(e).text if e.known else None),
            (_("Mentor"), lambda e: e.mentor),
        ),
    }
