"""Cells that hold one of the field's words: school type, sector, attendance, leave, result, exam."""

from __future__ import annotations

import re

from mentorapp.domain.placement import PURPOSES
from mentorapp.domain.schooling import SCHOOL_TYPES
from mentorapp.i18n import _
from mentorapp.lists.cells.text import Cell, Unreadable, fold, line, shown

_SCHOOL_TYPE_FORMS = {
    "amu": r"amu(kursus|kurser|forløb|delmål|fag|uddannelse)?|arbejdsmarkedsuddannelser?",
    "danskuddannelse": r"dansk|danskuddannelse[123]?|danskundervisning|du[123]?|sprogskole|sprogcent(er|ret)",
    "fvu": r"fvu(dansk|læsning|matematik|start|digital|engelsk)?(trin[1-4])?|forberedendevoksenundervisning",
    "avu": r"avu|almenvoksenuddannelse",
    "hf": r"hf(enkeltfag)?|hfe|højereforberedelseseksamen",
    "fgu": r"fgu|forberedendegrunduddannelse",
}
"""Ways to write a type that counts by law. Only whole words: a `sprogcafé` must never become danskuddannelse."""

_SECTORS = {
    "municipal": r"kommunal|kommunalt?|kommune|kommunen|municipal",
    "self_owned": r"selvejende(institution)?|selfowned",
    "private": r"privat|private|privatvirksomhed",
}
_STATUSES = {
    "present": r"fremmødt|tilstede|mødt|deltog|deltaget|fremmøde|delvistfremmødt|forsent|forsinket|present",
    "sick": r"syg|sygdom|egensygdom|sygemeldt|sygedag|sick",
    "child_sick": r"barn(et)?syg|barns?(første|anden)?sygedag|barnssygdom|sygtbarn|childsick",
    "holiday": r"ferie|feriedag|holiday",
    "closed": r"lukket|lukkedag|helligdag|skolefri|undervisningsfri|aflyst|closed",
    "time_off": r"afspadsering|afspadserer|timeoff",
    "care_day": r"omsorgsdag|careday",
    "leave": r"orlov|barsel|barselsorlov|leave",
    "lawful": r"lovligt(fravær)?|lovligtforfald|fri|fritaget|lawful",
    "unexcused": r"ulovligt(fravær)?|udeblevet|udeblev|udeblivelse|ikkemødt|unexcused",
}
_LEAVE_KINDS = {
    "parental": r"barsel|barselsorlov|forældreorlov|fædreorlov|fødsel|graviditet|graviditetsorlov|adoption|parental",
    "sick": r"syg|sygdom|sygeorlov|sygemelding|sygemeldt|sick",
    "holiday": r"ferie|holiday",
    "leave": r"orlov|andenorlov|andet|\w+orlov|leave",
}
_PURPOSES = {
    "paid_hours": r"(opnå)?((ordinære)?løntimer|ordinæretimer|lønnedetimer)|paidhours",
    "skills": r"(op)?træning(af(specifikke)?kompetencer)?|(specifikke)?kompetencer|kompetenceudvikling|skills",
    "clarification": r"afklaring(af(job(og|eller)?|uddannelses?)*(mål)?)?|clarification",
}
_EARLIER_IGU = {
    "none": r"ingen(tidligereigu)?|nej|none|no",
    "stopped": r"(ja)?(tidligereigu)?(afbrudt|delvis(t?gennemført)?|stopped)",
    "completed": r"(ja)?(tidligereigu)?(gennemført|fuldført|completed)",
}
_RESULTS = {
    "passed": r"bestået|beståede|passed",
    "failed": r"ikkebestået|ejbestået|dumpet|failed",
}
_YES, _NO = r"ja|j|x|yes|y|sand|true|1", r"nej|n|no|falsk|false|0"
_EXAMS = ("PD1", "PD2", "PD3", "SP")
_EXAM = re.compile(r"\b(?:pd|prøve\s+i\s+dansk)\s*-?([123])\b|\b(studieprøven?)\b")
_NOT_YET = re.compile(r"\b(ikke|ej|ikke-bestået|dumpet|tilmeldt|mangler)\b")


