"""A mail that went to several people: whom it went to, and an answer to all of them."""

from __future__ import annotations

from dataclasses import replace

from socialdesk.desktop.shell.window import Window
from socialdesk.model.capability import Level
from socialdesk.model.message import Direction, Place, Recipient

_PEOPLE = (
    Recipient(Place.TO, "bonjour@ateliernord.example", "Atelier Nord", is_own=True),
    Recipient(Place.TO, "bob@maison-verte.example", "Bob Okafor"),
    Recipient(Place.CC, "einkauf@maison-verte.example", "Einkauf Maison Verte"),
    Recipient(Place.CC, "noor@maison-verte.example"),
)


def _several(window: Window) -> None:
    """No network of the demo has mails to several people: what one had said is shown as if it had been such."""
    bridge, composer, view = window.bridge, window.composer, window.conversation.view
    thread = bridge.thread(composer.thread) if composer.thread is not None else None
    able = bridge.capabilities(thread) if thread is not None else None
    assert thread is not None
    assert able is not None
    known = bridge._able or {}
    bridge._able = {
        **known,
        (thread.channel_id, thread.kind): replace(able, levels={**able.levels, "reply_all": Level.FULL}),
    }
    shown = window.conversation.messages
    newest = max((one for one in shown if one.direction is Direction.IN), key=lambda one: one.created_at)
    mail = replace(newest, recipients=_PEOPLE)
    view.follow(tuple(replace(row, entry=mail) if row.entry == newest else row for row in view.rows))
    composer.on_shown(tuple(mail if one == newest else one for one in shown))
    window.hands.answer()
    composer.editor.insertPlainText("Good morning, all of you can come on Thursday.")


def _all(window: Window) -> None:
    _several(window)
    window.composer.answer_all()
    window.composer.box.addressed.button.setFocus()


SCENES = {"mail-one": _several, "mail-all": _all}
