"""Pictures of the screens on the demo workspace: `python -m tests.images.shots FOLDER [SCENE …]`, or `./dev shots`.

The scenes are in `tests/images/scenes`; `--help` names the themes, languages and sizes there are. They are looked at,
side by side with what the screens should be; nothing here judges them.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("TZ", "UTC")

import shiboken6
from PySide6.QtCore import QPoint, Qt, QVariantAnimation
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.look import language, metrics, motion, theme
from socialdesk.desktop.look.tokens import Theme
from socialdesk.desktop.shell.window import Window
from socialdesk.engine.host import Engine
from socialdesk.launch.demo import prepare
from socialdesk.launch.desktop import make_bridge
from socialdesk.model.channel import ChannelState
from socialdesk.model.identifiers import MessageId, PostId
from socialdesk.store.cache import Cache
from socialdesk.store.protection import Unlocked
from socialdesk.support.clock import Clock, HandClock
from socialdesk.support.paths import Workspace
from tests.images import waiting
from tests.images.faults import faults
from tests.images.pseudo import PSEUDO, PseudoTranslator
from tests.images.rest import settle
from tests.images.scenes import Scene, all_scenes

SIZE = (1440, 900)
MOMENT = datetime(2026, 6, 18, 16, 43, tzinfo=UTC)
"""A Thursday afternoon: what is due later today and tomorrow are both there."""
_NEVER_MS = 3_600_000


@dataclass(frozen=True, slots=True)
class Look:
    """How the screens are drawn: the theme, the language, the zoom of text, the window's size in logical pixels.

    `language` is a code, or `PSEUDO`: the English words with accents and forty in a hundred longer.
    """

    theme: Theme = Theme.LIGHT
    language: str = "en"
    zoom: float = 1.0
    size: tuple[int, int] = SIZE
    is_mirrored: bool = False

    def __str__(self) -> str:
        """What tells its pictures from others."""
        words = [
            self.theme.value,
            self.language if self.language != "en" else "",
            f"{round(self.zoom * 100)}" if self.zoom != 1 else "",
            f"{self.size[0]}x{self.size[1]}" if self.size != SIZE else "",
            "mirrored" if self.is_mirrored else "",
        ]
        return "-".join(word for word in words if word)


def take(
    folder: Path, scenes: Sequence[str], looks: Sequence[Look], seen: Callable[[Window, str], None] | None = None
) -> list[Path]:
    """Draw the scenes in each look, at one still moment; gives the files.

    `seen` gets each window as it is drawn, and the name of its picture.
    """
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setCursorFlashTime(0)
    motion.choose_reduced(True)
    known = all_scenes()
    made: list[Path] = []
    with tempfile.TemporaryDirectory() as home:
        ready = Workspace(Path(home) / "demo")
        prepare(ready, HandClock(MOMENT))
        for look in looks:
            for name in scenes:
                workspace = Workspace(Path(home) / f"{look}-{name}")
                shutil.copytree(ready.folder, workspace.folder)
                clock = HandClock(MOMENT)
                unlocked = prepare(workspace, clock)
                if name == "offline":
                    _go_offline(unlocked)
                if name in waiting.STATES:
                    waiting.put(unlocked, name, MOMENT)
                if name in ("pictures", "viewer"):
                    asyncio.run(_fetch_pictures(unlocked, clock))
                if name in ("post", "shield"):
                    asyncio.run(_fetch_pictures(unlocked, clock, of_posts=True))
                bridge = make_bridge(unlocked, is_demo=True, clock=clock)
                made.append(_draw(app, bridge, folder / f"{name}-{look}.png", look, known[name], seen))
    metrics.set_zoom(1.0)
    language.speak(app, "en")
    app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    return made


def _draw(  # noqa: PLR0917 - all that a picture depends on
    app: QApplication,
    bridge: Bridge,
    file: Path,
    look: Look,
    scene: Scene,
    seen: Callable[[Window, str], None] | None = None,
) -> Path:
    language.speak(app, "en" if look.language == PSEUDO else look.language)
    if look.language == PSEUDO:
        app.installTranslator(PseudoTranslator(app))
    if look.is_mirrored:
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    metrics.set_zoom(look.zoom)
    theme.apply(app, look.theme)
    window = Window(bridge)
    window.opened.read_soon.setInterval(_NEVER_MS)  # whether it counts as read must not hang on how long drawing takes
    window.resize(*look.size)
    QCursor.setPos(window.geometry().bottomRight() + QPoint(50, 50))  # nothing is pointed at but what a scene points at
    window.show()
    settle(window)
    scene(window)
    settle(window)
    _still(window)
    file.parent.mkdir(parents=True, exist_ok=True)
    window.grab().save(str(file))
    if seen is not None:
        seen(window, file.stem)
    QTest.mouseRelease(window, Qt.MouseButton.LeftButton)  # what a scene still drags would be dragged in the next one
    app.removeEventFilter(window.keys)
    window.closing.at_once()
    window.close()
    shiboken6.delete(window)
    bridge.follow.stop()
    bridge.close()
    for translator in app.findChildren(PseudoTranslator):
        app.removeTranslator(translator)
        shiboken6.delete(translator)
    return file


def _still(window: Window) -> None:
    """Put what counts down back to its beginning, so that every picture of a scene is the same."""
    for counting in window.findChildren(QVariantAnimation):
        if counting.state() is QVariantAnimation.State.Running and counting.duration() > 1_000:
            counting.pause()
            counting.setCurrentTime(0)


async def _fetch_pictures(unlocked: Unlocked, clock: Clock, *, of_posts: bool = False) -> None:
    """Let the engine fetch every picture of a message, or those of the posts below which something is kept back."""
    engine = Engine(unlocked, clock)
    asked = "SELECT DISTINCT message_id FROM attachment"
    if of_posts:
        asked = "SELECT DISTINCT post_id FROM thread WHERE shield != '' AND post_id IS NOT NULL"
    found = [row[0] for row in engine.cache.ask(asked)]
    with engine.cache.change() as change:
        if of_posts:
            change.ask_for_post_pictures([PostId(one) for one in found], clock.now())
        else:
            change.ask_for_media([MessageId(one) for one in found], clock.now())
    await engine.read_channels()
    await engine.media.fetch_all(timedelta(minutes=1))
    await engine.close()


def _go_offline(unlocked: Unlocked) -> None:
    cache = Cache(unlocked.workspace.cache, unlocked.key, write=True)
    with cache.change() as change:
        for channel in cache.channels():
            gone = replace(channel, state=ChannelState.OFFLINE)
            change.set_channel_state(gone.id, gone.state, "Waits for network.", MOMENT)
    cache.close()


def main() -> int:
    """Draw what the arguments name, everything in light and dark when they name nothing."""
    parser = argparse.ArgumentParser(description="Draw the screens on the demo workspace.")
    parser.add_argument("folder", nargs="?", type=Path, default=Path("out/shots"))
    parser.add_argument("scenes", nargs="*", metavar="SCENE", help=f"of {', '.join(all_scenes())}; all when none")
    parser.add_argument("--theme", action="append", type=Theme, choices=list(Theme), help="may be given several times")
    parser.add_argument("--language", default="en", help=f"a code, or {PSEUDO}: English, longer and accented")
    parser.add_argument("--mirrored", action="store_true", help="as a language reads that begins at the right")
    parser.add_argument("--zoom", type=float, default=1.0, help="of the text: 2 draws it at 200 %%")
    parser.add_argument("--size", default="1440x900", help="of the window, in logical pixels")
    parser.add_argument("--faults", type=Path, metavar="FILE", help="write there what is cut or covered on them")
    asked = parser.parse_args()
    os.environ.setdefault("QT_SCALE_FACTOR", "2")  # here, for who imports `take` has a scale of their own
    wide, high = asked.size.split("x")
    looks = [
        Look(wanted, asked.language, asked.zoom, (int(wide), int(high)), asked.mirrored)
        for wanted in asked.theme or (Theme.LIGHT, Theme.DARK)
    ]
    told: list[str] = []

    def judge(window: Window, name: str) -> None:
        told.extend(f"{name}: {fault}" for fault in faults(window))

    seen = judge if asked.faults else None
    for file in take(asked.folder, asked.scenes or list(all_scenes()), looks, seen):
        sys.stdout.write(f"{file}\n")
    if asked.faults:
        asked.faults.write_text("\n".join(told), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
