"""Answers all that is selected with one text: opens the sheet, gives one command a thread, takes back what is held."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from socialdesk.desktop.look.numbers import number
from socialdesk.desktop.places.bulk import words
from socialdesk.desktop.places.bulk.answer import AnswerSheet
from socialdesk.desktop.places.saved_replies.knowledge import known, pieces_of
from socialdesk.desktop.shell.bulk_begun import Begun
from socialdesk.desktop.shell.bulk_pacing import Paces
from socialdesk.desktop.shell.bulk_progress import Progress, followed
from socialdesk.desktop.shell.parts import Parts
from socialdesk.model.bulk import MOST_UNASKED, Plan
from socialdesk.model.bulk_answer import (
    Recipient,
    Why,
    answers,
    goes_to,
    greeted,
    in_the_way,
    left_out,
    prepared,
)
from socialdesk.model.command import CancelAct, CancelReply, Reply, ThreadCommand
from socialdesk.model.delivery import CANCELABLE
from socialdesk.model.identifiers import CommandId, MessageId, SavedReplyId, ThreadId
from socialdesk.model.outgoing import trouble_with
from socialdesk.model.saved_reply import SavedReply
from socialdesk.model.thread import Thread
from socialdesk.store.bulk_targets import with_answer_on_its_way
from socialdesk.store.desk import Draft

if TYPE_CHECKING:
    from collections.abc import Callable

    from socialdesk.desktop.bridge.submit import Step

tr = QCoreApplication.translate
MOST = 1_000
"""So many are answered with one text at most; for more a person looks at each no longer."""


class Answering:
    """One text for many, in one window."""

    def __init__(
        self,
        window: Parts,
        answering: Callable[[], frozenset[ThreadId]],
        cleared: Callable[[], None],
        progress: Progress,
    ) -> None:
        self._w = window
        self._answering = answering
        self._cleared = cleared
        self._progress = progress
        self._sheet: AnswerSheet | None = None
        self._begun: Begun | None = None
        self._on_its_way: frozenset[ThreadId] = frozenset()
        self._now: datetime = window.bridge.clock.now()
        self._paces: Paces | None = None
        self._shortcuts: frozenset[str] = frozenset()
        self._known: frozenset[ThreadId] = frozenset()
        """Who asked the same when the sheet was opened; a part of them may have been left out on purpose."""

    @property
    def sheet(self) -> AnswerSheet:
        """The sheet; made when it is first wanted."""
        if self._sheet is None:
            assert isinstance(self._w, QWidget)
            self._sheet = AnswerSheet(self._w)
            self._sheet.send_wanted.connect(self._send)
            self._sheet.more_wanted.connect(self._take_in)
            self._w.queue.stories.found.connect(self._on_stories)
            self._begun = Begun(self._w.bridge.desk, self._sheet)
            self._sheet.closed.connect(self._on_closed)
            for keys in ("Ctrl+Return", "Ctrl+Enter"):
                QShortcut(
                    QKeySequence(keys), self._sheet, self._send, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
                )
        return self._sheet

    @property
    def is_open(self) -> bool:
        """Whether the sheet is shown."""
        return self._sheet is not None and self._sheet.isVisible()

    def begin(self, ids: Sequence[ThreadId]) -> None:
        """Open the sheet for these threads."""
        if len(ids) > MOST:
            said = tr("bulk", "One text answers up to {most} threads. Select fewer.")
            self._w.say(said.replace("{most}", number(MOST)))
            return
        self._w.bridge.many.read(ids, self._open)

    def _open(self, threads: Sequence[Thread]) -> None:
        bridge = self._w.bridge
        self._now = bridge.clock.now()
        self._on_its_way = self._waiting()
        self._paces = Paces(bridge, "reply")
        replies = [one for one in bridge.shelf.replies() if one.is_for(bridge.me, None) and one.bodies]
        self._shortcuts = frozenset(one.shortcut.casefold() for one in replies if one.shortcut)
        sheet = self.sheet
        assert self._begun is not None
        self._known = self._w.queue.folds.alike([one.id for one in threads])
        text, recipients = self._begun.again(Recipient(one) for one in threads)
        sheet.open_for(recipients, self._render, self._lasts, replies, text)

    def _came(self) -> list[ThreadId]:
        """Who joined since the sheet was opened."""
        alike = self._w.queue.folds.alike([one.thread.id for one in self.sheet.recipients])
        return sorted(alike - self._known) if self._known else []

    def _on_stories(self, _found: object) -> None:
        if self.is_open:
            self.sheet.tell_came(len(self._came()))

    def _take_in(self) -> None:
        came = self._came()[: max(MOST - len(self.sheet.recipients), 0)]
        self._known |= frozenset(came)
        self._w.bridge.many.read(came, self._add)

    def _add(self, threads: Sequence[Thread]) -> None:
        if self.is_open:
            self.sheet.add([Recipient(one) for one in threads])

    def _on_closed(self) -> None:
        if self._begun is not None and self._begun.is_kept:
            self._w.say(tr("bulk", "Your text is kept: answer the same threads to go on with it."))

    def _waiting(self) -> frozenset[ThreadId]:
        """Threads to which an answer has not left yet, or may have left."""
        bridge = self._w.bridge
        there = with_answer_on_its_way(bridge.cache)
        here = {one.command.thread for one in bridge.submit.pending if isinstance(one.command, Reply)}
        return there | here

    def _render(self, one: Recipient, place: int, text: str, reply: SavedReply | None, varied: bool) -> Recipient:
        bridge, thread = self._w.bridge, one.thread
        can = bridge.capabilities(thread)
        channel, me = bridge.channel(thread.channel_id), bridge.person(bridge.me)
        facts = known(thread, None, channel, me, (thread.preview,), today=self._now.astimezone().date())
        if reply is None:
            reply = SavedReply(SavedReplyId(0), "", "", "", (("", text),))
        pieces = pieces_of(reply, thread.language, facts)
        against = in_the_way(
            thread,
            can,
            self._now,
            on_its_way=thread.id in self._on_its_way,
            answering=thread.id in self._answering(),
        )
        if varied and pieces and one.is_public and not pieces[0].is_open:
            pieces = (replace(pieces[0], text=greeted(pieces[0].text, thread.language, place)), *pieces[1:])
        goes_along = self.sheet.pictures
        takes = can is not None and trouble_with(goes_along, can.attachments) is None
        one = replace(one, pictures=goes_along if takes else ())
        return prepared(one, pieces, against, can, self._shortcuts)

    def _lasts(self, goes: Sequence[Recipient]) -> str:
        return self._paces.said([one.thread for one in goes]) if self._paces is not None else ""

    def _send(self) -> None:
        self.sheet.fill_all(self._send_filled)

    def _send_filled(self) -> None:
        sheet = self.sheet
        goes = [one for one in sheet.recipients if one.why_not is None]
        if not goes:
            return
        if len(goes) <= MOST_UNASKED:
            self._give()
            return
        from socialdesk.desktop.widgets.ask import ask

        n = len(goes)
        title = tr("bulk", "Send %n answer(s)?", "", n).replace(str(n), number(n))
        text = tr("bulk", "They leave one after the other, {span}. Z takes back all that have not left.")
        assert isinstance(self._w, QWidget)
        choices = (("no", tr("bulk", "Look again")), ("yes", tr("bulk", "Send")))
        ask(self._w, title, text.replace("{span}", self._lasts(goes)), choices).answered.connect(self._on_asked)

    def _on_asked(self, key: str) -> None:
        if key == "yes":
            self._give()

    def _give(self) -> None:
        # What was given since the sheet opened counts as well: no thread gets two answers.
        self._now, self._on_its_way = self._w.bridge.clock.now(), self._waiting()
        self.sheet.fill_all(self._give_filled)

    def _give_filled(self) -> None:
        bridge, sheet = self._w.bridge, self.sheet
        recipients = sheet.recipients
        goes = goes_to(recipients)
        paces = Paces(bridge, "reply")
        does = answers(goes, paces.moments([one.thread for one in goes]))
        if not does:
            return
        for one in recipients:
            if one.why_not is Why.BY_HAND:
                self._keep_by_hand(one)
        # Beside the commands that name them: the saved reply may be gone before the last has left.
        bridge.outgoing.adopt(sheet.pictures)
        n = len(does)
        label = tr("bulk", "%n answer(s) leave, {span}.", "", n).replace(str(n), number(n), 1)
        told = label = label.replace("{span}", paces.said([one.thread for one in goes]))
        out = words.whys(left_out(recipients))
        if out:
            label = f"{label} {tr('bulk', 'Left out: {reasons}.').replace('{reasons}', out)}"
        if self._begun is not None:
            self._begun.forget()
        sheet.text.clear()
        sheet.leave()
        self._cleared()
        bridge.many.give(Plan(does, {}), label, lambda given: self._progress.follow(told, followed(given)))

    def _keep_by_hand(self, one: Recipient) -> None:
        """The text is a draft in their thread now, below what somebody had begun to write there."""
        desk = self._w.bridge.desk
        begun = desk.draft(one.thread.id, "reply")
        seen = MessageId(one.thread.last_message_id)
        if begun is None or not begun.text.strip():
            pictures = begun.pictures if begun is not None else ()
            draft = Draft(one.thread.id, "reply", one.text, self._now, (), seen, pictures)
        elif one.text.strip() in begun.text:
            return
        else:
            draft = replace(begun, text=f"{begun.text.rstrip()}\n\n{one.text}", changed_at=self._now)
        desk.set_draft(draft)
        self._w.queue.draft_changed(one.thread.id, draft.text)

    # Taking back

    def undo(self) -> bool:
        """Take back what is still held of the last text for many; False when the last act was none."""
        step = self._w.bridge.submit.last_step
        if step is None or sum(isinstance(one.command, Reply) for one in step.given) < 2 or _is_parts(step):
            return False
        self._w.bridge.submit.take_step()
        replies = {one.id: one.command.thread for one in step.given if isinstance(one.command, Reply)}
        gone = self._gone(replies)
        kept = {replies[id_] for id_ in gone}
        back = [one for one in step.back if not (isinstance(one, ThreadCommand) and one.thread in kept)]
        self._take_back(back, len(replies) - len(gone), len(gone), lambda: self._w.bridge.submit.remember(step))
        return True

    def stop(self) -> None:
        """Take back every answer and act of mine that has not left, also those given before a restart."""
        bridge = self._w.bridge
        waiting = [
            one
            for one in bridge.cache.outbox()
            if one.state in CANCELABLE and one.person_id == bridge.me and not one.tries
        ]
        held = {one.command: one.thread_id for one in waiting if one.act == "answer"}
        acts = {one.command: one.thread_id for one in waiting if one.act != "answer"}
        held |= {one.id: one.command.thread for one in bridge.submit.pending if isinstance(one.command, Reply)}
        taken = {one.command.reply for one in bridge.submit.pending if isinstance(one.command, CancelReply)}
        taken |= {one.command.act for one in bridge.submit.pending if isinstance(one.command, CancelAct)}
        back: list[ThreadCommand] = [CancelReply(thread, id_) for id_, thread in held.items() if id_ not in taken]
        others = [CancelAct(thread, id_) for id_, thread in acts.items() if id_ not in taken]
        if not back and not others:
            self._w.say(tr("bulk", "Nothing waits that could be taken back."))
            return
        if not others:
            self._take_back(back, len(back), 0)
            return
        n = len(back) + len(others)
        said = tr("bulk", "%n act(s) taken back.", "", n).replace(str(n), number(n), 1)
        bridge.many.write([*back, *others], lambda _given: self._w.say(said))

    def _gone(self, replies: dict[CommandId, ThreadId]) -> set[CommandId]:
        """Of these answers those that have left or may have: they can't be taken back."""
        found = ((id_, self._w.bridge.cache.outbound(id_)) for id_ in replies)
        return {id_ for id_, one in found if one is not None and one.state not in CANCELABLE}

    def _take_back(
        self, back: Sequence[object], many: int, left: int, instead: Callable[[], object] | None = None
    ) -> None:
        commands = [one for one in back if isinstance(one, ThreadCommand)]
        self._w.bridge.many.write(commands, lambda _given: self._say(many, left), instead)

    def _say(self, many: int, left: int) -> None:
        self._w.toast.leave()
        said = tr("bulk", "%n answer(s) taken back.", "", many).replace(str(many), number(many), 1)
        if left:
            had = tr("bulk", "%n had left already.", "answers", left).replace(str(left), number(left), 1)
            said = f"{said} {had}"
        self._w.say(said)


def _is_parts(step: Step) -> bool:
    return any(isinstance(one.command, Reply) and one.command.batch for one in step.given)
