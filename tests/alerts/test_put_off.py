"""Alerts put off: until when, by whom, and what brings them back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from mentorapp.alerts import all_alerts, put_off
from mentorapp.alerts.alert import Alert
from mentorapp.domain.alert_mark import AlertMark
from mentorapp.domain.case_file import CaseFile
from mentorapp.errors import Refused
from tests.alerts.saying import ledger_of
from tests.builders import LEARNER, TODAY, amal, case, day

OWN = Alert(LEARNER, "R10", "soon", None, "Bagud.", "Gør noget.", "Egen grænse")
LEGAL = replace(OWN, id="R14", severity="act")


def marked(alert: Alert, until: str, severity: str | None = None) -> CaseFile:
    made = put_off.mark(alert, day(until), "Aftalt på mødet", TODAY)
    return replace(case(), alert_marks=(replace(made, severity=severity or made.severity),))


def hidden(file: CaseFile, alert: Alert, today: str) -> bool:
    open_ones, away = put_off.split(file, [alert], day(today))
    assert len(open_ones) + len(away) == 1
    return bool(away)


def test_it_is_hidden_to_the_end_of_the_day_and_then_comes_back() -> None:
    file = marked(OWN, "29-11-2026")
    assert hidden(file, OWN, "22-11-2026")
    assert hidden(file, OWN, "29-11-2026")
    assert not hidden(file, OWN, "30-11-2026")


def test_it_comes_back_at_once_when_it_has_become_worse() -> None:
    file = marked(OWN, "29-11-2026")
    assert not hidden(file, replace(OWN, severity="act"), "23-11-2026")
    assert hidden(file, replace(OWN, severity="info"), "23-11-2026")
    assert not hidden(marked(OWN, "29-11-2026", severity="grave"), OWN, "23-11-2026")


def test_it_is_one_of_many() -> None:
    one, other = replace(OWN, id="R26", subject="a"), replace(OWN, id="R26", subject="b")
    file = marked(one, "29-11-2026")
    assert put_off.split(file, [one, other], TODAY) == ([other], [put_off.PutOff(one, file.alert_marks[0])])
    assert not hidden(file, OWN, "22-11-2026")


def test_the_mark_says_what_is_put_off_why_and_by_whom() -> None:
    made = put_off.mark(replace(OWN, subject="a"), day("29-11-2026"), "  Venter\n på skolen ", TODAY, "Karin Holst")
    assert made == AlertMark(LEARNER, "R10/a", "R10", day("29-11-2026"), "Venter på skolen", "a", "soon", "Karin Holst")
    assert put_off.mark(OWN, TODAY, "x", TODAY).id == "R10/-"


@pytest.mark.parametrize(("alert", "days"), [(LEGAL, 14), (OWN, 366), (replace(LEGAL, severity="soon"), 366)])
def test_the_last_day_that_is_taken(alert: Alert, days: int) -> None:
    last = TODAY + timedelta(days=days)
    assert put_off.latest(alert, TODAY) == last
    assert put_off.mark(alert, last, "Aftalt", TODAY).until == last
    with pytest.raises(Refused, match="højst udsættes"):
        put_off.mark(alert, last + timedelta(days=1), "Aftalt", TODAY)


def test_a_reason_and_a_day_to_come_are_asked_for() -> None:
    with pytest.raises(Refused, match="hvorfor"):
        put_off.mark(OWN, day("29-11-2026"), "  ", TODAY)
    with pytest.raises(Refused, match="Dagen er gået"):
        put_off.mark(OWN, day("21-11-2026"), "Aftalt", TODAY)


def test_what_is_put_off_is_still_known() -> None:
    file = amal()
    every = all_alerts.every(file, ledger_of(file), TODAY)
    (pace,) = [alert for alert in every if alert.id == "R10"]
    file = replace(file, alert_marks=(put_off.mark(pace, day("29-11-2026"), "Aftalt", TODAY),))
    assert all_alerts.every(file, ledger_of(file), TODAY) == every
    assert all_alerts.check(file, ledger_of(file), TODAY) == [alert for alert in every if alert is not pace]


def test_every_legal_rule_has_a_number() -> None:
    numbers = {f"R{n:02}" for n in range(1, 53)}
    assert numbers >= put_off.LEGAL
