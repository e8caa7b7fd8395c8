"""Says what a rule did to a thread, in one sentence, from the detail of its grey line."""

from __future__ import annotations

import json
from typing import Any, cast

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.widgets.plain_text import one_line

tr = QCoreApplication.translate


def by_rule(detail: str) -> str:
    """What a rule did; only that it did something where the detail is of another version."""
    try:
        told = cast("dict[str, Any]", json.loads(detail))
        name, did = str(told["name"]), [_one(str(deed), str(value)) for deed, value in told["did"]]
    except (ValueError, KeyError, TypeError):
        return tr("conversation", "A rule did something here")
    what = tr("conversation", ", ", "between two things that a rule did").join(one for one in did if one)
    return tr("conversation", "By the rule “{name}”: {what}").format(name=one_line(name), what=what)


def rule_of(detail: str) -> str:
    """The id of the rule that did it; empty where the detail names none."""
    try:
        return str(cast("dict[str, Any]", json.loads(detail))["rule"])
    except (ValueError, KeyError, TypeError):
        return ""


def _one(deed: str, value: str) -> str:
    sentences = {
        "tag": tr("conversation", "tag {value} added", "done by a rule"),
        "untag": tr("conversation", "tag {value} removed", "done by a rule"),
        "priority": tr("conversation", "priority set", "done by a rule"),
        "assign": tr("conversation", "given to somebody", "done by a rule")
        if value != "nobody"
        else tr("conversation", "given back", "done by a rule"),
        "route": tr("conversation", "given out", "done by a rule"),
        "shield": tr("conversation", "kept out of sight", "done by a rule"),
        "draft": tr("conversation", "saved reply laid ready", "done by a rule"),
        "snooze": tr("conversation", "snoozed", "done by a rule"),
        "done": tr("conversation", "marked done", "done by a rule"),
        "hide": tr("conversation", "hidden from the public in a minute", "done by a rule"),
        "acknowledge": tr("conversation", "acknowledged", "done by a rule"),
    }
    return sentences.get(deed, "").format(value=one_line(value))
