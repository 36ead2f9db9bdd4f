"""Puts a theme on the whole application: fonts, palette, style sheet and the focus ring. May be called again."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QLibraryInfo, Qt, QTranslator
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from mentorapp.ui import focus_ring, fonts, style_sheet
from mentorapp.ui import theme as themes
from mentorapp.ui.parts.measured import measure_again
from mentorapp.ui.theme import Theme

CHOICES = ("system", "light", "dark")

_wished: list[tuple[str, float]] = []


def apply(app: QApplication, name: str = "system", scale: float = 1.0) -> Theme:
    """Show the application in a theme (`system`, `light`, `dark`) at a text scale (1.0 to 2.0).

    `system` follows the desktop while the program runs; where the desktop says nothing, it is light.
    """
    first = not app.property("styled")
    _wished[:] = [(name, scale)]
    chosen = themes.theme(system_theme(app) if name == "system" else name, scale)
    fonts.register()
    # Before the style sheet: setting it makes every widget ask again for its sizes, and they ask for this.
    themes.show(chosen)
    if first:
        app.setProperty("styled", True)
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(lambda _scheme: _follow(app))
        focus_ring.follow(app)
    app.setFont(chosen.font("body"))
    app.setPalette(palette(chosen))
    app.setStyleSheet(style_sheet.build(chosen))
    measure_again()
    return chosen


@contextmanager
def undressed(app: QApplication) -> Iterator[None]:
    """Build many widgets inside: the style sheet is put on once, when they stand.

    Under a style sheet Qt styles a widget and all its parts anew each time it is given to another.
    """
    sheet = app.styleSheet()
    app.setStyleSheet("")
    try:
        yield
    finally:
        app.setStyleSheet(sheet)


def load_qt_texts(app: QApplication, language: str) -> None:
    """Qt's own words ("Cancel", the print dialog) in `language`; may be called again for another."""
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    translator = QTranslator(app)
    if translator.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)


def system_theme(app: QApplication) -> str:
    """What the desktop asks for, as far as it says."""
    return "dark" if app.styleHints().colorScheme() == Qt.ColorScheme.Dark else "light"


def _follow(app: QApplication) -> None:
    name, scale = _wished[-1]
    if name == "system":
        apply(app, name, scale)


def palette(theme: Theme) -> QPalette:
    """Qt's own colour roles, for what the style sheet does not reach."""
    made = QPalette()
    role = QPalette.ColorRole
    for where, name in (
        (role.Window, "surface"),
        (role.WindowText, "text"),
        (role.Base, "surface_raised"),
        (role.AlternateBase, "surface"),
        (role.Text, "text"),
        (role.Button, "surface_raised"),
        (role.ButtonText, "text"),
        (role.BrightText, "danger"),
        (role.PlaceholderText, "text_muted"),
        (role.ToolTipBase, "surface_raised"),
        (role.ToolTipText, "text"),
        (role.Highlight, "accent"),
        (role.HighlightedText, "text_on_accent"),
        (role.Link, "accent"),
        (role.LinkVisited, "accent"),
        (role.Accent, "accent"),
        (role.Light, "surface_raised"),
        (role.Midlight, "hover"),
        (role.Mid, "line"),
        (role.Dark, "line_strong"),
        (role.Shadow, "shadow"),
    ):
        made.setColor(where, theme.colour(name))
    muted: QColor = theme.colour("text_muted")
    for where in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, where, muted)
    made.setColor(QPalette.ColorGroup.Disabled, role.Base, theme.colour("surface_sunken"))
    return made
