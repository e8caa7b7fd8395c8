"""Writes the one stylesheet, for native widgets only, from the present colours; painted widgets need none.

A label takes a token with the property `ink`, a plane with the property `plane`.
"""

from __future__ import annotations

from string import Template

from socialdesk.desktop.look import tokens

_INKS = ("text2", "text3", "accent", "soon", "over", "good", "info", "noteText", "onAccent", "onToast", "onToast2")
_PLANES = ("rail", "list", "surface", "sunken", "raised", "note", "toast")

_SHEET = Template("""
QLineEdit, QPlainTextEdit[boxed="true"], QTextEdit[boxed="true"] {
  background: $surface; color: $text; border: 1px solid $control; border-radius: 6px; padding: 0 11px;
  selection-background-color: $accent; selection-color: $onAccent;
  placeholder-text-color: $text3;
}
QPlainTextEdit[boxed="true"], QTextEdit[boxed="true"] { padding: 7px 8px; }
QLineEdit:focus, QPlainTextEdit[boxed="true"]:focus, QTextEdit[boxed="true"]:focus {
  border: 2px solid $focus; padding: 0 10px;
}
QPlainTextEdit[boxed="true"]:focus, QTextEdit[boxed="true"]:focus { padding: 6px 7px; }
QLineEdit:disabled { background: $chip; color: $text3; border-color: $line; }
QLineEdit[bare="true"], QLineEdit[bare="true"]:focus {
  border: none; padding: 0; background: transparent;
}
QMenu { background: $raised; color: $text; border: 1px solid $line; padding: 5px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; margin: 0 1px; }
QMenu::icon { padding-left: 8px; }
QMenu::item:selected { background: $selected; color: $text; }
QMenu::item:disabled { color: $text3; }
QMenu::separator { height: 1px; background: $line; margin: 5px 8px; }
QMenuBar { background: $rail; color: $text; }
QMenuBar::item { background: transparent; padding: 4px 10px; border-radius: 4px; }
QMenuBar::item:selected { background: $selected; }
QToolTip { background: $toast; color: $onToast; border: 1px solid $toast; padding: 4px 7px; }
QScrollBar:vertical { background: transparent; width: 8px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 8px; margin: 0; }
QScrollBar::handle:vertical { background: $lineStrong; border-radius: 2px; min-height: 32px; margin: 2px; }
QScrollBar::handle:horizontal { background: $lineStrong; border-radius: 2px; min-width: 32px; margin: 2px; }
QScrollBar::handle:hover { background: $control; border-radius: 3px; margin: 1px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: $line; }
QSplitter::handle:hover { background: $lineStrong; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QAbstractScrollArea { border: none; }
QCheckBox, QRadioButton { spacing: 8px; padding: 3px; border: 2px solid transparent; border-radius: 6px; }
QCheckBox:focus, QRadioButton:focus { border: 2px solid $focus; }
QComboBox {
  background: $surface; color: $text; border: 1px solid $control; border-radius: 6px; padding: 0 11px;
}
QComboBox:focus { border: 2px solid $focus; padding: 0 10px; }
QComboBox[caret="own"]::drop-down { border: none; width: 24px; }
QComboBox QAbstractItemView {
  background: $raised; border: 1px solid $line; selection-background-color: $selected; selection-color: $text;
}
QProgressBar { background: $chip; border: none; border-radius: 2px; max-height: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
$inks
$planes
""")


def written() -> str:
    """The stylesheet in the colours of the present."""
    inks = "\n".join(f'QLabel[ink="{token}"] {{ color: {tokens.hex_of(token)}; }}' for token in _INKS)
    planes = "\n".join(f'QWidget[plane="{token}"] {{ background: {tokens.hex_of(token)}; }}' for token in _PLANES)
    colours = {token: tokens.hex_of(token) for token in tokens.names()}
    return _SHEET.substitute(colours, inks=inks, planes=planes)
