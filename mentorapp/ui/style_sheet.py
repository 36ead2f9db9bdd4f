"""One style sheet for Qt's own widgets, made from a theme. Own parts paint themselves and are not in it."""

from string import Template
from typing import Any

from mentorapp.ui import icons
from mentorapp.ui.theme import Theme, tokens

# Properties a page sets: role = primary | soft | secondary | text | danger on buttons, a type role on labels;
# tone = muted | ok | info | warning | danger | accent on labels, muted on combos; control = small on fields in a
# panel's row; invalid = true on fields; ground = raised | rail on plain widgets.
BUTTONS = """
QPushButton { background: $surface_raised; color: $text; border: ${edge}px solid $line_strong;
  border-radius: ${r_control}px; padding: 0 ${pad}px; min-height: ${control}px; font-weight: 600; }
QPushButton[control="small"] { min-height: ${control_small}px; }
QPushButton[control="large"] { min-height: ${control_large}px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed, QPushButton:checked { background: $selected; }
QPushButton[role="primary"], QDialogButtonBox QPushButton:default {
  background: $accent; border-color: $accent; color: $text_on_accent; }
QPushButton[role="primary"]:hover, QPushButton[role="primary"]:pressed, QDialogButtonBox QPushButton:default:hover {
  background: $accent_hover; border-color: $accent_hover; }
QPushButton[role="soft"] { background: $accent_soft; border-color: $accent_soft; color: $accent; }
QPushButton[role="soft"]:hover, QPushButton[role="soft"]:pressed { border-color: $accent; }
QPushButton[role="text"] { background: transparent; border-color: transparent; color: $accent;
  padding: 0; }
QPushButton[role="danger"] { background: $surface_raised; border-color: $danger; color: $danger; }
QPushButton[role="danger"]:hover, QPushButton[role="danger"]:pressed { background: $danger_soft; }
QPushButton:disabled, QPushButton[role="primary"]:disabled, QPushButton[role="soft"]:disabled,
QPushButton[role="danger"]:disabled { background: $surface_sunken; border-color: $line; color: $text_muted; }
QPushButton[role="text"]:disabled { background: transparent; border-color: transparent; color: $text_muted; }
QToolButton { background: transparent; border: none; border-radius: ${r_control}px; padding: ${half}px; }
QToolButton:hover { background: $hover; }
QToolButton:pressed, QToolButton:checked { background: $selected; }
"""

FIELDS = """
QLineEdit, QComboBox, QAbstractSpinBox { background: $surface_raised; color: $text;
  border: ${edge}px solid $line_strong; border-radius: ${r_control}px; padding: 0 ${field_pad}px;
  min-height: ${control}px; selection-background-color: $accent; selection-color: $text_on_accent;
  placeholder-text-color: $text_muted; }
QTextEdit, QPlainTextEdit { background: $surface_raised; color: $text; border: ${edge}px solid $line_strong;
  border-radius: ${r_control}px; padding: ${half}px ${text_pad}px; selection-background-color: $accent;
  selection-color: $text_on_accent; placeholder-text-color: $text_muted; }
QLineEdit[control="small"], QComboBox[control="small"], QAbstractSpinBox[control="small"] {
  min-height: ${control_small}px; }
QLineEdit:focus, QTextEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QComboBox:on, QAbstractSpinBox:focus {
  border-color: $accent; }
*[invalid="true"], *[invalid="true"]:focus { border-color: $danger; }
QLineEdit:read-only, QTextEdit:read-only, QPlainTextEdit:read-only { border-color: $line; }
QLineEdit:disabled, QTextEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled {
  background: $surface_sunken; color: $text_muted; border-color: $line; }
QComboBox[tone="muted"] { color: $text_muted; }
QComboBox QLineEdit { border: none; background: transparent; min-height: 0; padding: 0; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: ${drop}px; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url("$down"); width: ${icon}px; height: ${icon}px; }
QComboBox::down-arrow:disabled { image: none; }
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button, QDoubleSpinBox::down-button {
  border: none; width: ${drop}px; }
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow { image: url("$up"); width: ${glyph}px; height: ${glyph}px; }
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow { image: url("$down"); width: ${glyph}px; height: ${glyph}px; }
QComboBox QAbstractItemView { background: $surface_raised; color: $text; border: ${edge}px solid $line_strong;
  padding: ${half}px 0; outline: none; selection-background-color: $selected; selection-color: $text; }
QComboBox QAbstractItemView::item { min-height: ${control_small}px; padding: 0 ${half}px; }
QCheckBox, QRadioButton { spacing: ${grid}px; min-height: ${target}px; }
QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator { width: ${box}px; height: ${box}px;
  background: $surface_raised; border: ${edge}px solid $line_strong; border-radius: ${r_box}px; }
QRadioButton::indicator { border-radius: ${r_radio}px; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked { background: $accent; border-color: $accent;
  image: url("$check"); }
QCheckBox::indicator:indeterminate { background: $accent; border-color: $accent; image: url("$minus"); }
QRadioButton::indicator:checked { border: ${dot}px solid $accent; background: $text_on_accent;
  width: ${dot_inside}px; height: ${dot_inside}px; }
QCheckBox:disabled, QRadioButton:disabled { color: $text_muted; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { background: $surface_sunken; border-color: $line; }
"""

