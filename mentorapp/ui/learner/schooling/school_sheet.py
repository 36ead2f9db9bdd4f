"""What the columns of the schooling table become in a spreadsheet."""

from __future__ import annotations

from mentorapp.i18n import _
from mentorapp.sentences import result, school_type
from mentorapp.ui.learner.schooling.school_line import proof, short_weekdays
from mentorapp.ui.sheet_out import Parts, hours


def parts() -> Parts:
    """By key of column; made when asked, so that headings follow the language."""
    return {
        "type": ((_("Type"), lambda line: school_type(line.row.type)),),
        "title": (
            (_("Kursus"), lambda line: line.row.title),
            (_("Udbyder"), lambda line: line.row.provider),
            (_("Kode"), lambda line: line.row.code),
        ),
        "period": (
            (_("Første dag"), lambda line: line.row.first_day),
            (_("Sidste dag"), lambda line: line.row.last_day),
            (_("Aflyst"), lambda line: _("ja") if line.row.cancelled else None),
        ),
        "pattern": (
            (_("Ugedage"), lambda line: short_weekdays(line.row.weekdays)),
            (_("Fra kl."), lambda line: line.row.starts_at),
            (_("Til kl."), lambda line: line.row.ends_at),
        ),
        "planned": ((_("Timer planlagt"), lambda line: hours(line.planned)),),
        "attended": ((_("Timer deltaget"), lambda line: hours(line.attended)),),
        "proof": ((_("Bevis"), proof), (_("Bevis set"), lambda line: line.row.proof_on)),
        "result": ((_("Resultat"), lambda line: result(line.row.result)),),
    }
