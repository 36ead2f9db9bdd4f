"""Which figure an alert rests on, where it rests on one, so that who reads it can see how it was reckoned."""

from __future__ import annotations

from collections.abc import Mapping

FIGURES: Mapping[str, str] = {
    "R01": "rule_set",
    "R07": "end",
    "R08": "counted_hours",
    "R09": "forecast_school_weeks",
    "R10": "gap_weeks",
    "R11": "needed_hours_per_week",
    "R12": "forecast_school_weeks",
    "R13": "amu_hours",
    "R14": "amu_hours",
    "R16": "practice_hours_per_week",
    "R17": "total_hours_per_week",
    "R18": "total_hours_per_week",
    "R19": "reachable",
    "R23": "latest_lawful_end",
    "R24": "counted_hours",
    "R26": "proof_gap_hours",
}
"""A rule's number, and the name its figure has in `domain/why/answers.py`."""
