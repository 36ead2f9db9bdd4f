"""`preview FILE`: what a partner's file would change; nothing is changed."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from typing import Any

from mentorapp.cli import output
from mentorapp.i18n import _
from mentorapp.store.exchange.preview import planned_learners
from mentorapp.store.session import Session
from mentorapp.sync import exchange, mail
from mentorapp.sync.exchange import Arrival


def run(session: Session, arguments: argparse.Namespace) -> None:
    arrival = exchange.open_file(session, mail.sealed_in(arguments.file), arguments.anyway)
    if arguments.json:
        output.print_json(as_json(arrival))
    else:
        tell(arrival)
    arrival.plan.discard()


def as_json(arrival: Arrival) -> dict[str, Any]:
    """The file in numbers, in all and per learner."""
    learners = []
    for one in planned_learners(arrival.plan):
        counted = asdict(one)
        learners.append({"learner": counted.pop("name"), "id": counted.pop("learner").hex(), **counted})
    return {
        "from": arrival.partner.name,
        "again": arrival.again,
        **asdict(arrival.counts),
        "removes_many": arrival.plan.removes_many,
        "by_learner": learners,
    }


def tell(arrival: Arrival) -> None:
    """The file in words, a line for each learner."""
    counts, name = arrival.counts, arrival.partner.name
    if not arrival.is_news:
        print(_("Filen fra {name} indeholder intet nyt.").format(name=name))
        return
    told = {**asdict(counts), "name": name}
    print(
        _(
            "Fra {name}: nye rækker {new_rows}, heraf noter {notes}; felter, der ændres {changed}; egne, der beholdes "
            "{ours}; skrevet af begge {both}; lagt til side {aside}; rækker, der fjernes {removed_rows}."
        ).format(**told)
    )
    for one in planned_learners(arrival.plan):
        who = one.name or _("Fælles for alle")
        late = " " + _("(efter overlevering)") if one.late else ""
        print(
            _("{who}: nye {new_rows}, ændres {changed}, egne beholdes {ours}, skrevet af begge {both}").format(
                who=who, new_rows=one.new_rows, changed=one.changed, ours=one.ours, both=one.both
            )
            + late
        )
    if counts.erased:
        print(_("Elever, der slettes overalt: {n}.").format(n=counts.erased))
    if counts.came_back:
        print(_("Egne felter fra før gendannelsen, der kommer tilbage: {n}.").format(n=counts.came_back))
    if counts.of_a_twin:
        print(_("To kopier af denne profil er i brug. Felter skrevet i den anden: {n}.").format(n=counts.of_a_twin))
