"""Says of what happened whatever a rule can ask about it; each thing is found out when it is first asked, and once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from functools import cached_property

from socialdesk.model.condition import Field, Is
from socialdesk.model.identifiers import PersonId
from socialdesk.model.message import Attachment, Message
from socialdesk.model.rule import Trigger
from socialdesk.model.rule_words import LOOKED_AT, Text
from socialdesk.model.story import Quiet, quiet
from socialdesk.model.text import order_number
from socialdesk.model.thread import Thread
from socialdesk.model.words import SIGNS
from socialdesk.support.pattern import pattern
from socialdesk.support.values import value_class

_LINK = pattern(
    r"(?i)\bhttps?://\S|\bwww\.\p{L}|(?<![\p{L}\p{N}@.])(?:[a-z0-9-]+\.)+(?:com|org|net|io|co|me|fr|uk|de|info|shop|app)(?![\p{L}\p{N}@-])"
)
_EMAIL = pattern(r"[\p{L}\p{N}._%+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}(?![\p{L}\p{N}])")


@value_class(frozen=True, slots=True)
class Happened:
    """Something that rules may wait for. `event` names it for good: nothing else ever has that name.

    `values` are what a status, owner or tag became; `minutes` how long nothing was said before.
    """

    trigger: Trigger
    event: str
    at: datetime
    thread: Thread
    message: Message | None = None
    values: frozenset[str] = frozenset()
    minutes: float = 0.0
    depth: int = 0
    """How many rules one after the other brought it about; 0 for what people and platforms do."""


@value_class(frozen=True, slots=True)
class Beyond:
    """What is looked up beyond the thread and the message, when a rule asks."""

    followers: Callable[[], int | None] = lambda: None
    is_first: Callable[[], bool] = lambda: False
    """Whether who wrote had never written to us before."""
    is_open: Callable[[datetime], bool] = lambda _: True
    """Whether a moment lies within the opening hours."""
    post: Callable[[], str] = lambda: ""
    """Title and text of the post that the thread is below; empty where there is none."""
    joined: Callable[[], Collection[int]] = lambda: ()
    """The numbers of contacts that were found to be the same person as the contact of the thread."""


class Facts:
    """All that can be asked of one thing that happened."""

    def __init__(self, happened: Happened, me: PersonId, beyond: Beyond, thread: Thread | None = None) -> None:
        self.happened = happened
        self.thread = thread or happened.thread
        """The thread as it is by now: rules that came before may have changed it."""
        self.me = me
        self._beyond = beyond
        self.text = happened.message.text[:LOOKED_AT] if happened.message is not None else ""
        self._known: dict[str, bool] = {}

    @cached_property
    def blind(self) -> Text:
        """What was said, without case and accents."""
        return Text(self.text, is_blind=True)

    @cached_property
    def exact(self) -> Text:
        """What was said, without case."""
        return Text(self.text, is_blind=False)

    @cached_property
    def post(self) -> Text:
        """What the post says, without case and accents."""
        return Text(self._beyond.post(), is_blind=True)

    @cached_property
    def words(self) -> int:
        """How many words were said; of scripts without spaces each letter counts."""
        if self.text.isascii() or SIGNS.search(self.blind.all) is None:
            return len(self.blind.listed)
        return sum(_length(one) for one in self.blind.listed)

    @cached_property
    def quiet(self) -> Quiet | None:
        """What a text is that says nothing."""
        return quiet(self.text)

    def says(self, one: Is) -> bool:
        """Whether a condition on one of `OF_EVENTS` holds, save on words: those are compiled."""
        match one.field:
            case Field.STATUS:
                return self.thread.status.value in one.values
            case Field.STARS:
                return str(self.thread.stars) in one.values
            case Field.WORDS_AT_LEAST:
                return self.words >= min(map(int, one.values))
            case Field.WORDS_AT_MOST:
                return self.words <= max(map(int, one.values))
            case Field.CONTACT:
                contact = self.thread.contact_id
                if contact is None:
                    return False
                return str(contact) in one.values or any(str(other) in one.values for other in self._beyond.joined())
            case Field.REACH:
                followers = self._beyond.followers()
                return followers is not None and followers >= min(map(int, one.values))
            case field:
                return self.tells(field.value, FLAGS[field])

    def tells(self, name: str, flag: Callable[[Facts], bool]) -> bool:
        """What is looked at once, whichever rules ask for it; `name` is its own."""
        known = self._known.get(name)
        if known is None:
            known = self._known[name] = flag(self)
        return known

    @property
    def is_with_link(self) -> bool:
        """Whether there is a link in the text or beside it."""
        if any(one.kind == "link" for one in self._attachments):
            return True
        return "." in self.text and _LINK.search(self.text) is not None

    @property
    def is_with_picture(self) -> bool:
        """Whether something came with it that is no link."""
        return any(one.kind != "link" for one in self._attachments)

    @property
    def is_first(self) -> bool:
        """Whether who wrote had never written to us before."""
        return self._beyond.is_first()

    @property
    def is_outside_hours(self) -> bool:
        """Whether it happened while nobody is open."""
        return not self._beyond.is_open(self.happened.at)

    @property
    def _attachments(self) -> tuple[Attachment, ...]:
        return self.happened.message.attachments if self.happened.message is not None else ()


def _length(word: str) -> int:
    run = SIGNS.match(word)
    return len(run[0]) if run is not None else 1


FLAGS: Mapping[Field, Callable[[Facts], bool]] = {
    Field.ONLY_EMOJI: lambda facts: facts.quiet is Quiet.SMILEYS,
    Field.ONLY_MENTIONS: lambda facts: facts.quiet is Quiet.FRIENDS,
    Field.HAS_LINK: lambda facts: facts.is_with_link,
    Field.HAS_EMAIL: lambda facts: "@" in facts.text and _EMAIL.search(facts.text) is not None,
    Field.HAS_ORDER_NUMBER: lambda facts: order_number(facts.text) is not None,
    Field.HAS_PICTURE: lambda facts: facts.is_with_picture,
    Field.NEW_AUTHOR: lambda facts: facts.is_first,
    Field.OUTSIDE_HOURS: lambda facts: facts.is_outside_hours,
}
"""How what is so or not so is told; a rule that is made ready goes straight to its own."""
