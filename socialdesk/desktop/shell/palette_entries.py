"""Gives the palette its entries: acts on the open thread, views, channels, people, tags, saved replies, threads."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.actions.registry import Facts
from socialdesk.desktop.look.language import languages
from socialdesk.desktop.places.palette.matching import PREFIXES, Entry
from socialdesk.desktop.settings.registry import SECTION_ICONS, SECTION_WORDS, all_settings, section_name
from socialdesk.desktop.settings.setting import Kind, Section, Setting
from socialdesk.desktop.shell.hands import WindowHands
from socialdesk.desktop.shell.palette_snoozes import SNOOZE, snoozes, tomorrow
from socialdesk.desktop.shell.parts import Parts
from socialdesk.model.condition import Condition, Field, Is
from socialdesk.model.identifiers import ThreadId
from socialdesk.model.view import TEAM, channel_view
from socialdesk.store.jump import threads_called, threads_saying
from socialdesk.support.clock import HERE

if TYPE_CHECKING:
    from socialdesk.model.thread import Thread
    from socialdesk.model.view import View
    from socialdesk.store.cache import Cache

tr = QCoreApplication.translate
CALLED_MOST, SAID_MOST = 8, 6


def entries(window: Parts, hands: WindowHands, facts: Facts) -> list[Entry]:
    """Everything the palette offers at this moment."""
    bridge = window.bridge
    found: list[Entry] = []
    counts, names = bridge.counts(), window.rail.model.names()
    # A view that an act leads to stands there once: under its name, with the keys of the act and its number.
    all_views = window.rail.model.views()
    of_none = replace(
        facts, thread=None, is_mine=False, can_like=False, able=frozenset(), stands=frozenset(), selected=0
    )
    views = {f"go.{view.id}": view.id for view in all_views}
    for action in window.registry:
        view = views.get(action.id, "")
        name = names.get(view, "")
        kind = "view" if action.id.startswith("go.") else "act"
        reason = "" if window.bulk.knows(action.id) or action.when(facts) else action.otherwise
        reason = window.bulk.why_not(action.id) or reason
        found.append(
            Entry(
                action.id,
                kind,
                name or action.words,
                tomorrow(window) if action.id == "thread.tomorrow" else str(counts.get(view, "")),
                keys=action.shown_keys,
                icon=action.icon,
                also=(
                    *action.also,
                    *window.other_words.of(action.words),
                    *((action.words, *window.other_words.of(name)) if name else ()),
                ),
                reason=reason,
                run=lambda action=action: window.run(action),
                is_everywhere=action.when(of_none),
            )
        )
        if action.id == SNOOZE:
            found += snoozes(window, hands, facts)
    found += [
        *_views(window, hands, all_views, counts, names),
        *_people(window, hands, facts),
        *_tags(window, hands, facts),
    ]
    found += [
        Entry(
            f"reply:{reply.id}",
            "reply",
            reply.title,
            f"/{reply.shortcut}",
            icon="lightning",
            also=(reply.shortcut,),
            reason="" if facts.has_thread else tr("shell", "Open a thread first."),
            run=partial(hands.saved.use, reply),
        )
        for reply in bridge.shelf.replies()
        if reply.is_for(bridge.me, facts.thread.channel_id if facts.thread is not None else None)
    ]
    return [*found, *_languages(window), *_settings(window)]


def _views(
    window: Parts, hands: WindowHands, views: Sequence[View], counts: Mapping[str, int], names: Mapping[str, str]
) -> list[Entry]:
    """Every view of the rail; a channel answers to its names, and Tab offers its settings too."""
    channels = {channel_view(channel.id).id: channel for channel in window.bridge.channels}
    said = tr("shell", "channel")
    acts = {action.id for action in window.registry}
    found: list[Entry] = []
    for view in views:
        if f"go.{view.id}" in acts:
            continue
        name, channel = names[view.id], channels.get(view.id)
        go = partial(hands.go, view)
        also = window.other_words.of(name)
        if channel is None:
            found.append(
                Entry(
                    f"view:{view.id}",
                    "view",
                    name,
                    str(counts.get(view.id, "")),
                    icon="list-bullets",
                    also=also,
                    run=go,
                )
            )
            continue
        found.append(
            Entry(
                f"view:{view.id}",
                "view",
                name,
                " ".join(part for part in (channel.handle, str(counts.get(view.id, ""))) if part),
                keys=("Tab",),
                icon="share-network",
                also=(channel.name, channel.handle, channel.platform, channel.mark, said),
                run=go,
                options=partial(_of_channel, window, f"view:{view.id}", f"channel:{channel.id}:settings", go),
            )
        )
    return found


def _of_channel(window: Parts, view: str, settings: str, go: Callable[[], object]) -> Sequence[Entry]:
    """What Tab offers at a channel; made when it is asked for, since there may be hundreds of channels."""
    return (
        Entry(view, "view", tr("shell", "Show its threads"), icon="list-bullets", run=go),
        Entry(
            settings,
            "setting",
            tr("shell", "Settings of the channels"),
            icon="gear-six",
            run=partial(window.settings.show, Section.CHANNELS),
        ),
    )


def _people(window: Parts, hands: WindowHands, facts: Facts) -> list[Entry]:
    """The team: Enter gives the open thread away, Tab offers what else there is."""
    none = "" if facts.has_thread else tr("shell", "Open a thread first.")
    found: list[Entry] = []
    for person in window.bridge.people:
        name = person.name.split()[0]
        give = partial(hands.triage.assign, person.id)
        giving = tr("shell", "assign to {name}").format(name=name)
        shown = partial(_show_held, window, hands, Is(Field.WHOSE, frozenset({str(person.id)})))
        options = (
            Entry(f"person:{person.id}", "act", giving, icon="user", reason=none, run=give),
            Entry(
                f"person:{person.id}:held",
                "view",
                tr("shell", "show what {name} has").format(name=name),
                icon="list-bullets",
                run=shown,
            ),
        )
        found.append(
            Entry(
                f"person:{person.id}",
                "person",
                person.name,
                giving if not none else tr("shell", "show what {name} has").format(name=name),
                keys=("Tab",),
                icon="user",
                run=give if not none else shown,
                options=lambda options=options: options,
            )
        )
    return found


def _tags(window: Parts, hands: WindowHands, facts: Facts) -> list[Entry]:
    """Every tag: Enter puts it on or takes it off, Tab offers that, the threads that have it, and to rename it."""
    none = "" if facts.has_thread else tr("shell", "Open a thread first.")
    putting, taking = tr("shell", "put on"), tr("shell", "take off")
    showing, ordering = tr("shell", "show the threads that have it"), tr("shell", "rename, merge or delete it…")
    has = facts.thread.tags if facts.thread is not None else ()

    def options(tag: str) -> tuple[Entry, ...]:
        on = tag in has
        toggle = partial(hands.triage.toggle_tag, tag, not on)
        shown = partial(_show_held, window, hands, Is(Field.TAG, frozenset({tag})))
        order = partial(window.settings.show_tag, tag)
        return (
            Entry(f"tag:{tag}", "act", taking if on else putting, icon="tag", reason=none, run=toggle),
            Entry(f"tag:{tag}:held", "view", showing, icon="list-bullets", run=shown),
            Entry(f"tag:{tag}:order", "setting", ordering, icon="gear-six", run=order),
        )

    found: list[Entry] = []
    for tag in window.bridge.cache.tags():
        on = tag in has
        run = (
            partial(_show_held, window, hands, Is(Field.TAG, frozenset({tag})))
            if none
            else partial(hands.triage.toggle_tag, tag, not on)
        )
        said = showing if none else taking if on else putting
        # There may be thousands of tags, and Tab is pressed on one.
        more = partial(options, tag)
        found.append(Entry(f"tag:{tag}", "tag", tag, said, keys=("Tab",), icon="tag", run=run, options=more))
    return found


def _show_held(window: Parts, hands: WindowHands, part: Condition) -> None:
    """The threads of the whole team, those for which this holds."""
    _leave_page(window)
    hands.go(TEAM)
    window.queue.filter_by((part,))


def _languages(window: Parts) -> list[Entry]:
    """What the window can speak, each by the name its own readers know, and what the system speaks."""
    chosen = window.bridge.desk.state("language") or ""
    system = ("", tr("shell", "like my system"))
    return [
        Entry(
            f"language:{code}",
            "setting",
            tr("shell", "Language: {name}").format(name=name),
            tr("shell", "in use") if code == chosen else "",
            also=("language", "langue", "Sprache"),
            run=partial(window.speak, code),
        )
        for code, name in (system, *((one.code, one.name) for one in languages()))
    ]


def _settings(window: Parts) -> list[Entry]:
    """Every setting: Enter leads to it on its page, Tab offers what it can be."""
    settings = window.bridge.settings
    found: list[Entry] = []
    for one in all_settings():
        if one.kind is Kind.HIDDEN:
            continue
        found.append(
            Entry(
                f"setting:{one.key}",
                "setting",
                one.title,
                one.shown(settings.get(one.key)),
                keys=("Tab",) if one.kind in (Kind.CHOICE, Kind.FLAG) else (),
                icon=SECTION_ICONS[one.section],
                also=(section_name(one.section), *one.also, *window.other_words.of(one.title)),
                run=partial(window.settings.show, None, one.key),
                options=partial(_options, window, one) if one.kind in (Kind.CHOICE, Kind.FLAG) else None,
            )
        )
    found += [
        Entry(
            f"settings:{section.value}",
            "setting",
            tr("shell", "Settings: {section}").format(section=section_name(section)),
            icon=SECTION_ICONS[section],
            also=(*window.other_words.of(section_name(section)), *SECTION_WORDS.get(section, ())),
            run=partial(window.settings.show, section),
        )
        for section in Section
    ]
    return found


def _options(window: Parts, setting: Setting) -> list[Entry]:
    """What a setting can be, the present value said."""
    now = window.bridge.settings.get(setting.key)
    values = [value for value, _ in setting.choices] or ["1", "0"]
    return [
        Entry(
            f"setting:{setting.key}={value}",
            "setting",
            setting.shown(value),
            tr("shell", "in use") if value == now else "",
            icon=SECTION_ICONS[setting.section],
            run=partial(window.bridge.settings.put, setting.key, value),
        )
        for value in values
    ]


def called(window: Parts, typed: str) -> list[Entry]:
    """Threads, or after @ contacts, of people called like what was typed; none of them shielded."""
    prefix, name = typed[:1], typed.lstrip("@").strip()
    if len(name) < 2 or prefix in ">#/":
        return []
    threads = threads_called(window.bridge.cache, name, window.bridge.clock.now(), CALLED_MOST)
    found: list[Entry] = []
    people: set[object] = set()
    for thread in threads:
        if prefix == "@" and thread.contact_id in people:
            continue
        people.add(thread.contact_id)
        found.append(
            Entry(
                f"contact:{thread.contact_id}" if prefix == "@" else f"thread:{thread.id}",
                "contact" if prefix == "@" else "thread",
                thread.contact_name or thread.contact_handle,
                thread.contact_handle if prefix == "@" else thread.preview[:120],
                run=partial(_open, window, thread.id),
            )
        )
    return found


def said(window: Parts, typed: str, then: Callable[[Sequence[Entry]], None]) -> None:
    """Look beside the window for threads in which this was written, none of them shielded, and tell them."""
    if typed[:1] in PREFIXES:
        then(())
        return
    now = window.bridge.clock.now().astimezone(HERE)

    def read(cache: Cache) -> list[tuple[Thread, str]]:
        return threads_saying(cache, typed, now, SAID_MOST)

    def tell(found: list[tuple[Thread, str]]) -> None:
        then([_said(window, thread, words) for thread, words in found])

    window.bridge.beside.ask("palette", read, tell)


def _said(window: Parts, thread: Thread, words: str) -> Entry:
    """A thread, with the words around what was written in it."""
    name = thread.contact_name or thread.contact_handle
    go = partial(_open, window, thread.id)
    return Entry(f"said:{thread.id}", "said", name, words, icon="chat-circle", run=go)


def _leave_page(window: Parts) -> None:
    """Back to queue and conversation, where another page stands in their place."""
    pages = (window.settings.is_shown, window.rules.is_shown, window.library.isVisible())
    if any(pages) or window.shown_outbox is not None:
        window.settings.left.emit()


def _open(window: Parts, thread: ThreadId) -> None:
    _leave_page(window)
    if not window.queue.open(thread):
        window.open_thread(thread)
