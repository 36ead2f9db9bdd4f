"""How long all rules take for a learner with two years of daily attendance: they are asked again at every change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from mentorapp.alerts.alert import Rule
from mentorapp.alerts.all_alerts import RULES, every
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.ledger import Ledger, build
from tests.alerts.test_contact import note
from tests.bench.test_ledger_speed import daily_attendance, fastest_ms
from tests.builders import TODAY

AIM_MS = 16.0
"""One learner's ledger and alerts after an edit, so that the window never stutters."""


def test_the_ledger_and_every_rule(report: Callable[[str], None]) -> None:
    notes = tuple(replace(note("01-11-2026"), id=str(n), text="Et ganske almindeligt notat. " * 8) for n in range(200))
    file = replace(daily_attendance(), notes=notes)
    ledger = build(file, TODAY)
    assert ledger is not None
    alone = fastest_ms(lambda: build(file, TODAY), 100)
    rules = fastest_ms(lambda: every(file, ledger, TODAY), 100)
    by_rule = {number: fastest_ms(partial(_ask, rule, file, ledger), 50) for number, rule in RULES.items()}
    slowest = ", ".join(f"{number} {took:.2f}" for number, took in sorted(by_rule.items(), key=lambda one: -one[1])[:4])
    report(f"ledger {alone:.1f} ms, {len(RULES)} rules {rules:.1f} ms (aim {AIM_MS} together); slowest: {slowest}")


def _ask(rule: Rule, file: CaseFile, ledger: Ledger) -> None:
    for _alert in rule(file, ledger, TODAY):
        pass
