"""All rules together: order, and that none goes untested."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Any

import pytest

from mentorapp.alerts.all_alerts import RULES, check
from mentorapp.domain.ledger import build
from tests.builders import TODAY, amal, case, day, enrolment, hevin, maryam, oksana, schooling, with_rows, yusuf


def said(file: Any, today: Any = TODAY) -> list[tuple[str, str]]:
    return [(alert.id, alert.severity) for alert in check(file, build(file, today), today)]


@pytest.mark.parametrize(
    ("learner", "alerts"),
    [
        (amal, [("R10", "act"), ("R26", "soon"), ("R12", "soon"), ("R06", "info")]),
        (maryam, [("R49", "act"), ("R06", "info")]),
        (oksana, [("R10", "act"), ("R12", "soon"), ("R06", "info")]),
        (yusuf, []),
        (hevin, [("R39", "act"), ("R38", "soon")]),
    ],
)
def test_the_sample_learners(learner: Any, alerts: list[tuple[str, str]]) -> None:
    assert said(learner()) == alerts


def test_worst_first_then_by_date() -> None:
    rows = [schooling("amu", f"0{n}-06-2026", attended=5) for n in (3, 1, 2)]
    file = with_rows(amal(), schooling=(*amal().schooling, *rows))
    found = check(file, build(file, TODAY), TODAY)
    assert [alert.severity for alert in found] == ["act", "soon", "soon", "soon", "soon", "soon", "info"]
    dues = [alert.due for alert in found[1:-1]]
    assert dues == sorted(dues, key=lambda due: due or day("01-01-2100"))


def test_the_same_day_gives_the_same_list() -> None:
    assert check(amal(), build(amal(), TODAY), TODAY) == check(amal(), build(amal(), TODAY), TODAY)


def test_without_a_course_nothing_is_said() -> None:
    assert check(case(), None, TODAY) == []


def test_every_alert_is_complete() -> None:
    for file in (amal(), maryam(), oksana()):
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

    monkeypatch.setattr(permit, "_", {"Opholdskortet udløb {day}.": "The residence card expired {day}."}.get)
    file = maryam()
    ledger = build(file, TODAY)
    assert ledger is not None
    (alert,) = permit.permit_expires(file, ledger, TODAY)
    assert alert.text == "The residence card expired 11-10-2026."


def test_a_course_that_begins_tomorrow_already_lacks_a_plan() -> None:
    assert said(case(enrolment("23-11-2026"))) == [("R06", "soon"), ("R12", "soon")]
