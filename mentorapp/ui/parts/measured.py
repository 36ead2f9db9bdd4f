"""Calls a part back when theme or text size has changed, for what Qt does not ask again: margins and widths."""

from collections.abc import Callable
from weakref import WeakSet

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

_MEASURES = "_measures"
"""Kept on the widget itself, so that a widget and what it measures by go away together."""

_widgets: WeakSet[QWidget] = WeakSet()


def measured(widget: QWidget, measure: Callable[[], None]) -> None:
    """Call `measure` now, and again whenever `style.apply` has been called, as long as `widget` lives."""
    measure()
    widget.__dict__.setdefault(_MEASURES, []).append(measure)
    _widgets.add(widget)


def measure_again() -> None:
    """Measure every part anew; only `style.apply` calls this."""
    for widget in list(_widgets):
        if isValid(widget):
            for measure in widget.__dict__[_MEASURES]:
                measure()
