"""A bare PySide6 window with an empty table: what Qt itself needs. Prints ms from process start and peak kB."""

import os
import resource
import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView

app = QApplication(sys.argv[:1])
window = QMainWindow()
window.setCentralWidget(QTableView())
window.resize(1366, 768)
window.show()


def painted() -> None:
    elapsed = time.time() - float(os.environ["STARTED"])
    print(elapsed * 1000, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
    app.quit()


QTimer.singleShot(0, painted)
app.exec()
