"""Where things lie: the shipped resources, and a profile folder of the user."""

from __future__ import annotations

from pathlib import Path

RESOURCES = Path(__file__).resolve().parent.parent / "resources"


def default_profile() -> Path:
    """The profile used when none is named: the platform's folder for a user's application data."""
    from platformdirs import user_data_path

    return user_data_path("Mentorapp", appauthor=False, roaming=False) / "profil"
