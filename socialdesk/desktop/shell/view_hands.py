"""What acts on views do: gives their commands, asks for a name, and carries out what is dropped on the rail."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from socialdesk.desktop.look.connector_words import sentence as in_words
from socialdesk.desktop.places.queue.saving import SaveCard
from socialdesk.desktop.settings.setting import Section
from socialdesk.desktop.shell.parts import Parts
from socialdesk.desktop.widgets.ask import ask
from socialdesk.desktop.widgets.plain_text import safe_name
from socialdesk.model.channel import Channel, ChannelState
from socialdesk.model.command import Command, DeleteView, MoveView, SaveView
from socialdesk.model.connecting import PauseChannel
from socialdesk.model.filter_form import to_words
from socialdesk.model.identifiers import CommandId
from socialdesk.model.saved_view import LONGEST_NAME, as_command, copy_of, follower
from socialdesk.model.sorting import Sort
from socialdesk.model.view import MINE, Filter, View, channel_view
from socialdesk.store.readings import Result
from socialdesk.support.clock import HERE
from socialdesk.support.ids import new_id

tr = QCoreApplication.translate


class WindowViewHands(QObject):
    """The hands for views of one window, with which they go; see `ViewHands` of the acts."""

    def __init__(self, window: Parts, over: QWidget) -> None:
        super().__init__(over)
        self._w = window
        self._over = over
        self._card: SaveCard | None = None
        self._pending: SaveView | None = None
        self._before: View | None = None
        self._waits_for: set[CommandId] = set()
        window.bridge.follow.results.connect(self._on_results)
        window.rail.menu_wanted.connect(self.open_menu)
        window.rail.moved.connect(self.move_before)
        window.rail.trouble_wanted.connect(self.explain)
        window.queue.save_wanted.connect(self.save_as)
        window.queue.change_wanted.connect(self.save_changes)
        window.queue.view_gone.connect(lambda: window.rail.choose(MINE.id))

    # What is in force

    def filter(self) -> None:
        self._w.queue.open_filter()

    def clear_filter(self) -> None:
        self._w.queue.clear_filter()

    def open_sorts(self) -> None:
        self._w.queue.header.open_sorts()

    def sort_by(self, sort: Sort) -> None:
        self._w.queue.sort_by(sort)

    # Saved views

    def save_as(self) -> None:
        """Ask for a name and save what is in force, or what is looked for, as a view of its own."""
        queue = self._w.queue
        if queue.is_searching:
            self._save_search(queue.search_field.text())
            return
        now = queue.in_force
        status = now.status
        filter_ = now.filter if status is None else replace(now.filter, statuses=frozenset({status}))
        about = tr("views", "It stands under Views and shows what is in force now.")
        self._save_as(filter_, now.sort, ", ".join(queue.said_in_force()), about)

    def _save_search(self, typed: str) -> None:
        """A view is asked of threads: it keeps what they are, not the words in them."""
        from socialdesk.model.search import understand  # most save what is in force
        from socialdesk.model.search_view import as_filter

        bridge = self._w.bridge
        query = understand(typed, bridge.clock.now().astimezone(HERE))
        filter_ = as_filter(query, bridge.channels, bridge.cache.tags())
        if filter_ is None:
            words = tr(
                "views",
                "A view keeps tag:, channel:, kind:, lang: and is:, but no words, names or days. Take those out,"
                " or choose a filter (F).",
            )
            self._w.say(words)
            return
        about = tr("views", "It stands under Views and shows what the search finds now and later.")
        self._save_as(filter_, Sort.NEWEST, typed.strip(), about)

    def _save_as(self, filter_: Filter, sort: Sort, name: str, about: str) -> None:
        self._pending, self._before = SaveView(new_id(), "", to_words(filter_), sort), None
        name = name[:LONGEST_NAME]
        self._ask(tr("views", "Save as view"), about, name, shared=False)

    def save_changes(self) -> None:
        """Let the view that is shown ask for what is in force."""
        now = self._w.queue.in_force
        if now.base.is_built_in:
            return
        after = SaveView(now.base.id, now.base.name, to_words(now.filter), now.sort, shared=now.base.owner is None)
        label = tr("views", "{name} shows what is in force now.").format(name=now.base.name)
        self._give([after], label, [as_command(now.base)])

    def rename(self, view: View | None = None) -> None:
        view = view or self._shown()
        if view is not None:
            self._pending, self._before = as_command(view), view
            self._ask(tr("views", "Rename the view"), "", view.name, shared=view.owner is None)

    def duplicate(self, view: View | None = None) -> None:
        view = view or self._w.queue.base
        name = tr("views", "{name} (copy)").format(name=self._w.rail.name(view))
        self._pending, self._before = as_command(copy_of(view, new_id(), name)), None
        self._ask(tr("views", "Duplicate the view"), "", name, shared=False)

    def toggle_shared(self, view: View | None = None) -> None:
        view = view or self._shown()
        if view is None:
            return
        shared = view.owner is None
        name = self._w.rail.name(view)
        words = tr("views", "Only you see {name} now.") if shared else tr("views", "The whole team sees {name} now.")
        after = replace(as_command(view), shared=not shared)
        self._give([after], words.format(name=name), [as_command(view)])

    def delete(self, view: View | None = None) -> None:
        view = view or self._shown()
        if view is None:
            return
        ids = [one.id for one in self._w.bridge.views()]
        back: list[Command] = [as_command(view), MoveView(view.id, follower(ids, view.id))]
        words = tr("views", "The view {name} is deleted. Its threads stay.").format(name=self._w.rail.name(view))
        if self._w.queue.base.id == view.id:
            self._w.rail.choose(MINE.id)
        self._give([DeleteView(view.id)], words, back)

    def move(self, by: int) -> None:
        view = self._shown()
        if view is not None:
            self._move(view, by)

    def move_before(self, id_: str, before: str) -> None:
        """A view was dragged before another one, or with an empty `before` to the end."""
        ids = [one.id for one in self._w.bridge.views()]
        if id_ not in ids or before == id_ or before == follower(ids, id_):
            return
        view = next(one for one in self._w.bridge.views() if one.id == id_)
        words = tr("views", "{name} has another place.").format(name=self._w.rail.name(view))
        self._give([MoveView(id_, before)], words, [MoveView(id_, follower(ids, id_))])

    def open_menu(self, view: View, at: QPoint) -> None:
        """Offer what can be done with a view of the rail."""
        menu = QMenu(self._over)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.setAccessibleName(self._w.rail.name(view))
        if not view.is_built_in:
            menu.addAction(tr("views", "Rename…"), lambda: self.rename(view))
            menu.addAction(tr("views", "Edit the filters…"), lambda: self._edit(view))
        row = self._w.rail.model.row_of(view.id)
        line = self._w.rail.model.line(row) if row is not None else None
        if line is not None and line.trouble:
            menu.addAction(tr("views", "What is wrong here?"), lambda: self.explain(view))
        channel = next((one for one in self._w.bridge.channels if channel_view(one.id).id == view.id), None)
        if channel is not None:
            self._add_channel_acts(menu, channel)
        menu.addAction(tr("views", "Duplicate…"), lambda: self.duplicate(view))
        if not view.is_built_in:
            shared = view.owner is None
            words = tr("views", "Keep it to yourself") if shared else tr("views", "Share with the whole team")
            menu.addAction(words, lambda: self.toggle_shared(view))
            menu.addSeparator()
            menu.addAction(tr("views", "Move up"), lambda: self._move(view, -1))
            menu.addAction(tr("views", "Move down"), lambda: self._move(view, 1))
            menu.addSeparator()
            menu.addAction(tr("views", "Delete"), lambda: self.delete(view))
        self.menu = menu
        menu.popup(at)

    def _add_channel_acts(self, menu: QMenu, channel: Channel) -> None:
        """What can be done with a channel itself; the rest, such as disconnecting it, is in the settings."""
        is_paused = channel.state is ChannelState.PAUSED
        name = safe_name(channel.name)
        said = tr("views", "{name} goes on.") if is_paused else tr("views", "{name} is paused.")
        act, back = PauseChannel(channel.id, on=not is_paused), PauseChannel(channel.id, on=is_paused)
        words = tr("views", "Go on") if is_paused else tr("views", "Pause this channel")
        menu.addAction(words, lambda: self._w.bridge.submit.change([act], said.format(name=name), [back]))
        menu.addAction(tr("views", "Settings of this channel…"), lambda: self._w.settings.show(Section.CHANNELS))
        menu.addSeparator()

    def explain(self, view: View) -> None:
        """Say what is wrong with the channel of a view, and offer to put it right."""
        row = self._w.rail.model.row_of(view.id)
        line = self._w.rail.model.line(row) if row is not None else None
        channel = next((one for one in self._w.bridge.channels if channel_view(one.id).id == view.id), None)
        if line is None or channel is None or not line.trouble:
            return
        lost = channel.state.needs_person
        repair = tr("views", "Sign in again") if lost else tr("views", "Try now")
        kept = tr("views", "Everything that came in before is here. Other channels go on as usual.")
        choices = (("close", tr("views", "Close")), ("sign_in" if lost else "retry", repair))
        if channel.state is ChannelState.PAUSED:
            choices = (("close", tr("views", "Close")), ("resume", tr("views", "Go on")))
        asked = ask(self._over, line.words, f"{line.trouble} {kept}", choices)
        asked.answered.connect(partial(self._repair, channel=channel))

    def _repair(self, answer: str, channel: Channel) -> None:
        if answer == "sign_in":
            self._w.connecting.repair(channel)
        elif answer == "resume":
            words = tr("views", "{name} goes on.").format(name=channel.name)
            self._w.bridge.submit.change([PauseChannel(channel.id, on=False)], words, [PauseChannel(channel.id)])
        elif answer == "retry":
            self._w.bridge.follow.poke("sync")

    # Inside

    def _give(self, commands: Sequence[Command], label: str, back: Sequence[Command]) -> bool:
        given = self._w.bridge.submit.change(commands, label, back)
        self._waits_for |= {one.id for one in given}
        return bool(given)

    def _on_results(self, results: Sequence[Result]) -> None:
        """Tell when something was refused: another window may have been quicker."""
        for result in results:
            if result.command in self._waits_for:
                self._waits_for.discard(result.command)
                if result.outcome == "rejected":
                    self._w.say(tr("views", "This was not saved: {why}").format(why=in_words(result.sentence)))

    def _shown(self) -> View | None:
        base = self._w.queue.base
        return None if base.is_built_in else base

    def _edit(self, view: View) -> None:
        self._w.rail.choose(view.id)
        self._w.queue.open_filter()

    def _move(self, view: View, by: int) -> None:
        ids = [one.id for one in self._w.bridge.views()]
        if view.id not in ids:
            return
        at = ids.index(view.id)
        wanted = at + by
        if not 0 <= wanted < len(ids):
            self._w.say(tr("views", "It cannot go further."))
            return
        self.move_before(view.id, ids[wanted] if by < 0 else follower(ids, ids[wanted]))

    def _ask(self, title: str, about: str, name: str, *, shared: bool) -> None:
        if self._card is None:
            self._card = SaveCard(self._over)
            self._card.saved.connect(self._on_saved)
        own = self._before.id if self._before is not None else ""
        taken = frozenset(self._w.rail.name(one).casefold() for one in self._w.bridge.views() if one.id != own)
        self._card.open_for(title, about, name, taken, shared=shared)

    @property
    def card(self) -> SaveCard | None:
        """The card that asks for a name, once it was needed."""
        return self._card

    def _on_saved(self, name: str, shared: bool) -> None:
        wanted, before = self._pending, self._before
        if wanted is None:
            return
        self._pending = None
        after = replace(wanted, title=name, shared=shared)
        back: Sequence[Command] = [as_command(before)] if before is not None else [DeleteView(after.id)]
        words = tr("views", "The view {name} is saved.").format(name=name)
        if self._give([after], words, back) and before is None:
            self._w.rail.choose(after.id)