VIEWS = """
QAbstractItemView { background: $surface_raised; border: none; outline: none; gridline-color: $line;
  selection-background-color: $selected; selection-color: $text; }
QTableView::item, QTreeView::item, QListView::item { padding: 0 ${grid}px; border: none; }
QTableView::item, QTreeView::item { border-bottom: ${edge}px solid $line; }
QTableView::item:selected, QTreeView::item:selected, QListView::item:selected { background: $selected; color: $text; }
QListView::item:hover, QTreeView::item:hover { background: $hover; }
QListView::item:selected:hover, QTreeView::item:selected:hover { background: $selected; }
QHeaderView { background: $surface_raised; border: none; }
QHeaderView::section { background: $surface_raised; color: $text_muted; border: none;
  border-bottom: ${edge}px solid $line_strong; padding: 0 ${grid}px 0 ${row_pad}px;
  font-size: ${label}px; font-weight: 500; }
QHeaderView::up-arrow { image: url("$up"); width: ${glyph}px; height: ${glyph}px; }
QHeaderView::down-arrow { image: url("$down"); width: ${glyph}px; height: ${glyph}px; }
QTableCornerButton::section { background: $surface_raised; border: none; }
QTabWidget::pane { border: none; border-top: ${edge}px solid $line; }
QTabBar { background: transparent; border: none; qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: $text_muted; border: none; padding: 0 ${text_pad}px;
  min-height: ${tabs}px; border-bottom: ${accent_bar}px solid transparent; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }
QTabBar::tab:hover { color: $text; }
QScrollArea, QScrollArea > QWidget > QWidget[ground="clear"] { background: transparent; border: none; }
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: ${scroll_bar}px; }
QScrollBar:horizontal { height: ${scroll_bar}px; }
QScrollBar::handle { background: $line_strong; border-radius: ${r_scroll}px; margin: ${scroll_gap}px; }
QScrollBar::handle:hover { background: $text_muted; }
QScrollBar::handle:vertical { min-height: ${target}px; }
QScrollBar::handle:horizontal { min-width: ${target}px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""

WINDOWS = """
QMainWindow, QWidget[ground="surface"] { background: $surface; }
QDialog, QWidget[ground="raised"], QCalendarWidget QWidget { background: $surface_raised; }
QWidget[ground="rail"] { background: $rail; }
QFrame[line="true"] { background: $line; border: none; }
QMenu { background: $surface_raised; color: $text; border: ${edge}px solid $line_strong; padding: ${half}px 0; }
QMenu::item { padding: ${menu_pad}px ${pad}px; padding-right: ${menu_right}px; }
QMenu::item:selected { background: $selected; }
QMenu::item:disabled { color: $text_muted; }
QMenu::icon { padding-left: ${pad}px; }
QMenu::separator { height: ${edge}px; background: $line; margin: ${half}px 0; }
QToolTip { background: $surface_raised; color: $text; border: ${edge}px solid $line_strong; padding: ${half}px; }
QProgressBar { background: $surface_sunken; border: none; border-radius: ${r_progress}px; text-align: center;
  min-height: ${grid}px; max-height: ${grid}px; }
QProgressBar::chunk { background: $accent; border-radius: ${r_progress}px; }
QSplitter::handle { background: $line; }
QGroupBox { border: none; margin-top: ${control_small}px; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; left: 0; }
QStatusBar { background: $surface; color: $text_muted; }
QStatusBar::item { border: none; }
"""


def _labels(theme: Theme) -> str:
    rules = []
    for role, values in tokens()["type"]["scale"].items():
        rules.append(
            f'QLabel[role="{role}"] {{ font-size: {theme.px(values["px"])}px; font-weight: {values["weight"]}; }}'
        )
    tones = {"muted": "text_muted", **{tone: tone for tone in ("ok", "info", "warning", "danger", "accent")}}
    for tone, role in tones.items():
        rules.append(f'QLabel[tone="{tone}"] {{ color: {theme.colour(role).name()}; }}')
    return "\n".join(rules)


def build(theme: Theme) -> str:
    """The style sheet of a theme at its text scale."""
    edge = theme.line("edge")
    values: dict[str, Any] = {role: colour.name() for role, colour in theme.colours.items()}
    values |= {name: theme.space(name) for name in ("grid", "half")}
    values |= {name: theme.size(name) for name in ("icon", "target", "scroll_bar")}
    values |= {
        "edge": edge,
        "accent_bar": theme.line("accent_bar"),
        # Qt counts the border outside min-height.
        "control": theme.size("control") - 2 * edge,
        "control_small": theme.size("control_small") - 2 * edge,
        "control_large": theme.size("control_large") - 2 * edge,
        "tabs": theme.size("tabs") - theme.line("accent_bar"),
        "pad": theme.space("control") - edge,
        "field_pad": theme.space("control") - edge - theme.px(2),  # Qt's line edit keeps 2 px of its own
        "text_pad": theme.px(7),  # and a document 4 px
        "row_pad": theme.space("panel_gap"),
        "menu_pad": theme.px(6),
        "menu_right": theme.px(24),
        "r_control": theme.radius("control"),
        "r_box": theme.px(3),
        "r_radio": theme.px(8),
        "r_progress": theme.px(4),
        "r_scroll": theme.px(3),
        "scroll_gap": theme.px(2),
        "box": theme.px(14),
        "dot": theme.px(5),
        "dot_inside": theme.px(16) - 2 * theme.px(5),
        "drop": theme.px(28),
        "glyph": theme.size("icon_small"),
        "label": theme.px(tokens()["type"]["scale"]["label"]["px"]),
        "down": icons.glyph("chevron-down", theme.colour("text_muted")),
        "up": icons.glyph("chevron-up", theme.colour("text_muted")),
        "check": icons.glyph("check", theme.colour("text_on_accent")),
        "minus": icons.glyph("minus", theme.colour("text_on_accent")),
    }
    sheet = BUTTONS + FIELDS + VIEWS + WINDOWS
    return Template(sheet).substitute(values) + _labels(theme)
