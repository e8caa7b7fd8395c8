"""The top of the panel: picture, name, where they are and what their clock says, what matters of them as chips."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from socialdesk.desktop.places.context import words
from socialdesk.desktop.places.context.filling import Chips
from socialdesk.desktop.places.context.person import PersonPart
from socialdesk.desktop.widgets.avatar import Avatar
from socialdesk.desktop.widgets.plain_text import PlainLabel, at_name, called, one_line, safe_name
from socialdesk.desktop.widgets.split import Rule
from socialdesk.model.contact import Contact
from socialdesk.model.thread import Thread

tr = QCoreApplication.translate


class WhoPart(QWidget):
    """Made once for one panel and filled for each person."""

    def __init__(self, person: PersonPart) -> None:
        super().__init__()
        self._person = person
        self._picture = Avatar(48)
        self._name = PlainLabel("", 14, 600, elides=True)
        self._place = PlainLabel("", 12, 400, "text3", elides=True)
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addStretch(1)
        names.addWidget(self._name)
        names.addWidget(self._place)
        names.addStretch(1)
        line = QHBoxLayout()
        line.setSpacing(14)
        line.addWidget(self._picture)
        line.addLayout(names, 1)
        self._chips = Chips(3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(line)
        column.addWidget(self._chips)
        column.addSpacing(8)
        column.addWidget(Rule())

    def show_person(self, contact: Contact | None, thread: Thread) -> None:
        """Show whom a thread is with, as far as that is known."""
        handle = contact.handle if contact is not None else thread.contact_handle
        name = called(contact.name if contact is not None else thread.contact_name, handle)
        self._picture.show_person(name, thread.contact_handle)
        _say(self._name, name)
        _say(self._place, self._below(contact, handle))
        self._chips.begin()
        if contact is not None:
            self._tell(contact, thread)
        self._chips.end()
        self.show()

    def forget(self) -> None:
        """Show nobody, and keep nothing of whom it showed."""
        self._picture.show_person("", "")
        _say(self._name, "")
        _say(self._place, "")
        self._chips.begin()
        self._chips.end()
        self.hide()

    def tell_time(self, contact: Contact) -> None:
        """Where they are it is another time now."""
        _say(self._place, self._below(contact, contact.handle))

    def _below(self, contact: Contact | None, handle: str) -> str:
        place = self._person.place_line(contact) if contact is not None else ""
        named = at_name(safe_name(handle))
        return " · ".join(part for part in (named, place) if part)

    def _tell(self, contact: Contact, thread: Thread) -> None:
        chips, is_vip = self._chips, contact.is_vip
        vip = chips.chip(
            tr("context", "VIP"), self._person.toggle_vip, icon="heart", is_outlined=not is_vip, is_small=True
        )
        vip.setAccessibleName(tr("context", "A VIP. Press to change") if is_vip else tr("context", "Make them a VIP"))
        vip.setToolTip(vip.accessibleName())
        code = contact.language or thread.language
        if code:
            said = words.language(code, QLocale())
            spoken = chips.chip(
                said,
                lambda: self._person.ask_language(spoken.mapToGlobal(spoken.rect().bottomLeft())),
                icon="translate",
                is_small=True,
            )
            spoken.setToolTip(tr("context", "Change the language"))
        orders = dict(contact.fields).get("Orders", "")
        if orders:
            said = tr("context", "%n order(s)", "", int(orders)) if orders.isdecimal() else orders
            chips.chip(one_line(said), icon="package", is_small=True)


def _say(label: PlainLabel, said: str) -> None:
    if label.text() != said:
        label.setText(said)
