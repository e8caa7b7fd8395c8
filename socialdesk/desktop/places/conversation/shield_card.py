"""Stands in the place of messages that are kept out of sight: what they are, why, and what can be done unread.

It gets a summary and gives the ids of acts; what is kept never comes here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from socialdesk.desktop.bridge.pictures import Pictures
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.places.conversation.shield_parts import Bars, Card, PostStrip, Sign
from socialdesk.desktop.widgets.buttons import Button, Kind
from socialdesk.desktop.widgets.plain_text import PlainLabel, tooltip
from socialdesk.desktop.widgets.shield_words import judgement, language_name, why
from socialdesk.desktop.widgets.split import Rule
from socialdesk.model.shield.values import Level, Reason, ShieldKind
from socialdesk.store.attachments import Shown

tr = QCoreApplication.translate
OFFER_AFTER = 5
"""After so many opened in a day something else is offered."""
BREAK_AFTER = 10
"""After so many opened in a day a break is offered."""
_WIDE = 492
_SIDE = 40
"""Beside the card, where its acts have room beside each other all the same."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What is told of messages without telling what they say."""

    kind: ShieldKind
    level: Level | None
    """None when a person decided it."""
    reasons: tuple[Reason, ...] = ()
    earlier: int = 0
    words: int = 0
    language: str = ""
    links: int = 0
    pictures: int = 0
    opened_today: int = 0
    next_goes_to: str = ""
    """Who is given the next one, since they had less of it today; empty when nobody is."""
    no_hide: str = ""
    """Why the channel cannot hide it from the public; empty when it can."""
    no_block: str = ""
    no_report: str = ""
    post: str = ""
    """What our post says that it was written below."""
    about_post: str = ""
    picture: Shown | None = None
    """The picture of our post, where it is here or on its way."""


def facts_of(summary: Summary) -> str:
    """How long it is, in which language, and what came with it."""
    return " · ".join(
        part
        for part in (
            tr("shield", "%n word(s)", "", summary.words),
            language_name(summary.language) if summary.language else "",
            tr("shield", "%n link(s)", "", summary.links) if summary.links else tr("shield", "no link"),
            tr("shield", "%n picture(s)", "", summary.pictures) if summary.pictures else tr("shield", "no picture"),
        )
        if part
    )


