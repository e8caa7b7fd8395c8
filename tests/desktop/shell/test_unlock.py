"""The window before the window, as somebody uses it who starts SocialDesk from a menu."""

from __future__ import annotations

import argparse
import errno
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from socialdesk.desktop.shell.passphrase_form import PassphraseForm
from socialdesk.desktop.shell.problem import ProblemWindow
from socialdesk.desktop.shell.strength import strength
from socialdesk.desktop.shell.unlock import UnlockWindow
from socialdesk.desktop.widgets.buttons import Button
from socialdesk.launch import demo as demo_verb
from socialdesk.launch import desktop as launch
from socialdesk.launch import opening
from socialdesk.launch.main import main
from socialdesk.store import protection
from socialdesk.store.desk import Desk
from socialdesk.store.protection import Protection, Unlocked
from socialdesk.support.paths import Workspace
from tests.patience import NEVER_S
from tests.store import harm
from tests.store.conftest import filled

PHRASE = "correct horse battery"
Step = Callable[[UnlockWindow], bool]


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    monkeypatch.setattr(protection, "_ARGON", {"memory_kib": 64, "passes": 1, "lanes": 1})
    return Workspace(tmp_path / "ours")


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Unlocked]:
    """What the main window would have been opened on; the files are read as it does."""
    seen: list[Unlocked] = []

    def open_desktop(unlocked: Unlocked, **_: object) -> int:
        bridge = launch.make_bridge(unlocked, is_demo=False)
        bridge.cache.check()
        bridge.cache.close()
        bridge.desk.close()
        seen.append(unlocked)
        return 0

    monkeypatch.setattr(launch, "open_desktop", open_desktop)
    return seen


class Windows:
    """The windows that would have been opened, and where somebody wants to go from each."""

    def __init__(self) -> None:
        self.opened: list[str] = []
        self.were_fresh: list[bool] = []
        self._wishes: list[tuple[str, Path | None]] = []

    def wish(self, to: str, folder: Path | None = None) -> None:
        """From the next window that opens, somebody wants to go there."""
        self._wishes.append((to, folder))

    def open_desktop(self, unlocked: Unlocked, *, wish: launch.Wish, **_: object) -> int:
        """The window of a workspace of one's own."""
        return self._open(unlocked.name, wish)

    def open_demo(self, options: argparse.Namespace, wish: launch.Wish) -> int:
        """That of the demo."""
        self.were_fresh.append(options.fresh)
        return self._open("demo", wish)

    def _open(self, name: str, wish: launch.Wish) -> int:
        self.opened.append(name)
        if self._wishes:
            wish.to, wish.folder = self._wishes.pop(0)
        return 0


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch, workspace: Workspace) -> Windows:
    made = Windows()
    monkeypatch.setattr(launch, "open_desktop", made.open_desktop)
    monkeypatch.setattr(demo_verb, "demo", made.open_demo)
    monkeypatch.setattr(opening, "default_workspace", lambda: workspace)
    return made


class Person:
    """Does one step after the other, each as soon as it can be done."""

    def __init__(self, *steps: Step) -> None:
        self._steps = list(steps)
        self._timer = QTimer(interval=10)
        self._timer.timeout.connect(self._go)
        self._timer.start()

    @property
    def is_done(self) -> bool:
        """Whether every step was done."""
        return not self._steps

    def _go(self) -> None:
        for window in QApplication.topLevelWidgets():
            if isinstance(window, UnlockWindow) and window.isVisible() and self._steps and self._steps[0](window):
                self._steps.pop(0)
        if not self._steps:
            self._timer.stop()


def press(words: str) -> Step:
    """Press the button with these words."""

    def step(window: UnlockWindow) -> bool:
        for button in window.findChildren(Button):
            if button.text().startswith(words) and button.isVisible() and button.isEnabled():
                QTest.mouseClick(button, Qt.MouseButton.LeftButton)
                return True
        return False

    return step


def presses(key: Qt.Key) -> Step:
    """Press a key where the focus is."""

    def step(window: UnlockWindow) -> bool:
        QTest.keyClick(window.focusWidget() or window, key)
        return True

    return step


