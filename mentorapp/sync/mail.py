"""A file for secure mail: one ordinary PDF letter with the sealed file attached inside it, and back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from mentorapp.store.exchange.partners import Partner
from mentorapp.store.session import Session
from mentorapp.sync import exchange, file_kind, letter, whole_file
from mentorapp.sync.exchange import Sent

_ASIDE = "brev.part"
"""In the profile: the sealed file for the moment it takes to lay it into the letter."""


def send_letter(session: Session, partner: Partner, path: Path, page: Callable[[Sent], bytes]) -> Sent:
    """Write the covering letter that `page` makes, with a file for `partner` inside, to `path`.

    `UserError` where the letter grows larger than secure mail takes.
    """
    aside = session.profile.folder / _ASIDE
    try:
        with exchange.made_for(session, partner, aside) as sent:
            letter.check_size(sent.size)
            name = exchange.file_name(session, partner)
            content = letter.attach(page(sent), name, aside.read_bytes())
            whole_file.write(path, content)
            return replace(sent, path=path, size=len(content))
    finally:
        aside.unlink(missing_ok=True)


def sealed_in(path: Path) -> Path | bytes:
    """What to open of a file somebody sent: the attachment of a letter, or the file itself."""
    return letter.attached(path) if file_kind.kind_of(path) == "letter" else path
