"""Our own limits: their defaults, what an organisation may choose, and that no limit of the law is among them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mentorapp.alerts import thresholds
from mentorapp.alerts.all_alerts import RULES
from mentorapp.alerts.hours import behind_the_pace
from mentorapp.alerts.thresholds import THRESHOLDS, Threshold
from tests.alerts.saying import severities
from tests.builders import case, enrolment


@pytest.mark.parametrize(
    ("written", "in_force"),
    [("3", 3), ("23", 23), ("24", 2), ("0", 2), ("", 2), ("-1", 2), ("to", 2), ("2,5", 2), ("٣", 2)],
)
def test_what_is_written_counts_where_it_is_a_number_within_reason(written: str, in_force: int) -> None:
    assert thresholds.chosen({"alert.R10.soon": written}, "R10.soon") == in_force


def test_the_default_counts_where_nothing_is_written() -> None:
    assert thresholds.chosen({}, "R10.soon") == 2
    assert thresholds.limit(case(), "R10.act") == 4 and thresholds.limit(case(), "R50") == 0


def test_a_rule_follows_the_limit_of_the_organisation() -> None:
    file = case(enrolment("01-01-2026"))  # two school weeks behind on 5 March, see test_hours
    assert severities(behind_the_pace, file, "05-03-2026") == ["soon"]
    strict = replace(file, organisation=replace(file.organisation, settings={"alert.R10.act": "2"}))
    assert severities(behind_the_pace, strict, "05-03-2026") == ["act"]
    patient = replace(file, organisation=replace(file.organisation, settings={"alert.R10.soon": "3"}))
    assert severities(behind_the_pace, patient, "05-03-2026") == []


@pytest.mark.parametrize("threshold", THRESHOLDS.values(), ids=lambda threshold: threshold.key)
def test_every_limit_has_its_rule_its_words_and_a_default_within_reason(threshold: Threshold) -> None:
    assert threshold.rule in RULES
    assert thresholds.name(threshold.key) and thresholds.unit(threshold.key)
    assert threshold.default is None or 0 < threshold.default <= threshold.most


def test_only_two_rules_can_be_off() -> None:
    assert {threshold.key for threshold in THRESHOLDS.values() if threshold.default is None} == {"R50", "R51"}
