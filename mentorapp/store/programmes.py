"""Reads programme files: the shipped ones, and a municipality's own, which take the place of one with the same key."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from mentorapp.domain.programme import Programme
from mentorapp.errors import UserError
from mentorapp.paths import RESOURCES

SHIPPED = RESOURCES / "programmes"
OWN_FOLDER = "ordninger"


@lru_cache(maxsize=8)
def load(profile: Path | None = None) -> tuple[Programme, ...]:
    """All programmes by key; a faulty file is a `UserError` naming it, the line and the reason."""
    from mentorapp.domain import programme_file  # only here: the start of the window imports this module

    folders = (SHIPPED, *([profile / OWN_FOLDER] if profile else ()))
    found = ([programme_file.read(_text(path), path.name) for path in sorted(each.glob("*.toml"))] for each in folders)
    return programme_file.programmes(*found)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as fault:
        raise UserError(
            f"Ordningsfilen {path.name} kan ikke læses: {fault}. Intet er ændret. Gem den som UTF-8, og start igen."
        ) from fault
