"""`socialdesk desktop`: opens the window on a workspace, with its engine beside it."""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from socialdesk.launch.saying import DONE, WRONG, complain
from socialdesk.store.errors import DamagedFile, StoreError
from socialdesk.store.protection import ProtectionError, Unlocked
from socialdesk.support.lock import FileLock, Taken
from socialdesk.support.logs import start_logging, stop_logging
from socialdesk.support.secrets import SecretsUnavailable

if TYPE_CHECKING:
    import argparse
    import asyncio
    from collections.abc import Callable, Iterator
    from types import TracebackType

    from PySide6.QtWidgets import QApplication

    from socialdesk.desktop.bridge.bridge import Bridge, PlatformCard
    from socialdesk.desktop.bridge.collecting import Collecting
    from socialdesk.desktop.shell.window import Window
    from socialdesk.support.clock import Clock
    from socialdesk.support.paths import Workspace

log = logging.getLogger(__name__)
_TRIES, _BETWEEN_S = 20, 0.25
"""How often, and with how many seconds between, a second start looks for the engine of the first."""
_DAMAGED = "A file of this workspace is damaged. Nothing was changed."


class Wish:
    """Where somebody wants to go from a window: "demo", "folder" with its path, "own" to connect a channel there, or
    "back" to the window that led here.
    """

    def __init__(self, *, connects: bool = False, back: str = "") -> None:
        self.to = ""
        self.folder: Path | None = None
        self.connects = connects
        """Whether the window begins with connecting a channel."""
        self.back = back
        """The kind of window that led here, "demo" or "own"; "" for the first one."""

    def lead(self, window: Window, *, is_demo: bool) -> None:
        """Hear of the wishes of a whole window."""

        def go(to: str, folder: Path | None = None) -> None:
            window.close_then(lambda: self._take(to, folder))

        window.first_minute.lead(go)
        if is_demo:
            window.connecting.elsewhere = lambda: go("own")
        elif self.connects:
            self.connects = False
            window.connecting.open()

    def go_back(self) -> None:
        """Want to go where one came from."""
        self.to = "back"

    def _take(self, to: str, folder: Path | None) -> None:
        self.to, self.folder = to, folder


def desktop(options: argparse.Namespace, wish: Wish) -> int:
    """Open the window; a workspace is made where there is none. What stands against it is shown, asked and said."""
    from socialdesk.launch.opening import Unusable, open_workspace, workspace_of

    if leads_to_first(workspace_of(options)):
        return DONE
    try:
        unlocked = open_workspace(options, make=True)
    except (ProtectionError, SecretsUnavailable, StoreError) as error:
        let_in = _ask(options, error, None, wish)
        if let_in is None:
            return WRONG
        unlocked = let_in
    except Unusable as error:
        return show_problem(str(error), wish)
    while True:
        try:
            return open_desktop(unlocked, is_demo=False, offscreen_shot=options.offscreen_shot, wish=wish)
        except DamagedFile as error:
            if _ask(options, error, unlocked, wish) is None:
                return WRONG
        except StoreError as error:
            return show_problem(error.sentence, wish)


def _ask(
    options: argparse.Namespace,
    error: ProtectionError | SecretsUnavailable | StoreError,
    unlocked: Unlocked | None,
    wish: Wish,
) -> Unlocked | None:
    """Let somebody choose what to do; the open workspace, or None when they left or there was nothing to choose."""
    from socialdesk.desktop.look.starting import load_qt

    load_qt()
    from socialdesk.launch.gate import Gate

    gate = Gate(options, unlocked, wish.back)
    if not gate.ask(error):
        show_problem(error.sentence, wish)
        return None
    complain(error.sentence)
    let_in = gate.run()
    if gate.wants_back:
        wish.go_back()
    return let_in