def types(*texts: str) -> Step:
    """Type into the fields, one text each."""

    def step(window: UnlockWindow) -> bool:
        fields = [field for field in window.findChildren(QLineEdit) if field.isVisible() and field.isEnabled()]
        if len(fields) != len(texts):
            return False
        for field, text in zip(fields, texts, strict=True):
            field.clear()
            QTest.keyClicks(field, text)
        return True

    return step


def sees(*words: str) -> Step:
    """Find these words on the page."""

    def step(window: UnlockWindow) -> bool:
        page = window.page
        read = f"{page.accessibleName()} {page.accessibleDescription()} {window.form.said.text()}"
        return all(one in read for one in words)

    return step


def start(workspace: Workspace, *more: str) -> int:
    return main(["desktop", "--workspace", str(workspace.folder), *more])


def bytes_of(workspace: Workspace) -> dict[str, bytes]:
    return {one.name: one.read_bytes() for one in workspace.folder.iterdir() if one.is_file() and one.suffix != ".lock"}


def test_without_a_keyring_a_passphrase_is_chosen_in_the_window(
    qapp: QApplication, workspace: Workspace, opened: list[Unlocked]
) -> None:
    person = Person(
        sees("How shall your workspace be kept?"),
        press("Choose a passphrase"),
        types(PHRASE, PHRASE),
        press("Make the workspace"),
    )
    assert start(workspace) == 0
    assert person
    [unlocked] = opened
    assert unlocked.protection is Protection.PASSPHRASE
    assert protection.unlock(workspace, PHRASE).key == unlocked.key
    assert PHRASE not in repr(person)


def test_a_passphrase_that_differs_or_is_short_makes_nothing(
    qapp: QApplication, workspace: Workspace, opened: list[Unlocked]
) -> None:
    refused: list[str] = []

    def cannot(window: UnlockWindow) -> bool:
        assert not window.form.go.isEnabled()
        refused.append(window.form.go.toolTip())
        return True

    person = Person(
        press("Choose a passphrase"),
        types(PHRASE, PHRASE + "!"),
        cannot,
        types("short", "short"),
        cannot,
        press("Back"),
        press("Leave"),
    )
    assert start(workspace) == 2
    assert person
    assert refused == ["Type the same passphrase in both fields.", "Too short: at least 8 characters"]
    assert not protection.exists(workspace)
    assert opened == []


def test_plain_files_are_made_only_after_a_second_act(
    qapp: QApplication, workspace: Workspace, opened: list[Unlocked]
) -> None:
    def not_yet(window: UnlockWindow) -> bool:
        assert not protection.exists(workspace)
        return "Whoever can read this disk" in window.page.accessibleDescription()

    person = Person(press("Keep the files unencrypted"), not_yet, press("Keep them unencrypted"))
    assert start(workspace) == 0
    assert person
    assert [one.protection for one in opened] == [Protection.PLAIN]