def school_type(value: Cell) -> str:
    """The key of a type that counts, or the type as it was written."""
    written = line(value)
    return _key(written, _SCHOOL_TYPE_FORMS) or next(
        (key for key, name in SCHOOL_TYPES.items() if fold(name) == fold(written)), written
    )


def sector(value: Cell) -> str:
    """The key of a sector."""
    return _known(value, _SECTORS, _("»{value}« er ikke en sektor. Skriv kommunal, selvejende eller privat."))


def attendance_status(value: Cell) -> str:
    """The key of an attendance status. What stands in brackets is dropped: it may be a diagnosis."""
    return _known(
        value,
        _STATUSES,
        _("»{value}« er ikke et fremmøde. Skriv fx fremmødt, syg, ferie, lukket, lovligt eller ulovligt fravær."),
    )


def leave_kind(value: Cell) -> str:
    """The key of a kind of leave."""
    return _known(value, _LEAVE_KINDS, _("»{value}« er ikke en orlovstype. Skriv barsel, sygdom, ferie eller orlov."))


def purpose(value: Cell) -> str:
    """The key of one of the three purposes of a placement, or the purpose as it was written."""
    written = line(value)
    return _key(written, _PURPOSES) or next(
        (key for key, name in PURPOSES.items() if fold(name) == fold(written)), written
    )


def earlier_igu(value: Cell) -> str:
    """The key of what became of an earlier igu. A bare yes says too little: only a completed one bars a new one."""
    return _known(value, _EARLIER_IGU, _("»{value}« siger for lidt. Skriv ingen, afbrudt eller gennemført."))


def result(value: Cell) -> str:
    """The key of a result, `cancelled`, or the result as it was written."""
    written = line(value)
    return _key(written, _RESULTS | {"cancelled": "aflyst|udgået|cancelled"}) or written


def yes(value: Cell) -> bool:
    """Yes or no."""
    answer = _known(value, {"yes": _YES, "no": _NO}, _("»{value}« er hverken ja eller nej."))
    return answer == "yes"


def exam(value: Cell) -> str | None:
    """The Prøve i Dansk a text names (PD1, PD2, PD3, SP), passed or not; None where it names none."""
    found = _EXAM.search(line(value).casefold())
    return None if found is None else ("SP" if found[2] else f"PD{found[1]}")


def named_exam(value: Cell) -> str:
    """As `exam`, in a column that holds nothing else."""
    found = exam(value) or exam(f"pd{line(value)}")
    if found is None:
        raise Unreadable(
            _("»{value}« er ikke en Prøve i Dansk. Skriv PD1, PD2, PD3 eller Studieprøven.").format(value=shown(value))
        )
    return found


def passed_exam(level: str) -> str | None:
    """The exam a text says was passed: `PD2 bestået` → PD2, `DU3 modul 5` or `PD2 ikke bestået` → None."""
    written = level.casefold()
    return exam(level) if "bestået" in written and not _NOT_YET.search(written) else None


def is_higher_exam(exam: str, than: str | None) -> bool:
    """Whether `exam` is a higher one than `than`; any is higher than none."""
    return than not in _EXAMS or (exam in _EXAMS and _EXAMS.index(exam) > _EXAMS.index(than))


def _known(value: Cell, forms: dict[str, str], sentence: str) -> str:
    found = _key(line(value), forms)
    if found is None:
        raise Unreadable(sentence.format(value=shown(value)))
    return found


def _key(written: str, forms: dict[str, str]) -> str | None:
    # Brackets explain, `lukket (efterårsferie)`; figures number, `barns 1. sygedag`.
    word = re.sub(r"[\W_]", "", re.sub(r"\(.*?\)", "", written).casefold())
    for candidate in (word, re.sub(r"\d", "", word)):
        for key, form in forms.items():
            if re.fullmatch(form, candidate):
                return key
    return None
