"""`import FILE`: a list in; with `--dry-run` only what would happen."""

from __future__ import annotations

import argparse
import secrets
from pathlib import Path
from typing import Any

from mentorapp.cli import output
from mentorapp.errors import Refused
from mentorapp.i18n import _
from mentorapp.lists import columns, plan
from mentorapp.lists.plan import Existing, NewIds, Plan
from mentorapp.store.session import Session
from mentorapp.store.tables import COORDINATOR


def run(session: Session, arguments: argparse.Namespace) -> None:
    plans = plan_file(session, arguments.file, arguments.kind)
    if not arguments.dry_run:
        record(session, plans, arguments.file)
    if arguments.json:
        output.print_json({"dry_run": arguments.dry_run, "lists": [_as_json(each) for each in plans]})
        return
    for each in plans:
        _tell(each, arguments.dry_run)


def import_file(session: Session, path: Path, kind: str | None = None) -> list[Plan]:
    """Plan the list at `path` and record it."""
    plans = plan_file(session, path, kind)
    record(session, plans, path)
    return plans


def plan_file(session: Session, path: Path, kind: str | None = None) -> list[Plan]:
    """What importing the list would do; `UserError` where it cannot be read."""
    existing = Existing(session.case_files(), session.organisation)
    new_ids = NewIds(lambda: secrets.token_hex(8), lambda: secrets.token_bytes(16))
    return plan.read_and_plan(path, existing, new_ids, kind)


def record(session: Session, plans: list[Plan], path: Path) -> None:
    """Write what was planned as one action, so that it is undone as one."""
    if session.store.role != COORDINATOR:
        raise Refused(_("Lister importeres af gennemførselsvejlederen. Intet er ændret."))
    changes = [change for each in plans for change in each.changes]
    session.store.record(changes, _("Import af {file}").format(file=path.name), "import")


def _as_json(each: Plan) -> dict[str, Any]:
    told = [
        {
            "row": row.number,
            "learner": row.who,
            "outcome": row.outcome,
            "reason": row.reason or None,
            "changes": [{"field": label, "before": before, "after": after} for label, before, after in row.fields],
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
        for label, before, after in row.fields:
            print(where + _("{field}: {before} → {after}").format(field=label, before=before or "–", after=after))
        for warning in row.warnings:
            print(where + warning)
