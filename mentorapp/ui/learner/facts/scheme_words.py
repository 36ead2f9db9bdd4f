"""What a scheme says besides its rule set: how long the placement may last, and the remarks of the day."""

from __future__ import annotations

from datetime import date

from mentorapp.alerts.placements import length, unsure
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.placement_limits import limit
from mentorapp.i18n import _, day


def scheme_notes(case: CaseFile, today: date) -> str:
    """The limit of the placement of `today`, with how sure it is, and the scheme's remarks; empty where none are."""
    programme, placement = case.programme, case.placement(today)
    if programme is None:
        return ""
    said = []
    bound = limit(case, placement, today) if placement else None
    if bound is not None:
        text = _("Praktikken må højst vare {longest}, til {day}.")
        if bound.unit == "months":
            text = _("Løntilskuddet må højst vare {longest}, til {day}.")
        said.append(text.format(longest=length(bound), day=day(bound.last_day)))
        if bound.doubt is None:  # else it is among the remarks
            said.append(unsure(bound))
    said += [_(remark.text) for remark in programme.remarks_on(today)]
    return " ".join(filter(None, said))
