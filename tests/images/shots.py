"""Pictures of the screens on the demo workspace: `python -m tests.images.shots FOLDER`, or `./dev shots`.

They are looked at, side by side with what the screens should be; nothing here judges them.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_SCALE_FACTOR", "2")

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from socialdesk.desktop.look import theme
from socialdesk.desktop.look.tokens import Theme
from socialdesk.desktop.places.conversation.geometry import Target
from socialdesk.desktop.places.conversation.media import OPEN
from socialdesk.desktop.shell.window import Window
from socialdesk.engine.host import Engine
from socialdesk.launch.demo import prepare
from socialdesk.launch.desktop import make_bridge
from socialdesk.model.channel import ChannelState
from socialdesk.model.identifiers import MessageId, ThreadId
from socialdesk.store.cache import Cache
from socialdesk.store.protection import Unlocked
from socialdesk.support.clock import SystemClock
from socialdesk.support.paths import Workspace

SIZE = (1440, 900)


def _picker(window: Window) -> None:
    window.hands.answer()
    QTest.keyClicks(window.composer.editor, "Bonjour Camille, /exp")


def _palette(window: Window) -> None:
    window.open_palette("sno")


def _snooze(window: Window) -> None:
    window.hands.ask_snooze()


def _wizard(window: Window) -> None:
    window.connecting.open()


def _empty(window: Window) -> None:
    for _ in range(12):
        QTest.keyClick(window.queue.list, Qt.Key.Key_E)
    window.toast.leave()


def _undo(window: Window) -> None:
    QTest.keyClick(window.queue.list, Qt.Key.Key_E)


def _narrow(window: Window) -> None:
    window.resize(1180, 780)


def _search(window: Window) -> None:
    window.hands.start_search()
    QTest.keyClicks(window.queue.search_field, "livraison")


def with_pictures(window: Window) -> ThreadId:
    """A thread whose contact sent two pictures."""
    ((thread,),) = window.bridge.cache.ask(
        "SELECT thread_id FROM attachment GROUP BY thread_id ORDER BY count(*) DESC, thread_id LIMIT 1"
    )
    return ThreadId(thread)


def _pictures(window: Window) -> None:
    window.open_thread(with_pictures(window))


def _viewer(window: Window) -> None:
    _pictures(window)
    (message,) = [one for one in window.conversation.messages if len(one.attachments) > 1]
    row = next(row for row in window.conversation.view.rows if row.entry == message)
    window.conversation.view.target_chosen.emit(Target(OPEN, "0"), row)


def _library(window: Window) -> None:
    window.hands.show_library()
    window.library.tree.choose("Delivery")


def _library_new(window: Window) -> None:
    window.hands.new_saved_reply()
    QTest.keyClicks(window.library.editor.title, "Late parcel")
    window.library.editor.body.setFocus()
    QTest.keyClicks(window.library.editor.body, "Hello {first name}, it comes on {day: date}. {oops")
    window.hands.save_saved_reply()


SCENES: dict[str, Callable[[Window], None] | None] = {
    "main": None,
    "saved-reply": _picker,
    "library": _library,
    "library-new": _library_new,
    "palette": _palette,
    "snooze": _snooze,
    "connect": _wizard,
    "undo": _undo,
    "compact": _narrow,
    "search": _search,
    "empty": _empty,
    "pictures-asked": _pictures,
    "pictures": _pictures,
    "viewer": _viewer,
}


def take(folder: Path, scenes: list[str], themes: list[Theme]) -> list[Path]:
    """Draw the scenes in the themes; gives the files."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    made: list[Path] = []
    with tempfile.TemporaryDirectory() as home:
        for wanted in themes:
            for name in scenes:
                unlocked = prepare(Workspace(Path(home) / f"{wanted}-{name}"), SystemClock())
                if name == "offline":
                    _go_offline(unlocked)
                if name in ("pictures", "viewer"):
                    asyncio.run(_fetch_pictures(unlocked))
                made.append(_draw(app, unlocked, folder / f"{name}-{wanted.value}.png", wanted, SCENES.get(name)))
    return made


def _draw(
    app: QApplication, unlocked: Unlocked, file: Path, wanted: Theme, scene: Callable[[Window], None] | None
) -> Path:
    bridge = make_bridge(unlocked, is_demo=True)
    theme.apply(app, wanted)
    window = Window(bridge)
    window.resize(*SIZE)
    window.show()
    _settle(app)
    if scene is not None:
        scene(window)
        _settle(app)
    file.parent.mkdir(parents=True, exist_ok=True)
    window.grab().save(str(file))
    app.removeEventFilter(window.keys)
    window.close()
    shiboken6.delete(window)
    bridge.follow.stop()
    bridge.pictures.close()
    bridge.cache.close()
    bridge.desk.close()
    return file


def _settle(app: QApplication) -> None:
    """Let what is shown a moment later be shown."""
    until = time.monotonic() + 0.5
    while time.monotonic() < until:
        app.processEvents()


async def _fetch_pictures(unlocked: Unlocked) -> None:
    """Let the engine fetch every picture of the workspace."""
    engine = Engine(unlocked, SystemClock())
    messages = engine.cache.ask("SELECT DISTINCT message_id FROM attachment")
    with engine.cache.change() as change:
        change.ask_for_media([MessageId(row[0]) for row in messages], SystemClock().now())
    await engine.read_channels()
    await engine.media.fetch_all(timedelta(minutes=1))
    await engine.close()


def _go_offline(unlocked: Unlocked) -> None:
    cache = Cache(unlocked.workspace.cache, unlocked.key, write=True)
    with cache.change() as change:
        for channel in cache.channels():
            gone = replace(channel, state=ChannelState.OFFLINE)
            change.set_channel_state(gone.id, gone.state, "Waits for network.", SystemClock().now())
    cache.close()


def main() -> int:
    """Draw everything into the folder that is named."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("out/shots")
    for file in take(folder, [*SCENES, "offline"], [Theme.LIGHT, Theme.DARK]):
        sys.stdout.write(f"{file}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
