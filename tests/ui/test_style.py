"""The look's promises that can be computed: contrast, complete tokens, icons, fonts, and 200 % text."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFontMetrics, QFontMetricsF, QRawFont
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QVBoxLayout, QWidget

from mentorapp.paths import RESOURCES
from mentorapp.ui import fonts, icons, style, style_sheet
from mentorapp.ui.parts.button import Button
from mentorapp.ui.parts.chip import ICONS
from mentorapp.ui.parts.segmented import Segmented
from mentorapp.ui.theme import TEXT_SCALES, current, theme, tokens
from tests.ui.walk.contrast import contrast

THEMES = ("light", "dark")
TEXT, DRAWING = 4.5, 3.0

# Ink on ground, after the table of the look.
PAIRS = [
    *((ink, ground, TEXT) for ink in ("text", "text_muted") for ground in
      ("surface", "surface_raised", "surface_sunken", "rail", "selected", "hover", "extension")),
    *((ink, f"{tone}_soft", TEXT) for ink in ("text", "text_muted") for tone in ("warning", "danger", "accent")),
    *(("text", f"{tone}_soft", TEXT) for tone in ("ok", "info")),
    *((tone, ground, TEXT) for tone in ("danger", "warning", "ok", "info", "accent")
      for ground in (f"{tone}_soft", "surface_raised", "surface")),
    ("accent", "selected", TEXT),
    ("text_on_accent", "accent", TEXT),
    ("text_on_accent", "accent_hover", TEXT),
    *((ink, ground, DRAWING) for ink in ("line_strong", "focus") for ground in ("surface", "surface_raised")),
    ("focus", "selected", DRAWING),
    ("today", "surface_raised", TEXT),
    ("surface_raised", "today", TEXT),
    *((ink, "surface_raised", DRAWING) for ink in ("total_documented", "total_attended", "total_planned_edge")),
]  # fmt: skip


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    style.apply(qapp, "light", 1.0)
    yield qapp
    style.apply(qapp, "light", 1.0)


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS)
def test_every_pair_has_its_contrast(name: str, ink: str, ground: str, least: float) -> None:
    shown = theme(name)
    assert contrast(shown.colour(ink), shown.colour(ground)) >= least


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("kind", tokens()["kinds"])
def test_kinds_of_weeks_stand_out(name: str, kind: str) -> None:
    shown = theme(name)
    colours, raised = shown.kinds[kind], shown.colour("surface_raised")
    assert contrast(colours.edge, raised) >= DRAWING
    if colours.family in ("school", "absent"):
        assert contrast(colours.solid, raised) >= DRAWING
    if colours.pattern != "plain":
        assert contrast(colours.mark, colours.solid) >= DRAWING


def test_both_palettes_name_the_same_roles() -> None:
    assert tokens()["colour"]["light"].keys() == tokens()["colour"]["dark"].keys()
    for kind in tokens()["kinds"].values():
        assert kind["light"].keys() == kind["dark"].keys() == {"solid", "mark", "tint", "edge"}


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("scale", TEXT_SCALES)
def test_the_style_sheet_finds_every_value(app: QApplication, name: str, scale: float) -> None:
    sheet = style_sheet.build(theme(name, scale))
    assert "$" not in sheet
    assert sheet.count("{") == sheet.count("}")


def test_no_colour_is_named_outside_the_tokens() -> None:
    colours = re.compile(r"#[0-9A-Fa-f]{6}\b")
    for path in (RESOURCES.parent / "mentorapp" / "ui").rglob("*.py"):
        assert not colours.findall(path.read_text("utf-8")), path


def test_sizes_the_look_gives() -> None:
    shown = theme("light")
    sizes = {"rail": 192, "page_head": 72, "tabs": 36, "control": 32, "control_small": 28, "chip": 22, "count_chip": 30}
    sizes |= {
        "row": 44,
        "row_confirm": 60,
        "row_preview": 44,
        "row_dialog": 32,
        "row_board": 30,
        "row_board_compact": 22,
    }
    assert {name: shown.size(name) for name in sizes} == sizes
    assert [shown.radius(name) for name in ("control", "chip", "panel", "dialog")] == [4, 4, 6, 8]


# Where a call that shows an icon has its name: place among the arguments, or the keyword `icon`.
ICON_ARGUMENT = {"Button": 2, "IconButton": 1, "Icon": 0, "Place": 2, "WayOn": 1, "set_icon": 0}
ICON_ARGUMENT |= {"icons.icon": 0, "icons.glyph": 0, "icons.pixmap": 0, "icons.paint": 4}


def named_icons() -> set[str]:
    """Names of icons as they stand in the code of the window."""
    found = set(ICONS.values())
    for path in (RESOURCES.parent / "mentorapp" / "ui").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                place = ICON_ARGUMENT.get(ast.unparse(node.func), len(node.args))
                named = [*node.args[place : place + 1], *(word.value for word in node.keywords if word.arg == "icon")]
                found.update(str(name.value) for name in named if isinstance(name, ast.Constant) and name.value)
    return found


def test_every_icon_used_exists() -> None:
    assert named_icons() >= {"calendar-days", "check", "chevron-down", "lock", "octagon-alert"}
    assert [name for name in sorted(named_icons()) if not (RESOURCES / "icons" / f"{name}.svg").exists()] == []


@pytest.mark.parametrize("path", sorted((RESOURCES / "icons").glob("*.svg")), ids=lambda path: path.stem)
def test_icons_take_any_colour_and_ratio(app: QApplication, path: Path) -> None:
    if path.stem == "mentorapp":
        assert not icons.window_icon().pixmap(32).isNull()
        return
    assert "currentColor" in icons.source(path.stem)
    drawn = icons.pixmap(path.stem, QColor("red"), 16, 1.5)
    assert (drawn.width(), drawn.devicePixelRatio()) == (24, 1.5)
    image = drawn.toImage()
    inked = [image.pixelColor(x, y) for x in range(24) for y in range(24) if image.pixelColor(x, y).alpha() > 200]
    assert inked
    assert all(colour.red() > 200 and colour.green() < 60 for colour in inked)


def test_shipped_fonts_have_their_letters_and_licences(app: QApplication) -> None:
    assert set(fonts.register()) >= set(tokens()["type"]["families"])
    for family, letters in {
        "IBMPlexSans-Regular": "æøåÆØÅéÉüđšЖіїєґ–—·§½„“✓←→↑↓−0123456789",
        "IBMPlexSans-Medium": "æøåÆØÅ",
        "IBMPlexSans-SemiBold": "æøåÆØÅ",
        "NotoSansEthiopic-Regular": "ሰላምገብረ",
        "NotoNaskhArabic-Regular": "مريمپگ۳",
    }.items():
        path = RESOURCES / "fonts" / f"{family}.ttf"
        assert path.stat().st_size < 300_000
        raw = QRawFont(str(path), 14)
        assert [letter for letter in letters if not raw.supportsCharacter(ord(letter))] == []
        licence = RESOURCES / "fonts" / f"{family.split('-')[0]}-OFL.txt"
        assert "SIL OPEN FONT LICENSE" in licence.read_text("utf-8")


def test_weights_are_faces_of_their_own(app: QApplication) -> None:
    made = [theme("light").font("body", weight) for weight in (400, 500, 600)]
    assert len({QFontMetricsF(font).horizontalAdvance("Mentorapp") for font in made}) == 3


def test_figures_are_of_equal_width(app: QApplication) -> None:
    metrics = QFontMetrics(theme("light").font("body"))
    assert len({metrics.horizontalAdvance(figure) for figure in "0123456789"}) == 1


def a_window() -> tuple[QWidget, list[QWidget]]:
    """A window with one control of each kind."""
    window = QWidget()
    column = QVBoxLayout(window)
    controls = [Button("Gem", "primary"), QPushButton("Gem"), QLineEdit(), QComboBox(), Segmented([("a", "Ja")])]
    for control in controls:
        column.addWidget(control)
    window.show()
    return window, controls


def test_200_percent_doubles_text_and_controls_at_run_time(app: QApplication, qtbot) -> None:
    window, controls = a_window()
    qtbot.addWidget(window)
    assert [control.sizeHint().height() for control in controls] == [32] * 5
    style.apply(app, "light", 2.0)
    assert [control.sizeHint().height() for control in controls] == [64] * 5
    assert app.font().pixelSize() == 2 * 14
    assert current().scale == 2.0
    for role in tokens()["type"]["scale"]:
        assert theme("light", 2.0).font(role).pixelSize() == 2 * theme("light").font(role).pixelSize()


def test_the_theme_changes_at_run_time(app: QApplication, qtbot) -> None:
    window, _controls = a_window()
    qtbot.addWidget(window)
    for name in THEMES:
        style.apply(app, name)
        assert app.palette().window().color() == theme(name).colour("surface")
        assert current().name == name
