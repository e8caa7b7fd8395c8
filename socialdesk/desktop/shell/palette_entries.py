"""Gives the palette its entries: acts on the open thread, views, channels, people, tags, saved replies, threads."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.actions.registry import Facts
from socialdesk.desktop.look.language import languages
from socialdesk.desktop.places.palette.matching import Entry
from socialdesk.desktop.settings.registry import SECTION_ICONS, all_settings, section_name
from socialdesk.desktop.settings.setting import Kind, Section, Setting
from socialdesk.desktop.shell.hands import WindowHands
from socialdesk.desktop.shell.parts import Parts
from socialdesk.model.identifiers import ThreadId
from socialdesk.store.jump import threads_called

tr = QCoreApplication.translate
CALLED_MOST = 8


def entries(window: Parts, hands: WindowHands, facts: Facts) -> list[Entry]:
    """Everything the palette offers at this moment."""
    bridge = window.bridge
    found: list[Entry] = []
    for action in window.registry:
        kind = "view" if action.id.startswith("go.") else "act"
        reason = "" if window.bulk.knows(action.id) or action.when(facts) else action.otherwise
        reason = window.bulk.why_not(action.id) or reason
        found.append(
            Entry(
                action.id,
                kind,
                action.words,
                keys=action.shown_keys,
                icon=action.icon,
                also=(*action.also, *window.other_words.of(action.words)),
                reason=reason,
                run=lambda action=action: window.run(action),
            )
        )
    counts = bridge.counts()
    found += [
        Entry(
            f"view:{view.id}",
            "view",
            window.rail.name(view),
            str(counts.get(view.id, "")),
            icon="list-bullets",
            also=window.other_words.of(window.rail.name(view)),
            run=partial(hands.go, view),
        )
        for view in window.rail.model.views()
    ]
    for person in bridge.people:
        detail = tr("shell", "assign to {name}").format(name=person.name.split()[0])
        found.append(
            Entry(
                f"person:{person.id}",
                "person",
                person.name,
                detail,
                keys=window.registry["thread.assign"].shown_keys,
                icon="user",
                reason="" if facts.has_thread else tr("shell", "Open a thread first."),
                run=lambda person=person: hands.assign(person.id),
            )
        )
    for tag in bridge.cache.tags():
        on = facts.thread is not None and tag in facts.thread.tags
        found.append(
            Entry(
                f"tag:{tag}",
                "tag",
                tag,
                tr("shell", "take off") if on else tr("shell", "put on"),
                icon="tag",
                reason="" if facts.has_thread else tr("shell", "Open a thread first."),
                run=lambda tag=tag, on=on: hands.toggle_tag(tag, not on),
            )
        )
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
        for reply in bridge.cache.saved_replies()
        if reply.is_for(bridge.me, facts.thread.channel_id if facts.thread is not None else None)
    ]
    return [*found, *_languages(window), *_settings(window)]


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
            also=window.other_words.of(section_name(section)),
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


def _open(window: Parts, thread: ThreadId) -> None:
    if window.settings.is_shown or window.library.isVisible():
        window.settings.left.emit()
    if not window.queue.open(thread):
        window.open_thread(thread)
