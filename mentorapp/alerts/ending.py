"""What is to be thought of as a course ends."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from mentorapp.alerts.alert import Alert
from mentorapp.alerts.sources import cited
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.ledger import Ledger
from mentorapp.i18n import _, day

FIGURE = "unemployment_fund_days"


def unemployment_fund(case: CaseFile, ledger: Ledger, today: date) -> Iterator[Alert]:
    """R34: around the (extended) end of an IGU, remind of a-kasse for those who have completed one (info).

    The right is Cabi's; the days before and after are not verified, and the alert says so. Quiet where the course
    was stopped.
    """
    rules, end = ledger.rule_set, ledger.end_extended
    days = rules.get(FIGURE) if rules else None
    enrolment = case.enrolment
    if days is None or end is None or enrolment is None or enrolment.outcome not in (None, "completed"):
        return
    if abs((today - end).days) > days:
        return
    yield Alert(
        case.learner.learner,
        "R34",
        "info",
        end + timedelta(days=days),
        _("Forløbet slutter {day}. En gennemført igu giver ret til at blive dimittend i en a-kasse.").format(
            day=day(end)
        )
        if today <= end
        else _("Forløbet sluttede {day}. En gennemført igu giver ret til at blive dimittend i en a-kasse.").format(
            day=day(end)
        ),
        _("Tal med eleven om a-kasse, og spørg a-kassen, hvornår der senest skal søges."),
        cited(rules, FIGURE),
    )
