"""What the acts of the shield do: decide about a kept thread without showing it, open it, teach, keep evidence."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QWidget

from socialdesk.desktop.places.queue.laid_rows import THREAD_ROLE
from socialdesk.desktop.widgets.choose_file import choose_where, not_written
from socialdesk.desktop.widgets.shield_words import keep_as
from socialdesk.model.command import MarkDone, ThreadCommand
from socialdesk.model.identifiers import MessageId
from socialdesk.model.message import Direction
from socialdesk.model.shield.values import ShieldKind, kind_of
from socialdesk.model.shielding import KeepOutOfSight, LetThrough, Teach
from socialdesk.model.thread import Thread
from socialdesk.model.view import MINE
from socialdesk.support.paths import write_whole

if TYPE_CHECKING:
    from socialdesk.desktop.shell.parts import Parts

tr = QCoreApplication.translate


class ShieldHands:
    """The hands of one window for what is kept out of sight."""

    def __init__(self, window: Parts) -> None:
        self._w = window

    # Without opening

    def hide(self) -> None:
        """Hide it from the public where the channel can, and be done with it."""
        self._deal(hides=True)

    def hide_and_block(self) -> None:
        """Hide it, and block who wrote it."""
        self._deal(hides=True, blocks=True)

    def report(self) -> None:
        """Report it to the platform, and be done with it."""
        self._deal(reports=True)

    def _deal(self, *, hides: bool = False, blocks: bool = False, reports: bool = False) -> None:
        thread = self._thread()
        if thread is None:
            return
        can = self._w.bridge.capabilities(thread)
        channel = self._w.bridge.channel(thread.channel_id)
        name = channel.name if channel is not None else ""
        if blocks and not (can is not None and can.can("block")):
            self._w.say(tr("shield", "{channel} cannot block anybody from here.").format(channel=name))
            return
        if reports and not (can is not None and can.can("report")):
            words = tr("shield", "{channel} takes no reports from here: open it on the platform to report it.")
            self._w.say(words.format(channel=name))
            return
        from socialdesk.desktop.shell.shield_acts import dealing

        there = dealing(
            self._kept(thread),
            thread,
            self._w.bridge.clock.now(),
            hides=hides and can is not None and can.can("hide"),
            blocks=blocks,
            reports=reports,
        )
        if reports:
            words = tr("shield", "Reported, and done.")
        elif blocks:
            words = tr("shield", "Hidden, its writer blocked, and done.")
        elif there:
            words = tr("shield", "Hidden from the public, and done.")
        else:
            words = tr("shield", "Done here. {channel} cannot hide what others write.").format(channel=name)
        self._give(thread, [*there, MarkDone(thread.id)], words, moves_on=True)

    # Opening and deciding

    def show_or_close(self) -> None:
        """Show what is hidden, or close it again."""
        conversation = self._w.conversation
        if conversation.is_closed:
            conversation.show_hidden()
        else:
            conversation.close_again()

    def elsewhere(self) -> None:
        """Open the next thread that is not kept out of sight, in Mine where only such ones are listed."""
        queue = self._w.queue
        before = self._thread()
        if queue.is_shield:
            self._w.rail.choose(MINE.id)
        rows = queue.list.model()
        listed = (rows.data(rows.index(number, 0), THREAD_ROLE) for number in range(rows.rowCount()))
        found = [one for one in listed if isinstance(one, Thread)]
        ids = [one.id for one in found]
        begin = ids.index(before.id) + 1 if before is not None and before.id in ids else 0
        following = next((one for one in found[begin:] + found[:begin] if not one.is_shielded), None)
        if following is None:
            self._w.say(tr("shield", "Nothing else waits here. A short break would be well earned."))
            return
        queue.open(following.id)
        queue.list.setFocus()

    def let_through(self, teach: Teach = Teach.NOTHING) -> None:
        """Show the thread to everybody, and learn from it when that is wanted."""
        thread = self._thread()
        if thread is not None and thread.is_shielded:
            words = {
                Teach.NOTHING: tr("shield", "Let through."),
                Teach.WORDS: tr("shield", "Let through; these words are no reason any more."),
                Teach.AUTHOR: tr("shield", "Let through; so is all this person writes."),
            }[teach]
            self._give(thread, [LetThrough(thread.id, teach)], words)

    def keep(self, kind: ShieldKind) -> None:
        """Keep the thread out of sight."""
        thread = self._thread()
        if thread is not None and thread.shield != kind.value:
            self._give(thread, [KeepOutOfSight(thread.id, kind)], tr("shield", "Kept out of sight."))

    def open_menu(self) -> None:
        """Show everything that can be done with it, by name."""
        thread = self._thread()
        if thread is not None:
            window = self._w
            assert isinstance(window, QWidget)
            self.menu(thread).popup(window.mapToGlobal(window.anchor().bottomLeft()))

    def menu(self, thread: Thread) -> QMenu:
        """All the shield offers for a thread: acts without reading it, letting it through, keeping it, evidence."""
        window = self._w
        assert isinstance(window, QWidget)
        menu = QMenu(window)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.setAccessibleName(tr("shield", "Shield"))
        if thread.is_shielded:
            for id_ in ("shield.hide", "shield.block", "shield.report", "shield.show"):
                act = window.registry[id_]
                action = menu.addAction(act.words)
                action.triggered.connect(partial(window.run, act))
            menu.addSeparator()
            for words, teach in (
                (tr("shield", "Let it through"), Teach.NOTHING),
                (tr("shield", "Let it through, and these words from now on"), Teach.WORDS),
                (tr("shield", "Let it through, and this person from now on"), Teach.AUTHOR),
            ):
                menu.addAction(words).triggered.connect(partial(self.let_through, teach))
            menu.addSeparator()
        for kind in ShieldKind:
            if kind_of(thread.shield) is not kind:
                menu.addAction(keep_as(kind)).triggered.connect(partial(self.keep, kind))
        menu.addSeparator()
        for id_ in ("shield.evidence", "shield.words"):
            act = window.registry[id_]
            menu.addAction(act.words).triggered.connect(partial(window.run, act))
        return menu

    # Evidence and lists

    def save_evidence(self) -> None:
        """Ask where to, and write down what was kept of the thread, as it was."""
        thread = self._thread()
        window = self._w
        assert isinstance(window, QWidget)
        if thread is None:
            return
        title = tr("shield", "Evidence of this thread")
        choose_where(window, title, f"evidence-{thread.id}.json", partial(self.write_evidence, thread))

    def write_evidence(self, thread: Thread, file: Path) -> None:
        """Write the evidence to a file, and say what came of it."""
        from socialdesk.store.shield import evidence_file, evidence_of

        found = evidence_of(self._w.bridge.cache, [thread.id])
        if not found:
            self._w.say(tr("shield", "There is no evidence of this thread: nothing in it was ever kept out of sight."))
            return
        try:
            write_whole(file, evidence_file(found, self._w.bridge.clock.now()).encode())
        except OSError as error:
            self._w.say(not_written(file, error))
            return
        self._w.say(
            tr("shield", "Written to {file}. It holds what was kept out of sight, word by word.").format(file=file)
        )

    def open_words(self) -> None:
        """Show the word lists."""
        from socialdesk.desktop.shell.shield_lists import open_lists

        open_lists(self._w)

    # Inside

    def _thread(self) -> Thread | None:
        return self._w.queue.current()

    def _kept(self, thread: Thread) -> list[MessageId]:
        """The messages an act without opening is about: those that were kept, else the newest that came in."""
        from socialdesk.store.shield import held_in

        there = [
            one.id
            for one in self._w.conversation.messages
            if one.direction is Direction.IN and one.external_id and one.deleted_at is None
        ]
        held = {one.message for one in held_in(self._w.bridge.cache, thread.id) if not one.is_let_through}
        return [one for one in there if one in held] or there[-1:]

    def _give(self, thread: Thread, commands: list[ThreadCommand], label: str, *, moves_on: bool = False) -> None:
        following = self._w.queue.after(thread.id) if moves_on else None
        self._w.bridge.submit.give([(thread, command) for command in commands], label)
        if moves_on and self._w.queue.model.row_of(thread.id) is None:
            if following is not None:
                self._w.queue.open(following.id)
            else:
                self._w.open_thread(None)
