"""What waits beside an answer on its channel, and where its words could go in public; read when a line tells of it."""

from __future__ import annotations

from collections.abc import Sequence

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.places.conversation.fate import ALONE, Around
from socialdesk.model.channel import ChannelState
from socialdesk.model.command import Reply
from socialdesk.model.delivery import Delivery
from socialdesk.model.identifiers import ChannelId, ThreadId
from socialdesk.model.message import Message
from socialdesk.model.stops import TooLate, why
from socialdesk.model.thread import Kind
from socialdesk.store.in_line import Line, line
from socialdesk.store.public_acts import public_thread

_STANDING_STILL = (ChannelState.OFFLINE, ChannelState.BAD_CREDENTIALS)
_TOLD_OF = (Delivery.QUEUED, Delivery.WAITING, Delivery.HELD, Delivery.REJECTED)


class InLine:
    """The outbox of one channel, as far as the open thread tells of it. It holds until `forget`."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge
        self._lines: dict[ChannelId, tuple[Line, Sequence[str]]] = {}
        self._public: dict[ThreadId, ThreadId | None] = {}

    def forget(self) -> None:
        """Something left the outbox, or came into it."""
        self._lines.clear()
        self._public.clear()

    def around(self, message: Message) -> Around:
        """What is known of the others beside an own message of a thread."""
        if message.state not in _TOLD_OF:
            return ALONE
        thread = self._bridge.thread(message.thread_id)
        channel = self._bridge.channel(thread.channel_id) if thread is not None else None
        if thread is None or channel is None or message.command_id is None:
            return ALONE
        if message.state is Delivery.REJECTED:
            is_late = isinstance(why(message.state_reason), TooLate)
            return Around(may_comment=is_late and thread.kind is Kind.DM and self.public(thread.id) is not None)
        if channel.state not in _STANDING_STILL:
            return ALONE
        stored, pending = self._line(channel.id)
        order = [*stored.moving, *pending]
        place = order.index(message.command_id) + 1 if message.command_id in order else 0
        return Around(place, len(order) + stored.held)

    def public(self, thread: ThreadId) -> ThreadId | None:
        """The newest public thread with the same person where an answer can be given; None where there is none."""
        if thread not in self._public:
            found = public_thread(self._bridge.cache, thread)
            there = self._bridge.thread(found) if found is not None else None
            able = self._bridge.capabilities(there) if there is not None else None
            self._public[thread] = found if able is not None and able.can("reply") else None
        return self._public[thread]

    def _line(self, channel: ChannelId) -> tuple[Line, Sequence[str]]:
        if channel not in self._lines:
            stored = line(self._bridge.cache, channel, self._bridge.clock.now())
            known = set(stored.moving)
            pending = [
                one.id
                for one in self._bridge.submit.pending
                if isinstance(one.command, Reply) and one.id not in known and self._is_on(channel, one.command.thread)
            ]
            self._lines[channel] = stored, pending
        return self._lines[channel]

    def _is_on(self, channel: ChannelId, thread: ThreadId) -> bool:
        found = self._bridge.thread(thread)
        return found is not None and found.channel_id == channel
