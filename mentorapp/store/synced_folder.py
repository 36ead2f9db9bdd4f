"""Knows the folders that another program copies to other machines: a database in one of them is damaged by it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

_NAMES = {
    "onedrive": "OneDrive", "dropbox": "Dropbox", "nextcloud": "Nextcloud", "owncloud": "ownCloud",
    "google drive": "Google Drev", "googledrive": "Google Drev", "my drive": "Google Drev", "icloud": "iCloud",
    "mobile documents": "iCloud", "sharepoint": "SharePoint", "syncthing": "Syncthing", "seafile": "Seafile",
}  # fmt: skip
_SIGNS = {
    ".dropbox.cache": "Dropbox", ".nextcloudsync.log": "Nextcloud", ".owncloudsync.log": "ownCloud",
    ".stfolder": "Syncthing",
}  # fmt: skip
_VARIABLES = {"OneDrive": "OneDrive", "OneDriveCommercial": "OneDrive", "OneDriveConsumer": "OneDrive"}


def service(folder: Path, environment: Mapping[str, str]) -> str | None:
    """What keeps `folder` in step with other machines, by its names, by what lies beside it, or by `environment`."""
    folder = folder.absolute()
    for variable, name in _VARIABLES.items():
        root = environment.get(variable)
        if root and folder.is_relative_to(Path(root).absolute()):
            return name
    for each in (folder, *folder.parents):
        # "OneDrive - Herning Kommune" is one, too
        for beginning, name in _NAMES.items():
            if each.name.casefold().startswith(beginning):
                return name
        for sign, name in _SIGNS.items():
            if (each / sign).exists():
                return name
    return None
