"""What a window does with saved replies beyond their page."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.shell.parts import Parts
from socialdesk.model.identifiers import SavedReplyId
from socialdesk.model.message import Direction
from socialdesk.model.saved_reply import SavedReply
from socialdesk.model.saved_reply_making import body_of, shortcut_of, title_of

tr = QCoreApplication.translate


class ReplyHands:
    """See `ReplyShape` of the acts."""

    def __init__(self, window: Parts) -> None:
        self._w = window

    def import_file(self) -> None:
        """Let somebody choose a file, and show what it would change."""
        self._w.show_library()
        self._w.library.transfer.choose()

    def export_file(self) -> None:
        """Let somebody say where the library is written to."""
        self._w.show_library()
        self._w.library.transfer.choose_where()

    def run_macro(self, hotkey: int) -> None:
        """Show what the macro of a key does, ready to be run."""
        thread = self._w.queue.current()
        found = [one for one in self._w.bridge.shelf.replies() if one.hotkey == hotkey]
        if thread is None:
            return
        offered = [one for one in found if one.is_for(self._w.bridge.me, thread.channel_id)]
        if not offered:
            self._w.say(tr("shell", "No saved reply has this key. Give it one on the page of saved replies: G R."))
            return
        self._w.replies.run(offered[0], thread)

    def use(self, reply: SavedReply) -> None:
        """Take a saved reply from the palette: a macro is run, any other one goes into the answer."""
        thread = self._w.queue.current()
        if reply.is_macro and thread is not None:
            self._w.replies.run(reply, thread)
        else:
            self._w.replies.insert(reply)

    def answer_fitting(self) -> None:
        """Answer with the reply that the panel shows first, and be done with the thread.

        Only what has been on the screen leaves: where the panel shows another thread still, or is away, the reply goes
        into the answer to be read there. So does one with blanks or pictures, and one beside words that were begun.
        """
        w = self._w
        was_seen = w.context.isVisible() and w.context.thread == w.conversation.thread
        if not was_seen:
            w.show_context_now()
        reply = w.context.fitting(1)
        is_whole = was_seen and w.composer.is_empty
        self.insert_fitting(1)
        is_plain = reply is not None and not reply.is_macro and not reply.pictures
        if is_plain and is_whole and not w.composer.editor.blanks():
            w.composer.send_and_done()

    def keep_answer(self) -> None:
        """Begin a saved reply with what is written, or with what was answered last; nothing is saved by itself."""
        w = self._w
        thread = w.composer.thread
        found = w.bridge.thread(thread) if thread is not None else None
        text, pictures = w.composer.written()
        if not text:
            ours = [one for one in w.conversation.messages if one.direction is Direction.OUT and not one.deleted_at]
            text = ours[-1].text if ours else ""
        if found is None or not text.strip():
            w.say(tr("shell", "Write an answer first, or open a thread that was answered: it becomes the saved reply."))
            return
        known, language = w.replies.picker.known_of(found.id)
        title = title_of(text, known)
        body = ((language or "en", body_of(text, known)),)
        reply = SavedReply(SavedReplyId(0), shortcut_of(title), title, "", body, pictures=pictures)
        w.show_library()
        w.library.begin_with(reply)

    def insert_fitting(self, place: int) -> None:
        """Put a reply that fits the open thread into the answer."""
        reply = self._w.context.fitting(place)
        if reply is None:
            self._w.say(tr("shell", "Nothing more fits this thread. / looks through all saved replies."))
        else:
            self.use(reply)
