"""Gives the style sheet of the connect wizard in the present look."""

from __future__ import annotations

from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.tokens import hex_of


def style_sheet() -> str:
    """The rules, with the colours of the present look."""
    css, dot, ring = hex_of, 2 * (scaled(14) // 2), scaled(5)
    return (
        f"#card {{ background: {css('surface')}; border: 1px solid {css('line')}; border-radius: 12px; }}"
        f"#rail {{ background: {css('rail')}; border: none; border-right: 1px solid {css('line')};"
        f" border-top-left-radius: 11px; border-bottom-left-radius: 11px; }}"
        f"#foot {{ border: none; border-top: 1px solid {css('line')}; }}"
        f"QScrollArea, QScrollArea > QWidget > QWidget, QStackedWidget {{ background: transparent; }}"
        f"#title, #label {{ color: {css('text')}; }} #sub, #help {{ color: {css('text2')}; }}"
        f"#wrong {{ color: {css('over')}; }}"
        f"QLineEdit {{ background: {css('surface')}; color: {css('text')}; border: 1px solid {css('control')};"
        f" border-radius: 6px; padding: 0 10px; }}"
        f"QLineEdit:focus {{ border: 2px solid {css('focus')}; padding: 0 9px; }}"
        f"QLineEdit:read-only {{ background: {css('sunken')}; color: {css('text2')}; }}"
        f"QLineEdit QToolButton {{ background: transparent; border: 2px solid transparent; border-radius: 5px;"
        f" min-width: {scaled(22)}px; min-height: {scaled(22)}px; }}"
        f"QLineEdit QToolButton:focus {{ border-color: {css('focus')}; }}"
        f"QRadioButton {{ color: {css('text')}; spacing: 8px; }}"
        f"QRadioButton::indicator {{ width: {dot}px; height: {dot}px; border: 1px solid {css('control')};"
        f" border-radius: {dot // 2 + 1}px; background: {css('surface')}; }}"
        f"QRadioButton::indicator:checked {{ width: {dot - 2 * ring + 2}px; height: {dot - 2 * ring + 2}px;"
        f" border: {ring}px solid {css('accent')}; }}"
        f"QPushButton {{ background: {css('surface')}; color: {css('text')}; border: 1px solid {css('lineStrong')};"
        f" border-radius: 6px; padding: 0 15px; min-height: {scaled(32) - 2}px; }}"
        f"QPushButton:hover {{ background: {css('hover')}; }}"
        f"QPushButton:focus {{ border: 2px solid {css('focus')}; padding: 0 14px; min-height: {scaled(32) - 4}px; }}"
        f"#primary {{ background: {css('accent')}; color: {css('onAccent')}; border-color: {css('accent')}; }}"
        f"#primary:hover {{ background: {css('accentHover')}; }}"
        f"#primary:focus {{ border: 2px solid {css('text')}; }}"
        f"#primary:disabled {{ background: {css('chip')}; color: {css('text3')}; border-color: {css('chip')}; }}"
        f"#link {{ background: transparent; color: {css('accent')}; border: 2px solid transparent; padding: 0 3px; }}"
        f"#link:focus {{ border-color: {css('focus')}; }}"
        f"#granted {{ border: 1px solid {css('line')}; border-radius: 8px; }}"
        f"#missing {{ background: {css('soonTint')}; border: 1px solid {css('soonLine')}; border-radius: 8px; }}"
        f"#again {{ color: {css('soon')}; border-color: {css('soon')}; }}"
        f"#news {{ border-radius: 8px; }}"
        f"#news[kind='info'] {{ background: {css('infoTint')}; }} #news[kind='info'] QLabel {{ color: {css('info')}; }}"
        f"#news[kind='over'] {{ background: {css('overTint')}; }} #news[kind='over'] QLabel {{ color: {css('over')}; }}"
    )
