"""The small print of a monthly statement: what was assumed about the school hours, and what they count by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mentorapp.domain import assumptions as assumed
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.month_statement import MonthStatement
from mentorapp.domain.schooling import SCHOOL_TYPES
from mentorapp.domain.sentence import Sentence
from mentorapp.i18n import _
from mentorapp.reports._flow import CAPTION, Part, Text
from mentorapp.reports._look import px
from mentorapp.reports._small_print import factors
from mentorapp.reports._text import Style
from mentorapp.sentences import school_type

_LEAD = Style("label")
_ABOUT_SCHOOL = frozenset(
    {
        assumed.UNKNOWN_PROGRAMME, assumed.NO_RULE_SET, assumed.EXAM_DATE_UNKNOWN, assumed.FACTOR_UNSURE,
        assumed.FACTOR_MISSING, assumed.TYPE_NOT_COUNTED, assumed.ATTENDANCE_DIFFERS, assumed.PLAN_DIFFERS,
        assumed.HOURS_UNKNOWN, assumed.NOT_LINKED,
    }
)  # fmt: skip
"""What the ledger assumed that bears on a month of school."""


def month_small_print(case: CaseFile, told: MonthStatement) -> list[Part]:
    """Assumptions and sources; what is not verified says so."""
    parts: list[Part] = [_fine(_("Forudsat:"), list(dict.fromkeys(_assumed(case, told))))]
    sources = list(factors(case, told.ledger))
    if sources:
        parts.append(_fine(_("Kilder:"), sources))
    for part in parts[1:]:
        part.spaceBefore = px(4)
    return parts


def _assumed(case: CaseFile, told: MonthStatement) -> Iterator[str]:
    yield _("Timer er klokketimer; om en lektion på 45 minutter tæller som en time, er ikke bekræftet.")
    titles = {line.row.title or SCHOOL_TYPES.get(line.row.type, line.row.type) for line in told.lines if line.row}
    for said in told.ledger.assumptions:
        if not isinstance(said, Sentence) or said.message not in _ABOUT_SCHOOL:
            continue
        # That stated hours differ from the pattern matters where the pattern is printed.
        if said.message != assumed.PLAN_DIFFERS or said.values["title"] in titles:
            yield said.said(_)
    if not told.ledger.danish_counts:
        yield _("Prøve i Dansk er bestået før start, så danskuddannelse tæller ikke.")
    for row in told.undated:
        yield _("{title} har ingen datoer og er ikke med i måneden.").format(title=row.title or school_type(row.type))


def _fine(lead: str, sentences: Sequence[str]) -> Text:
    return Text((lead, _LEAD), (f" {' '.join(sentences)}", CAPTION))
