"""`import FILE`: a list in; with `--dry-run` only what would happen."""

from __future__ import annotations

import argparse
import secrets
from pathlib import Path
from typing import Any

from mentorapp.cli import learners, output
from mentorapp.domain.case_file import CaseFile
from mentorapp.errors import Refused
from mentorapp.i18n import _
from mentorapp.lists import columns, list_import
from mentorapp.lists.plan import CHANGED, Existing, ListImport, Plan
from mentorapp.store import word_lists
from mentorapp.store.roles import COORDINATOR
from mentorapp.store.session import Session


def run(session: Session, arguments: argparse.Namespace) -> None:
    about = learners.find(session, arguments.learner) if arguments.learner else None
    planned = plan_file(session, arguments.file, arguments.kind, about)
    if not arguments.dry_run:
        session.protect("import")
        record(session, planned, arguments.file)
    if arguments.json:
        skipped = [{"sheet": left_out.sheet, "reason": left_out.reason} for left_out in planned.skipped]
        lists = [_as_json(each) for each in planned.plans]
        output.print_json({"dry_run": arguments.dry_run, "lists": lists, "skipped": skipped})
        return
    for each in planned.plans:
        _tell(each, arguments.dry_run)
    for left_out in planned.skipped:
        print(left_out.reason)


def import_file(session: Session, path: Path, kind: str | None = None) -> ListImport:
    """Plan the list at `path` and record it."""
    planned = plan_file(session, path, kind)
    record(session, planned, path)
    return planned


def plan_file(session: Session, path: Path, kind: str | None = None, about: CaseFile | None = None) -> ListImport:
    """What importing the list would do; `UserError` where it cannot be read. `about`: whose unmarked month sheet."""
    existing = Existing(session.case_files(), session.organisation, session.today, word_lists.load(session.store))
    return list_import.read_and_plan(
        path, existing, lambda: secrets.token_hex(8), lambda: secrets.token_bytes(16), kind, about
    )


def record(session: Session, planned: ListImport, path: Path) -> None:
    """Write what was planned as one action, so that it is undone as one."""
    if session.store.role != COORDINATOR:
        raise Refused(_("Lister importeres af gennemførselsvejlederen. Intet er ændret."))
    session.store.record(planned.changes, _("Import af {file}").format(file=path.name), "import")


def _as_json(each: Plan) -> dict[str, Any]:
    told = [
        {
            "row": row.number,
            "learner": row.who,
            "outcome": row.outcome,
            "reason": row.reason or None,
            "changes": [{"field": one.label, "before": one.before, "after": one.after} for one in row.fields],
            "warnings": list(row.warnings),
        }
        for row in each.rows
    ]
    return {"sheet": each.sheet, "kind": each.kind, **each.counts, "rows": told}


def _tell(each: Plan, dry_run: bool) -> None:
    head = _("{sheet} ({kind}): {new} nye, {changed} ændrede, {unchanged} uændrede, {refused} afviste.").format(
        sheet=each.sheet, kind=columns.kind_name(each.kind), **each.counts
    )
    print(head + (" " + _("Intet er gemt (prøvekørsel).") if dry_run else ""))
    for row in each.rows:
        where = _("Række {n}, {who}: ").format(n=row.number, who=row.who)
        if row.reason:
            print(where + row.reason)
        for one in row.fields if row.outcome == CHANGED else ():
            said = {"field": one.label, "before": one.before or "–", "after": one.after}
            print(where + _("{field}: {before} → {after}").format(**said))
        for warning in row.warnings:
            print(where + warning)
