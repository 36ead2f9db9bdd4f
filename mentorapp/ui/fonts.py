"""The fonts that ship with the program, so that it looks the same on every machine and needs none of its own."""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from mentorapp.errors import UserError
from mentorapp.i18n import _
from mentorapp.paths import RESOURCES
from mentorapp.ui.theme import tokens


@cache
def register() -> tuple[str, ...]:
    """Make the shipped fonts known to Qt; returns their families. Needs a running application."""
    families: list[str] = []
    for path in sorted((RESOURCES / "fonts").glob("*.ttf")):
        number = QFontDatabase.addApplicationFont(str(path))
        if number < 0:
            raise UserError(
                _("Skrifttypen {file} kan ikke læses. Dine data er urørte. Installér programmet igen.").format(
                    file=path.name
                )
            )
        families += QFontDatabase.applicationFontFamilies(number)
    # Names in scripts that Plex lacks fall through to Noto wherever a font was asked for by one name only.
    QFont.insertSubstitutions(tokens()["type"]["families"][0], tokens()["type"]["families"][1:])
    return tuple(dict.fromkeys(families))
