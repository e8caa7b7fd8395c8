"""Gives each kind of identifier a type of its own, so that a thread's number is never taken for a message's."""

from __future__ import annotations

from typing import NewType

ChannelId = NewType("ChannelId", int)
ThreadId = NewType("ThreadId", int)
MessageId = NewType("MessageId", int)
NoteId = NewType("NoteId", int)
PostId = NewType("PostId", int)
ContactId = NewType("ContactId", int)
PersonId = NewType("PersonId", int)
SavedReplyId = NewType("SavedReplyId", int)
CommandId = NewType("CommandId", str)
"""A UUID made where the command was given; the id of the answer it may carry, and in every log line on its way."""
