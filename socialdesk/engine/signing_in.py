"""Asks a connector to sign somebody in: at once, or in two steps with the browser between them."""

from __future__ import annotations

import json
import re
from urllib.parse import urlsplit

from socialdesk.connectors.kit.contract import AtBrowser, SignedIn, Surroundings
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import failed
from socialdesk.connectors.kit.registry import Registry
from socialdesk.engine.at_browser import AtBrowserSignIns, Waiting
from socialdesk.model.command import ConnectChannel
from socialdesk.model.connecting import FinishSignIn
from socialdesk.model.failure import FailureKind
from socialdesk.model.identifiers import CommandId
from socialdesk.model.way import WayKind
from socialdesk.store.cache import Cache
from socialdesk.support.clock import Clock
from socialdesk.support.secrets import SecretStore

_REDIRECT = re.compile(r"http://127\.0\.0\.1:\d{2,5}/callback")
_LOOPBACK = {"localhost", "127.0.0.1", "::1"}


class SigningIn:
    """The first half of connecting: nothing of it is a channel yet."""

    def __init__(
        self, cache: Cache, secrets: SecretStore, registry: Registry, around: dict[str, Surroundings], clock: Clock
    ) -> None:
        self._secrets = secrets
        self._registry = registry
        self._around = around
        self.at_browser = AtBrowserSignIns(cache, secrets, clock)

    async def begin(self, id_: CommandId, command: ConnectChannel) -> SignedIn | str:
        """Sign in, or give the address at which the person goes on; the sign-in then waits for `finish`.

        Raises ConnectorError, UnknownPlatform or SecretsUnavailable.
        """
        typed = dict(command.typed) | self.secret(command.secret_name)
        connector = self._registry.connector(command.platform)
        way = connector.manifest.way(command.way)
        name = connector.manifest.name
        if way is None:
            raise failed(FailureKind.INVALID, f"{name} has no such way to sign in. Choose another one.", code="way")
        missing = [one for one in way.fields if not one.optional and not typed.get(one.key, "").strip()]
        if missing:
            raise failed(FailureKind.INVALID, f"Fill in {missing[0].words}.", code="empty")
        keys = {one.key for one in way.fields}
        typed = {key: text.strip() for key, text in typed.items() if key in keys and text.strip()}
        redirect = command.redirect if way.kind is WayKind.BROWSER and not way.is_pasted else ""
        if redirect and _REDIRECT.fullmatch(redirect) is None:
            raise failed(FailureKind.INVALID, "The way back from the browser leads elsewhere.", code="redirect")
        begun = await connector.begin(way.id, typed, redirect, self._around[command.platform])
        if isinstance(begun, SignedIn):
            return begun
        _check_url(begun, name)
        self.at_browser.keep(id_, command, begun.kept)
        return begun.url

    async def finish(self, command: FinishSignIn) -> tuple[Waiting, SignedIn] | None:
        """Sign in with what the browser brought back; None where nothing waits for it (any more).

        Raises what `begin` does. Whatever comes of it, nothing waits afterwards: a code works once. Only an answer of
        another sign-in changes nothing.
        """
        waiting = self.at_browser.peek(command.login)
        if waiting is None:
            self.at_browser.drop(command.login)
            return None
        answer = self.secret(command.secret_name)
        connector = self._registry.connector(waiting.command.platform)
        way = connector.manifest.way(waiting.command.way)
        around = self._around[waiting.command.platform]
        try:
            signed_in = await connector.finish(way.id if way else "", waiting.kept, answer, around)
        except ConnectorError as error:
            if error.failure.code != "state":
                self.at_browser.drop(command.login)
            raise
        except Exception:
            self.at_browser.drop(command.login)
            raise
        self.at_browser.drop(command.login)
        return waiting, signed_in

    def secret(self, name: str) -> dict[str, str]:
        """What waits under a name in the secret store, by key. Raises SecretsUnavailable."""
        try:
            kept: dict[object, object] = json.loads(self._secrets.get(name) or "{}") if name else {}
            return {str(key): str(text) for key, text in kept.items()}
        except (ValueError, AttributeError):
            return {}


def _check_url(begun: AtBrowser, name: str) -> None:
    """Whatever a server wants to have opened: only a page is."""
    try:
        parts = urlsplit(begun.url)
        is_page = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOOPBACK)
        is_page = is_page and bool(parts.hostname) and "@" not in parts.netloc and begun.url.isprintable()
    except ValueError:
        is_page = False
    if not is_page:
        raise failed(
            FailureKind.INVALID,
            f"{name} wants to open an address that is no safe page. Check the address of the server.",
            code="url",
        )
