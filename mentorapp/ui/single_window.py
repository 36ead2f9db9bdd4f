"""One window a profile: a second start raises the first."""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QWidget

_ANSWER_MS = 1_000


def _name(folder: Path) -> str:
    """A name of the socket that tells nobody where the profile lies."""
    return "mentorapp-" + hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:16]


def raise_other(folder: Path) -> bool:
    """Ask the window that has the profile to come forward; whether one answered."""
    socket = QLocalSocket()
    socket.connectToServer(_name(folder))
    if not socket.waitForConnected(_ANSWER_MS):
        return False
    socket.disconnectFromServer()
    return True


class Doorbell(QObject):
    """Listens for second starts and brings `window` forward."""

    def __init__(self, folder: Path, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        # what a killed program left behind would keep us from listening; the profile's lock says that it is gone
        QLocalServer.removeServer(_name(folder))
        self._server.listen(_name(folder))
        self._server.newConnection.connect(self._come_forward)

    def _come_forward(self) -> None:
        self._server.nextPendingConnection().deleteLater()
        if self._window.isMinimized():
            self._window.showNormal()
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()
