"""`put-off LEARNER RULE --until DAY --reason TEXT`: hide an alert until a day; `undo` brings it back."""

from __future__ import annotations

import argparse

from mentorapp.alerts import all_alerts, put_off
from mentorapp.alerts.alert import Alert
from mentorapp.cli import learners, output
from mentorapp.domain import ledger as ledgers
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.change import creation
from mentorapp.errors import Refused
from mentorapp.i18n import _, day
from mentorapp.store.session import Session


def run(session: Session, arguments: argparse.Namespace) -> None:
    case = learners.find(session, arguments.learner)
    alert = _wanted(session, case, arguments.rule.upper(), arguments.subject)
    store = session.store
    mark = put_off.mark(alert, arguments.until, arguments.reason, session.today, store.local("name"))
    store.record(creation(mark), _("Udsat påmindelse"))
    if arguments.json:
        answer = {"learner": case.learner.name, "id": mark.rule, "subject": mark.subject}
        output.print_json(answer | {"until": mark.until.isoformat(), "reason": mark.reason})
    else:
        print(
            _("{rule} om {name} er udsat til {day}.").format(
                rule=mark.rule, name=case.learner.name, day=day(mark.until)
            )
        )


def _wanted(session: Session, case: CaseFile, rule: str, subject: str | None) -> Alert:
    """The alert of `rule` (about the row `subject`, where it speaks of several); put off already or not."""
    today = session.today
    said = [alert for alert in all_alerts.every(case, ledgers.build(case, today), today) if alert.id == rule]
    found = [alert for alert in said if subject is None or alert.subject == subject]
    if not found:
        raise Refused(
            _("{rule} siger intet om {name} i dag. Intet er ændret.").format(rule=rule, name=case.learner.name)
        )
    if len(found) > 1:
        subjects = ", ".join(alert.subject for alert in found)
        raise Refused(
            _("{rule} siger flere ting om {name}. Vælg én med --subject: {subjects}.").format(
                rule=rule, name=case.learner.name, subjects=subjects
            )
        )
    return found[0]
