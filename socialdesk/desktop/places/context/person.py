"""The sections of the panel about the person: what is known, the memo; who they are elsewhere stands in `who_else`.

What is said here becomes a command at once and can be taken back. While something is being written the panel is not
built anew, and what is written of the memo is kept as it is typed.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import tzinfo
from functools import partial

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QPoint, QTimer, Signal
from PySide6.QtWidgets import QMenu, QWidget

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.look.connector_words import sentence as in_words
from socialdesk.desktop.places.context import words
from socialdesk.desktop.places.context.editors import (
    Editor,
    FieldEditor,
    MemoEditor,
    PlaceEditor,
    shown_value,
    time_there,
)
from socialdesk.desktop.places.context.filling import Filling
from socialdesk.desktop.places.context.who_else import KnownOf, WhoElse
from socialdesk.desktop.widgets.plain_text import one_line, plain_text, safe_name
from socialdesk.model.contact import Contact, FieldKind
from socialdesk.model.contact_command import (
    ContactCommand,
    RemoveContactField,
    SetContactField,
    SetContactLanguage,
    SetContactPlace,
    SetContactVip,
    WriteMemo,
    fold_contact,
    inverse_contact,
)
from socialdesk.model.identifiers import CommandId, ContactId
from socialdesk.model.thread import Thread
from socialdesk.store.people import MemoVersion, accounts_of, likely_same, memos, merges, open_elsewhere
from socialdesk.store.readings import Result

tr = QCoreApplication.translate
KEEP_AFTER_MS = 250
LANGUAGES = "en fr de es it pt nl pl sv da nb fi cs sk hu ro bg el uk ru tr ar he fa hi bn ur id vi th zh ja ko"


class PersonPart(QObject):
    """The sections of one panel about its person."""

    changed = Signal()
    """Something began or ended to be written: the panel is to be built anew."""
    said = Signal(str)
    """A sentence for whoever gave a command that could not be done."""
    beside_wanted = Signal(int)
    """Another open thread of theirs is to stand beside this one."""
    link_wanted = Signal(str)

    def __init__(self, bridge: Bridge, zone: tzinfo | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._panel = parent
        self._bridge = bridge
        self._zone = zone
        self._contact: Contact | None = None
        self._editing: tuple[str, str] | None = None
        """What is being written: memo, field with its label, or place."""
        self._shows_versions = False
        self._based_on = ""
        """The memo that the one being written began from."""
        self._given: dict[CommandId, ContactCommand] = {}
        self.editor: Editor | None = None
        self.who_else = WhoElse(bridge, zone, self)
        self._keep_soon = QTimer(self, singleShot=True, interval=KEEP_AFTER_MS)
        self._keep_soon.timeout.connect(self.keep)
        bridge.submit.given.connect(self._on_given)
        bridge.follow.results.connect(self._on_results)
        bridge.erased.connect(self._on_erased)

    @property
    def contact(self) -> Contact | None:
        """Who is shown."""
        return self._contact

    def show_beside(self, thread: int) -> None:
        """Ask for another open thread of theirs beside this one."""
        self.beside_wanted.emit(thread)

    @property
    def is_editing(self) -> bool:
        """Whether something is being written that must not be built away."""
        return self._editing is not None

    def known_of(self, contact: Contact, thread: Thread) -> KnownOf:
        """What there is to show."""
        cache = self._bridge.cache
        return KnownOf(
            tuple(accounts_of(cache, contact.id)),
            tuple(merges(cache, contact.id)),
            tuple(likely_same(cache, contact)),
            tuple(open_elsewhere(cache, contact.id, thread.id)),
            tuple(memos(cache, contact.id, 5)),
        )

    def turn_to(self, contact: Contact | None) -> None:
        """Another contact is shown; what was begun about the last one is kept."""
        if contact is None or self._contact is None or contact.id != self._contact.id:
            self.keep()
            self._editing = self.editor = None
            self._shows_versions = False
        self._contact = contact

    # ------------------------------------------------------------------------------------------------------- acts
    def toggle_vip(self) -> None:
        """Say that they matter more, or no longer."""
        contact = self._contact
        if contact is not None:
            name = safe_name(contact.name)
            said = tr("context", "{name} is no VIP now.") if contact.is_vip else tr("context", "{name} is a VIP.")
            self.give([SetContactVip(contact.id, not contact.is_vip)], said.format(name=name))

    def ask_language(self, at: QPoint) -> None:
        """Offer the languages at a place of the screen."""
        contact = self._contact
        if contact is None:
            return
        menu = QMenu(self._panel)
        menu.aboutToHide.connect(menu.deleteLater)
        locale = QLocale()
        told = menu.addAction(tr("context", "As they write"))
        told.setCheckable(True)
        told.setChecked(not contact.language)
        told.triggered.connect(lambda: self._set_language(""))
        menu.addSeparator()
        for name, code in sorted((words.language(code, locale), code) for code in LANGUAGES.split()):
            act = menu.addAction(name)
            act.setCheckable(True)
            act.setChecked(code == contact.language)
            act.triggered.connect(lambda _=False, code=code: self._set_language(code))
        menu.popup(at)

    def _set_language(self, code: str) -> None:
        if self._contact is not None and code != self._contact.language:
            said = (
                tr("context", "They read {language}.").format(language=words.language(code, QLocale()))
                if code
                else tr("context", "Their language follows what they write.")
            )
            self.give([SetContactLanguage(self._contact.id, code)], said)

    def edit(self, what: str, label: str = "") -> None:
        """Begin to write: memo, field or place."""
        if self._contact is None:
            return
        self.keep()
        self._editing = (what, label)
        self.changed.emit()
        if self.editor is not None:
            self.editor.setFocus()

    def show_again(self) -> None:
        """Have the sections built anew."""
        self.changed.emit()

    def leave_editor(self) -> None:
        """End writing without saving; a memo that was begun stays as a draft."""
        self.keep()
        self._editing = self.editor = None
        self.changed.emit()

    def give(
        self, commands: Sequence[ContactCommand], label: str, back: Sequence[ContactCommand] | None = None
    ) -> None:
        """Give commands about the person so that they can be taken back as one."""
        contact = self._contact
        if contact is None:
            return
        if back is None:
            undoing: list[ContactCommand] = []
            for command in commands:
                undoing[:0] = inverse_contact(contact, command)
                contact = fold_contact(contact, command)
            back = undoing
        self._bridge.submit.change(list(commands), label, list(back))

    def _on_given(self, _threads: object) -> None:
        for one in self._bridge.submit.pending_of_no_thread:
            if isinstance(one.command, ContactCommand):
                self._given[one.id] = one.command

    def _on_results(self, results: list[Result]) -> None:
        for result in results:
            command = self._given.pop(result.command, None)
            if command is None:
                continue
            if result.outcome != "accepted":
                self.said.emit(in_words(result.sentence))
                if not self.is_editing:
                    self.changed.emit()  # what was shown before its time is not so
            elif isinstance(command, WriteMemo):
                draft = self.draft(command.contact)
                if draft is not None and draft[0].strip() == command.text:
                    self._bridge.desk.set_state(memo_key(command.contact), "")

    def _on_erased(self, contact: ContactId, _threads: object) -> None:
        """They are forgotten for good: what is being written about them is kept no more."""
        if self._contact is not None and self._contact.id == contact:
            self._keep_soon.stop()
            self._contact = self._editing = self.editor = None

    # ------------------------------------------------------------------------------------------------- the draft
    def keep(self) -> None:
        """Keep the memo that is being written."""
        self._keep_soon.stop()
        if isinstance(self.editor, MemoEditor) and self._contact is not None:
            text, before = self.editor.field.toPlainText(), self._contact.memo
            written = "" if text.strip() in (before, self._based_on) else json.dumps([text, self._based_on])
            self._bridge.desk.set_state(memo_key(self._contact.id), written)

    def draft(self, contact: ContactId) -> tuple[str, str] | None:
        """The memo that was begun and not saved, with the text it began from."""
        written = self._bridge.desk.state(memo_key(contact))
        if not written:
            return None
        text, based_on = json.loads(written)
        return str(text), str(based_on)

    # ------------------------------------------------------------------------------------------------- sections
    def about(self, section: Filling, contact: Contact, thread: Thread) -> None:
        """What is known, each line to be changed by a click or Enter."""
        locale = QLocale()
        add = partial(self.edit, "field")
        section.head(tr("context", "About"), icon="plus", name=tr("context", "Add a field"), act=add)
        lines = section.lines()
        if contact.followers is not None:
            lines.field(tr("context", "Followers"), locale.toString(contact.followers))
        for label, value in contact.fields:
            if self._editing == ("field", label):
                self._put_field_editor(lines, contact, label, value)
            elif label != "Orders":
                self._put_field(lines, contact, label, value)
        if self._editing == ("field", ""):
            self._put_field_editor(lines, contact, "", "")
        code = contact.language or thread.language
        if code:
            lines.field(tr("context", "Writes in"), words.language(code, locale))
        if self._editing is not None and self._editing[0] == "place":
            editor = PlaceEditor(contact.location, contact.time_zone)
            editor.saved.connect(lambda: self._save_place(editor))
            self._put(lines, editor)

    def _put_field(self, lines: Filling, contact: Contact, label: str, value: str) -> None:
        kind = contact.kind_of(label)
        # The address is a stranger's too: it is shown whole before it is opened.
        there = tr("context", "Open the address") if kind is FieldKind.LINK else ""
        line = lines.field(
            one_line(label), one_line(shown_value(value, kind, QLocale())), partial(self.edit, "field", label),
            there=there, go=partial(self.link_wanted.emit, value),
        )  # fmt: skip
        line.setToolTip(tr("context", "Change it"))

    def _put_field_editor(self, lines: Filling, contact: Contact, label: str, value: str) -> None:
        editor = FieldEditor(label, value, contact.kind_of(label))
        editor.saved.connect(lambda: self._save_field(editor))
        editor.removed.connect(lambda: self._remove_field(label))
        self._put(lines, editor)

    def _put(self, section: Filling, editor: Editor) -> None:
        editor.left.connect(self.leave_editor)
        self.editor = editor
        section.put(editor)

    def _save_field(self, editor: FieldEditor) -> None:
        contact, value = self._contact, editor.taken()
        if contact is None or value is None:
            return
        label = " ".join(editor.label.text().split())
        taken = {known for known, _ in contact.fields} - {editor.before}
        if label in taken:
            editor.warn(tr("context", "There is a field of this name. Change that one, or choose another name."))
            return
        commands: list[ContactCommand] = []
        place = None
        if editor.before and editor.before != label:
            place = [known for known, _ in contact.fields].index(editor.before)
            commands.append(RemoveContactField(contact.id, editor.before))
        commands.append(SetContactField(contact.id, label, value, editor.kind, place))
        self._editing = self.editor = None
        self.give(commands, tr("context", "{label} saved.").format(label=label))
        self.changed.emit()

    def _remove_field(self, label: str) -> None:
        if self._contact is not None:
            self._editing = self.editor = None
            self.give(
                [RemoveContactField(self._contact.id, label)], tr("context", "{label} removed.").format(label=label)
            )
            self.changed.emit()

    def _save_place(self, editor: PlaceEditor) -> None:
        taken = editor.taken()
        if self._contact is not None and taken is not None:
            self._editing = self.editor = None
            self.give([SetContactPlace(self._contact.id, *taken)], tr("context", "Place saved."))
            self.changed.emit()

    def place_line(self, contact: Contact) -> str:
        """Where they live and what their clock says: "Lyon, 16:43"."""
        there = time_there(contact.time_zone, self._bridge.clock.now())
        parts = [one_line(contact.location), words.clock_there(there) if there is not None else ""]
        return ", ".join(part for part in parts if part)

    def memo(self, section: Filling, contact: Contact, known: KnownOf) -> None:
        """The team's memo, to be changed in its place."""
        edit = partial(self.edit, "memo")
        section.head(tr("context", "Team memo"), icon="pencil-simple", name=tr("context", "Write the memo"), act=edit)
        draft = self.draft(contact.id)
        if self._editing is not None and self._editing[0] == "memo":
            self._put_memo_editor(section, contact, draft)
            return
        if contact.memo:
            section.memo(plain_text(contact.memo))
        if draft is not None:
            section.line(tr("context", "Go on with your draft"), "", edit, icon="pencil-simple", is_boxed=True)
        older = known.versions[1:]
        if older:
            said = tr("context", "%n earlier version(s)", "", len(older))
            section.line(said, "", self._fold_versions, icon="caret-down" if self._shows_versions else "caret-right")
            for version in older if self._shows_versions else ():
                self._put_version(section, version)

    def _fold_versions(self) -> None:
        self._shows_versions = not self._shows_versions
        self.changed.emit()

    def _put_version(self, section: Filling, version: MemoVersion) -> None:
        when = words.moment(version.written_at, self._bridge.clock.now(), self._zone, QLocale())
        said = " · ".join(part for part in (version.person_name, when) if part)
        section.label(said, 11, 400, "text3")
        section.memo(plain_text(version.text) or tr("context", "Empty"))

    def _put_memo_editor(self, section: Filling, contact: Contact, draft: tuple[str, str] | None) -> None:
        editor = MemoEditor(draft[0] if draft is not None else contact.memo)
        self._based_on = contact.memo
        if draft is not None and draft[1] != contact.memo:
            # It was begun from another memo: that is said here, and saving over it is then meant.
            editor.warn(
                tr("context", "The memo was changed while you wrote. It says now: {memo}").format(memo=contact.memo)
            )
        editor.typed.connect(self._on_typed)
        editor.saved.connect(lambda: self._save_memo(editor))
        self._put(section, editor)

    def _on_typed(self, _text: str) -> None:
        self._keep_soon.start()

    def _save_memo(self, editor: MemoEditor) -> None:
        contact, based_on = self._contact, self._based_on
        if contact is None or not editor.save_button.isEnabled():
            return
        # Kept until it is surely saved: a colleague may have been quicker.
        self._bridge.desk.set_state(memo_key(contact.id), json.dumps([editor.field.toPlainText(), based_on]))
        self._editing = self.editor = None
        text = editor.text
        if text == contact.memo:
            self._bridge.desk.set_state(memo_key(contact.id), "")
        else:
            self.give([WriteMemo(contact.id, text, based_on)], tr("context", "Memo saved."))
        self.changed.emit()

    def on_changed(self, contact: Contact | None) -> None:
        """The person changed while something was written about them."""
        before, self._contact = self._contact, contact
        if contact is None or before is None or not isinstance(self.editor, MemoEditor):
            return
        if contact.memo != before.memo:
            said = tr("context", "The memo was changed while you wrote. It says now: {memo}")
            self.editor.warn(said.format(memo=contact.memo))


def memo_key(contact: ContactId) -> str:
    """Where the desk keeps a memo that was begun."""
    return f"memo:{contact}"
