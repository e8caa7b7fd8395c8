"""Gives the palette its entries: acts on the open thread, views, channels, people, tags, saved replies, threads."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.actions.registry import Facts
from socialdesk.desktop.look.language import languages
from socialdesk.desktop.places.palette.matching import Entry
from socialdesk.desktop.shell.hands import WindowHands
from socialdesk.desktop.shell.parts import Parts

tr = QCoreApplication.translate


def entries(window: Parts, hands: WindowHands, facts: Facts) -> list[Entry]:
    """Everything the palette offers at this moment."""
    bridge = window.bridge
    found: list[Entry] = []
    for action in window.registry:
        kind = "view" if action.id.startswith("go.") else "act"
        reason = "" if window.bulk.knows(action.id) or action.when(facts) else action.otherwise
        found.append(
            Entry(
                action.id,
                kind,
                action.words,
                keys=action.shown_keys,
                icon=action.icon,
                also=action.also,
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
    return found + _languages(window)


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
