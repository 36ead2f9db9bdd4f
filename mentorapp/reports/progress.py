"""The progress report: where a learner stands, for the learner's table, the file of the workplace and the authority."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from reportlab.platypus import CondPageBreak

from mentorapp import meeting_sentences
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.ledger import Ledger
from mentorapp.domain.meeting import next_meeting
from mentorapp.domain.note import NOTE_KINDS, Note
from mentorapp.errors import UserError
from mentorapp.i18n import _, day
from mentorapp.reports._closing import Signatures, Step
from mentorapp.reports._flow import BODY, MUTED, STRONG, Part, Statement, Story, Text, section
from mentorapp.reports._look import px
from mentorapp.reports._page import room, save, to_bytes, write
from mentorapp.reports._school import school
from mentorapp.reports._schooling import schooling_table
from mentorapp.reports._small_print import small_print
from mentorapp.reports._strip import Legend, Strip
from mentorapp.reports._who import only_coordinator, who

__all__ = ["build", "document_title", "foot", "save", "title", "to_bytes", "write"]

LEAST_STEPS = 3
"""So many steps have room on paper, written or to be written by hand."""


def title() -> str:
    """The report's name, for menus and above the learner's name."""
    return _("Statusrapport")


def document_title(case: CaseFile, today: date) -> str:
    """What the file and its pages are called."""
    return f"{title()} · {case.learner.name} · {day(today)}"


def foot(today: date) -> str:
    """The line below every page: the figures' date and where they come from."""
    return _("Tal pr. {day}, regnet i Mentorapp af skolens lister og beviser og arbejdsstedets indberetninger").format(
        day=day(today)
    )


def build(
    case: CaseFile,
    ledger: Ledger | None,
    today: date,
    notes: Sequence[Note] = (),
    next_steps: Sequence[str] = (),
    *,
    coordinator: str = "",
) -> Story:
    """What stands on the pages. Equal arguments give an equal report.

    `ledger` is that of `case` on `today`; without one there is nothing to report, which is a `UserError`. Only the
    `notes` handed in are printed, in their order; a confidential one is marked. `coordinator` is the name below the
    third signature; without it the only one who is known.
    """
    if case.enrolment is None or ledger is None:
        raise UserError(
            _(
                "{name} har intet forløb endnu, så der er ingen statusrapport. Læg et forløb ind på elevens side."
            ).format(name=case.learner.name)
        )
    coordinator = coordinator or only_coordinator(case)
    story = who(title(), case, ledger, today, coordinator)
    story += school(ledger)
    story += _weeks(ledger, today)
    story += _courses(case, ledger, today)
    story += _notes(case, notes)
    story += small_print(case, ledger)
    story += _closing(case, ledger, today, next_steps, coordinator)
    return story


def _weeks(ledger: Ledger, today: date) -> Story:
    if not ledger.weeks:
        return []
    legend = Legend(ledger.weeks)
    legend.spaceBefore = px(6)
    return section(_("Forløbets uger"), [Strip(ledger.weeks, today), legend], room=room())


def _courses(case: CaseFile, ledger: Ledger, today: date) -> Story:
    table = schooling_table(case, ledger, today)
    if table is None:
        return section(_("Kurser"), [Text((_("Der er ikke lagt kurser ind endnu."), BODY))], room=room())
    aside = _("timer på uret; det de deltagne tæller, står for sig") if ledger.counted else ""
    return section(_("Kurser"), [table], aside=aside, room=room())


def _notes(case: CaseFile, notes: Iterable[Note]) -> Story:
    parts: list[Part] = []
    minutes = meeting_sentences.titles(case.meetings)
    for note in notes:
        kind = _(NOTE_KINDS[note.kind]) if note.kind in NOTE_KINDS else note.kind
        head = f"{day(note.written_on)} · {kind}"
        if note.about in minutes:
            head = f"{head} · {minutes[note.about]}"
        if note.visibility == "confidential":
            head = _("Fortroligt · {head}").format(head=head)
        author = case.organisation.people.get(note.written_by or "")
        name = author.name if author else note.written_by
        runs = ((head, STRONG), (f" · {name}" if name else "", MUTED), (f"\n{note.text}", BODY))
        # The rule beside it says in black and white, too, that this note is not for everybody.
        part = (Statement if note.visibility == "confidential" else Text)(*runs, keep=3)
        part.spaceBefore = px(10) if parts else 0
        parts.append(part)
    return section(_("Noter"), parts, room=room()) if parts else []


def _next_meeting(case: CaseFile, ledger: Ledger, today: date) -> list[Part]:
    """When one meets next; that nothing is agreed is said only while the course runs."""
    enrolment = case.enrolment
    if enrolment is None or enrolment.outcome:
        return []
    coming = next_meeting(case.meetings, enrolment.id, today)
    if coming is None and ledger.end_extended is not None and today > ledger.end_extended:
        return []
    said = meeting_sentences.brief(coming) if coming else _("ikke aftalt endnu")
    return [Text((_("Næste møde:"), STRONG), (f" {said}", BODY))]


def _closing(case: CaseFile, ledger: Ledger, today: date, next_steps: Sequence[str], coordinator: str) -> Story:
    """Next steps and signatures. The last two steps stay with the signatures, so that nobody signs a blank page."""
    steps = [Step(text) for text in next_steps if text.strip()]
    steps += [Step() for _blank in range(max(1, LEAST_STEPS - len(steps)))]
    placement = case.placement(today)
    mentor = case.organisation.people.get(placement.mentor or "") if placement else None
    signatures = Signatures(
        [
            (_("Elev"), case.learner.name),
            (_("Mentor"), mentor.name if mentor else ""),
            (_("Gennemførselsvejleder"), coordinator),
        ]
    )
    last = [*steps[-2:], signatures]
    together = sum(part.least(room()) for part in last)
    few = len(steps) <= LEAST_STEPS + 2
    meeting = _next_meeting(case, ledger, today)
    together_at_best = (*meeting, *steps, signatures) if few else (*meeting, steps[0])
    least = sum(part.least(room()) for part in together_at_best)
    story = section(_("Næste skridt"), [*meeting, *steps[:-2]], aside=_("hvem og hvornår"), room=room(), least=least)
    return [*story, CondPageBreak(together), *last]
