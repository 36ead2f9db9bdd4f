"""The small print of a report: what was assumed, and which figures of law it rests on, with their sources."""

from __future__ import annotations

from collections.abc import Iterator

from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.ledger import Ledger
from mentorapp.domain.programme import Figure
from mentorapp.i18n import _, day
from mentorapp.reports._flow import CAPTION, Part, Story, Text, section
from mentorapp.reports._look import px
from mentorapp.reports._page import room
from mentorapp.reports._text import Style
from mentorapp.sentences import assumed, school_type

_LEAD = Style("label")


def small_print(case: CaseFile, ledger: Ledger) -> Story:
    """Assumptions and sources; what is not verified says so."""
    parts: list[Part] = []
    for lead, sentences in (
        (_("Forudsat:"), list(dict.fromkeys([*assumed(ledger), *_danish(ledger)]))),
        (_("Kilder:"), list(_sources(case, ledger))),
    ):
        if sentences:
            part = Text((lead, _LEAD), (f" {' '.join(sentences)}", CAPTION))
            part.spaceBefore = px(4) if parts else 0
            parts.append(part)
    return section(_("Grundlag"), parts, room=room()) if parts else []


def _danish(ledger: Ledger) -> Iterator[str]:
    if not ledger.danish_counts:
        yield _("Prøve i Dansk er bestået før start, så danskuddannelse tæller ikke.")


def _sources(case: CaseFile, ledger: Ledger) -> Iterator[str]:
    """Each figure of the rule set that the report uses, then the factors of the types that occur."""
    if ledger.rule_set is None:
        return
    yield _("Regelsæt {key}, for forløb begyndt fra {day}.").format(
        key=ledger.rule_set.key, day=day(ledger.rule_set.starts_from)
    )
    figures = ledger.rule_set.figures
    for name, text in (
        ("school_weeks", _("{n} skoleuger")),
        ("hours_a_school_week", _("{n} timer i en skoleuge")),
        ("amu_weeks_after_exam", _("{n} uger AMU efter bestået Prøve i Dansk")),
        ("practice_hours_a_week", _("{n} timers praktik om ugen")),
        ("total_hours_a_week_most", _("Højst {n} timer om ugen i alt")),
    ):
        if name in figures and (name != "amu_weeks_after_exam" or ledger.amu_required):
            yield _sourced(text.format(n=figures[name].value), figures[name])
    yield from factors(case, ledger)


def factors(case: CaseFile, ledger: Ledger) -> Iterator[str]:
    """What an hour of each type that occurs counts, with source and how sure it is."""
    factors = case.programme.factors if case.programme else {}
    together: dict[tuple[str, str], list[str]] = {}
    for kind in dict.fromkeys(row.schooling.type for row in ledger.school_rows):
        if kind in factors:
            figure = factors[kind]
            said = _("{type} × {n}").format(type=school_type(kind), n=figure.value)
            together.setdefault((figure.source, figure.status), []).append(said)
    for (source, status), said_kinds in together.items():
        yield _sourced(
            _("Skoletimer tæller {factors}").format(factors=", ".join(said_kinds)), Figure(0, source, status)
        )


def _sourced(text: str, figure: Figure) -> str:
    if figure.status == "verified":
        return _("{text}: {source}.").format(text=text, source=figure.source)
    return _("{text}: {source} (ubekræftet).").format(text=text, source=figure.source)
