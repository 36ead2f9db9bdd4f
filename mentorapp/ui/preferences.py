"""What this machine remembers: theme, text size, language, the window's place. Never anything about people."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

FILE = "vindue.ini"


class Preferences:
    """A small file in the profile folder; a missing or broken one means the defaults."""

    def __init__(self, folder: Path) -> None:
        self._settings = QSettings(str(folder / FILE), QSettings.Format.IniFormat)

    @property
    def theme(self) -> str:
        """`system`, `light` or `dark`."""
        return str(self._settings.value("look/theme", "system"))

    @theme.setter
    def theme(self, name: str) -> None:
        self._settings.setValue("look/theme", name)

    @property
    def text_scale(self) -> float:
        """1.0 to 2.0."""
        try:
            return min(2.0, max(1.0, float(str(self._settings.value("look/text_scale", "1.0")))))
        except ValueError:
            return 1.0

    @text_scale.setter
    def text_scale(self, scale: float) -> None:
        self._settings.setValue("look/text_scale", str(scale))

    @property
    def language(self) -> str:
        """Key of a language in i18n.LANGUAGES."""
        return str(self._settings.value("look/language", "da"))

    @language.setter
    def language(self, key: str) -> None:
        self._settings.setValue("look/language", key)

    @property
    def place(self) -> str:
        """The place of the rail the window was left at; the program opens there again."""
        return str(self._settings.value("window/place", "today"))

    @place.setter
    def place(self, key: str) -> None:
        self._settings.setValue("window/place", key)

    @property
    def lock_after(self) -> int:
        """Minutes without a touch after which the window locks; 0 means never."""
        try:
            return max(0, int(str(self._settings.value("safety/lock_after", "10"))))
        except ValueError:
            return 10

    @lock_after.setter
    def lock_after(self, minutes: int) -> None:
        self._settings.setValue("safety/lock_after", str(minutes))

    def state(self, name: str) -> QByteArray | None:
        """A saved geometry or header state."""
        value = self._settings.value(f"window/{name}")
        return value if isinstance(value, QByteArray) else None

    def set_state(self, name: str, state: QByteArray) -> None:
        """Remember a geometry or header state."""
        self._settings.setValue(f"window/{name}", state)

    def table(self, name: str) -> dict[str, str]:
        """What was kept of a table: widths of columns by `width_KEY` (pixels at 100 %), `sort` by `KEY` or `-KEY`."""
        self._settings.beginGroup(f"table_{name}")
        kept = {key: str(self._settings.value(key)) for key in self._settings.childKeys()}
        self._settings.endGroup()
        return kept

    def keep_in_table(self, name: str, key: str, value: str) -> None:
        """Remember something of a table."""
        self._settings.setValue(f"table_{name}/{key}", value)

    def save(self) -> None:
        """Write the file now."""
        self._settings.sync()
