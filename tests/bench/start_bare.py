"""A bare PySide6 window with an empty table: what Qt itself needs. Prints ms from process start and peak kB."""

import os
import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView

from tests.bench.memory import peak_kb

app = QApplication(sys.argv[:1])
window = QMainWindow()
window.setCentralWidget(QTableView())
window.resize(1366, 768)
window.show()


def painted() -> None:
    app.processEvents()
    elapsed = time.time() - float(os.environ["STARTED"])
    print(elapsed * 1000, peak_kb())
    app.quit()


QTimer.singleShot(0, painted)
app.exec()
