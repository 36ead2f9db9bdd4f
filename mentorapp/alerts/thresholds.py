"""Our own limits, which an organisation may change in its settings. Limits of the law are in the programme files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mentorapp.domain.case_file import CaseFile
from mentorapp.i18n import _


@dataclass(frozen=True, slots=True)
class Threshold:
    """A limit of rule `rule`, a whole number of `unit`; `default` None is a rule that is off until a limit is set."""

    key: str
    default: int | None
    unit: str
    """`days`, `weeks`, `months`, `hours` (a week), `percent`, `times` or `reasons`."""
    most: int

    @property
    def rule(self) -> str:
        """The rule the limit belongs to."""
        return self.key.partition(".")[0]

    @property
    def setting(self) -> str:
        """Id of the `Setting` that holds another value."""
        return f"alert.{self.key}"


_TABLE = (
    Threshold("R09.weeks", 26, "weeks", 104),
    Threshold("R10.soon", 2, "weeks", 23),
    Threshold("R10.act", 4, "weeks", 23),
    Threshold("R11.soon", 15, "hours", 37),
    Threshold("R11.act", 37, "hours", 60),
    Threshold("R16.after", 4, "weeks", 52),
    Threshold("R24.days", 60, "days", 365),
    Threshold("R25.act", 30, "days", 180),
    Threshold("R26.days", 14, "days", 180),
    Threshold("R29.days", 8, "days", 60),
    Threshold("R30.soon", 30, "days", 120),
    Threshold("R30.act", 7, "days", 60),
    Threshold("R36.least", 50, "percent", 100),
    Threshold("R36.most", 110, "percent", 300),
    Threshold("R43.info", 14, "days", 180),
    Threshold("R43.soon", 28, "days", 365),
    Threshold("R44.info", 63, "days", 365),
    Threshold("R44.soon", 91, "days", 365),
    Threshold("R44.act", 120, "days", 730),
    Threshold("R45.days", 14, "days", 180),
    Threshold("R46.soon", 10, "percent", 100),
    Threshold("R46.act", 20, "percent", 100),
    Threshold("R46.unexcused", 2, "times", 14),
    Threshold("R48.days", 7, "days", 90),
    Threshold("R49.days", 90, "days", 365),
    Threshold("R50", None, "reasons", 5),
    Threshold("R51", None, "months", 240),
)
THRESHOLDS: Mapping[str, Threshold] = {threshold.key: threshold for threshold in _TABLE}


def limit(case: CaseFile, key: str) -> int:
    """The limit in force: what the organisation chose, else the default; 0 for a rule that is off."""
    return chosen(case.organisation.settings, key) or 0


def chosen(settings: Mapping[str, str], key: str) -> int | None:
    """The limit in force by `settings`. What is not a whole number within reason counts as not chosen."""
    threshold = THRESHOLDS[key]
    written = settings.get(threshold.setting)
    if written is None:
        return threshold.default
    if not (written.isascii() and written.isdigit()) or not 0 < int(written) <= threshold.most:
        return threshold.default
    return int(written)


def name(key: str) -> str:
    """What the limit is about, for the page of settings."""
    return {
        "R09.weeks": _("Planen rækker ikke: handl nu, når der er færre uger tilbage end"),
        "R10.soon": _("Bagud med skole: gør noget denne uge ved mere end"),
        "R10.act": _("Bagud med skole: handl nu ved mere end"),
        "R11.soon": _("Skoletimer om ugen, der mangler: gør noget denne uge ved mere end"),
        "R11.act": _("Skoletimer om ugen, der mangler: handl nu ved mere end"),
        "R16.after": _("Gennemsnit af praktik vurderes først efter"),
        "R24.days": _("Skoledelen er ikke nået: før slutdatoen"),
        "R25.act": _("Månedsansøgning: handl nu efter fristen"),
        "R26.days": _("Bevis mangler: efter kursets sidste dag"),
        "R29.days": _("AMU afmeldes: før kursets første dag"),
        "R30.soon": _("Tilmelding til prøve: gør noget denne uge, før fristen"),
        "R30.act": _("Tilmelding til prøve: handl nu, før fristen"),
        "R36.least": _("Mentortimer på fire uger: gør noget denne uge ved mindre end"),
        "R36.most": _("Mentortimer på fire uger: gør noget denne uge ved mere end"),
        "R43.info": _("Ingen noter: godt at vide efter"),
        "R43.soon": _("Ingen noter: gør noget denne uge efter"),
        "R44.info": _("Næste trepartssamtale ikke aftalt: godt at vide efter"),
        "R44.soon": _("Trepartssamtale: gør noget denne uge efter"),
        "R44.act": _("Trepartssamtale: handl nu efter"),
        "R45.days": _("Første opfølgning: efter praktikkens første dag"),
        "R46.soon": _("Fravær på fire uger: gør noget denne uge ved mere end"),
        "R46.act": _("Fravær på fire uger: handl nu ved mere end"),
        "R46.unexcused": _("Ulovligt fravær på 14 dage: handl nu fra"),
        "R48.days": _("Overlevering mellem mentorer: senest efter"),
        "R49.days": _("Opholdskort: før det udløber"),
        "R50": _("Grunde til en samtale: foreslå den fra (tomt: aldrig)"),
        "R51": _("Slettefrist efter forløbets slutning (tomt: ikke besluttet)"),
    }[key]


def unit(key: str) -> str:
    """The unit in words."""
    return {
        "days": _("dage"),
        "weeks": _("uger"),
        "months": _("måneder"),
        "hours": _("timer"),
        "percent": _("procent"),
        "times": _("gange"),
        "reasons": _("grunde"),
    }[THRESHOLDS[key].unit]
