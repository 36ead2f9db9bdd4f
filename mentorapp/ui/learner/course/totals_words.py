"""What the panel of totals says in words: averages and clock hours."""

from __future__ import annotations

from mentorapp.domain.ledger import Ledger
from mentorapp.domain.programme import Figure
from mentorapp.i18n import _, hours, ngettext


def source(figure: Figure | None) -> str:
    """Where a figure comes from, and that it is not confirmed where it is not."""
    if figure is None:
        return ""
    return figure.source if figure.status == "verified" else _("{source} (ikke bekræftet)").format(source=figure.source)


def clock_hours(ledger: Ledger) -> str:
    """The three states in clock hours, and what the attended ones count."""
    school, counted = ledger.school, ledger.counted
    figures = {
        "planned": hours(school.planned),
        "attended": hours(school.attended),
        "documented": hours(school.documented),
    }
    said = _("Klokketimer: {planned} planlagt, {attended} deltaget, {documented} dokumenteret.").format(**figures)
    if counted is None:
        return said
    # both figures stand together, or the bar would seem to disagree with the school's list
    counts = _("De {clock} deltagne tæller {counted}.").format(
        clock=figures["attended"], counted=hours(counted.attended)
    )
    return f"{said} {counts}"


def practice(ledger: Ledger) -> str:
    """The average practice a week against what the law asks."""
    if ledger.practice_a_week is None:
        return _("Praktik: kendes ikke endnu")
    average = hours(round(ledger.practice_a_week))
    least = ledger.rule_set.get("practice_hours_a_week") if ledger.rule_set else None
    if least is None:
        return _("Praktik {n} t om ugen i snit").format(n=average)
    return _("Praktik {n} t om ugen i snit (mindst {least})").format(n=average, least=least)


def total(ledger: Ledger) -> str:
    """The average of practice and school together."""
    if ledger.total_a_week is None:
        return ""
    average = hours(round(ledger.total_a_week))
    rules = ledger.rule_set
    least = rules.get("total_hours_a_week_least") if rules else None
    most = rules.get("total_hours_a_week_most") if rules else None
    if least is None or most is None:
        return _("Praktik og skole {n} t").format(n=average)
    return _("Praktik og skole {n} t ({least} til {most})").format(n=average, least=least, most=most)


def weeks_as_planned(ledger: Ledger) -> str:
    """How many weeks nobody has said anything about."""
    count = ledger.weeks_as_planned
    if not count:
        return ""
    return ngettext("{n} uge regnet som planlagt.", "{n} uger regnet som planlagt.", count).format(n=count)
