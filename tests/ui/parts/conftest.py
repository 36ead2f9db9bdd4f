"""The parts are drawn with the shipped fonts, light, at 100 %."""

import pytest
from PySide6.QtWidgets import QApplication

from mentorapp.ui import style


@pytest.fixture
def app(qapp: QApplication) -> QApplication:
    style.apply(qapp, "light", 1.0)
    return qapp
