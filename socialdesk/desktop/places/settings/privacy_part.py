"""Which channels show pictures without asking, and how long words are kept: settings of the workspace, so commands."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.look.following import sized
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.widgets.combo import Combo
from socialdesk.desktop.widgets.plain_text import PlainLabel
from socialdesk.desktop.widgets.tick import Tick
from socialdesk.model.command import ConsentToMedia, KeepWords
from socialdesk.model.media import CONSENT

tr = QCoreApplication.translate
DAYS = (90, 180, 400, 730, 1825)
USUAL = 400
"""As long as the words of done threads stay where nobody chose."""


class PrivacyPart(QWidget):
    """The part. What was chosen here and has not reached the cache yet is remembered as chosen."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 0)
        column.setSpacing(6)
        column.addWidget(PlainLabel(tr("settings", "Pictures without asking"), 14, 600))
        help_ = tr("settings", "Fetching a picture tells a network that somebody looks. Without a tick it asks first.")
        column.addWidget(PlainLabel(help_, 13, 400, "text2", wraps=True))
        self.ticks: dict[int, Tick] = {}
        for channel in bridge.channels:
            name = channel.name if channel.platform == "demo" else channel.handle or channel.name
            tick = Tick(name, 13, 500, self)
            tick.setChecked(bridge.cache.setting(f"{CONSENT}{channel.id}") == "yes")
            tick.toggled.connect(partial(self._consent, channel.id))
            self.ticks[channel.id] = tick
            column.addWidget(tick)
        if not bridge.channels:
            column.addWidget(PlainLabel(tr("settings", "No channel is connected."), 13, 400, "text2"))
        column.addSpacing(12)
        column.addWidget(PlainLabel(tr("settings", "Words of threads that are done"), 14, 600))
        self.keep = Combo(self)
        self.keep.setAccessibleName(tr("settings", "Words of threads that are done"))
        self.keep.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.keep.setMinimumContentsLength(12)
        kept = bridge.cache.setting("retention_days") or ""
        self._days = int(kept) if kept.isdigit() and int(kept) > 0 else USUAL
        for days in sorted({*DAYS, self._days}):
            self.keep.addItem(tr("settings", "are forgotten after {days} days").format(days=days), days)
        self.keep.setCurrentIndex(self.keep.findData(self._days))
        self.keep.currentIndexChanged.connect(self._on_keep)
        sized(self.keep, lambda: self.keep.setMaximumWidth(scaled(360)))
        column.addWidget(self.keep)
        words = tr(
            "settings",
            "What is open, waiting or for later stays whole. A shorter time counts at the next tidying, and what it"
            " takes away does not come back.",
        )
        column.addWidget(PlainLabel(words, 13, 400, "text2", wraps=True))

    def _consent(self, channel: int, on: bool) -> None:
        words = tr("settings", "Pictures are shown without asking.") if on else tr("settings", "Pictures ask first.")
        self._bridge.submit.change([ConsentToMedia(channel, on)], words, [ConsentToMedia(channel, not on)])

    def _on_keep(self, at: int) -> None:
        days = int(self.keep.itemData(at))
        before, self._days = self._days, days
        words = tr("settings", "Words are kept for {days} days.").format(days=days)
        self._bridge.submit.change([KeepWords(days)], words, [KeepWords(before)])
