"""What is done on the platforms to all that is selected: shown before, paced, and taken back as far as it can be."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.bridge.many import AT_ONCE
from socialdesk.desktop.look.numbers import number
from socialdesk.desktop.places.bulk import platform_words
from socialdesk.desktop.places.bulk import words as bulk_words
from socialdesk.desktop.places.bulk.preview import Asked
from socialdesk.desktop.shell.bulk_asking import MOST, Asking
from socialdesk.desktop.shell.bulk_pacing import Paces, abilities, channel_notes
from socialdesk.desktop.shell.bulk_progress import Progress, followed
from socialdesk.desktop.shell.bulk_shown import Showing
from socialdesk.desktop.shell.parts import Parts
from socialdesk.desktop.widgets.plain_text import called, one_line
from socialdesk.model.bulk import Plan
from socialdesk.model.bulk_platform import (
    ACTS,
    PlatformAct,
    Target,
    commands,
    goes,
    judged,
    left_out,
    skipped,
)
from socialdesk.model.capability import Capabilities
from socialdesk.model.command import CancelAct, DeleteOwn, Like, ThreadCommand
from socialdesk.model.delivery import CANCELABLE
from socialdesk.model.identifiers import ChannelId, ThreadId
from socialdesk.model.message import Direction
from socialdesk.model.moderation import BlockPerson, HideMessage, RemoveMessage, ReportMessage, ReportReason
from socialdesk.store.bulk_targets import outbounds, said_in

if TYPE_CHECKING:
    from socialdesk.desktop.bridge.submit import Step
    from socialdesk.model.command import Given
    from socialdesk.model.thread import Kind, Thread
    from socialdesk.store.cache import Cache
    from socialdesk.store.outbound import Outbound

tr = QCoreApplication.translate
_COMMANDS = (Like, HideMessage, BlockPerson, RemoveMessage, DeleteOwn, ReportMessage)


class PlatformActs:
    """The hands for these acts."""

    def __init__(self, window: Parts, shown: Showing, asking: Asking, progress: Progress) -> None:
        self._w = window
        self._shown = shown
        self._asking = asking
        self._progress = progress
        self.acts: dict[str, Callable[[], object]] = {id_: partial(self.begin, act) for id_, act in ACTS.items()}

    def begin(self, act: PlatformAct) -> None:
        """Look at what the act would be about, then show it."""
        ids = self._w.queue.selection.ids
        if len(ids) > MOST:
            said = tr("bulk", "Up to {most} threads at once go to the networks. Select fewer.")
            self._w.say(said.replace("{most}", number(MOST)))
            return
        self._w.bridge.many.read(ids, partial(self._read, act))

    def _read(self, act: PlatformAct, threads: Sequence[Thread]) -> None:
        work = partial(
            _judged, act, threads, abilities(self._w.bridge), self._shown.answered_now(), self._pending(threads)
        )
        self._w.bridge.many.ask(work, self._found, is_little=len(threads) <= AT_ONCE)

    def _found(self, judged_: tuple[PlatformAct, tuple[Target, ...]]) -> None:
        act, targets = judged_
        if not goes(targets):
            reasons = platform_words.whys(left_out(targets))
            self._w.say(tr("bulk", "Nothing was changed. Left out: {reasons}.").replace("{reasons}", reasons))
            return
        paces = Paces(self._w.bridge, act.needs)
        is_report = act is PlatformAct.REPORT
        asked = Asked(
            platform_words.title(act, len(goes(targets))),
            platform_words.consequence(act),
            lambda place: self._line(targets[place]),
            [True if one.why_not is None else None for one in targets],
            partial(platform_words.button, act),
            partial(self._about, targets, paces),
            is_danger=act is PlatformAct.BLOCK or act.is_for_good,
            choices=platform_words.reasons() if is_report else (),
            choice_name=tr("bulk", "Report them as"),
            text_name=tr("shell", "What the moderators shall know (optional)") if is_report else "",
            notes=channel_notes(self._w.bridge, [one.thread for one in goes(targets)]),
        )
        self._asking.ask(asked, lambda places, choice, text: self._give(act, targets, places, choice, text))

    def _line(self, one: Target) -> str:
        network = self._w.bridge.channel(one.thread.channel_id)
        if one.thread.is_shielded:
            name = words = tr("bulk", "Hidden message")
        else:
            name = called(one.thread.contact_name, one.thread.contact_handle)
            words = bulk_words.said(name, one_line(one.message.text)) if one.message is not None else name
            if one.message is not None and one.message.direction is Direction.OUT:
                said = one_line(one.message.text)
                words = tr("bulk", "to {name}: {words}", "an answer of ours").format(name=name, words=said)
        where = f"{words} · {network.name}" if network is not None else words
        if one.why_not is None:
            return where
        where = f"{name} · {network.name}" if network is not None else name
        return f"{where} ({platform_words.why(one.why_not)})"

    def _about(self, targets: Sequence[Target], paces: Paces, places: Sequence[int]) -> str:
        taken = set(places)
        now = [one if at in taken else skipped(one) for at, one in enumerate(targets)]
        here = [one.thread for one in goes(now)]
        said = tr("bulk", "{part} of {all}, {span}.").format(
            part=number(len(here)), all=number(len(targets)), span=paces.said(here)
        )
        out = platform_words.whys(left_out(now))
        return f"{said} {tr('bulk', 'Left out: {reasons}.').replace('{reasons}', out)}" if out else said

    def _give(self, act: PlatformAct, targets: Sequence[Target], places: Sequence[int], choice: str, text: str) -> None:
        bridge = self._w.bridge
        taken = [targets[at] for at in places]
        times = Paces(bridge, act.needs).moments([one.thread for one in taken])
        does = commands(act, taken, times, ReportReason(choice) if choice else ReportReason.OTHER, text)
        told = label = platform_words.given(act, len(does))
        kept = set(places)
        out = platform_words.whys(left_out(one if at in kept else skipped(one) for at, one in enumerate(targets)))
        if out:
            label = f"{label} {tr('bulk', 'Left out: {reasons}.').replace('{reasons}', out)}"
        bridge.many.give(Plan(does, {}), label, partial(self._given, told))

    def _given(self, label: str, given: Sequence[Given]) -> None:
        self._progress.follow(label, followed(given))

    def _pending(self, threads: Sequence[Thread]) -> dict[ThreadId, list[tuple[str, bool]]]:
        """By thread what was given a moment ago: it counts as done, though the file does not have it yet."""
        submit = self._w.bridge.submit
        touched = submit.touched()
        return {
            one.id: [_makes(given.command) for given in submit.pending_of(one.id)]
            for one in threads
            if one.id in touched
        }

    # Taking back

    def undo(self) -> bool:
        """Take the last act on the platforms back as far as it can be; False when the last act was none of many."""
        step = self._w.bridge.submit.last_step
        if step is None or len(step.given) < 2 or not all(isinstance(one.command, _COMMANDS) for one in step.given):
            return False
        self._w.bridge.submit.take_step()
        ids = [one.id for one in step.given]
        then = partial(self._looked, step)
        keep = partial(self._w.bridge.submit.remember, step)
        self._w.bridge.many.ask(lambda cache: outbounds(cache, ids), then, keep, is_little=len(ids) <= AT_ONCE)
        return True

    def _looked(self, step: Step, found: Sequence[Outbound]) -> None:
        for_good = {one.id for one in step.given if isinstance(one.command, RemoveMessage | DeleteOwn | ReportMessage)}
        left = {one.command for one in found if one.state not in CANCELABLE}
        gone = for_good & left
        back = [
            one
            for one in step.back
            if isinstance(one, ThreadCommand) and not (isinstance(one, CancelAct) and one.act in gone)
        ]
        n = len(step.given) - len(gone)
        said = tr("bulk", "%n act(s) taken back.", "", n).replace(str(n), number(n), 1)
        if gone:
            n = len(gone)
            had = tr("bulk", "%n had happened already and stay(s).", "", n).replace(str(n), number(n), 1)
            said = f"{said} {had}"
        elif left:
            said = f"{said} {tr('bulk', 'What had happened already is undone there, one after the other.')}"

        def told(given: Sequence[Given]) -> None:
            self._w.toast.leave()
            self._w.say(said)
            if left - gone:
                self._progress.follow(said, followed(given))
            self._progress.look()

        self._w.bridge.many.write(back, told, partial(self._w.bridge.submit.remember, step))


def _judged(  # noqa: PLR0917 - what is known of the threads, handed to another thread of the program
    act: PlatformAct,
    threads: Sequence[Thread],
    able: Mapping[tuple[ChannelId, Kind], Capabilities],
    answering: frozenset[ThreadId],
    pending: Mapping[ThreadId, Sequence[tuple[str, bool]]],
    cache: Cache,
) -> tuple[PlatformAct, tuple[Target, ...]]:
    """Who is concerned, those it is done to first.

    Where all are liked, the key takes the likes back, as it does in one thread.
    """
    said = dict(said_in(cache, threads, own=act is PlatformAct.DELETE))
    for id_, made in pending.items():
        stands = set(said[id_].stands)
        for what, is_on in made:
            stands.add(what) if is_on else stands.discard(what)
        said[id_] = replace(said[id_], stands=frozenset(stands - {""}))

    def can(thread: Thread) -> Capabilities | None:
        return able.get((thread.channel_id, thread.kind))

    targets = judged(act, threads, said, can, answering)
    if act is PlatformAct.LIKE and not goes(targets):
        other = judged(PlatformAct.UNLIKE, threads, said, can, answering)
        act, targets = (PlatformAct.UNLIKE, other) if goes(other) else (act, targets)
    return act, tuple(sorted(targets, key=lambda one: one.why_not is not None))


def _makes(command: object) -> tuple[str, bool]:
    match command:
        case Like(on=on):
            return "liked", on
        case HideMessage(on=on):
            return "hidden", on
        case BlockPerson(on=on):
            return "blocked", on
        case ReportMessage():
            return "reported", True
        case DeleteOwn():
            return "deleted", True
        case _:
            return "", False
