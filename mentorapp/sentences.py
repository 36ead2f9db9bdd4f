"""Sentences and words that window and paper both say about a course; the same figures, the same words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mentorapp.domain.ledger import Ledger
from mentorapp.domain.measure import Measure
from mentorapp.domain.schooling import RESULTS, SCHOOL_TYPES
from mentorapp.domain.sentence import Sentence
from mentorapp.i18n import _, day, hours, number, weeks


@dataclass(frozen=True, slots=True)
class Forecast:
    """Whether the goal can be reached: `lead` is the answer (shown in bold), `rest` says why.

    `level` is `ok`, `soon` (the plan must change), `act` (cannot be reached, or was not) or `info` (unknown).
    """

    level: str
    lead: str
    rest: str

    @property
    def text(self) -> str:
        """Answer and reason in one line."""
        return f"{self.lead} {self.rest}".rstrip()


def forecast(ledger: Ledger) -> Forecast:
    """The sentence under the totals bar. It opens with its answer and never states an unknown figure."""
    if ledger.asks_for_no_school:
        rest = _("Ordningen har intet krav til skole. Her vises datoer og timer.")
        return Forecast("info", _("Ingen prognose."), rest)
    if ledger.required is None or ledger.counted is None:
        rest = _("Ordningens krav til skole er ikke lagt ind. Her vises kun datoer og timer.")
        return Forecast("info", _("Ingen prognose."), rest)
    if ledger.counted.attended >= ledger.required:
        return _reached(ledger)
    if ledger.days_left == 0:
        return _out_of_time(ledger)
    if ledger.reachable is None or ledger.forecast is None:
        return _unknown(ledger)
    if not ledger.reachable:
        return _unreachable(ledger)
    return _reachable(ledger)


def pace(ledger: Ledger, *, sentence: bool = False) -> str:
    """`5,8 uger bagud`, `0,7 uger foran`, `følger planen`; empty where nothing is expected."""
    if ledger.gap is None:
        return ""
    amount = weeks(abs(ledger.gap))
    if amount == weeks(0):
        return _("Eleven følger planen.") if sentence else _("følger planen")
    if ledger.gap > 0:
        text = _("Eleven er {n} uger bagud i dag.") if sentence else _("{n} uger bagud")
    else:
        text = _("Eleven er {n} uger foran i dag.") if sentence else _("{n} uger foran")
    return text.format(n=amount)


def proof_gap(ledger: Ledger) -> str:
    """How many attended clock hours lack a proof; empty where none do."""
    missing = ledger.school.attended - ledger.school.documented
    return _("{n} deltagne timer mangler bevis.").format(n=hours(missing)) if missing > 0 else ""


def required_weeks(ledger: Ledger) -> str:
    """The required school weeks of 37 hours, without a decimal where they are whole; empty where none are."""
    if ledger.required is None:
        return ""
    return weeks(ledger.required, 0 if ledger.required % (37 * 60) == 0 else 1)


def requirement(ledger: Ledger) -> str:
    """`Krav: 23 uger à 37 timer = 851 timer`, or that there is none."""
    if ledger.required is None:
        return _("Intet krav til skole") if ledger.asks_for_no_school else _("Ingen krav lagt ind for ordningen")
    return _("Krav: {weeks} uger à 37 timer = {hours} timer").format(
        weeks=required_weeks(ledger), hours=hours(ledger.required, 0 if ledger.required % 60 == 0 else 1)
    )


def _reached(ledger: Ledger) -> Forecast:
    assert ledger.counted is not None
    rest = _("{done} af {required} uger er deltaget.").format(
        done=weeks(ledger.counted.attended), required=required_weeks(ledger)
    )
    amu, proof = _amu_missing(ledger, ledger.amu.attended), proof_gap(ledger)
    if amu:
        level = "act" if ledger.days_left == 0 else "soon"
        return Forecast(level, _("Nået: ja, men AMU mangler."), _join(rest, amu, proof))
    if proof:
        return Forecast("soon", _("Nået: ja, men der mangler bevis."), _join(rest, proof))
    return Forecast("ok", _("Nået: ja."), rest)


def _out_of_time(ledger: Ledger) -> Forecast:
    end = ledger.end_extended or ledger.end
    if end is not None and ledger.today > end:
        lead = _("Nået: nej.")
        rest = _("Forløbet sluttede {end} med {done} af {required} uger; {missing} uger ({hours} timer) mangler.")
    else:
        lead = _("Kan nås: nej, der er ingen skoledage tilbage.")
        rest = _("{done} af {required} uger er deltaget; {missing} uger ({hours} timer) mangler.")
    return Forecast("act", lead, _join(_with_missing(rest, ledger), proof_gap(ledger)))


def _unknown(ledger: Ledger) -> Forecast:
    """The plan can be told even where it is unknown whether there is room for more."""
    plan = _plan(ledger) + "." if ledger.forecast is not None else ""
    why = _("Praktiktimerne kendes ikke.") if not ledger.practice_known else ""
    said = _join(plan, why, pace(ledger, sentence=True), proof_gap(ledger))
    return Forecast("info", _("Kan nås: det kan ikke beregnes endnu."), said)


def _unreachable(ledger: Ledger) -> Forecast:
    rest = _("{done} af {required} uger er deltaget; {missing} uger ({hours} timer) mangler.")
    room = _(
        "Der er {left} uger tilbage; ved siden af praktikken er der ikke plads til {needed} tællende timer om ugen."
    )
    longer = _("En forlængelse kræver en aftale.")
    return Forecast(
        "act",
        _("Kan nås: nej, ikke i den tid, der er tilbage."),
        _join(_with_missing(rest, ledger), _time_left(ledger, room), longer),
    )


def _reachable(ledger: Ledger) -> Forecast:
    assert ledger.forecast is not None and ledger.required is not None
    plan = _plan(ledger)
    amu, proof = _amu_missing(ledger, ledger.amu.planned), proof_gap(ledger)
    if ledger.forecast < ledger.required:
        short = ledger.required - ledger.forecast
        missing = _("{weeks} uger ({hours} timer) mangler.").format(weeks=weeks(short), hours=hours(short))
        needed = _time_left(ledger, _("Der er {left} uger tilbage; {needed} tællende timer om ugen rækker."))
        lead = _("Kan nås: ja, men ikke med den plan, der ligger nu.")
        return Forecast("soon", lead, _join(f"{plan}; {missing}", needed, amu, proof))
    rest = _join(f"{plan}.", pace(ledger, sentence=True), amu, proof)
    if amu:
        return Forecast("soon", _("Kan nås: ja, men AMU mangler i planen."), rest)
    if ledger.gap is not None and ledger.gap > 0:
        return Forecast("ok", _("Kan nås: ja, når planen holdes."), rest)
    return Forecast("ok", _("Kan nås: ja."), rest)


def _plan(ledger: Ledger) -> str:
    return _("Planen giver {plan} af {required} uger").format(
        plan=weeks(ledger.forecast or 0), required=required_weeks(ledger)
    )


def _amu_missing(ledger: Ledger, has: int) -> str:
    """What is said where the AMU in `has` counted minutes is too little; empty where it is enough or not asked."""
    if ledger.amu_required is None:
        return ""
    if ledger.amu_required == 0:
        return "" if has else _("AMU skal indgå i skoledelen.")
    if has >= ledger.amu_required:
        return ""
    return _("AMU skal være mindst {required} timer; der er {has}.").format(
        required=hours(ledger.amu_required, 0), has=hours(has)
    )


def _with_missing(text: str, ledger: Ledger) -> str:
    assert ledger.counted is not None and ledger.required is not None
    missing = ledger.required - ledger.counted.attended
    end = ledger.end_extended or ledger.end
    return text.format(
        end=day(end) if end else "",
        done=weeks(ledger.counted.attended),
        required=required_weeks(ledger),
        missing=weeks(missing),
        hours=hours(missing),
    )


def _time_left(ledger: Ledger, text: str) -> str:
    if ledger.weeks_left is None or ledger.needed_a_week is None:
        return ""
    return text.format(left=number(float(ledger.weeks_left)), needed=hours(ledger.needed_a_week))


def _join(*sentences: str) -> str:
    return " ".join(filter(None, sentences))


def school_type(key: str) -> str:
    """The type of a schooling in the field's words; a type of its own as it was written."""
    return _(SCHOOL_TYPES[key]) if key in SCHOOL_TYPES else key


