"""Where practice happens: workplaces, their staff, and a learner's placement there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

SECTORS = {"municipal": "kommunal", "self_owned": "selvejende", "private": "privat"}
"""Sector of a site by key, in the field's words; bonus rules differ between them."""

PURPOSES = {
    "paid_hours": "opnå ordinære løntimer",
    "skills": "optræning af specifikke kompetencer",
    "clarification": "afklaring af job- eller uddannelsesmål",
}
"""The purposes of a company placement (BAB § 60, igu-domain section 2); another purpose is kept as it was written."""

ROLES = {
    "mentor": "mentor",
    "coordinator": "gennemførselsvejleder",
    "teacher": "lærer",
    "case_worker": "sagsbehandler",
}


@dataclass(frozen=True, slots=True)
class Site:
    """A workplace. CVR and P-number are text: leading zeros count."""

    TABLE: ClassVar = "site"
    id: str
    name: str
    cvr: str | None = None
    p_number: str | None = None
    sector: str | None = None
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """A member of staff somewhere: mentor, coordinator, teacher, case worker."""

    TABLE: ClassVar = "person"
    id: str
    name: str
    role: str | None = None
    site: str | None = None
    phone: str | None = None


@dataclass(frozen=True, slots=True)
class Placement:
    """An enrolment's time at a site, both days included; weekly practice in minutes."""

    TABLE: ClassVar = "placement"
    learner: bytes
    id: str
    enrolment: str
    site: str | None = None
    department: str | None = None
    mentor: str | None = None
    first_day: date | None = None
    last_day: date | None = None
    minutes_a_week: int | None = None
    purpose: str | None = None
    """Key of PURPOSES, or as it was written."""
    p_number: str | None = None
    """Where practice happens on another P-number than the site's."""
    weekdays: tuple[int, ...] = ()
    """ISO weekdays of practice, Monday = 1; empty: all that school and the week leave free."""
    hours_steps: tuple[str, ...] = ()
    """Rising hours: `2026-03-02=600` for 600 minutes a week from that day; before the first, `minutes_a_week`."""
    paid: bool | None = None
    """Paid hours beside a placement (småjob); None or False: practice."""
    stage: str | None = None
    """Key of the programme's stage this placement is."""
    special_need: str | None = None
    """Why a placement goes on beyond the ordinary limit of its group."""
