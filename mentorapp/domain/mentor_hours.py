"""The hours spent of mentor support, laid beside what was granted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mentorapp.domain.mentor_support import MentorGrant, MentorTime


@dataclass(frozen=True, slots=True)
class MentorHours:
    """Minutes spent of each grant (by its id), and those given on days that no grant covers."""

    spent: Mapping[str, int]
    outside: int


def mentor_hours(grants: Iterable[MentorGrant], times: Iterable[MentorTime]) -> MentorHours:
    """Each day's minutes belong to the newest grant that covers the day; one without a last day runs on."""
    newest_first = sorted(grants, key=lambda grant: (grant.first_day, grant.id), reverse=True)
    spent = {grant.id: 0 for grant in newest_first}
    outside = 0
    for time in times:
        for grant in newest_first:
            if grant.first_day <= time.day and (grant.last_day is None or time.day <= grant.last_day):
                spent[grant.id] += time.minutes
                break
        else:
            outside += time.minutes
    return MentorHours(spent, outside)
