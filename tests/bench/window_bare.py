"""A bare PySide6 window with an empty table, held for a moment. Prints the kB it holds then."""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView

from tests.bench.memory import held_kb

app = QApplication(sys.argv[:1])
window = QMainWindow()
window.setCentralWidget(QTableView())
window.resize(1366, 768)
window.show()


def told() -> None:
    print(held_kb())
    app.quit()


QTimer.singleShot(300, told)
app.exec()
