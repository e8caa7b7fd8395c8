"""Gets the commands of the desk in their order, and makes their effect rows; result and effect in one transaction.

What needs the network is only prepared here: an answer becomes an outbound row and a message that waits its turn.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import groupby
from typing import assert_never

from socialdesk.engine import (
    about_people,
    answering,
    hearing,
    leaving,
    merging,
    moderating,
    promises,
    routing,
    rule_list,
    saved_replies,
    shielding,
    tagging,
    views,
)
from socialdesk.engine.refusal import Refused
from socialdesk.engine.rules import Rules
from socialdesk.model.command import (
    DECIDED_BESIDE,
    AddNote,
    AddTag,
    Assign,
    CancelAct,
    CancelReply,
    ConnectChannel,
    ConsentToMedia,
    DeleteOwn,
    DeleteView,
    EditOwn,
    EraseContact,
    Given,
    KeepWords,
    Like,
    MarkDone,
    MarkRead,
    MarkUnread,
    MoveView,
    RemoveChannel,
    RemoveTag,
    Reopen,
    Reply,
    SaveView,
    SendNow,
    SetPriority,
    SettleUnknown,
    ShowMedia,
    Snooze,
    Tagging,
    TakeNoteBack,
    ThreadCommand,
    WaitOnContact,
)
from socialdesk.model.connecting import (
    AddAccounts,
    AllowConnector,
    CheckAccess,
    DropLogin,
    FinishSignIn,
    LeaveChannel,
    PauseChannel,
    allowed_reach,
)
from socialdesk.model.contact_command import ContactCommand
from socialdesk.model.fold import fold
from socialdesk.model.identifiers import ChannelId, CommandId
from socialdesk.model.keeping import LimitPictures, TidyNow
from socialdesk.model.media import LIMIT
from socialdesk.model.merging import MergeThreads, Merging, UnmergeThreads
from socialdesk.model.moderation import (
    AnswerPrivately,
    BlockPerson,
    HideMessage,
    MuteThread,
    RemoveMessage,
    ReportMessage,
)
from socialdesk.model.policy_command import SetReplyPolicy
from socialdesk.model.rule_command import RuleCommand
from socialdesk.model.saved_reply_command import SavedReplyCommand
from socialdesk.model.shielding import CountOpened, KeepOutOfSight, LetThrough, SetShieldAuthor, SetShieldWord
from socialdesk.model.staff_command import BeAway, BeBack, SetRouting, SetStaff
from socialdesk.model.thread import Thread
from socialdesk.model.triage_policy import SetTriagePolicy
from socialdesk.store.cache import Cache
from socialdesk.store.change import Change
from socialdesk.store.change.erasing import StillOnItsWay
from socialdesk.store.desk import Desk
from socialdesk.store.witness import Witness
from socialdesk.support.clock import Clock
from socialdesk.support.failpoints import reach

log = logging.getLogger(__name__)


_QUIET = (
    MarkDone,
    Reopen,
    WaitOnContact,
    Snooze,
    Assign,
    AddTag,
    RemoveTag,
    SetPriority,
    MarkRead,
    MarkUnread,
)
"""What only changes the thread itself; refused only when the thread is gone, before anything was written."""
_TOGETHER = 200


class Apply:
    """Carries commands from the desk file into the cache file."""

    def __init__(
        self,
        cache: Cache,
        desk: Desk,
        clock: Clock,
        network: Callable[[Given], None],
        erased: Callable[[], None],
        *,
        rules: Rules | None = None,
    ) -> None:
        """`network` takes the commands that need the network to be decided: connecting and removing channels.

        `erased` is called when a person was forgotten, before the command counts as finished for whoever waits.
        """
        self._cache = cache
        self._desk = desk
        self._clock = clock
        self._network = network
        self._erased = erased
        self._rules = rules
        self._handed: set[CommandId] = set()
        self._words_minded = False
        self._witness = Witness(cache.path)

    def pending(self) -> int:
        """Apply everything on the desk that has no result yet; gives how many commands had an effect now."""
        waiting = [given for given in self._desk.pending() if given.id not in self._handed]
        applied = 0
        if not self._words_minded:
            self._words_minded = True
            saved_replies.mind_the_words(self._cache)
        for quiet, some in groupby(self._undecided(waiting), key=lambda given: isinstance(given.command, _QUIET)):
            if quiet:
                for part in _parts(list(some)):
                    self._apply_quiet(part)
                    applied += len(part)
                continue
            for given in some:
                if isinstance(given.command, DECIDED_BESIDE):
                    self._handed.add(given.id)
                    self._network(given)
                else:
                    self._apply(given)
                    applied += 1
        return applied

    def _undecided(self, waiting: Sequence[Given]) -> Iterator[Given]:
        for part in _parts(waiting):
            decided = {one.command for one in self._cache.results_of(given.id for given in part)}
            yield from (given for given in part if given.id not in decided)

    def _apply_quiet(self, some: Sequence[Given]) -> None:
        """Many acts within the workspace in one transaction: thousands given at once are done within a second or two.

        Such an act is refused before it changes anything, or not at all, so none of them stops the others.
        """
        now = self._clock.now()
        outcomes: list[tuple[Given, str]] = []
        with self._cache.change(durable=True) as change:
            for given in some:
                try:
                    self._effect(change, given)
                    outcome, sentence = "accepted", ""
                except Refused as refusal:
                    outcome, sentence = "rejected", str(refusal)
                change.record_result(given.id, self._desk.id, given.seq, outcome, sentence, now)
                outcomes.append((given, outcome))
            routing.settle(change, now)
            reach("apply.before_commit")
        for given, outcome in outcomes:
            log.info("command %s %s %s", given.id, given.command.name, outcome)

    def _apply(self, given: Given) -> None:
        now = self._clock.now()
        outcome, sentence = "accepted", ""
        try:
            # Notes, tags and intents can't be fetched again from anywhere: they are on the disk when this returns.
            with self._cache.change(durable=True) as change:
                self._effect(change, given)
                change.record_result(given.id, self._desk.id, given.seq, outcome, sentence, now)
                routing.settle(change, now)
                reach("apply.before_commit")
        except Refused as refusal:
            outcome, sentence = "rejected", str(refusal)
            with self._cache.change(durable=True) as change:
                change.record_result(given.id, self._desk.id, given.seq, outcome, sentence, now)
        if self._rules is not None and isinstance(given.command, RuleCommand | Tagging):
            self._rules.refresh()
        if outcome == "accepted" and isinstance(given.command, EraseContact):
            self._cache.scrub()
            self._erased()
        log.info("command %s %s %s", given.id, given.command.name, outcome)

    def _effect(self, change: Change, given: Given) -> None:
        command = given.command
        if isinstance(command, SavedReplyCommand):
            if why := saved_replies.refused(change, given, command, self._desk):
                raise Refused(why)
            return
        if isinstance(command, ContactCommand | Merging | RuleCommand | Tagging):
            if why := _joined(change, given, command):
                raise Refused(why)
            return
        match command:
            case EraseContact(contact=contact):
                try:
                    gone = change.erase_contact(contact, given.at)
                except StillOnItsWay:
                    raise Refused(
                        "Something to this person has not left yet, or nobody knows whether it did. Settle it in the"
                        " outbox, then erase them."
                    ) from None
                change.log_event(given.at, given.person, "contact erased", str(contact), f"{len(gone)} threads")
            case ShowMedia(messages=messages, posts=posts):
                change.ask_for_media(messages, given.at)
                change.ask_for_post_pictures(posts, given.at)
            case ConsentToMedia() | KeepWords() | LimitPictures() | AllowConnector():
                _set(change, command, given.at)
            case SaveView() | DeleteView() | MoveView():
                if sentence := views.refused(change, given, command):
                    raise Refused(sentence)
            case SetReplyPolicy() | SetTriagePolicy():
                if sentence := _policy(change, given, command):
                    raise Refused(sentence)
            case SetStaff() | BeAway() | BeBack() | SetRouting():
                if sentence := routing.refused(change, given, command):
                    raise Refused(sentence)
            case SetShieldWord() | SetShieldAuthor():
                if wrong := shielding.wrong_with(change, command):
                    raise Refused(wrong)
                shielding.teach(change, given, command)
            case PauseChannel() | LeaveChannel():
                leaving.stand(change, command, given.at)
            case (
                ConnectChannel()
                | FinishSignIn()
                | RemoveChannel()
                | AddAccounts()
                | DropLogin()
                | CheckAccess()
                | TidyNow()
            ):
                raise AssertionError("decided on the network")
            case _:
                thread = change.stands_for(command.thread)
                if thread is None:
                    raise Refused("This thread is no longer in the workspace.")
                self._on_thread(change, given, _led(command, thread), thread)

    def _on_thread(self, change: Change, given: Given, command: ThreadCommand, thread: Thread) -> None:
        me = change.me
        after = fold(thread, command, given.at, given.person, me)
        happened: tuple[str, str] | None = None
        match command:
            case Reply(then_done=then_done):
                answering.answer(change, given, command, thread, self._witness.tried(given.id))
                happened = ("done", "") if then_done else None
            case CancelReply():
                answering.cancel(change, command.reply)
                change.forget_reply_use(command.reply)
                preview, is_own = change.newest_line(thread.id)
                after = replace(after, preview=preview, preview_is_own=is_own)
            case SendNow():
                answering.send_now(change, command, given)
            case SettleUnknown():
                answering.settle(change, command, given)
            case AddNote() | TakeNoteBack():
                _note(change, given, command)
            case MarkDone():
                happened = ("done", "")
            case Reopen() | WaitOnContact():
                happened = ("reopened" if isinstance(command, Reopen) else "waiting", "")
            case Snooze(until=until):
                happened = ("snoozed", until.isoformat() if until else "")
            case Assign(person=person):
                happened = ("assigned" if person else "unassigned", change.name_of(person) if person else "")
            case AddTag(tag=tag):
                happened = ("tagged", tag)
            case RemoveTag(tag=tag):
                happened = ("untagged", tag)
            case SetPriority(priority=priority):
                happened = ("prioritised", priority.value)
            case Like():
                answering.on_message(change, given, thread, command.message, "like" if command.on else "unlike")
            case DeleteOwn() | EditOwn():
                answering.on_own(change, given, command, thread)
            case CancelAct():
                moderating.take_back(change, given, command, thread)
            case HideMessage() | RemoveMessage() | BlockPerson() | ReportMessage() | MuteThread() | AnswerPrivately():
                moderating.moderate(change, given, command, thread)
                happened = _muted(command)
            case LetThrough() | KeepOutOfSight() | CountOpened():
                happened = shielding.decide(change, given, command, thread)
            case MarkRead() | MarkUnread() | MergeThreads() | UnmergeThreads():
                pass
            case _:
                assert_never(command)
        if happened is not None and after != thread:
            change.add_happening(thread.id, given.at, given.person, *happened)
        self._keep(change, given, thread, after)

    def _keep(self, change: Change, given: Given, thread: Thread, after: Thread) -> None:
        # A reply touched the thread's newest message; the fold above knew the thread from before.
        now = change.thread(thread.id)
        last = now.last_message_id if now else after.last_message_id
        # Tags, priority and who has it may decide what was promised; a wait on the contact may stop the clock.
        known = replace(after, last_message_id=max(last, after.last_message_id), rev=now.rev if now else after.rev)
        stored = change.put_thread(change.policy.promised(known))
        if self._rules is not None:
            self._rules.of_command(change, given, thread, stored, self._clock.now())


def _parts(given: Sequence[Given]) -> Iterator[Sequence[Given]]:
    return (given[at : at + _TOGETHER] for at in range(0, len(given), _TOGETHER))


def _muted(command: ThreadCommand) -> tuple[str, str] | None:
    return ("muted" if command.on else "unmuted", "") if isinstance(command, MuteThread) else None


def _policy(change: Change, given: Given, command: SetReplyPolicy | SetTriagePolicy) -> str:
    if isinstance(command, SetTriagePolicy):
        return hearing.refused(change, given, command)
    return promises.refused(change, given, command)


def _joined(change: Change, given: Given, command: ContactCommand | Merging | RuleCommand | Tagging) -> str:
    if isinstance(command, Tagging):
        return tagging.refused(change, given, command)
    if isinstance(command, RuleCommand):
        return rule_list.refused(change, given, command)
    if isinstance(command, ContactCommand):
        return about_people.apply(change, given, command)
    return merging.apply(change, given, command)


def _led(command: ThreadCommand, thread: Thread) -> ThreadCommand:
    """A command as given on the thread that shows the one it was given on by now."""
    return command if command.thread == thread.id else replace(command, thread=thread.id)


def _note(change: Change, given: Given, command: AddNote | TakeNoteBack) -> None:
    if isinstance(command, AddNote):
        change.put_note(command.thread, given.person, command.text, command.mentions, given.at)
    else:
        change.remove_note(command.thread, given.person, command.written_at)


def _set(change: Change, command: ConsentToMedia | KeepWords | LimitPictures | AllowConnector, at: datetime) -> None:
    match command:
        case AllowConnector(connector=connector, reach=reach):
            change.set_setting(allowed_reach(connector), reach)
        case ConsentToMedia(channel=channel, on=on):
            change.set_media_consent(ChannelId(channel), on=on)
            if on:
                change.ask_for_older_posts(ChannelId(channel), at)
        case KeepWords(days=days):
            change.set_setting("retention_days", str(max(1, days)))
        case LimitPictures(megabytes=megabytes):
            change.set_setting(LIMIT, str(max(1, megabytes)))
