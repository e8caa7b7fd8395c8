"""What a start leaves for later is there when it is asked for, and says what it says otherwise."""

from __future__ import annotations

import subprocess
import sys

from tests.patience import NEVER_S

_ASKED = """
import sys
from PySide6.QtCore import QObject, QTimer
early = [name for name in ("mapping", "parser", "layout", "errorhandler")
    if "__getattr__" not in vars(sys.modules["shibokensupport.signature." + name])]
try:
    QTimer().setInterval("soon")
except TypeError as error:
    print(error)
try:
    QObject(nothing=1)
except AttributeError as error:
    print(error)
from shibokensupport.signature import get_signature
print(get_signature(QObject.setObjectName), get_signature(QTimer.start), QTimer.singleShot.__doc__)
print(*early, file=sys.stderr)
"""
_LIGHTLY = "from socialdesk.desktop.look.starting import load_qt\nload_qt()\n"


def said(code: str) -> tuple[str, list[str]]:
    """What it prints, and which modules of PySide were compiled before anybody asked."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=NEVER_S)
    return done.stdout, done.stderr.split()


def test_what_is_wrong_with_a_call_of_qt_is_told_in_the_same_words_after_it_was_put_off() -> None:
    told, early = said(_ASKED)
    assert "setInterval(str)" in told
    assert "a Qt property" in told
    assert "(self, name: " in told
    assert early == ["mapping", "parser", "layout", "errorhandler"]
    assert said(_LIGHTLY + _ASKED) == (told, [])


def test_where_qt_was_loaded_before_nothing_is_put_off() -> None:
    told, early = said("import PySide6.QtCore\n" + _LIGHTLY + _ASKED)
    assert (told, early) == said(_ASKED)


def test_modules_that_no_start_uses_are_read_when_something_of_them_is_asked_for() -> None:
    told, _ = said(
        _LIGHTLY
        + """
import sys
from types import ModuleType
from socialdesk.desktop.look.starting import reading_what_was_put_off
unread = ("inspect", "tempfile", "shutil", "bz2", "lzma")
print(*(name for name in unread if type(sys.modules[name]) is ModuleType), "ast" in sys.modules)
import inspect, shutil
from tempfile import gettempdir
print(inspect.isclass(int), callable(gettempdir), shutil.which("surely-not-there"), inspect.__name__)
print(*(name for name in unread if type(sys.modules[name]) is ModuleType))
steps = list(reading_what_was_put_off())
print(*(name for name in unread if type(sys.modules[name]) is ModuleType), len(steps))
print("type_map" in vars(sys.modules["shibokensupport.signature.mapping"]))
"""
    )
    begun, used, then, in_the_end, mapped = told.splitlines()
    assert begun == "False"  # none of them, nor what they import
    assert used == "True True None inspect"
    assert then == "inspect tempfile shutil"
    assert in_the_end == "inspect tempfile shutil bz2 lzma 6"
    assert mapped == "True"


def test_a_module_that_was_put_off_is_read_once_whoever_asks_first() -> None:
    told, _ = said(
        _LIGHTLY
        + """
import threading, inspect
start = threading.Barrier(8)
def ask():
    start.wait()
    seen.append(inspect.getmodule(threading).__name__)
seen = []
threads = [threading.Thread(target=ask) for _ in range(8)]
for one in threads: one.start()
for one in threads: one.join()
print(len(seen), len(set(seen)), type(inspect).__name__)
"""
    )
    assert told.split() == ["8", "1", "module"]


def test_the_languages_qt_knows_are_made_the_quick_way_too() -> None:
    told, _ = said(
        """
from socialdesk.desktop.look import quick_enums
quick, made = quick_enums.quick, set()
def noting(kind, name, pairs, module):
    made.add(name)
    return quick(kind, name, pairs, module)
quick_enums.quick = noting
from socialdesk.desktop.look.starting import load_qt
load_qt()
from PySide6.QtCore import QLocale
print(made >= {"Language", "Country", "Script"}, QLocale.Language.French.name)
"""
    )
    assert told.split() == ["True", "French"]
