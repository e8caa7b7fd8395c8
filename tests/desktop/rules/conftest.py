from __future__ import annotations

from tests.desktop.shell.conftest import sitting, untouched

__all__ = ["sitting", "untouched"]
