"""Månedsopgørelse: the teaching of one month, for the learner's monthly application for allowance and travel."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from reportlab.platypus import CondPageBreak

from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.ledger import Ledger
from mentorapp.domain.month_lines import Line
from mentorapp.domain.month_statement import MonthStatement, statement
from mentorapp.errors import UserError
from mentorapp.i18n import _, day, hours, month, ngettext, weeks
from mentorapp.reports._closing import Signatures
from mentorapp.reports._flow import BODY, CAPTION, STRONG, Part, Statement, Story, Text, gap, section
from mentorapp.reports._head import Facts, Head
from mentorapp.reports._look import px
from mentorapp.reports._month_small_print import month_small_print
from mentorapp.reports._month_table import month_table, status
from mentorapp.reports._page import room, save, to_bytes, write
from mentorapp.reports._totals import Figures, Total
from mentorapp.reports._who import course_line, only_coordinator
from mentorapp.sentences import exam, required_weeks

__all__ = ["build", "document_title", "foot", "save", "title", "to_bytes", "write"]


def title() -> str:
    """The report's name, for menus and above the learner's name."""
    return _("Månedsopgørelse")


def document_title(case: CaseFile, of: date) -> str:
    """What the file and its pages are called; `of` is a day of the month."""
    return f"{title()} · {_named(of)} · {case.learner.name}"


def foot(today: date) -> str:
    """The line below every page: the figures' date and where they come from."""
    return _("Opgjort {day} i Mentorapp af skolens lister, udskrifter og beviser").format(day=day(today))


def build(case: CaseFile, ledger: Ledger | None, of: date, *, coordinator: str = "") -> Story:
    """What stands on the pages for the calendar month of `of`. Equal arguments give an equal statement.

    `ledger` is that of `case`; without one, or outside the course, there is nothing to state: a `UserError`.
    """
    told = statement(case, ledger, of) if ledger is not None else None
    if told is None or ledger is None:
        raise UserError(
            _("{name} har intet forløb endnu, så der er ingen månedsopgørelse. Læg et forløb ind på elevens side.")
            .format(name=case.learner.name)
        )  # fmt: skip
    end = ledger.end_extended or ledger.end
    if not told.lines and (told.last < ledger.start or (end is not None and told.first > end)):
        raise UserError(
            _("{month} ligger uden for forløbet, så der er intet at opgøre. Vælg en anden måned.").format(
                month=_named(of).capitalize()
            )
        )
    coordinator = coordinator or only_coordinator(case)
    story: Story = [_head(case, told), gap(18), Facts(_facts(case, told, coordinator))]
    story += section(_("Måneden"), [Figures(_figures(told))], room=room())
    story += _teaching(told)
    story += _days_and_absence(told)
    story += _since(told)
    signatures = Signatures(
        [(_("Elev"), case.learner.name), (_("For skolen"), ""), (_("Gennemførselsvejleder"), coordinator)]
    )
    small_print = month_small_print(case, told)
    # Nobody signs a sheet that holds nothing but signatures.
    together = px(48) + sum(part.least(room()) for part in (*small_print, signatures))
    return [*story, CondPageBreak(together), *section(_("Grundlag"), small_print, room=room()), signatures]


def _named(of: date) -> str:
    """`november 2026`."""
    return f"{month(of.month)} {of.year}"


def _head(case: CaseFile, told: MonthStatement) -> Head:
    about = course_line(case, told.ledger, min(told.last, told.ledger.today))
    return Head(title(), _named(told.first).capitalize(), case.learner.name, about)


def _facts(case: CaseFile, told: MonthStatement, coordinator: str) -> list[tuple[str, str]]:
    """Never the registration number: the statement leaves the house."""
    enrolment, unknown = case.enrolment, _("ikke oplyst")
    facts = []
    if case.private is not None and case.private.birth_date is not None:
        facts.append((_("Født"), day(case.private.birth_date)))
    facts += [
        (_("Kommune"), (enrolment.municipality if enrolment else None) or unknown),
        (_("Gennemførselsvejleder"), coordinator or unknown),
        (_("Prøve i Dansk"), exam(case.learner.exam, case.learner.exam_passed_on) or _("ingen kendt")),
    ]
    return facts


def _figures(told: MonthStatement) -> list[Total]:
    counts = told.ledger.counted is not None

    def counted(minutes: int) -> str:
        return _("tæller {n}").format(n=hours(minutes)) if counts else ""

    coming = told.of("coming")
    clock, weighed = told.planned("coming")
    sure = all(line.planned is not None for line in coming)
    unknown = told.is_least and not told.attended()
    travelled, missed = len(told.attended_days), {d for line in told.of("absent") for d in line.days}
    return [
        Total("", _("Deltaget"), "–" if unknown else hours(told.attended()), _("ikke oplyst") if unknown else
              _("timer, mindst") if told.is_least else _("timer"), "" if unknown else counted(told.counted())),
        Total("", _("Kommer endnu"), hours(clock) if sure else "–", _("timer") if sure else _("ikke oplyst"),
              counted(weighed) if sure else ""),
        Total("", _("Undervisningsdage"), str(travelled), _("med fremmøde"), _more_days(told)),
        Total("", _("Fravær"), str(len(missed)), ngettext("dag", "dage", len(missed))),
    ]  # fmt: skip


