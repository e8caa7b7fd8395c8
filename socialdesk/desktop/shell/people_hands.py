"""What each act about a person does in the window: in the panel, in a picker, or in a window beside this one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtWidgets import QApplication

from socialdesk.desktop.places.context.person import PersonPart
from socialdesk.desktop.shell.parts import Parts
from socialdesk.desktop.widgets.plain_text import one_line, safe_name
from socialdesk.model.contact import Contact
from socialdesk.model.identifiers import ContactId, ThreadId
from socialdesk.store.people import likely_same, merges, open_elsewhere

if TYPE_CHECKING:
    from socialdesk.desktop.places.pickers.people import PeoplePicker

tr = QCoreApplication.translate


class PeopleHands:
    """The hands of one window for what concerns the person of the open thread."""

    def __init__(self, window: Parts) -> None:
        self._w = window
        self._picker: PeoplePicker | None = None

    def join(self) -> None:
        """Listen to the panel."""
        person = self._w.context.person
        person.said.connect(self._w.say)
        person.beside_wanted.connect(self.show_beside)
        person.link_wanted.connect(self._w.conversation.ask_about)

    @property
    def is_asking(self) -> bool:
        """Whether a picker of people is open."""
        return self._picker is not None and self._picker.isVisible()

    @property
    def is_writing(self) -> bool:
        """Whether the caret is in something that is written in the panel: its keys are its own then."""
        editor, focus = self._w.context.person.editor, QApplication.focusWidget()
        return editor is not None and focus is not None and editor.isAncestorOf(focus)

    def toggle_vip(self) -> None:
        """Say that they matter more, or no longer."""
        part = self._part()
        if part is not None:
            part.toggle_vip()

    def write_memo(self) -> None:
        """Put the caret into the memo."""
        self._edit("memo")

    def add_field(self) -> None:
        """Begin a new field."""
        self._edit("field")

    def set_place(self) -> None:
        """Write where they live and what their clock says."""
        self._edit("place")

    def set_language(self) -> None:
        """Offer the languages."""
        part = self._part()
        if part is not None:
            at = self._w.anchor()
            part.ask_language(self._w.conversation.window().mapToGlobal(QPoint(at.x(), at.y())))

    def ask_join(self) -> None:
        """Offer who may be the same person, and everybody by name."""
        contact = self._contact()
        if contact is None:
            return
        if self._picker is None:
            from socialdesk.desktop.places.pickers.people import PeoplePicker

            self._picker = PeoplePicker(self._w.conversation.window())
            self._picker.chosen.connect(self._on_chosen)
        self._picker.open_for(lambda typed: self._found(contact, typed), self._w.anchor())

    def part(self) -> None:
        """Take the newest merge of the person back."""
        contact, part = self._contact(), self._part()
        if contact is None or part is None:
            return
        found = merges(self._w.bridge.cache, contact.id)
        if found:
            part.who_else.part(found[0])
        else:
            self._w.say(tr("people", "Nobody was joined with {name}.").format(name=safe_name(contact.name)))

    def open_beside(self) -> None:
        """Show their other open thread beside this one."""
        contact, thread = self._contact(), self._w.conversation.thread
        found = open_elsewhere(self._w.bridge.cache, contact.id, thread) if contact and thread is not None else []
        if found:
            self.show_beside(found[0].id)
        else:
            self._w.say(tr("people", "They wait for an answer nowhere else."))

    def show_beside(self, thread: int) -> None:
        """Show a thread in a window beside this one."""
        self._w.own_windows.show(ThreadId(thread))

    def _edit(self, what: str) -> None:
        part = self._part()
        if part is not None:
            part.edit(what)

    def _part(self) -> PersonPart | None:
        """The panel's sections on the person of the open thread, on the screen by now."""
        if self._contact() is None:
            return None
        self._w.show_context_now()
        return self._w.context.person

    def _contact(self) -> Contact | None:
        id_ = self._w.conversation.thread
        thread = self._w.bridge.thread(id_) if id_ is not None else None
        if thread is None or thread.contact_id is None or thread.is_shielded:
            self._w.say(tr("people", "Nobody is known here. Open a thread of a person first."))
            return None
        return self._w.bridge.contact(thread.contact_id)

    def _found(self, contact: Contact, typed: str) -> Sequence[tuple[str, str, str]]:
        """(key, name, detail) of contacts that could be the same person."""
        from socialdesk.store.contact_record import contacts_called

        cache, part = self._w.bridge.cache, self._w.context.person
        if typed.strip():
            found = [(id_, name, handle, platform) for id_, name, handle, platform in contacts_called(cache, typed)]
        else:
            likely = [one.contact for one in likely_same(cache, contact, 8)]
            found = [(one.id, one.name, one.handle, one.platform) for one in likely]
        return [
            (
                str(id_),
                safe_name(name),
                one_line(" · ".join(part_ for part_ in (part.who_else.platform(platform), handle) if part_)),
            )
            for id_, name, handle, platform in found
            if id_ != contact.id
        ]

    def _on_chosen(self, key: str) -> None:
        self._w.show_context_now()
        self._w.context.person.who_else.join(ContactId(int(key)), ("hand",))
