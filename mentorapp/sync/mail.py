"""A file for secure mail: one ordinary PDF letter with the sealed file attached inside it, and back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from mentorapp.store.exchange.partners import Partner
from mentorapp.store.session import Session
from mentorapp.sync import exchange, file_kind, letter, paper_files, whole_file
from mentorapp.sync.exchange import Sent

_ASIDE = "brev.part"
"""In the profile: the sealed file for the moment it takes to lay it into the letter."""


def send_letters(session: Session, partner: Partner, path: Path, page: Callable[[Sent], bytes]) -> list[Sent]:
    """Write a covering letter, its page made by `page`, with a file for `partner` inside, to `path`.

    Documents the partner lacks follow in letters of their own beside it. `UserError` where one grows larger than secure
    mail takes.
    """
    aside = session.profile.folder / _ASIDE
    try:
        with exchange.made_for(session, partner, aside) as sent:
            letter.check_size(sent.size)
            letters = [_laid_into(page(sent), sent, exchange.file_name(session, partner), path)]
            for number, papers in enumerate(paper_files.write(session, partner, aside), start=1):
                beside = path.with_name(f"{path.stem} dokumenter {number}{path.suffix}")
                try:
                    letters.append(_laid_into(page(papers), papers, papers.path.name, beside))
                finally:
                    papers.path.unlink(missing_ok=True)
            return letters
    finally:
        aside.unlink(missing_ok=True)


def _laid_into(page: bytes, sent: Sent, name: str, path: Path) -> Sent:
    content = letter.attach(page, name, sent.path.read_bytes())
    whole_file.write(path, content)
    return replace(sent, path=path, size=len(content))


def sealed_in(path: Path) -> Path | bytes:
    """What to open of a file somebody sent: the attachment of a letter, or the file itself."""
    return letter.attached(path) if file_kind.kind_of(path) == "letter" else path
