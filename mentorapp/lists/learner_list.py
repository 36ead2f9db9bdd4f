"""A list of learners: who they are, their course, where they are and with whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from mentorapp.domain.calendar import last_day_of_years
from mentorapp.domain.enrolment import Enrolment, Leave
from mentorapp.domain.learner import LEARNER_ROW, Learner, LearnerPrivate
from mentorapp.domain.placement import Person, Placement, Site
from mentorapp.i18n import _
from mentorapp.lists.cells.text import born_on, fold
from mentorapp.lists.cells.words import is_higher_exam, passed_exam
from mentorapp.lists.columns import ColumnMap
from mentorapp.lists.draft import Draft
from mentorapp.lists.known import Folder, Known
from mentorapp.lists.plan_row import PlannedRow
from mentorapp.lists.reading import Reader, Refusal
from mentorapp.lists.table_file import Row

SAME_COURSE_DAYS = 366
"""A start that moved less than a year is a correction of the course; further away it is another course."""


def plan(rows: Sequence[Row], column_map: ColumnMap, known: Known) -> Iterator[PlannedRow]:
    """What becomes of each row. Blank cells never erase what is known."""
    reader = Reader(column_map, "learners")
    read = [(row, _named(values)) for row, values in reader.rows(rows)]
    alike = _indistinguishable(read)
    seen: dict[tuple[Any, ...], int] = {}
    for row, values in read:
        if isinstance(values, Refusal):
            yield PlannedRow(row.number, _who(row, column_map), "refused", str(values), wrong=values.field)
            continue
        who = values.get("name", "")
        try:
            if fold(who) in alike and not _identity(values):
                numbers = ", ".join(str(number) for number in alike[fold(who)])
                raise Refusal(
                    _("Række {numbers} har samme navn. Skriv fødselsdato eller CPR-nr., så de kan skelnes.").format(
                        numbers=numbers
                    ),
                    "name",
                )
            key = (fold(who), *_identity(values), values.get("programme"), values.get("start"))
            if key in seen:
                raise Refusal(_("Samme elev og forløb som i række {n}.").format(n=seen[key]), "name")
            yield _plan_row(row.number, values, reader.labels, known)
            seen[key] = row.number
        except Refusal as refusal:
            yield PlannedRow(row.number, who, "refused", str(refusal), wrong=refusal.field)


def _named(values: dict[str, Any] | Refusal) -> dict[str, Any] | Refusal:
    if isinstance(values, dict) and "name" not in values:
        values["name"] = " ".join(filter(None, (values.get("given_name"), values.get("family_name"))))
    return values


def _identity(values: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(values[field] for field in ("registration_number", "birth_date") if values.get(field))


def _indistinguishable(read: list[tuple[Row, dict[str, Any] | Refusal]]) -> dict[str, list[int]]:
    """Names that stand in several rows of which at least one says nothing more about who it is."""
    numbers: dict[str, list[int]] = {}
    nameless: Counter[str] = Counter()
    for row, values in read:
        if isinstance(values, dict):
            numbers.setdefault(fold(values["name"]), []).append(row.number)
            nameless[fold(values["name"])] += not _identity(values)
    return {name: rows for name, rows in numbers.items() if len(rows) > 1 and nameless[name]}


def _who(row: Row, column_map: ColumnMap) -> str:
    place = column_map.index("name") if "name" in column_map else None
    return str(row.cells[place] or "") if place is not None and place < len(row.cells) else ""


def _plan_row(number: int, values: dict[str, Any], labels: dict[str, str], known: Known) -> PlannedRow:
    if not values.get("name"):
        raise Refusal(_("Navnet mangler."), "name")
    start, end = values.get("start"), values.get("agreed_end")
    if start is None:
        raise Refusal(_("Startdatoen mangler."), "start")
    if end is not None and end < start:
        raise Refusal(_("Startdatoen ligger efter den aftalte slutdato."), "agreed_end")
    if values.get("leave_from") and values.get("leave_to") and values["leave_to"] < values["leave_from"]:
        raise Refusal(_("Orloven slutter, før den begynder."), "leave_to")
    born, cpr = values.get("birth_date"), values.get("registration_number")
    if born and born >= start:
        raise Refusal(_("Fødselsdatoen ligger efter startdatoen."), "birth_date")
    found = known.matching(values["name"], cpr, born)
    if len(found) > 1:
        raise Refusal(
            _("{n} elever hedder {name}. Skriv fødselsdato eller CPR-nr.").format(n=len(found), name=values["name"]), "name"
        )
    if not found and "programme" not in values:
        raise Refusal(_("Ordningen mangler, for eksempel IGU."), "programme")
    draft = Draft(known, labels, "enrolment")
    if born and cpr and not born_on(cpr, born):
        draft.warnings.append(_("CPR-nummer og fødselsdato passer ikke sammen."))
    folder = _learner(draft, found[0] if found else None, values, known)
    enrolment = _enrolment(draft, folder, values, known)
    _placement(draft, folder, enrolment, values, known)
    _leave(draft, folder, enrolment, values, known)
    return draft.planned(number, values["name"])


def _learner(draft: Draft, folder: Folder | None, values: dict[str, Any], known: Known) -> Folder:
    level = values.get("danish_level")
    exam = values.get("exam") or passed_exam(level or "")
    if folder is not None and folder.learner.exam and exam and not is_higher_exam(exam, folder.learner.exam):
        exam = folder.learner.exam
    shared = {
        **{name: values.get(name) for name in ("name", "languages", "phone", "email")},
        "danish_level": level,
        "exam": exam,
        "exam_passed_on": values.get("exam_passed_on"),
    }
    private_names = ("birth_date", "registration_number", "permit_expires", "first_danish_address")
    private = {name: values.get(name) for name in private_names}
    if folder is None:
        who = known.new_learner()
        folder = Folder(
            draft.create(Learner(who, LEARNER_ROW, **shared)), draft.create(LearnerPrivate(who, LEARNER_ROW, **private))
        )
    else:
        folder.learner = draft.change(folder.learner, **shared)
        folder.private = draft.change(folder.private, **private)
    known.put_folder(folder)
    return folder


def _enrolment(draft: Draft, folder: Folder, values: dict[str, Any], known: Known) -> Enrolment:
    written = values.get("programme")
    programme = known.programme(written) if written else None
    key = programme.key if programme else written
    start: date = values["start"]
    same = [e for e in folder.enrolments if key is None or e.programme == key]
    found = next((e for e in same if e.start == start), None)
    if found is None and len(same) == 1 and abs((same[0].start - start).days) < SAME_COURSE_DAYS:
        found = same[0]
    rule_set = programme.rule_set_on(start) if programme else None
    course = {
        "start": start,
        "agreed_end": values.get("agreed_end"),
        "school_minutes_a_week": values.get("school_minutes"),
        **{name: values.get(name) for name in ("municipality", "target_group", "remark")},
    }
    if found is None:
        if key is None:
            raise Refusal(_("Ordningen mangler, for eksempel IGU."), "programme")
        course["rule_set"] = rule_set.key if rule_set else None
        made = draft.create(Enrolment(folder.learner.learner, known.new_id(), programme=key, **course))
        if programme and programme.rule_sets and rule_set is None:
            draft.warnings.append(_("Intet regelsæt gælder for den startdato."))
        folder.enrolments.append(made)
        return made
    if found.start != start:
        course["rule_set"] = rule_set.key if rule_set else None
    changed = draft.change(found, **course)
    folder.enrolments[folder.enrolments.index(found)] = changed
    return changed


def _placement(draft: Draft, folder: Folder, enrolment: Enrolment, values: dict[str, Any], known: Known) -> None:
    site, mentor = _site(draft, values, known), None
    if values.get("mentor"):
        mentor = _mentor(draft, values, site, known)
    place = {
        "site": site.id if site else None,
        "mentor": mentor.id if mentor else None,
        "department": values.get("department"),
        "minutes_a_week": values.get("practice_minutes"),
    }
    if not any(place.values()):
        return
    own = [p for p in folder.placements if p.enrolment == enrolment.id]
    own.sort(key=lambda placement: placement.first_day or date.min)
    if not own:
        dates = {"first_day": enrolment.start, "last_day": enrolment.agreed_end}
        made = Placement(folder.learner.learner, known.new_id(), enrolment.id, **place, **dates)  # type: ignore[arg-type]
        folder.placements.append(draft.create(made))
        return
    # a list tells where the learner is now: the last placement
    last = own[-1]
    first_day = enrolment.start if len(own) == 1 else None
    folder.placements[folder.placements.index(last)] = draft.change(last, **place, first_day=first_day)


def _site(draft: Draft, values: dict[str, Any], known: Known) -> Site | None:
    name = values.get("site")
    if not name:
        return None
    facts = {field: values.get(field) for field in ("cvr", "p_number", "sector", "address")}
    found = known.site(name, facts["cvr"], facts["p_number"])
    if found is None:
        found = draft.create(Site(known.new_id(), name, **facts))
    else:
        found = draft.change(found, **facts)
    known.put_site(found)
    return found


def _mentor(draft: Draft, values: dict[str, Any], site: Site | None, known: Known) -> Person:
    place = site.id if site else None
    found = known.person(values["mentor"], place)
    phone = values.get("mentor_phone")
    if found is None:
        found = draft.create(Person(known.new_id(), values["mentor"], "mentor", place, phone))
    else:
        found = draft.change(found, phone=phone)
    known.put_person(found)
    return found


def _leave(draft: Draft, folder: Folder, enrolment: Enrolment, values: dict[str, Any], known: Known) -> None:
    first, last = values.get("leave_from"), values.get("leave_to")
    if first is None and last is None:
        return
    if first is None or last is None:
        raise Refusal(_("Orloven skal have både første og sidste dag."), "leave_to" if first else "leave_from")
    kind = values.get("leave_kind", "leave")
    programme = known.programme(enrolment.programme)
    plain_end = last_day_of_years(enrolment.start, programme.years) if programme and programme.years else None
    later = bool(plain_end and enrolment.agreed_end and enrolment.agreed_end > plain_end)
    # an agreed end after the plain one is the agreement that the leave extends the course (§ 6, stk. 6)
    extends = True if later and kind in ("parental", "sick") else None
    found = next((x for x in folder.leaves if x.enrolment == enrolment.id and (x.first_day, x.kind) == (first, kind)), None)
    if found is None:
        made = Leave(folder.learner.learner, known.new_id(), enrolment.id, kind, first, last, extends)
        folder.leaves.append(draft.create(made))
    else:
        folder.leaves[folder.leaves.index(found)] = draft.change(found, last_day=last, extends=extends)
