"""The hand-over sheet: what the next mentor must know. Never a confidential note, never the registration number."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.ledger import Ledger
from mentorapp.domain.meeting import action_order
from mentorapp.domain.note import NOTE_KINDS, Note, leaves
from mentorapp.domain.step_dates import course_steps
from mentorapp.errors import UserError
from mentorapp.i18n import _, day
from mentorapp.reports._closing import Signatures
from mentorapp.reports._flow import BODY, MUTED, STRONG, Part, Story, Text, section
from mentorapp.reports._look import px
from mentorapp.reports._page import room, save, to_bytes
from mentorapp.reports._school import school
from mentorapp.reports._schooling import schooling_table
from mentorapp.reports._small_print import small_print
from mentorapp.reports._who import only_coordinator, who

__all__ = ["build", "document_title", "foot", "notes_for", "save", "title", "to_bytes"]

MOST_NOTES = 8
"""The newest notes of the team that are printed; agreements come before all others."""


def title() -> str:
    """The sheet's name."""
    return _("Overdragelsesark")


def document_title(case: CaseFile, today: date) -> str:
    """What the file and its pages are called."""
    return f"{title()} · {case.learner.name} · {day(today)}"


def foot(today: date) -> str:
    """The line below every page."""
    return _("Tal pr. {day}. Arket er fortroligt: giv det kun til den, der overtager.").format(day=day(today))


def notes_for(case: CaseFile) -> list[Note]:
    """The notes that go along: of the team only, what was agreed first, then the newest."""
    team = [note for note in leaves(case.notes) if note.visibility == "team"]
    agreed = [note for note in team if note.kind == "agreement"]
    return [*agreed, *(note for note in team if note.kind != "agreement")][:MOST_NOTES]


def build(
    case: CaseFile, ledger: Ledger | None, today: date, *, by: str = "", to: str = "", last_day: date | None = None,
    coordinator: str = "",
) -> Story:  # fmt: skip
    """What stands on the sheet. `by` hands over and `to` takes over; `last_day` is the earlier mentor's last.

    Without a course there is nothing to hand over, which is a `UserError`.
    """
    if case.enrolment is None or ledger is None:
        raise UserError(
            _("{name} har intet forløb endnu, så der er intet at overdrage. Læg et forløb ind på elevens side.").format(
                name=case.learner.name
            )
        )
    coordinator = coordinator or only_coordinator(case)
    story = who(title(), case, ledger, today, coordinator)
    story += section(_("Overdragelsen"), [Text((_handed(to, last_day), BODY))], room=room())
    story += school(ledger)
    table = schooling_table(case, ledger, today)
    if table is not None:
        story += section(_("Kurser"), [table], room=room())
    story += _open_steps(case, ledger, today)
    story += _agreed(case)
    story += _notes(case)
    story += small_print(case, ledger)
    placement = case.placement(today)
    mentor = case.organisation.people.get(placement.mentor or "") if placement else None
    names = [(_("Overdrager"), by or (mentor.name if mentor else "")), (_("Overtager"), to)]
    return [*story, Signatures([*names, (_("Gennemførselsvejleder"), coordinator)])]


def _handed(to: str, last_day: date | None) -> str:
    said = [_("Overtages af {name}.").format(name=to) if to else _("Overtages af: ______________________________")]
    said.append(
        _("Hidtidig mentors sidste dag er {day}.").format(day=day(last_day))
        if last_day
        else _("Hidtidig mentors sidste dag er ikke aftalt.")
    )
    return " ".join(said)


def _open_steps(case: CaseFile, ledger: Ledger, today: date) -> Story:
    course = course_steps(case, ledger.end_extended, today)
    steps = [step for step in course if step.is_of_this_course and not step.is_done(today)]
    if not steps:
        return section(_("Åbne trin"), [Text((_("Ingen trin mangler."), BODY))], room=room())
    parts: list[Part] = []
    for step in steps:
        due = _("senest {day}").format(day=day(step.due)) if step.due else _("uden frist")
        late = f" · {_('overskredet')}" if step.is_overdue(today) else ""
        parts.append(Text((step.step.name, BODY), (f" · {due}{late}", MUTED)))
    return section(_("Åbne trin"), parts, room=room())


def _agreed(case: CaseFile) -> Story:
    """What was agreed at meetings and is not done yet, by its day."""
    assert case.enrolment is not None
    points = [point for point in case.action_points if point.done_on is None and point.enrolment == case.enrolment.id]
    parts: list[Part] = []
    for point in sorted(points, key=action_order):
        due = _("senest {day}").format(day=day(point.due)) if point.due else ""
        aside = "".join(f" · {each}" for each in (point.who, due) if each)
        parts.append(Text((point.what, BODY), (aside, MUTED)))
    return section(_("Aftalt og ikke gjort"), parts, room=room()) if parts else []


def _notes(case: CaseFile) -> Story:
    parts: list[Part] = [_note(case, note) for note in notes_for(case)]
    if not parts:
        parts = [Text((_("Der er ingen noter, teamet må læse."), BODY))]
    for part in parts[1:]:
        part.spaceBefore = px(8)
    return section(_("Aftaler og seneste noter"), parts, aside=_("aldrig fortrolige"), room=room())


def _note(case: CaseFile, note: Note) -> Part:
    kind = _(NOTE_KINDS[note.kind]) if note.kind in NOTE_KINDS else note.kind
    author = case.organisation.people.get(note.written_by or "")
    by: Sequence[str] = [name for name in (author.name if author else note.written_by,) if name]
    head = " · ".join([day(note.written_on), kind, *by])
    return Text((head, STRONG), (f"\n{note.text}", BODY), keep=3)
