"""What must hold of every page and dialog as it stands on the screen; each check names what does not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTextEdit,
    QWidget,
)

from tests.ui.walk.painted import Painted, Written, painted

CONTROLS = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QTextEdit, QPlainTextEdit, QAbstractItemView)
SCROLLS_INSIDE = (QLineEdit, QTextEdit, QPlainTextEdit)
MOST_TABS = 400
WORD = re.compile(r"[^\W\d_]{3,}")


def shown(root: QWidget) -> Iterator[QWidget]:
    """`root` and every widget on it that can be seen."""
    yield root
    for widget in root.findChildren(QWidget):
        if widget.isVisibleTo(root) and widget.window() is root.window() and not widget.size().isEmpty():
            yield widget


def controls(root: QWidget) -> list[QWidget]:
    """Everything on `root` that can be used now, but for the inner parts of Qt's own controls."""
    found = []
    for widget in shown(root):
        inner = isinstance(widget.parent(), QComboBox | QAbstractSpinBox | QLineEdit | QAbstractItemView)
        takes_keys = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget is not root.window()
        if (
            (isinstance(widget, CONTROLS) or takes_keys) and widget.isEnabled() and not inner
            and not isinstance(widget, QScrollBar)
        ):  # fmt: skip
            found.append(widget)
    return found


def spoken(widget: QWidget) -> str:
    """The name a screen reader says."""
    if isinstance(widget, QComboBox):
        # on Linux Qt says what is chosen in place of the name
        labels = widget.window().findChildren(QLabel)
        return widget.accessibleName() or next((one.text() for one in labels if one.buddy() is widget), "")
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def told(widget: QWidget) -> str:
    """A control as a finding names it."""
    holder = widget.parentWidget()
    return f"{type(widget).__name__} »{spoken(widget)}« on {type(holder).__name__ if holder else 'nothing'}"


def nameless(root: QWidget) -> list[str]:
    """Controls that a screen reader has no name for."""
    return [told(widget) for widget in controls(root) if not spoken(widget).strip()]


def out_of_reach(root: QWidget) -> list[str]:
    """Controls that Tab never comes to."""
    window = root.window()
    window.activateWindow()
    wanted = controls(root)
    if not wanted:
        return []
    start = window.focusWidget()
    if start is None or not root.isAncestorOf(start):
        next((one for one in wanted if one.focusPolicy() & Qt.FocusPolicy.TabFocus), wanted[0]).setFocus()
    reached: set[QWidget] = set()
    for _step in range(MOST_TABS):
        here = QApplication.focusWidget()
        if here is None or here in reached:
            break
        reached.add(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
    groups = {_group(one) for one in reached} - {None}
    return [
        told(one)
        for one in wanted
        # within a group of choices it is the arrow keys that go on
        if one not in reached and one.focusProxy() not in reached and _group(one) not in groups
    ]


def _group(widget: QWidget) -> object:
    """The choices that `widget` is one of."""
    if not isinstance(widget, QAbstractButton) or not widget.isCheckable():
        return None
    return widget.group() or (widget.parent() if widget.autoExclusive() else None)


def written(root: QWidget) -> Written:
    """Everything that stands on `root`, by the widget that wrote it."""
    return {widget: painted(widget) for widget in shown(root)}


def cut_off(root: QWidget, runs: Written) -> list[str]:
    """Words of which a part cannot be seen or brought into sight."""
    found = []
    for widget in runs:
        if isinstance(widget, QLabel) and widget.wordWrap() and widget.heightForWidth(widget.width()) > widget.height():
            found.append(f"»{widget.text()}«: lines are missing")
            continue
        for run in runs[widget]:
            if run.text.strip() and (why := _cut(widget, run, root)):
                found.append(
                    f"»{run.text}« on {type(widget).__name__} of {type(widget.parentWidget()).__name__}: {why}"
                )
    return found


def _cut(widget: QWidget, run: Painted, root: QWidget) -> str:
    if run.text.endswith("…") and run.text.rstrip("…") == run.text.rstrip("…").rstrip() and not _whole(widget, run):
        return "ends in an ellipsis, and nothing says the rest"
    box, at = run.ink, widget
    while True:
        area = at.parentWidget()
        viewport = isinstance(area, QAbstractScrollArea) and area.viewport() is at
        if isinstance(at, SCROLLS_INSIDE) or (viewport and isinstance(area, SCROLLS_INSIDE)):
            return ""
        # a heading moves with its table
        scrolled = area.parentWidget() if isinstance(area, QHeaderView) else area
        across = viewport and isinstance(scrolled, QAbstractScrollArea) and scrolled.horizontalScrollBar().maximum() > 0
        down = viewport
        if not across and (box.left() < -1 or box.right() > at.width() + 1):
            return f"beyond the side of {type(at).__name__}"
        if not down and (box.top() < -1 or box.bottom() > at.height() + 1):
            return f"beyond the height of {type(at).__name__}"
        if viewport or at is root or area is None:
            return ""
        box, at = box.translated(at.pos()), area


def _whole(widget: QWidget, run: Painted) -> bool:
    """Whether the rest of an elided text is said when pointed at or read aloud."""
    area = widget.parentWidget()
    if isinstance(area, QAbstractItemView) and area.viewport() is widget:
        index = area.indexAt(run.ink.center().toPoint())
        return bool(index.data(Qt.ItemDataRole.ToolTipRole) or index.data(Qt.ItemDataRole.AccessibleTextRole))
    begun = run.text.rstrip("…")
    return any(begun in said for said in (widget.toolTip(), spoken(widget), widget.accessibleDescription()))


def said(root: QWidget, runs: Written) -> set[str]:
    """Every text that is written on `root`, read aloud from it or shown beside it."""
    texts = {root.windowTitle()}
    for widget in runs:
        texts |= {run.text for run in runs[widget] if not run.text.endswith("…")}
        texts |= {spoken(widget), widget.accessibleDescription(), widget.toolTip(), widget.whatsThis()}
    return texts


def words(texts: set[str]) -> set[str]:
    """The words of texts, in small letters."""
    return {word.casefold() for text in texts for word in WORD.findall(text)}