class ShieldCard(QScrollArea):
    """The card, in the middle of the conversation's room."""

    act_wanted = Signal(str)
    """The id of a declared act."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self._shown: Summary | None = None
        self._title = PlainLabel("", 16, 650, wraps=True)
        self._what = PlainLabel("", 14, 400, "text2", wraps=True)
        self._facts = PlainLabel("", 13, 400, "text3", wraps=True)
        self._why_head = PlainLabel("", 13, 600)
        self._why = QVBoxLayout()
        self._cannot = PlainLabel("", 12, 400, "text3", wraps=True)
        self._hint = PlainLabel("", 13, 400, "text3", wraps=True)
        self._opened = PlainLabel("", 13, 400, "text2", wraps=True)
        self.hide_it = Button("", Kind.PRIMARY, icon="eye-slash", keys=("1",))
        self.block = Button("", icon="prohibit", keys=("2",))
        self.report = Button("", icon="flag", keys=("3",))
        self.show_it = Button("", Kind.LINK)
        self.let = Button("", Kind.GHOST)
        self.elsewhere = Button("", Kind.LINK)
        self._acts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        for button, act in (
            (self.hide_it, "shield.hide"),
            (self.block, "shield.block"),
            (self.report, "shield.report"),
            (self.show_it, "shield.show"),
            (self.let, "shield.let"),
            (self.elsewhere, "shield.elsewhere"),
        ):
            button.clicked.connect(lambda _on=False, act=act: self.act_wanted.emit(act))

    def _lay_out(self) -> None:
        card = Card()
        self._card = card
        head = QHBoxLayout()
        head.setSpacing(scaled(14))
        head.addWidget(Sign("shield-check", 24, "accent"), 0, Qt.AlignmentFlag.AlignTop)
        said = QVBoxLayout()
        said.setSpacing(4)
        for label in (self._title, self._what, self._facts):
            said.addWidget(label)
        head.addLayout(said, 1)
        self._acts.setSpacing(8)
        for button in (self.hide_it, self.block, self.report):
            self._acts.addWidget(button)
        self._acts.addStretch(1)
        self._foot.setSpacing(8)
        self._foot.addWidget(self.show_it)
        self._foot.addWidget(self._hint, 1)
        self._foot.addWidget(self.let)
        self._why.setSpacing(6)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(20, 18, 20, 14)
        inside.setSpacing(0)
        inside.addLayout(head)
        inside.addSpacing(16)
        inside.addWidget(Bars())
        inside.addSpacing(14)
        inside.addWidget(self._why_head)
        inside.addSpacing(8)
        inside.addLayout(self._why)
        inside.addSpacing(16)
        inside.addLayout(self._acts)
        inside.addSpacing(8)
        inside.addWidget(self._cannot)
        inside.addSpacing(10)
        inside.addWidget(Rule())
        inside.addSpacing(8)
        inside.addLayout(self._foot)
        opened = QHBoxLayout()
        opened.setSpacing(12)
        opened.addWidget(Sign("heart", 16, "text3"), 0, Qt.AlignmentFlag.AlignTop)
        opened.addWidget(self._opened, 1)
        opened.addWidget(self.elsewhere)
        self._told = QWidget()
        self._told.setLayout(opened)
        whole = self._inner = QWidget()
        whole.setAutoFillBackground(False)
        self._whole = QVBoxLayout(whole)
        self._post = PostStrip()
        self._whole.setSpacing(16)
        self._whole.addWidget(self._post)
        self._whole.addWidget(card)
        self._whole.addWidget(self._told)
        self._whole.addStretch(1)
        self.setWidget(whole)

    def draw_from(self, pictures: Pictures) -> None:
        """Where the picture of our post comes from."""
        thumb = self._post.thumb
        thumb.pictures = pictures
        pictures.ready.connect(thumb.on_ready)

    def show_summary(self, summary: Summary) -> None:
        """Tell of other messages."""
        if summary == self._shown:
            return
        self._shown = summary
        self._title.setText(tr("shield", "You do not need to read this to deal with it."))
        self._what.setText(judgement(summary.kind, summary.level))
        self._facts.setText(facts_of(summary))
        self._why_head.setText(tr("shield", "Why it was kept back"))
        self._tell_why(why(summary.reasons, summary.earlier))
        self.hide_it.set_words(tr("shield", "Hide", "from the public, and be done with it"))
        self.block.set_words(tr("shield", "Hide and block"))
        self.report.set_words(tr("shield", "Report"))
        self.block.set_off(summary.no_block)
        self.report.set_off(summary.no_report)
        cannot = dict.fromkeys(one for one in (summary.no_hide, summary.no_block, summary.no_report) if one)
        self._cannot.setText(" ".join(cannot))
        self._cannot.setVisible(bool(cannot))
        self.show_it.set_words(tr("shield", "Show it to me"))
        self._hint.setText(tr("shield", "plain text, pictures stay covered"))
        self.let.set_words(tr("shield", "Let it through"))
        self._opened.setText(_exposure(summary.opened_today, summary.next_goes_to))
        self._told.setVisible(summary.opened_today > 0)
        self.elsewhere.set_words(tr("shield", "Something else for now"))
        self.elsewhere.setVisible(summary.opened_today >= OFFER_AFTER)
        name = f"{tr('shield', 'Hidden message')}. {judgement(summary.kind, summary.level)}"
        self.setAccessibleName(name)
        self._inner.setAccessibleName(name)
        self._card.setAccessibleName(name)
        self._post.setVisible(bool(summary.post))
        self._post.title.setText(tr("shield", "On your post: {title}").format(title=summary.post))
        self._post.title.setToolTip(tooltip(summary.post))
        self._post.about.setText(summary.about_post)
        self._post.thumb.show_one(summary.picture)
        self._turn()

    def _tell_why(self, lines: Sequence[str]) -> None:
        while (item := self._why.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._why_head.setVisible(bool(lines))
        for line in lines:
            row = QWidget()
            beside = QHBoxLayout(row)
            beside.setContentsMargins(0, 0, 0, 0)
            beside.setSpacing(scaled(10))
            beside.addWidget(Sign("check", 14, "text3"), 0, Qt.AlignmentFlag.AlignTop)
            beside.addWidget(PlainLabel(line, 13, 400, "text2", wraps=True), 1)
            self._why.addWidget(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        """The acts stand beside each other where there is room, else below."""
        room = self.viewport().width()
        acts = sum(button.sizeHint().width() + 8 for button in (self.hide_it, self.block, self.report))
        side = _SIDE if room - 2 * _SIDE - 40 >= acts else 16
        if room > scaled(_WIDE) + 64:
            side = max(side, (room - scaled(_WIDE)) // 2)
        self._whole.setContentsMargins(side, 28, side, 20)
        inside = room - 2 * side - 40
        for line, buttons in (
            (self._acts, (self.hide_it, self.block, self.report)),
            (self._foot, (self.show_it, self.let)),
        ):
            wide = sum(button.sizeHint().width() + 8 for button in buttons) + (scaled(90) if line is self._foot else 0)
            turned = QBoxLayout.Direction.TopToBottom if wide > inside else QBoxLayout.Direction.LeftToRight
            if line.direction() is not turned:
                line.setDirection(turned)

    def first(self) -> QWidget:
        """Where the keyboard goes."""
        return self.hide_it


def _exposure(opened: int, following: str) -> str:
    said = tr("shield", "You have opened %n of these today.", "", opened)
    if following:
        said = f"{said} {tr('shield', 'The next one goes to {name}.').format(name=following)}"
    if opened >= BREAK_AFTER:
        return f"{said} {tr('shield', 'A short break would be well earned.')}"
    return said
