"""All rules together: order, and that none goes untested."""

from __future__ import annotations

import ast
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from mentorapp.alerts.alert import SEVERITIES
from mentorapp.alerts.all_alerts import RULES, SAID_BY, WAITING, check, without_repeats
from mentorapp.domain.ledger import build
from tests.builders import TODAY, amal, case, enrolment, hevin, maryam, oksana, rahel, schooling, with_rows, yusuf


def said(file: Any, today: Any = TODAY) -> list[tuple[str, str]]:
    return [(alert.id, alert.severity) for alert in check(file, build(file, today), today)]


@pytest.mark.parametrize(
    ("learner", "alerts"),
    [
        (amal, "R25 act, R09 act, R10 act, R26 soon, R43 soon, R44 soon, R28 soon, R11 soon, R12 soon, R06 info"),
        (maryam, "R49 act, R25 act, R14 act, R43 soon, R44 soon, R18 soon, R06 info"),
        (oksana, "R25 act, R09 act, R10 act, R13 act, R43 soon, R44 soon, R11 soon, R12 soon, R06 info"),
        (rahel, "R08 act"),
        (yusuf, ""),
        (hevin, "R39 act, R43 soon, R38 soon, R44 info"),
    ],
)
def test_the_sample_learners(learner: Any, alerts: str) -> None:
    assert ", ".join(f"{number} {severity}" for number, severity in said(learner())) == alerts


def test_worst_first_then_by_date() -> None:
    rows = [schooling("amu", f"0{n}-06-2026", attended=5) for n in (3, 1, 2)]
    file = with_rows(amal(), schooling=(*amal().schooling, *rows))
    found = check(file, build(file, TODAY), TODAY)
    keys = [(SEVERITIES.index(alert.severity), alert.due or date.max, alert.id) for alert in found]
    assert keys == sorted(keys) and len({alert.severity for alert in found}) > 1
    assert sum(alert.id == "R26" for alert in found) == 4


def test_the_same_day_gives_the_same_list() -> None:
    assert check(amal(), build(amal(), TODAY), TODAY) == check(amal(), build(amal(), TODAY), TODAY)


def test_without_a_course_nothing_is_said() -> None:
    assert check(case(), None, TODAY) == []


def test_every_alert_is_complete() -> None:
    for file in (amal(), maryam(), oksana(), rahel(), hevin()):
        for alert in check(file, build(file, TODAY), TODAY):
            assert alert.text.endswith(".") and alert.todo.endswith(".") and alert.source
            assert "{" not in alert.text + alert.todo + alert.source


def test_every_rule_is_numbered_in_its_docstring() -> None:
    for number, rule in RULES.items():
        assert (rule.__doc__ or "").startswith(f"{number}: ")


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_its_last_quiet_and_first_loud_day_tested(rule: str) -> None:
    wanted = re.compile(rf"test_{rule.lower()}_last_quiet_day_and_first_loud_day\w*")
    assert any(wanted.fullmatch(name) for name in names_of_tests()), f"{rule} has no such test"


def names_of_tests() -> set[str]:
    trees = (ast.parse(path.read_text("utf-8")) for path in Path(__file__).parent.glob("test_*.py"))
    return {node.name for tree in trees for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_an_alert_speaks_the_language_in_use(monkeypatch: pytest.MonkeyPatch) -> None:
    from mentorapp.alerts import permit

    english = {"Opholdskortet udløb {day}.": "The residence card expired {day}."}
    monkeypatch.setattr(permit, "_", lambda text: english.get(text, text))
    file = maryam()
    ledger = build(file, TODAY)
    assert ledger is not None
    (alert,) = permit.permit_expires(file, ledger, TODAY)
    assert alert.text == "The residence card expired 11-10-2026."


def test_a_course_that_begins_tomorrow_already_lacks_a_plan() -> None:
    assert said(case(enrolment("23-11-2026"))) == [("R14", "act"), ("R06", "soon"), ("R12", "soon")]


def test_every_rule_of_the_report_has_its_place() -> None:
    report = {f"R{n:02}" for n in range(1, 53)}
    assert report == RULES.keys() | WAITING and not RULES.keys() & WAITING
    assert RULES.keys() >= SAID_BY.keys() | {other for others in SAID_BY.values() for other in others}


def test_a_short_list_leaves_out_what_a_graver_alert_says() -> None:
    found = check(amal(), build(amal(), TODAY), TODAY)
    assert [alert.id for alert in without_repeats(found)] == ["R25", "R09", "R10", "R26", "R43", "R44", "R28", "R06"]
    milder = [alert for alert in found if alert.id != "R09"]
    assert {"R11", "R12"} <= {alert.id for alert in without_repeats(milder)}
    graver = [alert for alert in found if alert.id == "R09"]
    assert not {"R11", "R12"} & {alert.id for alert in without_repeats(milder, graver)}
