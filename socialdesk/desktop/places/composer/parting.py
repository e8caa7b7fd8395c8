"""Shows the parts that what is too long would leave in, and tells what was chosen."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from socialdesk.desktop.places.composer.editor import Editor
from socialdesk.desktop.places.composer.split import SplitPreview
from socialdesk.desktop.places.composer.writing import Writing


class Parting(QObject):
    """The way from one long text to several that fit."""

    chosen = Signal(object, bool)
    """The parts, and whether the thread is done with them."""

    def __init__(self, editor: Editor, writing: Writing, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self._editor = editor
        self._writing = writing
        self._preview: SplitPreview | None = None

    @property
    def preview(self) -> SplitPreview:
        """The parts of what is too long; made when first wanted."""
        if self._preview is None:
            self._preview = SplitPreview(self._parent.window())
            self._preview.chosen.connect(self.chosen)
        return self._preview

    def show(self, then_done: bool = False) -> None:
        """Show the parts of what is written."""
        answering = self._writing.answering
        if answering is not None and answering.capabilities is not None:
            self.preview.open_for(self._editor.text(), answering.capabilities.text, then_done=then_done)