def result(key: str | None) -> str:
    """`bestået`, `ikke bestået`, a result as it was written, or nothing."""
    return _(RESULTS[key]) if key in RESULTS else key or ""


def exam(key: str | None, passed_on: date | None = None) -> str:
    """`Prøve i Dansk 2, bestået 28-11-2024`; empty where none is known."""
    if not key:
        return ""
    name = {
        "PD1": _("Prøve i Dansk 1"),
        "PD2": _("Prøve i Dansk 2"),
        "PD3": _("Prøve i Dansk 3"),
        "SP": _("Studieprøven"),
    }.get(key, key)
    return _("{exam}, bestået {day}").format(exam=name, day=day(passed_on)) if passed_on else name


def kind_name(kind: str) -> str:
    """A kind of week as a short heading, as in the legend under the strip."""
    return {
        "amu": _("AMU"),
        "danish": _("Dansk"),
        "other": _("FVU, avu, hf, FGU"),
        "practice": _("Praktik"),
        "holiday": _("Ferie, helligdag"),
        "sick": _("Sygdom"),
        "parental": _("Barsel"),
        "leave": _("Anden orlov"),
        "unexcused": _("Ulovligt fravær"),
    }[kind]


def assumed(ledger: Ledger) -> list[str]:
    """What the ledger took for granted, in the language in use."""
    return [told(said) for said in ledger.assumptions]


def told(said: str) -> str:
    """A sentence of the domain in the language in use, its numbers as that language writes them."""
    if not isinstance(said, Sentence):
        return _(said) if said else ""
    return said.said(_, measure)


def measure(value: Measure) -> str:
    """`377,4` or `377.4`."""
    return number(float(value.exact), value.decimals)
