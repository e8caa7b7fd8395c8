"""The form of one saved reply: gets a reply, gives it as it stands in the fields; keeps nothing itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from socialdesk.desktop.places.library.editor_frame import EditorFrame
from socialdesk.desktop.places.library.words import of_problem, of_use
from socialdesk.desktop.widgets.languages import name_of
from socialdesk.desktop.widgets.segments import Segments
from socialdesk.model.channel import Channel
from socialdesk.model.identifiers import ChannelId
from socialdesk.model.person import Person
from socialdesk.model.saved_reply import SavedReply, Scope
from socialdesk.model.saved_reply_check import Problem
from socialdesk.model.saved_reply_library import tidied

tr = QCoreApplication.translate
LANGUAGES = ("en", "fr", "de", "es", "it", "nl", "pt", "pl", "sv", "da", "nb", "fi", "cs", "el", "tr", "ar", "ja", "zh")


class Editor(EditorFrame):
    """The fields. `changed` is told when a person changes one, never when a reply is shown."""

    changed = Signal()
    save_wanted = Signal()
    undo_wanted = Signal()
    copy_wanted = Signal()
    delete_wanted = Signal()
    both_wanted = Signal()

    def __init__(self, parent: QWidget | None = None, *, at_once: bool = True) -> None:
        self._reply: SavedReply | None = None
        self._bodies: dict[str, str] = {}
        self._language = ""
        self._is_filling = False
        self._wrong: tuple[QWidget, str] | None = None
        """The field of which readers hear what is wrong, and what they hear of it else."""
        self._tabs: Segments | None = None
        self._offered: tuple[tuple[ChannelId, str], ...] | None = None
        """The channels among which one chooses, as they are listed; None where they are to be listed anew."""
        super().__init__(parent, at_once=at_once)

    def completing(self) -> Iterator[None]:
        yield from super().completing()
        self._join()

    # Showing and reading

    def show_reply(
        self, reply: SavedReply, folders: Sequence[str], channels: Sequence[Channel], people: Sequence[Person]
    ) -> None:
        """Put a reply into the fields."""
        kept = self._language if self._reply is not None and self._reply.id == reply.id else ""
        self._is_filling = True
        self._reply = reply
        self._bodies = dict(reply.bodies) or {"en": ""}
        self._language = kept if kept in self._bodies else next(iter(self._bodies))
        self.title.setText(reply.title)
        self.shortcut.setText(reply.shortcut)
        self.folder.clear()
        self.folder.addItems(["", *folders])
        self.folder.setCurrentText(reply.folder)
        self._fill_scopes(reply, channels)
        self.tags.setText(", ".join(reply.tags))
        self.hotkey.setCurrentIndex(max(0, self.hotkey.findData(reply.hotkey)))
        self.review.setText(reply.review_on)
        self.doing.show_acts(reply.acts, people)
        self.pictures.show_pictures(reply.id, reply.pictures)
        self._show_languages()
        self.use.setText(of_use(reply))
        self._hide_problem()
        self._is_filling = False

    @property
    def shows(self) -> int | None:
        """The number of the reply that stands in the fields."""
        return self._reply.id if self._reply is not None else None

    def reply(self) -> SavedReply | None:
        """What stands in the fields."""
        if self._reply is None:
            return None
        kind, _, number = str(self.scope.currentData()).partition(":")
        return replace(
            self._reply,
            title=self.title.text().strip(),
            shortcut=self.shortcut.text().strip().removeprefix("/"),
            folder=tidied(self.folder.currentText()),
            scope=Scope(kind),
            channel_id=ChannelId(int(number)) if number else None,
            tags=tuple(dict.fromkeys(tag for one in self.tags.text().split(",") if (tag := one.strip()))),
            bodies=self._written(),
            acts=self.doing.acts(),
            hotkey=int(self.hotkey.currentData() or 0),
            review_on=self.review.text().strip(),
            pictures=self.pictures.pictures,
        )

    def _written(self) -> tuple[tuple[str, str], ...]:
        bodies = tuple(self._bodies.items())
        # A macro that only does things, or a picture alone, says nothing: one empty language is none.
        says_nothing = len(bodies) == 1 and not bodies[0][1].strip()
        return () if says_nothing and (self.doing.acts() or self.pictures.pictures) else bodies

    def show_state(self, *, is_edited: bool) -> None:
        """Say whether there is something to save."""
        is_kept = self._reply is not None and self._reply.id > 0
        self.save.setEnabled(is_edited or not is_kept)
        self.undo.setVisible(is_edited or not is_kept)
        self.copy.setVisible(is_kept)
        self.delete.setVisible(is_kept)
        self.use.setVisible(is_kept)

    def show_problem(self, problem: Problem) -> None:
        """Say what is wrong, and put the hand where it can be mended."""
        self._hide_problem()
        self.problem.setText(of_problem(problem))
        self.problem.show()
        reply = self.reply()
        field: QWidget = self.body
        match problem:
            case Problem.NO_SHORTCUT | Problem.BAD_SHORTCUT | Problem.LONG_SHORTCUT | Problem.TAKEN:
                field = self.shortcut
            case Problem.NO_TITLE | Problem.LONG_TITLE:
                field = self.title
            case Problem.LONG_FOLDER:
                field = self.folder
            case Problem.NO_CHANNEL:
                field = self.scope
            case Problem.MANY_PICTURES | Problem.BAD_PICTURE:
                field = self.pictures.attach
            case Problem.BAD_ACT:
                field = self.doing.add
            case Problem.BAD_KEY | Problem.KEY_TAKEN:
                field = self.hotkey
            case Problem.BAD_DAY:
                field = self.review
            case Problem.NO_BODY if reply is not None:
                self.turn_to(next((one for one, body in reply.bodies if not body.strip()), self._language))
            case _:
                pass
        self._wrong = field, field.accessibleDescription()
        field.setAccessibleDescription(self.problem.text())
        field.setFocus()

    def _hide_problem(self) -> None:
        self.problem.hide()
        if self._wrong is not None:
            field, else_said = self._wrong
            field.setAccessibleDescription(else_said)
            self._wrong = None

    # The languages

    def add(self, language: str) -> None:
        """Begin the text in another language."""
        self._bodies.setdefault(language, "")
        self.turn_to(language)
        self.changed.emit()
        self.body.setFocus()

    def remove(self) -> None:
        """Take the language away that is shown; the last one stays."""
        if len(self._bodies) > 1:
            del self._bodies[self._language]
            self.turn_to(next(iter(self._bodies)))
            self.changed.emit()

    def turn_to(self, language: str) -> None:
        """Show the text in another language it has."""
        self._language = language
        was, self._is_filling = self._is_filling, True
        self._show_languages()
        self._is_filling = was

    def _show_languages(self) -> None:
        shown = self._tabs
        choices = [(one, name_of(one)) for one in self._bodies]
        self._tabs = Segments(choices, tr("library", "Language of the text"), self)
        self._tabs.choose(self._language)
        self._tabs.chosen.connect(self.turn_to)
        self._tab_row.insertWidget(0, self._tabs, 0, Qt.AlignmentFlag.AlignLeading)
        self._tabs.show()
        if shown is not None:
            if shown.isAncestorOf(self.focusWidget()):
                self._tabs.part(self._language).setFocus()
            self._tab_row.removeWidget(shown)
            shown.hide()
            shown.deleteLater()
        name = name_of(self._language)
        self.remove_language.set_words(tr("library", "Remove {language}").format(language=name))
        self.remove_language.setVisible(len(self._bodies) > 1)
        self.body.setPlainText(self._bodies[self._language])
        self.body.setAccessibleName(tr("library", "Text in {language}").format(language=name))
        self.body.setPlaceholderText(
            tr("library", "What to say. {first name} is filled from the thread; any other {word} is a blank to fill.")
        )

    # Inside

    def _fill_scopes(self, reply: SavedReply, channels: Sequence[Channel]) -> None:
        offered = tuple((channel.id, channel.name) for channel in channels)
        if offered != self._offered:  # of hundreds of channels it is a work to list them for each reply
            self.scope.clear()
            self.scope.addItem(tr("library", "Whole team"), Scope.TEAM.value)
            self.scope.addItem(tr("library", "Only me"), Scope.ME.value)
            for number, name in offered:
                words = tr("library", "Channel {name}").format(name=name)
                self.scope.addItem(words, f"{Scope.CHANNEL.value}:{number}")
            self._offered = offered
        wanted = reply.scope.value
        if reply.scope is Scope.CHANNEL:
            wanted = f"{wanted}:{reply.channel_id or ''}"
            if self.scope.findData(wanted) < 0:
                self.scope.addItem(tr("library", "A channel that is gone"), wanted)
                self._offered = None  # for this reply alone
        self.scope.setCurrentIndex(max(0, self.scope.findData(wanted)))

    def _join(self) -> None:
        self.hotkey.currentIndexChanged.connect(self._on_changed)
        self.doing.changed.connect(self._on_changed)
        self.pictures.changed.connect(self._on_changed)
        self.body.takes_pictures, self.body.take_pictures = self.pictures.takes, self.pictures.take
        for field in (self.title, self.shortcut, self.tags, self.review):
            field.textChanged.connect(self._on_changed)
        self.folder.currentTextChanged.connect(self._on_changed)
        self.scope.currentIndexChanged.connect(self._on_changed)
        self.body.textChanged.connect(self._on_body)
        self.add_language.clicked.connect(self._offer_languages)
        self.remove_language.clicked.connect(self.remove)
        self.field.clicked.connect(self._offer_fields)
        self.save.clicked.connect(self.save_wanted)
        self.both.clicked.connect(self.both_wanted)
        self.undo.clicked.connect(self.undo_wanted)
        self.copy.clicked.connect(self.copy_wanted)
        self.delete.clicked.connect(self.delete_wanted)

    def _on_changed(self) -> None:
        if not self._is_filling:
            self._hide_problem()
            self.changed.emit()

    def _on_body(self) -> None:
        text = self.body.toPlainText()
        # New colours are told as a change as well.
        if not self._is_filling and self._bodies.get(self._language, "") != text:
            self._bodies[self._language] = text
            self._on_changed()

    def _offer_languages(self) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for language in LANGUAGES:
            if language not in self._bodies:
                menu.addAction(name_of(language), lambda language=language: self.add(language))
        menu.popup(self.add_language.mapToGlobal(QPoint(0, self.add_language.height())))

    def _offer_fields(self) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for field, words in _fields():
            menu.addAction(f"{words}   {field}", lambda field=field: self.body.put(field))
        menu.popup(self.field.mapToGlobal(QPoint(0, self.field.height())))


def _fields() -> tuple[tuple[str, str], ...]:
    return (
        ("{first name}", tr("library", "First name of the contact")),
        ("{full name}", tr("library", "Full name of the contact")),
        ("{handle}", tr("library", "Handle of the contact")),
        ("{our name}", tr("library", "Name of who answers")),
        ("{me}", tr("library", "Full name of who answers")),
        ("{today}", tr("library", "Day it is inserted, in the language of the text")),
        ("{order}", tr("library", "Order they speak of")),
        ("{channel}", tr("library", "Name of the channel")),
        ("{brand}", tr("library", "Handle of the channel")),
        ("{what: text}", tr("library", "Blank for words")),
        ("{how many: number}", tr("library", "Blank for a number")),
        ("{day: date}", tr("library", "Blank for a date")),
        ("{address: link}", tr("library", "Blank for a link")),
        ("{which: choice(one, two)}", tr("library", "Blank with a choice")),
    )
