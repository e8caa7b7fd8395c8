"""The one list of all acts; each area declares its own."""

from __future__ import annotations

from socialdesk.desktop.actions.attention import attention_acts
from socialdesk.desktop.actions.bulk import bulk_acts
from socialdesk.desktop.actions.composer import composer_acts
from socialdesk.desktop.actions.contact import contact_acts
from socialdesk.desktop.actions.go import go_acts
from socialdesk.desktop.actions.library import library_acts
from socialdesk.desktop.actions.merging import merging_acts
from socialdesk.desktop.actions.moderation import moderation_acts
from socialdesk.desktop.actions.promises import promise_acts
from socialdesk.desktop.actions.registry import Registry
from socialdesk.desktop.actions.replies import reply_acts
from socialdesk.desktop.actions.rules import rule_acts
from socialdesk.desktop.actions.settings import settings_acts
from socialdesk.desktop.actions.shield import shield_acts
from socialdesk.desktop.actions.shifts import shift_acts
from socialdesk.desktop.actions.swift import swift_acts
from socialdesk.desktop.actions.thread import thread_acts
from socialdesk.desktop.actions.views import view_acts
from socialdesk.desktop.actions.window import window_acts


def all_acts() -> Registry:
    """Every act there is, in the reader's language of this moment."""
    return Registry(
        [
            *thread_acts(),
            *swift_acts(),
            *moderation_acts(),
            *merging_acts(),
            *promise_acts(),
            *composer_acts(),
            *contact_acts(),
            *go_acts(),
            *window_acts(),
            *library_acts(),
            *settings_acts(),
            *rule_acts(),
            *attention_acts(),
            *reply_acts(),
            *bulk_acts(),
            *view_acts(),
            *shield_acts(),
            *shift_acts(),
        ]
    )