def show_problem(sentence: str, wish: Wish | None = None) -> int:
    """Show why a workspace does not open, for who started from a menu, and say it, for who did from a terminal."""
    from socialdesk.desktop.look.starting import load_qt

    load_qt()
    from PySide6.QtWidgets import QApplication

    from socialdesk.desktop.look import language, theme
    from socialdesk.desktop.shell.problem import ProblemWindow, way_back

    complain(sentence)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    language.speak(app)
    theme.apply(app)
    window = ProblemWindow(sentence, way_back(wish.back) if wish is not None else "")
    window.left.connect(app.quit)
    if wish is not None:
        window.wants_back.connect(wish.go_back)
    window.show()
    app.exec()
    return WRONG


def open_desktop(unlocked: Unlocked, *, is_demo: bool, offscreen_shot: Path | None, wish: Wish | None = None) -> int:
    """Show the window until it is closed. A second start on the same workspace is led to the first window."""
    from socialdesk.desktop.look.starting import load_qt

    load_qt()
    from PySide6.QtWidgets import QApplication

    workspace = unlocked.workspace
    try:
        lock = FileLock(workspace.desktop_lock)
    except Taken:
        _lead_to_first(workspace)
        return DONE
    start_logging(workspace.logs, "desktop")
    QApplication.setApplicationName("SocialDesk")
    QApplication.setDesktopFileName("socialdesk")
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    try:
        return _show(app, unlocked, wish or Wish(), is_demo=is_demo, offscreen_shot=offscreen_shot)
    finally:
        stop_logging()
        lock.release()


def leads_to_first(workspace: Workspace) -> bool:
    """Whether a window is open on the workspace; it comes forward then, and nothing has to be unlocked for that."""
    if not workspace.desktop_lock.exists():
        return False
    try:
        FileLock(workspace.desktop_lock).release()
    except Taken:
        _lead_to_first(workspace)
        return True
    except OSError:  # said by whoever opens the workspace
        return False
    return False


def _lead_to_first(workspace: Workspace) -> None:
    import asyncio

    has_come = asyncio.run(_show_the_other(workspace))
    then = "its window comes forward" if has_come else "look for its window"
    print(f"SocialDesk is open on this workspace already; {then}.", file=sys.stderr)


