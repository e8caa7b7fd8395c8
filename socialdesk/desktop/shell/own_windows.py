"""The threads that have windows of their own: which, where they stand, and in which of them each is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QWidget

from socialdesk.desktop.actions.registry import Registry
from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.places.composer.place import Composer
from socialdesk.desktop.shell.own_window import OwnWindow
from socialdesk.model.identifiers import ThreadId

_AT_MOST = 12
"""Windows of threads at once: more is a mistake of the hand."""


class OwnWindows:
    """The threads that have windows of their own."""

    def __init__(
        self,
        bridge: Bridge,
        first: QWidget,
        composer: Composer,
        registry: Callable[[], Registry],
        back: Callable[[str], None],
    ) -> None:
        """`first` is the window they belong to, with its composer; `back` is called with an act to be done there."""
        self._bridge = bridge
        self._first = first
        self._composer = composer
        self._registry = registry
        self._back = back
        self.show_rule: Callable[[str], object] | None = None
        """Shows in the first window what a rule did."""
        self.sign_in: Callable[[int], object] | None = None
        """Lets somebody sign in again in the first window, for a channel."""
        self.changed: Callable[[], object] = lambda: None
        """Another thread has a window, one has none any more, or one stands elsewhere."""
        self._open: dict[ThreadId, OwnWindow] = {}
        self._written_in: dict[ThreadId, Composer] = {}
        composer.opened.connect(self._on_opened)

    def show(self, thread: ThreadId) -> OwnWindow:
        """Bring the window of a thread forward, making it where there is none."""
        if thread in self._open:
            self._open[thread].come_forward()
            return self._open[thread]
        if len(self._open) == _AT_MOST:
            next(iter(self._open.values())).close()
        made = self._make(thread)
        made.show_beside()
        return made

    def show_again(self, thread: ThreadId, shape: str) -> None:
        """Show the window of a thread as it stood when `shape` was kept; somebody works in the first one meanwhile."""
        if thread not in self._open and len(self._open) < _AT_MOST:
            self._make(thread).show_again(QByteArray.fromBase64(shape.encode()))

    def set_shown(self, *, is_on: bool) -> None:
        """Hide all with the first window as it goes into the tray, or show them again with it."""
        for one in self._open.values():
            one.setVisible(is_on)

    @property
    def shapes(self) -> Mapping[ThreadId, str]:
        """How each window stands, and on which screen, as letters and digits."""
        return {id_: bytes(one.saveGeometry().toBase64().data()).decode() for id_, one in self._open.items()}

    def _make(self, thread: ThreadId) -> OwnWindow:
        made = OwnWindow(self._bridge, thread, self._first, self._registry())
        made.left.connect(self._forget)
        made.more_wanted.connect(self._back)
        made.private_wanted.connect(self._on_private)
        made.conversation.rule_wanted.connect(self._on_rule)
        made.conversation.sign_in_wanted.connect(self._on_sign_in)
        made.came_forward.connect(self._on_came_forward)
        made.composer.drafts_changed.connect(self._composer.drafts_changed)
        made.reshaped.connect(self._on_reshaped)
        self._open[thread] = made
        self.changed()
        if self._composer.thread == thread:
            self._written_in[thread] = self._composer
        self.write_in(thread, made.composer)
        return made

    def _on_rule(self, rule: str) -> None:
        if self.show_rule is not None:
            self._bring_first()
            self.show_rule(rule)

    def _on_sign_in(self, channel: int) -> None:
        if self.sign_in is not None:
            self._bring_first()
            self.sign_in(channel)

    def _bring_first(self) -> None:
        self._first.raise_()
        self._first.activateWindow()

    def _on_private(self, thread: ThreadId | None) -> None:
        if thread is not None:
            self.show(thread)

    @property
    def threads(self) -> tuple[ThreadId, ...]:
        """The threads that have a window now, the oldest window first."""
        return tuple(self._open)

    def __contains__(self, thread: ThreadId | None) -> bool:
        return thread in self._open

    def close(self) -> None:
        """Close them all; what was begun in them is kept."""
        for window in list(self._open.values()):
            window.close()

    def write_in(self, thread: ThreadId, composer: Composer) -> None:
        """From now on the answer to `thread` is written in `composer`: it shows what was begun elsewhere."""
        before = self._written_in.get(thread)
        if before is not composer:
            if before is not None:
                before.stand_back()
            composer.reread()
            self._written_in[thread] = composer

    def _on_opened(self) -> None:
        """The first window shows another thread: one that has a window of its own may be written in either."""
        thread = self._composer.thread
        if thread is not None and thread in self._open:
            if self._first.isActiveWindow():
                self.write_in(thread, self._composer)
            else:
                self._composer.stand_back()

    def _on_came_forward(self, window: OwnWindow) -> None:
        self.write_in(window.shows, window.composer)

    def _on_reshaped(self) -> None:
        self.changed()

    def _forget(self, window: OwnWindow) -> None:
        self._open.pop(window.shows, None)
        self.changed()
        if self._written_in.pop(window.shows, None) is window.composer:  # else another window's text is the newer one
            window.composer.keep_draft()
            if self._composer.thread == window.shows:
                self._composer.reread()
