"""One window a profile: a second start raises the first."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QWidget

_ANSWER_MS = 1_000
_LONGEST_PATH = 32_768
"""Bytes."""


def _name(folder: Path) -> str:
    """A name of the socket that tells nobody where the profile lies."""
    return "mentorapp-" + hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:16]


def raise_other(folder: Path, file: Path | None = None) -> bool:
    """Ask the window that has the profile to come forward, and to open `file`; whether one answered."""
    socket = QLocalSocket()
    socket.connectToServer(_name(folder))
    if not socket.waitForConnected(_ANSWER_MS):
        return False
    if file is not None:
        socket.write(str(file.resolve()).encode())
        socket.waitForBytesWritten(_ANSWER_MS)
    socket.disconnectFromServer()
    return True


class Doorbell(QObject):
    """Listens for second starts, brings `window` forward, and has the file they were started with opened."""

    def __init__(self, folder: Path, window: QWidget, open_file: Callable[[Path], object]) -> None:
        super().__init__(window)
        self._window, self._open_file = window, open_file
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        # what a killed program left behind would keep us from listening; the profile's lock says that it is gone
        QLocalServer.removeServer(_name(folder))
        self._server.listen(_name(folder))
        self._server.newConnection.connect(self._come_forward)

    def _come_forward(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.disconnected.connect(lambda: self._read(socket))
        if self._window.isMinimized():
            self._window.showNormal()
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()
        if socket.state() == QLocalSocket.LocalSocketState.UnconnectedState:
            self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        """Open what the other start was given, once it has said all of it."""
        told = bytes(socket.read(_LONGEST_PATH).data()).decode("utf-8", "replace")
        socket.deleteLater()
        if told and Path(told).is_file():
            # not from inside the socket's own signal: a dialog that opens would hold it up
            QTimer.singleShot(0, self, lambda: self._open_file(Path(told)))
