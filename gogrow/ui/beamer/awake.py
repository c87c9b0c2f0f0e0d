"""Keeps the screen saver away while the beamer shows something. Never complains: a dark screen is not a fault."""

from __future__ import annotations

import contextlib
import ctypes
import itertools
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

_NAMES = itertools.count(1)
_WINDOWS_ON = 0x80000000 | 0x00000002 | 0x00000001  # continuous, display, system
_WINDOWS_OFF = 0x80000000


class Awake:
    """Holds the system's screen saver, or lets it go; both may be called as often as one likes."""

    def __init__(self) -> None:
        self._held = False
        self._caffeine: subprocess.Popen[bytes] | None = None
        self._bus: Any = None

    @property
    def held(self) -> bool:
        """Whether it was asked to stay away."""
        return self._held

    def hold(self, program: str, reason: str) -> None:
        """Ask the system to keep the screen on."""
        if self._held:
            return
        self._held = True
        with contextlib.suppress(Exception):
            if sys.platform == "win32":
                ctypes.windll.kernel32.SetThreadExecutionState(_WINDOWS_ON)
            elif sys.platform == "darwin":
                command = ["/usr/bin/caffeinate", "-d", "-i", "-w", str(os.getpid())]
                self._caffeine = subprocess.Popen(command)  # noqa: S603  (fixed words and a number)
            else:
                self._hold_bus(program, reason)

    def release(self) -> None:
        """Let the system do as it is used to."""
        if not self._held:
            return
        self._held = False
        with contextlib.suppress(Exception):
            if sys.platform == "win32":
                ctypes.windll.kernel32.SetThreadExecutionState(_WINDOWS_OFF)
            elif self._caffeine is not None:
                self._caffeine.terminate()
                self._caffeine.wait(2)
                self._caffeine = None
            elif self._bus is not None:
                # The wish ends with the connection that made it: nothing to remember, and nothing left after a crash.
                from PySide6.QtDBus import QDBusConnection

                name, self._bus = self._bus.name(), None
                QDBusConnection.disconnectFromBus(name)

    def _hold_bus(self, program: str, reason: str) -> None:
        """Ask over a connection of our own to the desktop's bus, without waiting for an answer."""
        if not _bus_is_there():
            return
        from PySide6.QtDBus import QDBusConnection, QDBusMessage

        bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, f"gogrow-awake-{next(_NAMES)}")
        if not bus.isConnected():
            return
        for service, path in (
            ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
            ("org.freedesktop.PowerManagement", "/org/freedesktop/PowerManagement/Inhibit"),
        ):
            interface = service if service.endswith("ScreenSaver") else f"{service}.Inhibit"
            message = QDBusMessage.createMethodCall(service, path, interface, "Inhibit")
            message.setArguments([program, reason])
            message.setAutoStartService(False)
            bus.asyncCall(message, 2000)
        self._bus = bus


def _bus_is_there() -> bool:
    if os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return True
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    return bool(runtime) and Path(str(runtime), "bus").exists()
