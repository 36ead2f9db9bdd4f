"""What moving a course does, in words: from and to, the planned total before and after, and what it meets."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from mentorapp.i18n import _, hours, ngettext, weeks
from mentorapp.ui.board.course_in_hand import CourseInHand
from mentorapp.ui.board.learner_weeks import planned

if TYPE_CHECKING:
    from mentorapp.domain.plan_conflicts import Conflict
    from mentorapp.domain.schooling import Schooling


def course_name(row: Schooling) -> str:
    """`AMU Personer med demens`."""
    from mentorapp.sentences import school_type

    return " ".join(filter(None, (school_type(row.type), row.title)))


def in_weeks(first: date, last: date) -> str:
    """`uge 36–39, 2027`, `uge 52, 2026 – uge 2, 2027`."""
    begin, end = first.isocalendar(), last.isocalendar()
    if begin.year != end.year:
        one, other = (_("uge {n}, {year}").format(n=day.week, year=day.year) for day in (begin, end))
        return f"{one} – {other}"
    numbers = str(begin.week) if begin.week == end.week else f"{begin.week}–{end.week}"
    return _("uge {n}, {year}").format(n=numbers, year=end.year)


def from_to(hand: CourseInHand) -> str:
    """Where it was and where it would be."""
    if not hand.weeks:
        return _("ligger i {weeks}").format(weeks=in_weeks(*hand.days))
    return _("fra {old} til {new}").format(old=in_weeks(*hand.days_before), new=in_weeks(*hand.days))


def total(hand: CourseInHand) -> str:
    """The planned total before and after."""
    if hand.effect is None:
        return ""
    before, after = hand.effect.before, hand.effect.after
    counted = before.forecast is not None
    say = weeks if counted else hours
    one, other = say(planned(before)), say(planned(after))
    if one == other:
        text = (
            _("Planlagt skole {n} timer, uændret.")
            if not counted
            else _("Planlagt skole {n} uger, uændret.")
            if before.required is None
            else _("Planlagt skole {n} af {all} uger, uændret.")
        )
    else:
        text = (
            _("Planlagt skole {before} → {n} timer.")
            if not counted
            else _("Planlagt skole {before} → {n} uger.")
            if before.required is None
            else _("Planlagt skole {before} → {n} af {all} uger.")
        )
    return text.format(before=one, n=other, all=weeks(before.required or 0, 0))


class Warned(NamedTuple):
    """A sentence about what the move meets, and its tone: a chosen clash, or only good to know."""

    text: str
    tone: str


def warnings(hand: CourseInHand) -> list[Warned]:
    """What the course would meet, and whether the goal goes out of reach."""
    if hand.effect is None:
        return []
    found = [
        Warned(_met(hand, conflict), "info" if conflict.is_left_out else "warning")
        for conflict in hand.effect.conflicts
    ]
    if hand.effect.before.reachable and hand.effect.after.reachable is False:
        found.append(Warned(_("Målet kan så ikke nås."), "warning"))
    return found


def all_words(hand: CourseInHand) -> str:
    """The whole note, for reading aloud."""
    said = [f"{course_name(hand.moved)}: {from_to(hand)}.", total(hand), *(warned.text for warned in warnings(hand))]
    return " ".join(filter(None, said))


def _met(hand: CourseInHand, conflict: Conflict) -> str:
    count = len(conflict.days)
    if conflict.kind == "outside":
        text = ngettext("{n} dag ligger uden for forløbet.", "{n} dage ligger uden for forløbet.", count)
    elif conflict.kind == "leave":
        text = ngettext("{n} dag falder i {what}.", "{n} dage falder i {what}.", count)
    elif conflict.kind == "holiday":
        text = ngettext("{n} dag falder i registreret ferie.", "{n} dage falder i registreret ferie.", count)
    elif conflict.kind == "course":
        text = ngettext("{n} dag falder sammen med {what}.", "{n} dage falder sammen med {what}.", count)
    elif conflict.kind == "public_holiday":
        text = ngettext("{n} helligdag tages ud af kurset.", "{n} helligdage tages ud af kurset.", count)
    else:
        text = ngettext("{n} lukkedag tages ud af kurset.", "{n} lukkedage tages ud af kurset.", count)
    return text.format(n=count, what=_what(hand, conflict))


def _what(hand: CourseInHand, conflict: Conflict) -> str:
    if conflict.kind == "leave":
        return {"parental": _("barsel"), "sick": _("sygdom"), "holiday": _("ferie")}.get(conflict.what, _("orlov"))
    others = (row for row in hand.opened.case.schooling if row.id == conflict.what)
    return next((course_name(row) for row in others), "")
