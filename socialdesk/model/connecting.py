"""Gives the acts on channels beside signing in: picking accounts, pausing, checking, leaving; and what they do.

Leaving waits for its moment like an answer does, so that it can be taken back: until then only nothing more is read.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import ClassVar, TypeAlias

from socialdesk.model.channel import Channel, ChannelState
from socialdesk.model.identifiers import CommandId

BROWSER_WAIT = timedelta(minutes=10)
"""So long a sign-in waits for what the browser brings back."""


@dataclass(frozen=True, slots=True)
class AllowConnector:
    """Let a connector run that does not come with SocialDesk, as long as it wants to reach no more than this."""

    name: ClassVar[str] = "allow_connector"
    connector: str
    reach: str
    """Its manifest's hosts and what it tries, as the manifest gives it to be compared."""


def refusal_of(sentence: str, field: str) -> str:
    """What the result of a sign-in that failed says: its sentence, and the field it is about where there is one."""
    return json.dumps({"field": field, "sentence": sentence}, ensure_ascii=False) if field else sentence


def why_refused(said: str) -> tuple[str, str]:
    """The sentence and the field of what `refusal_of` wrote; the field is "" for none."""
    if said.startswith("{"):
        try:
            told = json.loads(said)
            return str(told["sentence"]), str(told["field"])
        except (ValueError, KeyError):
            pass
    return said, ""


def allowed_reach(connector: str) -> str:
    """The setting that keeps what a connector was allowed to reach."""
    return f"allowed_connector:{connector}"


@dataclass(frozen=True, slots=True)
class FinishSignIn:
    """Go on with a sign-in that waits for the browser. `login` is the command that began it.

    What the browser brought back waits in the secret store under `secret_name`, as JSON by name, never here: there is a
    code in it that opens the account.
    """

    name: ClassVar[str] = "finish_sign_in"
    login: CommandId
    secret_name: str


@dataclass(frozen=True, slots=True)
class AddAccounts:
    """Make channels of the picked accounts of a sign-in that asked. `login` is the command that signed in."""

    name: ClassVar[str] = "add_accounts"
    login: CommandId
    accounts: tuple[str, ...]
    """The platform's ids."""
    history_days: int = 30


@dataclass(frozen=True, slots=True)
class DropLogin:
    """Give up a sign-in that still waits for the browser or of which nothing was picked: revoke it, and forget it."""

    name: ClassVar[str] = "drop_login"
    login: CommandId


@dataclass(frozen=True, slots=True)
class CheckAccess:
    """Ask the platform now what the sign-in of a channel allows."""

    name: ClassVar[str] = "check_access"
    channel: int


@dataclass(frozen=True, slots=True)
class PauseChannel:
    """Read and send nothing there for a while, or with `on` False go on; the sign-in stays."""

    name: ClassVar[str] = "pause_channel"
    channel: int
    on: bool = True


@dataclass(frozen=True, slots=True)
class LeaveChannel:
    """Disconnect a channel at `not_before`, with `erase` and its threads; with `on` False it stays after all."""

    name: ClassVar[str] = "leave_channel"
    channel: int
    not_before: datetime | None = None
    erase: bool = False
    on: bool = True


Connecting: TypeAlias = (
    AllowConnector | FinishSignIn | AddAccounts | DropLogin | CheckAccess | PauseChannel | LeaveChannel
)
Standing: TypeAlias = PauseChannel | LeaveChannel
"""Those that change how a channel stands, without any network."""


def fold_channel(channel: Channel, command: Standing, at: datetime) -> Channel:
    """A channel after an act given at a moment; where the act means nothing any more, the channel as it is."""
    match command:
        case PauseChannel(on=True) if channel.state.is_at_work:
            return _standing(channel, ChannelState.PAUSED, at)
        case PauseChannel(on=False) if channel.state is ChannelState.PAUSED:
            return _standing(channel, ChannelState.CONNECTING, at)
        case LeaveChannel(on=True) if channel.state is not ChannelState.DISCONNECTED:
            return replace(_standing(channel, ChannelState.LEAVING, at), state_until=command.not_before or at)
        case LeaveChannel(on=False) if channel.state is ChannelState.LEAVING:
            return _standing(channel, ChannelState.CONNECTING, at)
        case _:
            return channel


def way_back(channel: Channel, command: Standing) -> tuple[Standing, ...]:
    """What takes an act on a channel back."""
    match command:
        case PauseChannel():
            return (PauseChannel(command.channel, not command.on),)
        case LeaveChannel():
            stays = LeaveChannel(command.channel, on=False)
            return (stays, PauseChannel(command.channel)) if channel.state is ChannelState.PAUSED else (stays,)


def _standing(channel: Channel, state: ChannelState, at: datetime) -> Channel:
    return replace(channel, state=state, state_since=at, state_reason="", state_until=None)
