"""A week in words: what the strip says below itself, in tool tips and to screen readers."""

from datetime import date, timedelta

from mentorapp.domain.week import DAY, Segment, Week
from mentorapp.i18n import _, hours, language, ngettext, number


def week_in_words(week: Week, today: date | None = None) -> str:
    """`Uge 46, 9.–13. nov. 2026: 4 dage praktik · 1 dag danskuddannelse (deltaget)`.

    With `today`, what should have been confirmed by now is called "ikke bekræftet" instead of planned.
    """
    head = _("Uge {number}, {days}").format(number=week.number, days=days_in_words(*_working_days(week)))
    if not week.segments:
        return _("{week}: uden for forløbet").format(week=head)
    past = today is not None and _working_days(week)[1] < today
    longest_first = sorted(week.segments, key=lambda segment: -segment.eighths)
    said = [(_amount(segment), _state(segment, past)) for segment in longest_first]
    if len({state for _amount_said, state in said}) == 1 and said[0][1]:
        parts = [amount for amount, _state_said in said]
        parts[-1] += f" ({said[0][1]})"
    else:
        parts = [f"{amount} ({state})" if state else amount for amount, state in said]
    return f"{head}: " + " · ".join(parts)


def _working_days(week: Week) -> tuple[date, date]:
    """First and last day worth naming: Monday to Friday, unless the course only touches the weekend."""
    friday = week.monday + timedelta(days=4)
    return (week.first_day, min(week.last_day, friday)) if week.first_day <= friday else (week.first_day, week.last_day)


def days_in_words(first: date, last: date) -> str:
    """A span of days, said as shortly as it can be: `9.–13. nov. 2026`, `30. nov.–4. dec. 2026`."""
    if first == last:
        return _day(last, month=True, year=True)
    same_year, same_month = first.year == last.year, (first.year, first.month) == (last.year, last.month)
    return f"{_day(first, not same_month, not same_year)}–{_day(last, month=True, year=True)}"


def _day(day: date, month: bool, year: bool) -> str:
    numbered = f"{day.day}." if language() == "da" else str(day.day)
    return " ".join([numbered, *([_month(day.month)] if month else []), *([str(day.year)] if year else [])])


def _month(month: int) -> str:
    return (
        _("jan."), _("feb."), _("mar."), _("apr."), _("maj"), _("juni"),
        _("juli"), _("aug."), _("sep."), _("okt."), _("nov."), _("dec."),
    )[month - 1]  # fmt: skip


def _state(segment: Segment, past: bool) -> str:
    """The state where it tells something: what is done needs no word but at school, where it counts or does not."""
    if segment.state == "planned":
        return _("ikke bekræftet") if past else _("planlagt")
    if segment.kind not in ("amu", "danish", "other"):
        return ""
    return _("dokumenteret") if segment.state == "documented" else _("deltaget")


def _amount(segment: Segment) -> str:
    """Whole and half days as days, anything else in hours: `4 dage praktik`, `½ dag AMU`, `6,3 timer AMU`."""
    if segment.eighths % (DAY // 2) and segment.minutes:
        return _("{hours} timer {what}").format(hours=hours(segment.minutes), what=_what(segment.kind))
    days, rest = divmod(segment.eighths, DAY)
    halves = {0: "", DAY // 2: "½"}
    days_said = f"{days or ''}{halves[rest]}" if rest in halves else number(segment.eighths / DAY)
    plural = 1 if segment.eighths <= DAY else 2
    if segment.kind == "sick":
        return ngettext("{days} sygedag", "{days} sygedage", plural).format(days=days_said)
    text = ngettext("{days} dag {what}", "{days} dage {what}", plural)
    return text.format(days=days_said, what=_what(segment.kind))


def _what(kind: str) -> str:
    return {
        "amu": _("AMU"),
        "danish": _("danskuddannelse"),
        "other": _("FVU, avu, hf eller FGU"),
        "practice": _("praktik"),
        "holiday": _("ferie eller helligdag"),
        "sick": _("sygdom"),
        "parental": _("barsel"),
        "leave": _("orlov"),
        "unexcused": _("ulovligt fravær"),
    }[kind]
