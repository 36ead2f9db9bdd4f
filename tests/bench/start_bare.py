"""A bare PySide6 window with an empty table: what Qt itself needs. Prints ms from process start and peak kB."""

import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView


def peak_kb() -> int:
    """Most memory held since this program began; `getrusage` would count what started it too."""
    with Path("/proc/self/status").open(encoding="ascii") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))


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