class _Damage:
    """Damage that anybody met while the window was open: nothing can be shown of it, so the window makes room."""

    def __init__(self) -> None:
        self.error: DamagedFile | None = None
        self.closed: asyncio.Event | None = None

    def give_up(self, error: DamagedFile) -> None:
        """Let the window be closed."""
        self.error = error
        if self.closed is not None:
            self.closed.set()

    def listen(self) -> Callable[..., object]:
        """Hear of what any slot raised; gives what heard before."""
        before = sys.excepthook

        def heard(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
            if isinstance(error, DamagedFile):
                self.give_up(error)
            else:
                # Who started from a menu has no terminal: what went wrong is found in the log.
                log.error("something of the window failed", exc_info=(kind, error, trace))
                before(kind, error, trace)

        sys.excepthook = heard
        return before


class _Front:
    """The window somebody sees: another takes its place when the language changes."""

    def __init__(self, window: Window) -> None:
        self._wish: Wish | None = None
        self.take(window)

    def take(self, window: Window) -> None:
        """Know the window that is in front now."""
        self.window = window
        window.replaced.connect(self.take)
        if self._wish is not None:
            self._wish.lead(window, is_demo=window.bridge.is_demo)

    def lead(self, wish: Wish) -> None:
        """Let it, and those that take its place, lead to other workspaces."""
        if self._wish is None:
            self._wish = wish
            wish.lead(self.window, is_demo=self.window.bridge.is_demo)

    def set_ailing(self, sentence: str) -> None:
        """Let it tell that the engine keeps ending."""
        self.window.set_ailing(sentence)


def _show(app: QApplication, unlocked: Unlocked, wish: Wish, *, is_demo: bool, offscreen_shot: Path | None) -> int:
    damage = _Damage()
    before = damage.listen()
    try:
        status = _sit(app, unlocked, damage, wish, is_demo=is_demo, offscreen_shot=offscreen_shot)
    finally:
        sys.excepthook = before
    if damage.error is not None:
        raise damage.error
    return status


def _sit(
    app: QApplication,
    unlocked: Unlocked,
    damage: _Damage,
    wish: Wish,
    *,
    is_demo: bool,
    offscreen_shot: Path | None,
) -> int:
    front = _Front(first_frame(app, unlocked, is_demo=is_demo, is_light=offscreen_shot is not None))
    from socialdesk.desktop.bridge.collecting import Collecting

    collecting = Collecting(front.window.bridge.clock, app)
    try:
        return _stay(app, unlocked, damage, wish, front, collecting, offscreen_shot)
    finally:
        collecting.stop()


def _stay(  # noqa: PLR0917 - all that was made for it
    app: QApplication,
    unlocked: Unlocked,
    damage: _Damage,
    wish: Wish,
    front: _Front,
    collecting: Collecting,
    offscreen_shot: Path | None,
) -> int:
    """Make the window whole and run the program until it is closed."""
    window, bridge = front.window, front.window.bridge

    from socialdesk.desktop.bridge.engine_process import EngineProcess

    engine = EngineProcess(unlocked)
    engine.ailing.connect(front.set_ailing)
    bridge.follow.silent.connect(engine.end_silent)
    engine.damaged.connect(lambda: damage.give_up(DamagedFile(unlocked.workspace.cache, _DAMAGED)))
    engine.start()
    # Whatever follows is loaded while the first rows can be seen already, in steps: somebody may type meanwhile.
    for _ in _first_needed(window):
        app.processEvents()
    import asyncio

    import qasync
    import shiboken6

    loop = qasync.QEventLoop(app)
    asyncio.set_event_loop(loop)
    try:
        for _ in completing(window):
            if window.is_whole:
                front.lead(wish)  # before anybody can ask to go: nothing real is connected in the demo
            app.processEvents()
    except DamagedFile as error:
        damage.give_up(error)
    collecting.start()
    from socialdesk.desktop.look.mark import app_icon
    from socialdesk.desktop.shell.aside_secrets import forget_orphans

    app.setWindowIcon(app_icon())
    bridge.follow.start()
    status = DONE
    with loop:
        closed = asyncio.Event()
        app.lastWindowClosed.connect(closed.set)
        app.aboutToQuit.connect(closed.set)
        damage.closed = closed
        if damage.error is not None or (window.isHidden() and not window.is_in_tray):  # closed while it was made
            closed.set()
        bridge.tasks.start(bridge.follow.keep_connected())
        bridge.tasks.start(forget_orphans(bridge))
        if offscreen_shot is not None:
            bridge.tasks.start(_shoot(window, offscreen_shot, closed))
        loop.run_until_complete(closed.wait())
        bridge.follow.stop()
        loop.run_until_complete(bridge.tasks.stop())
        engine.stop(at_once=damage.error is not None)
        if offscreen_shot is not None and not offscreen_shot.exists():
            status = WRONG
    # Its timers and slots read the files: it goes before they do.
    shiboken6.delete(front.window)
    bridge.close()
    return status


def first_frame(app: QApplication, unlocked: Unlocked, *, is_demo: bool, is_light: bool = False) -> Window:
    """Open the files and show rail and queue as they were kept; `Window.completing` makes the rest."""
    from socialdesk.desktop.look.starting import without_collecting

    with without_collecting():
        from socialdesk.desktop.look import language
        from socialdesk.desktop.look.tokens import Theme
        from socialdesk.desktop.settings.dressing import dress
        from socialdesk.desktop.shell.room import within_screen
        from socialdesk.desktop.shell.window import Window

        bridge = make_bridge(unlocked, is_demo=is_demo)
        language.speak(app, bridge.desk.state("language") or "")
        dress(app, bridge.settings, wanted=Theme.LIGHT if is_light else None)
        bridge.is_painted = False
        window = Window(bridge, at_once=False)
        within_screen(window)
        window.show()
        app.processEvents()
        bridge.on_painted()
    return window


def _first_needed(window: Window) -> Iterator[None]:
    """Load what the loop of the program needs, before anything that is made may ask for one."""
    from socialdesk.desktop.shell.loading import loading_others

    window.keep_keys()
    yield from loading_others()


def completing(window: Window) -> Iterator[None]:
    """Make what the first frame does not show, in steps; between two the program may paint and listen."""
    from threading import Thread

    from socialdesk.desktop.look.starting import reading_what_was_put_off, without_collecting
    from socialdesk.desktop.shell.loading import loading, needed_by
    from socialdesk.support.kept_code import leave_kept_code

    keep = leave_kept_code()
    with without_collecting():
        yield from _first_needed(window)
        yield from loading(needed_by(_platforms))
        # Many small files: read beside the window, and waited for by whoever needs them sooner.
        Thread(target=lambda: window.bridge.platforms, name="platforms", daemon=True).start()
        yield from window.completing()
        yield from reading_what_was_put_off()
        Thread(target=keep, name="kept code", daemon=True).start()


def make_bridge(unlocked: Unlocked, *, is_demo: bool, clock: Clock | None = None) -> Bridge:
    """Open the files for a desktop: the cache to read, the desk to write. Without a clock it is the machine's."""
    from socialdesk.desktop.bridge.bridge import Bridge
    from socialdesk.store.cache import Cache
    from socialdesk.store.desk import Desk
    from socialdesk.support.clock import SystemClock

    clock = clock or SystemClock()
    if not unlocked.workspace.cache.exists():
        import asyncio

        from socialdesk.engine.host import Engine  # only for a workspace that was just made: it costs start-up time

        asyncio.run(_first_time(Engine(unlocked, clock)))
    cache = Cache(unlocked.workspace.cache, unlocked.key, write=False)
    desk = Desk(unlocked.workspace.desk, unlocked.key, write=True)
    return Bridge(unlocked, cache, desk, clock, _platforms, is_demo=is_demo)


def _platforms() -> tuple[PlatformCard, ...]:
    from socialdesk.connectors.kit.registry import Registry
    from socialdesk.desktop.bridge.bridge import PlatformCard

    registry = Registry()
    usable = tuple(
        PlatformCard(
            one.id,
            one.name,
            one.mark,
            one.reads,
            one.needs,
            one.by_kind,
            one.ways,
            one.access,
            one.lasts,
            one.words,
            one.min_poll,
            one.not_yet,
            is_ours=registry.is_ours(one.id),
            hosts=tuple(dict.fromkeys(one.hosts.values())),
            reach=one.reach,
            ended_there=one.ended_there,
        )
        for one in registry.manifests()
    )
    broken = (PlatformCard(one.name, one.name, one.name, (), "", {}, broken=one.reason) for one in registry.broken)
    return (*usable, *broken)


async def _first_time(engine: object) -> None:
    from socialdesk.engine.host import Engine

    assert isinstance(engine, Engine)
    await engine.close()


async def _show_the_other(workspace: Workspace) -> bool:
    """Let the other window come forward. Its engine passes it on, and may be starting still."""
    import asyncio

    from socialdesk.support.pipe import connect

    for _ in range(_TRIES):
        pipe = await connect(workspace.pipe)
        if pipe is not None:
            pipe.tell({"poke": "show"})
            await asyncio.sleep(0.2)
            await pipe.close()
            return True
        await asyncio.sleep(_BETWEEN_S)
    return False


async def _shoot(window: Window, file: Path, closed: asyncio.Event) -> None:
    """Drive the window a little, so that the picture shows it alive, then take it and end."""
    import asyncio

    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    await asyncio.sleep(1.0)
    for key in (Qt.Key.Key_J, Qt.Key.Key_K):
        QTest.keyClick(window.queue.list, key)
        await asyncio.sleep(0.2)
    file.parent.mkdir(parents=True, exist_ok=True)
    window.grab().save(str(file))
    closed.set()
