"""What helps whoever looks for a mistake: gets the bridge, gives lines of text without a word or name of anybody.

It is in English in every language of the window: it is read by those who make the program.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QSysInfo, qVersion
from PySide6.QtGui import QAccessible, QGuiApplication

from socialdesk import __version__
from socialdesk.desktop.bridge.bridge import Bridge

_LOOKS = ("theme", "zoom", "density", "motion", "language", "keys.preset", "keys.letters", "send_key")


def report(bridge: Bridge) -> str:
    """Versions, system, screens, how the window is set, how large the files are and how each channel stands."""
    settings, files = bridge.settings, bridge.unlocked.workspace
    kind = "demo" if bridge.is_demo else bridge.unlocked.protection.value
    system = f"{QSysInfo.prettyProductName()}, {QSysInfo.kernelType()} {QSysInfo.kernelVersion()}"
    reader = "on" if QAccessible.isActive() else "off"
    sizes = ", ".join(_size(file) for file in (files.cache, files.desk, files.media))
    lines = (
        f"SocialDesk {__version__}, Qt {qVersion()}, Python {'.'.join(map(str, sys.version_info[:3]))}",
        f"System: {system}, {QSysInfo.currentCpuArchitecture()}",
        f"Window: {QGuiApplication.platformName()}, {_screens()}, screen reader {reader}",
        f"Settings: {', '.join(f'{key} {settings.get(key)}' for key in _LOOKS)}",
        f"Workspace: {kind}; {sizes}",
        f"Channels: {_channels(bridge)}",
    )
    return "\n".join(lines)


def _screens() -> str:
    each = ((one.size(), one.devicePixelRatio()) for one in QGuiApplication.screens())
    return ", ".join(f"{size.width()}x{size.height()} at {ratio:g}" for size, ratio in each)


def _size(file: Path) -> str:
    return f"{file.name} {file.stat().st_size / 1_000_000:.1f} MB" if file.exists() else f"{file.name} missing"


def _channels(bridge: Bridge) -> str:
    # The network and the state: not the account, nor the sentence that may name it.
    return ", ".join(f"{one.platform} {one.state.value}" for one in bridge.cache.channels()) or "none"
