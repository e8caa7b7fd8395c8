"""Shows in the box what is so: who speaks, how long the text is, what stands in its way; decides nothing."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.look import icons
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.tokens import ink
from socialdesk.desktop.places.composer import words
from socialdesk.desktop.places.composer.standing import Mode, Standing, Why
from socialdesk.desktop.places.composer.view import ComposerBox
from socialdesk.desktop.places.composer.writing import Writing, name_of
from socialdesk.desktop.widgets import recipient_words
from socialdesk.desktop.widgets.announce import announce
from socialdesk.desktop.widgets.plain_text import plain_text, tooltip
from socialdesk.model.identifiers import MessageId
from socialdesk.model.message import Message

tr = QCoreApplication.translate


class Face:
    """What the box says."""

    def __init__(self, bridge: Bridge, box: ComposerBox, writing: Writing) -> None:
        self._bridge = bridge
        self._box = box
        self._writing = writing
        self._told_about: MessageId | None = None

    def show(self, stands: Standing) -> Message | None:
        """Show where the text stands; gives the newcomer that is to be read first."""
        writing, box = self._writing, self._box
        answering = writing.answering
        assert answering is not None
        now = self._bridge.clock.now()
        is_reply = writing.mode is Mode.REPLY
        box.box.is_public = answering.is_public
        box.reply_tab.setText(tr("composer", "Public reply") if answering.is_public else tr("composer", "Reply"))
        ratio = box.devicePixelRatioF()
        mark = answering.channel.mark if answering.channel is not None else ""
        speaks, closes = (words.speaker(answering), words.window(answering, now)) if is_reply else ("", "")
        box.who.say(speaks, icons.mark(mark, scaled(14), ratio), words.short_speaker(answering))
        clock = icons.pixmap("clock", ink("text3"), scaled(14), ratio)
        box.window_line.say(closes, clock, words.short_window(answering, now))
        box.fit_tabs()
        is_split = stands.why_not is Why.TOO_LONG
        box.fill.setVisible(bool(stands.blanks) or is_split)
        box.fill.setText(words.blanks(stands.blanks) if stands.blanks else tr("composer", "Split…"))
        box.fill.setAccessibleName(
            words.blanks(stands.blanks) if stands.blanks else tr("composer", "Split into parts that fit")
        )
        self._show_people()
        box.keys.setVisible(not stands.blanks and not stands.over)
        newcomer = writing.newcomer()
        self._show_button(stands, is_read_first=newcomer is not None)
        box.count(words.counter(stands), words.short_counter(stands), is_over=bool(stands.over))
        self._show_bar(stands, newcomer)
        self._say_placeholder()
        return newcomer

    def _show_people(self) -> None:
        """Whom it goes to, where that is a choice."""
        everybody = self._writing.everybody()
        answered = self._writing.answered() if everybody else None
        if self._box.addressed.say(answered, everybody, self._writing.picked()):
            self._box.fit()

    def _show_bar(self, stands: Standing, newcomer: Message | None) -> None:
        box, writing = self._box, self._writing
        assert writing.answering is not None
        obstacle = words.obstacle(stands, writing.answering, writing.mode)
        before = box.fence.words
        if newcomer is not None:
            said = plain_text(words.newcomer(newcomer))
            box.fence.say(said, tr("composer", "Send as it is"))
            if self._told_about != newcomer.id:
                self._told_about = newcomer.id
                announce(box.editor, said, assertive=True)
        elif obstacle:
            box.fence.say(obstacle, "")
        elif writing.look is not None:
            said = plain_text(words.concern(writing.look))
            if box.fence.words != said:
                announce(box.editor, said, assertive=True)
            box.fence.say(said, tr("composer", "Send as it is"))
        is_shown = newcomer is not None or bool(obstacle) or writing.look is not None
        if box.fence.isVisibleTo(box) != is_shown:
            box.fence.setVisible(is_shown)
            box.fit()
        elif is_shown and box.fence.words != before:
            box.fit()  # other words may need another line

    def _show_button(self, stands: Standing, *, is_read_first: bool) -> None:
        writing, button = self._writing, self._box.button
        assert writing.answering is not None
        label = tr("composer", "Send and done")
        if writing.is_note:
            label = tr("composer", "Add note")
        elif is_read_first:
            label = tr("composer", "Read and send")
        reason = words.why_off(stands, writing.answering, writing.mode)
        for half in (button.main, button.arrow):
            half.setEnabled(stands.may_leave)
            half.setToolTip(tooltip(reason or (half.accessibleName() if half is button.arrow else "")))
            half.setAccessibleDescription(reason)
        button.main.setText(label)
        button.main.setAccessibleName(label)
        button.main.updateGeometry()
        button.arrow.setVisible(not writing.is_note)
        button.main.is_alone = writing.is_note

    def _say_placeholder(self) -> None:
        writing, editor = self._writing, self._box.editor
        assert writing.answering is not None
        name = name_of(writing.answering.thread)
        if writing.is_note:
            said = tr("composer", "Only the team reads this. @ names a colleague.")
            spoken = tr("composer", "Internal note about {name}").format(name=name)
        elif picked := writing.picked():
            said = tr("composer", "Write to %n people, or / for a saved reply", "", len(picked))
            names = recipient_words.short(picked)
            is_all = len(picked) == len(writing.everybody())
            spoken = (
                tr("composer", "Answer to all. {names}").format(names=names)
                if is_all
                else tr("composer", "Answer to some. {names}").format(names=names)
            )
        else:
            said = tr("composer", "Write to {name}, or / for a saved reply").format(name=name)
            spoken = tr("composer", "Answer to {name}").format(name=name)
        if editor.placeholderText() != said:
            editor.setPlaceholderText(said)
        editor.setAccessibleName(spoken)
        editor.setReadOnly(not writing.answering.can_answer and not writing.is_note)
