"""Shows how much of a limit a text takes; turns `soon` over it and says by how much. It counts nothing itself."""

from __future__ import annotations

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from socialdesk.desktop.widgets.plain_text import PlainLabel


class Counter(PlainLabel):
    """Such as "16 / 1,000"."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(px=13, ink="text2", tabular=True, parent=parent)

    def show_count(self, used: int, most: int | None) -> None:
        """Show `used` signs of `most`; nothing when there is no limit."""
        if most is None:
            self.setText("")
            return
        locale = QLocale()
        is_over = used > most
        over = self.tr("%n over", "characters beyond the limit of the platform", used - most) if is_over else ""
        self.setText(f"{locale.toString(used)} / {locale.toString(most)}" + (f"  {over}" if over else ""))
        self.set_ink("soon" if is_over else "text2")
