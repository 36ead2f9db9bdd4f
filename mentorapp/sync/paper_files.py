"""Documents travel in files of their own, each small enough for secure mail, until the partner says it holds them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mentorapp.store.exchange import papers
from mentorapp.store.exchange.papers import Paper
from mentorapp.store.exchange.partners import Partner
from mentorapp.store.session import Session
from mentorapp.sync import exchange, identity, sealed
from mentorapp.sync.exchange import Sent

MOST = 7 << 20
"""Bytes of documents in one file: with the letter's page around it, it stays below the 8 MB of secure mail."""


def write(session: Session, partner: Partner, beside: Path) -> Iterator[Sent]:
    """Write the documents `partner` lacks into files beside the file `beside`, named after it and numbered.

    Each is written when it is asked for; none where nothing is lacking. Faults as with `exchange.made_for`.
    """
    receiver = exchange.keys_for(partner)
    for number, some in enumerate(_portions(papers.missing_there(session.store, partner, session.today)), start=1):
        path = beside.with_name(f"{beside.stem} dokumenter {number}{exchange.SUFFIX}")
        head = exchange.head_for(session, partner, "documents")
        sealed.write_documents(path, head, some, identity.keys(session.store), receiver)
        yield Sent(path, head.file_id, path.stat().st_size, len({learner for learner, _sha256, _content in some}))


def _portions(found: Iterator[Paper]) -> Iterator[list[Paper]]:
    """The documents, in their order, in lots of at most `MOST` bytes; each document is smaller than that."""
    lot: list[Paper] = []
    size = 0
    for paper in found:
        if lot and size + len(paper[2]) > MOST:
            yield lot
            lot, size = [], 0
        lot.append(paper)
        size += len(paper[2])
    if lot:
        yield lot
