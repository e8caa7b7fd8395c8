"""The picker of saved replies: finds what fits what is typed, shows it filled, and gives what is chosen, all by keys.

The text field keeps the focus: it sends what is typed to `search` and the keys to `take_key`.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from socialdesk.desktop.actions.keymap import digit_of
from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.bridge.fitting import Fitting, fitting
from socialdesk.desktop.look.following import catch_up
from socialdesk.desktop.places.saved_replies.acts_words import words_of
from socialdesk.desktop.places.saved_replies.dates import day_in_words
from socialdesk.desktop.places.saved_replies.knowledge import filled, known, open_blanks, pieces_of
from socialdesk.desktop.places.saved_replies.picker_frame import PickerFrame, scopes
from socialdesk.desktop.places.saved_replies.side import Fact
from socialdesk.desktop.widgets.languages import name_of
from socialdesk.desktop.widgets.plain_text import one_line
from socialdesk.model.identifiers import SavedReplyId, ThreadId
from socialdesk.model.message import Message
from socialdesk.model.saved_reply import Piece, SavedReply, Scope, plain
from socialdesk.model.saved_reply_ranking import Choice, Worded, ranked
from socialdesk.store.conversation import conversation

tr = QCoreApplication.translate
SUGGESTED = 3
LOOKED_AT = 30
"""So many of the newest messages are looked through for an order number."""


class SavedReplyPicker(PickerFrame):
    """Lies over the conversation while a saved reply is chosen."""

    chosen = Signal(object, object)
    """A `SavedReply` and its pieces, filled for this thread."""
    macro_chosen = Signal(object)
    """A `SavedReply` that does things: it is shown before it does them."""
    opened = Signal()
    closed = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget) -> None:
        super().__init__(parent)
        self._is_shown = False
        self._bridge = bridge
        self._facts: dict[str, str] = {}
        self._language = ""
        self._typed = ""
        self._library: list[Worded] = []
        self._dismissed: str | None = None
        self._fits: dict[int, Fitting] = {}
        self.side.language_wanted.connect(self._turn_to)
        self.list.clicked.connect(self._on_clicked)
        self.list.selectionModel().currentChanged.connect(self._show_current)
        self.whose.clicked.connect(self._offer_scopes)
        parent.installEventFilter(self)

    def _dress(self) -> None:
        super()._dress()
        if self.isVisible():
            self._show_current()

    def _offer_scopes(self) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for scope, words in scopes().items():
            menu.addAction(words, lambda scope=scope: self.narrow(scope))
        menu.popup(self.whose.mapToGlobal(QPoint(0, self.whose.height())))

    def narrow(self, scope: Scope | None) -> None:
        """Show only what is for the team, for me or for this channel; None shows all of it."""
        self._scope = scope
        self._dress_scope()
        self._arrange()
        self.search(self._typed)

    # ------------------------------------------------------------------------------------------------------ opening
    def open(self, thread: ThreadId, typed: str, near: QRect) -> None:
        """Open for a thread; `near` is what must stay visible, in the parent's coordinates."""
        known_here = self._known_of(thread)
        if known_here is None:
            return
        self._facts, self._language = known_here
        found = self._bridge.thread(thread)
        channel = found.channel_id if found is not None else None
        self._library = [one for one in self._bridge.shelf.all() if one.reply.is_for(self._bridge.me, channel)]
        self._fits = {}
        if found is not None:
            fits = fitting(self._bridge.cache, found, self._bridge.me, self._today(), 20)
            self._fits = {one.reply.id: one for one in fits}
        catch_up(self)
        self._place(near)
        self.show()
        self.raise_()
        self.opened.emit()
        self.search(typed)

    def _known_of(self, thread: ThreadId) -> tuple[dict[str, str], str] | None:
        """What may be filled in, and the language to answer in."""
        found = self._bridge.thread(thread)
        if found is None:
            return None
        contact = self._bridge.cache.contact(found.contact_id) if found.contact_id is not None else None
        page = conversation(self._bridge.cache, thread, limit=LOOKED_AT)
        said = [entry.text for entry in reversed(page.entries) if isinstance(entry, Message)]
        me = self._bridge.person(self._bridge.me)
        facts = known(found, contact, self._bridge.channel(found.channel_id), me, said, today=self._today())
        # What somebody set by hand wins over what was told from a text.
        return facts, (contact.language if contact is not None else "") or found.language

    def known_of(self, thread: ThreadId) -> tuple[dict[str, str], str]:
        """What a thread knows by itself, and the language it is answered in."""
        return self._known_of(thread) or ({}, "")

    def filled_for(self, thread: ThreadId, reply: SavedReply) -> tuple[Piece, ...]:
        """A reply as it would be inserted into a thread."""
        facts, language = self._known_of(thread) or ({}, "")
        return pieces_of(reply, language, facts)

    def search(self, typed: str) -> None:
        """Show what fits what was typed, the best one chosen."""
        self._typed = typed
        library = [one for one in self._library if self._scope is None or one.reply.scope is self._scope]
        fits = {id_: one.score for id_, one in self._fits.items()}
        found = ranked(typed, library, fits=fits, today=self._today())
        if not typed.strip():
            found = self._suggested_first(found, {one.reply.id for one in library})
        self.model.show(found)
        has_any = bool(self.model.choices)
        self.empty.setVisible(not has_any)
        self.list.setVisible(has_any)
        self.side.setVisible(has_any)
        self.empty.setText(self._why_none(typed, has_library=bool(library)))
        self._is_shown = False
        if has_any:
            self.list.setCurrentIndex(self.model.index(0))
        if not self._is_shown:  # the same row as before
            self._show_current()

    def _suggested_first(self, found: tuple[Choice, ...], shown: set[SavedReplyId]) -> tuple[Choice, ...]:
        today = self._today()
        fits = [one for one in self._fits.values() if one.reply.id in shown and not one.reply.is_expired(today)]
        first = [Choice(one.reply, one.score, why=one.why) for one in fits[:SUGGESTED]]
        taken = {one.reply.id for one in first}
        return (*first, *(one for one in found if one.reply.id not in taken))

    def _why_none(self, typed: str, *, has_library: bool) -> str:
        if not self._library:
            return tr(
                "saved_replies", "There are no saved replies yet. G R opens their page, where you write the first."
            )
        if not has_library:
            return tr("saved_replies", "There are none for this choice. The button above shows all of them.")
        return tr("saved_replies", "Nothing fits “{typed}”. Esc leaves it as you typed it.").format(
            typed=one_line(typed)
        )

    def _today(self) -> date:
        return self._bridge.clock.now().astimezone().date()

    def typed_on(self, thread: ThreadId | None, typed: str, near: QRect) -> None:
        """A slash and a word stand before the caret. Once closed by hand, it stays so for that slash."""
        if thread is None:
            return
        if self.isVisible():
            if typed != self._typed:  # the text tells of a key twice: of the letter, and of where the caret went
                self.search(typed)
        elif self._dismissed is None or not typed.startswith(self._dismissed):
            self._dismissed = None
            self.open(thread, typed, near)

    def leave(self) -> None:
        """The slash is gone."""
        self._dismissed = None
        self._close()

    def _close(self) -> None:
        if self.isVisible():
            self.hide()
            self.closed.emit()

    # ------------------------------------------------------------------------------------------------------ showing
    def current(self) -> SavedReply | None:
        """The chosen reply."""
        at = self.list.currentIndex().row()
        return self.model.choices[at].reply if 0 <= at < len(self.model.choices) else None

    def pieces(self) -> tuple[Piece, ...]:
        """The chosen reply, filled for this thread."""
        reply = self.current()
        return pieces_of(reply, self._language, self._facts) if reply is not None and reply.bodies else ()

    def _show_current(self) -> None:
        self._is_shown = True
        at = self.list.currentIndex().row()
        if not 0 <= at < len(self.model.choices):
            return
        choice = self.model.choices[at]
        reply, pieces = choice.reply, self.pieces()
        used = tr("saved_replies", "used %n time(s)", "", reply.used) if reply.used else ""
        self.side.show_languages(reply.languages, reply.body(self._language)[0])
        self.side.show_reply(reply, pieces, used, self._facts_of(choice, pieces))
        self.update()

    def _facts_of(self, choice: Choice, pieces: tuple[Piece, ...]) -> list[Fact]:
        reply = choice.reply
        found: list[Fact] = []
        if reply.is_expired(self._today()):
            words = tr("saved_replies", "To be looked at again since {day}: see whether it still holds")
            found.append(Fact("clock", "soon", words.format(day=day_in_words(reply.review_on))))
        if not reply.speaks(self._language):
            words = tr("saved_replies", "Not written in {wanted} yet: this is {offered}")
            offered = name_of(reply.body(self._language)[0])
            found.append(Fact("translate", "soon", words.format(wanted=name_of(self._language), offered=offered)))
        if choice.why:
            found.append(Fact("sparkle", "accent", tr("saved_replies", "Fits: {why}").format(why=choice.why)))
        if reply.acts:
            said = " · ".join(words_of(reply.acts, self._bridge.people))
            found.append(Fact("lightning", "accent", tr("saved_replies", "Does: {acts}").format(acts=said)))
        if reply.pictures:
            words = tr("saved_replies", "%n picture(s) go with it", "", len(reply.pictures))
            found.append(Fact("paperclip", "text2", words))
        hints = [f"{piece.text}: {piece.hint}" for piece in pieces if piece.is_open and piece.hint]
        if hints:
            found.append(Fact("info", "text2", one_line(" · ".join(hints))))
        blanks, from_thread = open_blanks(pieces), filled(pieces)
        if blanks:
            words = tr("saved_replies", "%n blank(s) to fill before sending", "", blanks)
            found.append(Fact("pencil-simple", "soon", words))
        if from_thread:
            words = tr("saved_replies", "%n filled from this conversation", "blanks of a saved reply", from_thread)
            found.append(Fact("check-circle", "good", words))
        return found

    def _turn_to(self, language: str) -> None:
        self._language = language
        self._show_current()

    # ----------------------------------------------------------------------------------------------------- choosing
    def choose(self, at: int | None = None) -> None:
        """Take a reply: the chosen one, or that of a row."""
        if at is not None:
            if at >= len(self.model.choices):
                return
            self.list.setCurrentIndex(self.model.index(at))
        reply, pieces = self.current(), self.pieces()
        if reply is None:
            return
        self._dismissed = None
        self._close()
        if reply.is_macro:
            self.macro_chosen.emit(reply)
        else:
            self.chosen.emit(reply, pieces)

    def _on_clicked(self) -> None:
        self.choose()

    def take_key(self, event: QKeyEvent) -> None:
        """Use a key of the text field; an event that is not accepted is the text's."""
        if not self.isVisible():
            event.ignore()
            return
        event.accept()
        at, many = self.list.currentIndex().row(), len(self.model.choices)
        row = digit_of(event.text())
        match event.key():
            case Qt.Key.Key_Escape:
                self._dismissed = self._typed
                self._close()
            case Qt.Key.Key_Down if many:
                self.list.setCurrentIndex(self.model.index((at + 1) % many))
            case Qt.Key.Key_Up if many:
                self.list.setCurrentIndex(self.model.index((at - 1) % many))
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if many:
                self.choose()
            case _ if 0 < row <= many and not self._goes_on(event.text()):
                self.choose(row - 1)
            case _:
                event.ignore()

    def _goes_on(self, letter: str) -> bool:
        """Whether the key of a digit belongs to what is being typed, as in express-2 or été, and chooses no row."""
        if not self._typed:
            return not letter.isdecimal() and any(_begins(one.reply.shortcut, letter) for one in self._library)
        begun = plain(self._typed + letter)
        is_digit = letter.isdecimal()
        return not is_digit or any(plain(one.reply.shortcut).startswith(begun) for one in self._library)

    # ------------------------------------------------------------------------------------------------ Qt overrides
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._around and event.type() is QEvent.Type.Resize:
            self._close()
        return super().eventFilter(watched, event)


def _begins(shortcut: str, letter: str) -> bool:
    """Whether a shortcut begins with just this letter, accent and all."""
    return shortcut.casefold().startswith(letter.casefold())
