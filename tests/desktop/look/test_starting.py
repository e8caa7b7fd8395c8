"""What a start leaves for later is there when it is asked for, and says what it says otherwise."""

from __future__ import annotations

import subprocess
import sys

_ASKED = """
import sys
from PySide6.QtCore import QObject, QTimer
early = [name for name in ("parser", "layout", "errorhandler")
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
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    return done.stdout, done.stderr.split()


def test_what_is_wrong_with_a_call_of_qt_is_told_in_the_same_words_after_it_was_put_off() -> None:
    told, early = said(_ASKED)
    assert "setInterval(str)" in told
    assert "a Qt property" in told
    assert "(self, name: " in told
    assert early == ["parser", "layout", "errorhandler"]
    assert said(_LIGHTLY + _ASKED) == (told, [])


def test_where_qt_was_loaded_before_nothing_is_put_off() -> None:
    told, early = said("import PySide6.QtCore\n" + _LIGHTLY + _ASKED)
    assert (told, early) == said(_ASKED)
