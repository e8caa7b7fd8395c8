"""Joins the places of a window: what one of them tells, another does. They do not know each other."""

from __future__ import annotations

from socialdesk.desktop.look import theme
from socialdesk.desktop.shell.whole import Whole


def join(window: Whole) -> None:
    """Connect what was made."""
    bridge = window.bridge
    window.rail.view_chosen.connect(window.going.on_view)
    window.rail.outbox_chosen.connect(window.going.to_outbox)
    window.rail.library_chosen.connect(window.going.on_library)
    window.rail.jump_asked.connect(window.open_palette)
    window.rail.settings_asked.connect(window.settings.show)
    window.settings.left.connect(window.going.back)
    window.rules.left.connect(window.going.back)
    window.rail.connect_asked.connect(window.connecting.open)
    window.rail.workspace_asked.connect(window.key_side.menu_bar.offer_workspace)
    window.connecting.told.connect(window.say)
    window.queue.thread_opened.connect(window.opened.show)
    window.queue.entered.connect(window.hands.enter_conversation)
    _join_conversation(window)
    window.composer.later_wanted.connect(window.hands.composing.ask_later)
    _join_own_windows(window)
    window.composer.wrote_past.connect(window.conversation.on_wrote_past)
    window.composer.left.connect(window.hands.leave)
    window.composer.sent.connect(window.opened.on_sent)
    window.composer.noted.connect(window.opened.on_noted)
    window.composer.drafts_changed.connect(window.opened.on_draft)
    window.replies.join(window.composer)
    window.replies.said.connect(window.say)
    window.library.left.connect(window.going.back)
    window.library.said.connect(window.say)
    window.people.join()
    window.coach.connect_wanted.connect(window.connecting.open)
    window.context.entered.connect(window.opened.fill_context)
    window.context.act_wanted.connect(window.do)
    window.context.thread_wanted.connect(window.going.within_queue)
    window.context.reply_wanted.connect(window.hands.saved.use)
    window.context.fits.whole = window.replies.whole
    window.snooze.snoozed_until.connect(window.hands.triage.snooze)
    window.assign.assigned.connect(window.hands.triage.assign)
    window.tags.tag_toggled.connect(window.hands.triage.toggle_tag)
    window.toast.undo_wanted.connect(window.hands.undo)
    window.banner.chosen.connect(window.telling.on_banner)
    window.clear.connect_wanted.connect(window.connecting.open)
    window.clear.next_wanted.connect(window.hands.triage.take_next)
    window.clear.help_wanted.connect(window.going.to_threads_of)
    window.outbox.opened.connect(window.going.to_thread)
    window.outbox.left.connect(window.going.back)
    window.outbox_side.put_back.connect(window.composer.put_back)
    bridge.submit.stepped.connect(window.telling.on_step)
    bridge.submit.failed.connect(window.telling.on_failed)
    bridge.submit.given.connect(window.telling.on_given)
    bridge.follow.changed.connect(window.telling.on_changed)
    bridge.follow.changed.connect(window.opened.look_again)
    bridge.follow.asked_to_show.connect(window.come_forward)
    theme.signals().changed.connect(window.rail.dress)


def _join_own_windows(window: Whole) -> None:
    window.own_windows.show_rule = window.rules.show_log
    window.own_windows.sign_in = window.connecting.repair_by_id


def _join_conversation(window: Whole) -> None:
    window.conversation.shown.connect(window.composer.on_shown)
    window.conversation.seen.connect(window.opened.on_seen)
    window.conversation.act_wanted.connect(window.do)
    window.conversation.back_wanted.connect(window.hands.leave)
    window.conversation.edit_wanted.connect(window.composer.edit)
    window.conversation.split_wanted.connect(window.composer.show_parts)
    window.conversation.correct_wanted.connect(window.hands.correct)
    window.conversation.private_wanted.connect(window.going.to_private)
    window.conversation.closed.connect(window.composer.setHidden)
    window.conversation.rule_wanted.connect(window.rules.show_log)
    window.conversation.sign_in_wanted.connect(window.connecting.repair_by_id)
