"""What stands above the list: what is imported, and from where in the file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from mentorapp.i18n import _, ngettext
from mentorapp.lists.columns import kind_name
from mentorapp.ui.dialogs.importing.planning import ReadSheet


def title(sheets: Sequence[ReadSheet]) -> str:
    """The kind of list, where there is one and it is known."""
    kind = sheets[0].kind if len(sheets) == 1 else None
    return _("Importér {list}").format(list=kind_name(kind) if kind else _("liste"))


def subtitle(path: Path, sheets: Sequence[ReadSheet], several: bool) -> str:
    """File, sheet, rows and the row of the headings. `several`: the file has other sheets besides."""
    if len(sheets) != 1:
        counted = [f"{sheet.sheet.name}: {_rows(sheet)}" for sheet in sheets]
        return " · ".join((path.name, *counted))
    sheet = sheets[0]
    # a .csv has one table, and it is called like the file
    named = several or sheet.sheet.name != path.name
    return " · ".join(
        (
            path.name,
            *([_("ark „{name}“").format(name=sheet.sheet.name)] if named else []),
            _rows(sheet),
            _("overskrifter fundet i række {n}").format(n=sheet.sheet.heading_row),
        )
    )


def _rows(sheet: ReadSheet) -> str:
    count = len(sheet.sheet.rows)
    return ngettext("{n} række", "{n} rækker", count).format(n=count)