def _more_days(told: MonthStatement) -> str:
    """`1 kommer endnu, 3 uden oplyst fremmøde`, as far as there are any."""
    said = []
    if told.coming_days:
        said.append(_("{n} kommer").format(n=len(told.coming_days)))
    if told.unknown_days:
        said.append(_("{n} ikke oplyst").format(n=len(told.unknown_days)))
    return ", ".join(said)


def _teaching(told: MonthStatement) -> Story:
    if not told.lines:
        text = Text((_("Der er ingen undervisning i måneden."), BODY))
        return section(_("Undervisning"), [text], room=room())
    aside = _("timer på uret") if told.ledger.counted is None else _("timer på uret; det de tæller, står for sig")
    return section(_("Undervisning"), [month_table(told)], aside=aside, room=room())


def _days_and_absence(told: MonthStatement) -> Story:
    parts: list[Part] = [_lead(_("Undervisningsdage til befordring:"), _travel(told))]
    if told.unknown_days:
        count = len(told.unknown_days)
        text = ngettext(
            "{n} undervisningsdag uden oplyst fremmøde ({days}) er ikke talt med. Skolen må sige, om eleven var der.",
            "{n} undervisningsdage uden oplyst fremmøde ({days}) er ikke talt med. Skolen må sige, hvornår eleven "
            "var der.",
            count,
        )
        parts.append(Statement((text.format(n=count, days=_short(told.unknown_days)), BODY), keep=99))
    if told.has_unknown_days:
        text = _("Nogle kurser har ingen ugedage, så undervisningsdagene kendes ikke og er ikke talt med.")
        parts.append(Statement((text, BODY), keep=99))
    absent = [_absence(key, lines) for key, lines in told.absences.items()]
    parts.append(_lead(_("Fravær:"), "; ".join(absent) + "." if absent else _("intet registreret.")))
    for part in parts[1:]:
        part.spaceBefore = px(6)
    return section(_("Dage og fravær"), parts, room=room())


def _travel(told: MonthStatement) -> str:
    attended, coming = told.attended_days, told.coming_days
    said = []
    if attended:
        text = ngettext("{n} dag med fremmøde ({days})", "{n} dage med fremmøde ({days})", len(attended))
        said.append(text.format(n=len(attended), days=_short(attended)))
    else:
        said.append(_("ingen dage med oplyst fremmøde"))
    if coming:
        text = ngettext("{n} dag kommer endnu ({days})", "{n} dage kommer endnu ({days})", len(coming))
        said.append(text.format(n=len(coming), days=_short(coming)))
    return "; ".join(said) + "."


def _absence(key: str, lines: Sequence[Line]) -> str:
    days = sorted({one for line in lines for one in line.days})
    planned = [line.planned for line in lines]
    text = ngettext("{what}: {n} dag ({days})", "{what}: {n} dage ({days})", len(days))
    said = text.format(what=status(key), n=len(days), days=_short(days))
    if None in planned:
        return said
    return _("{said}, {hours} planlagte timer").format(said=said, hours=hours(sum(m or 0 for m in planned)))


def _short(days: Iterable[date]) -> str:
    """The days of the month alone: `7., 14. og 21.`; the month stands above."""
    said = [f"{one.day}." for one in days]
    return said[0] if len(said) == 1 else _("{first} og {last}").format(first=", ".join(said[:-1]), last=said[-1])


def _since(told: MonthStatement) -> Story:
    since, counted = told.since, told.since.counted
    span = _("{start} – {until}").format(start=day(told.ledger.start), until=day(since.until))
    parts: list[Part] = []
    for name, clock, weighed in (
        (_("Deltaget:"), since.clock.attended, counted.attended if counted else None),
        (_("Dokumenteret:"), since.clock.documented, counted.documented if counted else None),
    ):
        text = _("mindst {n} timer") if since.at_least else _("{n} timer")
        said = text.format(n=hours(clock))
        if weighed is not None:
            said = _("{said}, tæller {n} ({weeks} uger)").format(said=said, n=hours(weighed), weeks=weeks(weighed))
        if told.ledger.required is not None:
            said = _("{said} af {required} uger").format(said=said, required=required_weeks(told.ledger))
        parts.append(_lead(name, f"{said}."))
    if since.at_least:
        text = _(
            "Et kursus, der rækker ud over måneden, har kun et samlet timetal. Af det er kun dagene med oplyst "
            "fremmøde regnet med her."
        )
        parts.append(Text((text, CAPTION)))
    for part in parts[1:]:
        part.spaceBefore = px(4)
    return section(_("Siden start"), parts, aside=span, room=room())


def _lead(lead: str, text: str) -> Text:
    return Text((lead, STRONG), (f" {text}", BODY))