def test_a_wrong_passphrase_is_told_changes_nothing_and_can_be_tried_again(
    qapp: QApplication, workspace: Workspace, opened: list[Unlocked], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("socialdesk.desktop.shell.passphrase_form._SECOND_MS", 1)
    made = protection.create(workspace, "Ours", Protection.PASSPHRASE, PHRASE)
    filled(workspace.cache, made.key).close()
    before = bytes_of(workspace)
    waits: list[int] = []
    real = PassphraseForm.refuse

    def refuse(form: PassphraseForm, sentence: str, wait_s: int) -> None:
        waits.append(wait_s)
        real(form, sentence, wait_s)

    monkeypatch.setattr(PassphraseForm, "refuse", refuse)

    def unchanged(window: UnlockWindow) -> bool:
        if "not the passphrase" not in window.form.said.text():
            return False
        assert bytes_of(workspace) == before
        window.form.said.clear()
        return True

    wrong: list[Step] = [step for _ in range(3) for step in (types("wrong one"), press("Unlock"), unchanged)]
    person = Person(*wrong, types(PHRASE), press("Unlock"))
    assert start(workspace) == 0
    assert person
    assert [one.key for one in opened] == [made.key]
    assert waits == [0, 1, 2]


def test_the_window_goes_on_painting_while_a_passphrase_is_tried(
    qapp: QApplication, workspace: Workspace, opened: list[Unlocked], monkeypatch: pytest.MonkeyPatch
) -> None:
    protection.create(workspace, "Ours", Protection.PASSPHRASE, PHRASE)
    begun, painted = threading.Event(), threading.Event()
    real = protection.unlock

    def slow(*arguments: object) -> Unlocked:
        if len(arguments) > 1 and arguments[1]:
            begun.set()
            assert painted.wait(NEVER_S), "the window stood still"
        return real(*arguments)  # type: ignore[arg-type] - passed on as they came

    monkeypatch.setattr(protection, "unlock", slow)

    def still_moves(window: UnlockWindow) -> bool:
        if begun.is_set():
            assert not window.form.go.isEnabled()
            painted.set()
        return painted.is_set()

    person = Person(types(PHRASE), press("Unlock"), still_moves)
    assert start(workspace) == 0
    assert person
    assert len(opened) == 1


def test_a_keyring_that_cannot_be_reached_is_asked_again_and_never_replaced(
    qapp: QApplication, workspace: Workspace, opened: list[Unlocked]
) -> None:
    workspace.ensure()
    workspace.info.write_text('{"format": 1, "id": "i", "name": "n", "protection": "keyring"}')
    before = bytes_of(workspace)
    person = Person(sees("keyring"), press("Try again"), sees("Your keyring does not open"), press("Leave"))
    assert start(workspace) == 2
    assert person
    assert opened == []
    assert bytes_of(workspace) == before


def test_a_damaged_file_is_set_aside_and_rebuilt_from_the_window(
    qapp: QApplication, workspace: Workspace, opened: list[Unlocked]
) -> None:
    made = protection.create(workspace, "Ours", Protection.PLAIN)
    filled(workspace.cache).close()
    Desk(workspace.desk, None, write=True).close()
    harm.spoil(workspace.cache, harm.some_pages(workspace.cache, 0.1, 3))
    person = Person(
        sees("This workspace file is damaged", "Nothing is deleted"),
        press("Set aside and rebuild"),
        sees("The workspace is rebuilt", "was set aside as cache.db.damaged-", "channels: 2"),
        press("Open the workspace"),
    )
    assert start(workspace) == 0
    assert person
    assert [one.id for one in opened] == [made.id]


@pytest.mark.parametrize("name", ["cache.db", "desk.db"])
def test_a_file_of_a_newer_version_is_refused_in_the_window_and_left_as_it_is(
    qapp: QApplication, workspace: Workspace, name: str
) -> None:
    protection.create(workspace, "Ours", Protection.PLAIN)
    filled(workspace.cache).close()
    Desk(workspace.desk, None, write=True).close()
    db = sqlite3.connect(workspace.folder / name)
    db.execute("PRAGMA user_version = 999")
    db.close()
    before = bytes_of(workspace)
    said: list[str] = []

    def read() -> None:
        for window in QApplication.topLevelWidgets():
            if isinstance(window, ProblemWindow) and window.isVisible():
                said.append(window.page.accessibleDescription())
                window.close()
                QApplication.quit()
                return
        QTimer.singleShot(20, read)

    QTimer.singleShot(0, read)
    assert start(workspace) == 2
    assert "newer SocialDesk" in said[0]
    after = bytes_of(workspace)
    assert after[name] == before[name]
    assert {one: after[one] for one in ("cache.db", "desk.db", "workspace.json")} == {
        one: before[one] for one in ("cache.db", "desk.db", "workspace.json")
    }


def test_the_meter_knows_short_weak_and_strong() -> None:
    assert [strength(one) for one in ("", "1234567", "aaaaaaaaaaaa", "12345678")] == [0, 0, 1, 1]
    assert strength("Tr0ub4dor&3") < strength("correct horse battery staple") == 4


def test_enter_presses_the_button_that_has_the_focus(qtbot: QtBot) -> None:
    window = UnlockWindow()
    qtbot.addWidget(window)
    window.offer_ways()
    first = window.page.first()
    assert first is not None
    QTest.keyClick(first, Qt.Key.Key_Return)
    assert not window.form.isHidden()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_what_does_not_open_is_left_by_one_key(qtbot: QtBot, key: Qt.Key) -> None:
    window = ProblemWindow("The disk is full.")
    qtbot.addWidget(window)
    window.show()
    with qtbot.waitSignal(window.left):
        QTest.keyClick(window.focusWidget() or window, key)


@pytest.mark.parametrize(
    "steps",
    [
        (sees("How shall your workspace be kept?"), press("Back to the demo")),
        (press("Keep the files"), presses(Qt.Key.Key_Escape), sees("How shall"), presses(Qt.Key.Key_Escape)),
    ],
    ids=["button", "escape"],
)
def test_who_comes_from_the_demo_and_leaves_is_back_in_the_demo(
    qapp: QApplication, workspace: Workspace, windows: Windows, steps: tuple[Step, ...]
) -> None:
    windows.wish("own")
    person = Person(*steps)

    assert main(["--workspace", str(workspace.folder), "demo", "--fresh"]) == 0

    assert person.is_done
    assert windows.opened == ["demo", "demo"]
    assert windows.were_fresh == [True, False]
    assert not protection.exists(workspace)


def test_who_closes_the_window_before_the_window_ends_the_program(
    qapp: QApplication, workspace: Workspace, windows: Windows
) -> None:
    windows.wish("own")
    person = Person(lambda window: window.close())

    assert main(["demo"]) == 2

    assert person.is_done
    assert windows.opened == ["demo"]


def test_a_passphrase_that_is_not_known_leads_back_to_where_the_folder_was_chosen(
    qapp: QApplication, workspace: Workspace, windows: Windows
) -> None:
    protection.create(workspace, "Ours", Protection.PASSPHRASE, PHRASE)
    own = Workspace(workspace.folder.with_name("own"))
    protection.create(own, "Own", Protection.PLAIN)
    windows.wish("folder", workspace.folder)
    person = Person(press("Back"))

    assert start(own) == 0

    assert person.is_done
    assert windows.opened == ["Own", "Own"]


def without_room(*_: object, **__: object) -> int:
    """Stands for what meets a full disk."""
    raise OSError(errno.ENOSPC, "No space left on device")


def reads_problem(qapp: QApplication, key: Qt.Key) -> list[str]:
    """Let somebody read the window that says what is wrong, and press a key there; gives what it said."""
    said: list[str] = []

    def read() -> None:
        for window in qapp.topLevelWidgets():
            if isinstance(window, ProblemWindow) and window.isVisible():
                said.append(window.page.said)
                timer.stop()
                QTest.keyClick(window.focusWidget() or window, key)

    timer = QTimer(qapp, interval=10)
    timer.timeout.connect(read)
    timer.start()
    return said


def test_what_cannot_be_opened_from_a_window_is_said_in_a_window_that_leads_back(
    qapp: QApplication, workspace: Workspace, windows: Windows, monkeypatch: pytest.MonkeyPatch
) -> None:
    protection.create(workspace, "Own", Protection.PLAIN)
    monkeypatch.setattr(demo_verb, "demo", without_room)
    windows.wish("demo")
    said = reads_problem(qapp, Qt.Key.Key_Return)

    assert start(workspace) == 0

    assert "The disk is full." in said[0]
    assert windows.opened == ["Own", "Own"]


def test_whoever_starts_from_a_menu_sees_in_a_window_what_keeps_it_from_opening(
    qapp: QApplication, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    protection.create(workspace, "Own", Protection.PLAIN)
    monkeypatch.setattr(launch, "open_desktop", without_room)
    said = reads_problem(qapp, Qt.Key.Key_Escape)

    assert start(workspace) == 2

    assert "The disk is full." in said[0]
