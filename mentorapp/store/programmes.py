"""Reads programme files: the shipped ones, and a municipality's own, which take the place of one with the same key."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path

from mentorapp.domain.programme import Programme, parse
from mentorapp.errors import UserError
from mentorapp.paths import RESOURCES

OWN_FOLDER = "ordninger"


@lru_cache(maxsize=8)
def load(profile: Path | None = None) -> tuple[Programme, ...]:
    """All programmes by key; a faulty file is a `UserError` naming it, the line and the reason."""
    folders = [RESOURCES / "programmes", *([profile / OWN_FOLDER] if profile else [])]
    by_key: dict[str, Programme] = {}
    for folder in folders:
        for path in sorted(folder.glob("*.toml")):
            programme = parse(_read(path), path.name)
            by_key[programme.key] = programme
    return tuple(by_key[key] for key in sorted(by_key))


def _read(path: Path) -> dict[str, object]:
    try:
        with path.open("rb") as file:
            return tomllib.load(file)
    except (OSError, ValueError) as fault:
        raise UserError(
            f"Ordningsfilen {path.name} kan ikke læses: {fault}. Intet er ændret. Ret filen, og start igen."
        ) from fault
