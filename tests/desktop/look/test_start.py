import subprocess
import sys

from tests.patience import NEVER_S

LOADED = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication(["socialdesk"])
from socialdesk.desktop.look import theme
from socialdesk.desktop.look import icons
theme.apply(app, theme.Theme.LIGHT)
window = QWidget()
window.show()
app.processEvents()
assert "qtawesome" not in sys.modules
assert icons._set.cache_info().currsize == 0
icons.pixmap("clock", "text2")
assert "qtawesome" not in sys.modules
print("dressed")
"""


def test_icon_fonts_are_not_read_before_an_icon_is_asked_for() -> None:
    done = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, timeout=NEVER_S, check=False)
    assert done.stdout.strip() == "dressed", done.stderr
