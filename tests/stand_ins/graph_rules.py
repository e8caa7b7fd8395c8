"""Gives what the stand-ins for Meta's networks share: versions, tokens, proofs, fields, pages of lists and errors.

After Graph API, Paging, Securing Requests and Error Handling. A field that was not asked for is not given, and one
that the documentation does not know is refused: that is where a connector goes wrong unnoticed.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar

from socialdesk.connectors.suite.stand_in import Asked, Refused, Said, StandIn

Json = dict[str, Any]
MOST_LISTED = 100


@dataclass(frozen=True, slots=True)
class Field:
    """A field that was asked for: its name, its modifiers and what is asked for in it."""

    name: str
    by: dict[str, str] = field(default_factory=dict[str, str])
    inner: tuple[Field, ...] = ()


def stamp(at: datetime) -> str:
    """A moment as Meta writes it."""
    return at.strftime("%Y-%m-%dT%H:%M:%S+0000")


def parse(text: str) -> tuple[Field, ...]:
    """What `fields` asks for. Raises ValueError for what nobody could read."""
    found, rest = _many(text)
    if rest:
        raise ValueError(rest)
    return found


def _many(text: str) -> tuple[tuple[Field, ...], str]:
    found: list[Field] = []
    while text and text[0] != "}":
        one, text = _one(text)
        found.append(one)
        text = text.removeprefix(",")
    return tuple(found), text


def _one(text: str) -> tuple[Field, str]:
    end = next((at for at, sign in enumerate(text) if sign in ",.{}("), len(text))
    name, text = text[:end], text[end:]
    if not name.replace("_", "").isalnum():
        raise ValueError(name)
    by: dict[str, str] = {}
    while text.startswith("."):
        key, _, text = text[1:].partition("(")
        by[key], _, text = text.partition(")")
    inner: tuple[Field, ...] = ()
    if text.startswith("{"):
        inner, text = _many(text[1:])
        if not text.startswith("}"):
            raise ValueError("{")
        text = text[1:]
    return Field(name, by, inner), text


class GraphRules(StandIn):
    """A server that speaks the Graph API. `nodes` are all things by id, each with a `kind` that `KINDS` describes."""

    VERSION: ClassVar[str] = "v26.0"
    ERROR_TYPE: ClassVar[str] = "OAuthException"
    KINDS: ClassVar[dict[str, dict[str, str]]] = {}
    """By kind, the fields it has: "" for what is given as it is, a kind for an object, a kind and "*" for a list."""

    def __init__(self) -> None:
        super().__init__()
        self.nodes: dict[str, Json] = {}
        self.secret = ""
        """The app's secret, where the app says that every call must carry its proof."""
        self.usage: dict[str, str] = {}
        self.refusals: list[tuple[str, Said]] = []
        """What the next requests to a path with that piece in it are refused with."""
        self._numbers = 1000

    # ------------------------------------------------------------ errors

    def error(self, code: int, sub: int = 0, words: str = "", *, status: int = 400, is_transient: bool = False) -> Said:
        """An error in Meta's form."""
        error: Json = {"message": words or f"(#{code}) No.", "type": self.ERROR_TYPE, "code": code}
        error |= {"error_subcode": sub} if sub else {}
        error |= {"is_transient": True} if is_transient else {}
        return Said(status, {"error": error | {"fbtrace_id": "A1m6KK6iBqvjzPeQd4DYbKM"}})

    def refuse_next(self, path: str, code: int, sub: int = 0, words: str = "", **more: Any) -> None:
        """Refuse the next request whose method and path hold a piece of text, such as "POST /v26.0/1/messages"."""
        self.refusals.append((path, self.error(code, sub, words, **more)))

    def refused(self, status: int, code: str, words: str) -> Said:
        return self.error(100, 0, f"(#100) {words}", status=status)

    def no_token(self, asked: Asked) -> Said:
        return self.error(104, 0, "An access token is required to request this resource.")

    def wrong_token(self, asked: Asked) -> Said:
        return self.error(190, 0, "Invalid OAuth access token - Cannot parse access token", status=401)

    def missing_scope(self, asked: Asked, scope: str) -> Said:
        return self.error(10, 0, f"(#10) This endpoint requires the '{scope}' permission.", status=403)

    def unknown_path(self, asked: Asked) -> Said:
        return self.error(2500, 0, f"Unknown path components: {asked.path}")

    def headers_for(self, asked: Asked) -> dict[str, str]:
        return {"facebook-api-version": self.VERSION, **self.usage}

    def wrong(self, asked: Asked, words: str) -> Refused:
        """What only a connector that is wrong asks: written down and refused."""
        self.mistakes.append(f"{asked.method} {asked.path}: {words}")
        return Refused(self.error(100, 0, f"(#100) {words}"))

    # ------------------------------------------------------------ requests

    def known(self, asked: Asked, *params: str) -> None:
        """Check what every call is checked for. Raises Refused."""
        self.refusing(asked)
        if "access_token" in asked.query:
            raise self.wrong(asked, "A token in an address ends up in logs.")
        if strange := set(asked.query) - {*params, "appsecret_proof"}:
            raise self.wrong(asked, f"Unknown parameter {min(strange)}")
        if self.secret and asked.token:
            proof = hmac.new(self.secret.encode(), asked.token.encode(), hashlib.sha256).hexdigest()
            if asked.query.get("appsecret_proof") != proof:
                raise Refused(self.error(100, 0, "Invalid appsecret_proof provided in the API argument"))

    def refusing(self, asked: Asked) -> None:
        """Refuse what a test wants refused. Raises Refused."""
        for place, (piece, said) in enumerate(self.refusals):
            if piece in f"{asked.method} {asked.path}":
                del self.refusals[place]
                raise Refused(said)

    def allowed(self, asked: Asked, scope: str) -> None:
        """Check a permission. Raises Refused."""
        if scope not in self.tokens.get(asked.token, set()):
            raise Refused(self.missing_scope(asked, scope))

    def node(self, id_: str) -> Json:
        """A thing by its id. Raises Refused."""
        if id_ not in self.nodes:
            raise Refused(self.error(100, 33, f"Unsupported request. Object with ID '{id_}' does not exist"))
        return self.nodes[id_]

    def number(self) -> str:
        """An id that nothing has."""
        self._numbers += 1
        return str(self._numbers)

    def form_of(self, asked: Asked, *names: str) -> dict[str, str]:
        """The fields of a form, which must be among these. Raises Refused."""
        form = asked.form()
        if strange := set(form) - set(names):
            raise self.wrong(asked, f"Unknown field {min(strange)}")
        return form

    # ------------------------------------------------------------ shapes

    def shaped(self, asked: Asked, node: Json, fields: tuple[Field, ...]) -> Json:
        """What of a thing was asked for. Raises Refused for a field it does not have."""
        known = self.KINDS[node["kind"]]
        found: Json = {"id": node["id"]} if "id" in node else {}
        for one in fields:
            if one.name not in known:
                raise self.wrong(asked, f"Tried accessing nonexisting field ({one.name}) on node type ({node['kind']})")
            kind = known[one.name]
            if kind.endswith("*"):
                found[one.name] = self.listed(asked, node, one)
            elif one.name in node:
                found[one.name] = self._inner(asked, node[one.name], kind, one)
        return found

    def _inner(self, asked: Asked, value: Any, kind: str, one: Field) -> Any:
        if not kind or not one.inner or not isinstance(value, dict):
            if one.inner and not kind:
                raise self.wrong(asked, f"{one.name} has no fields")
            return value
        strange = [each.name for each in one.inner if each.name not in self.KINDS[kind]]
        if strange:
            raise self.wrong(asked, f"Tried accessing nonexisting field ({strange[0]}) on node type ({kind})")
        return {each.name: value[each.name] for each in one.inner if each.name in value}

    def listed(self, asked: Asked, node: Json, one: Field) -> Json:
        """A list within a thing."""
        found = self.edge(asked, node, one.name, one.by)
        limit = int(one.by.get("limit", "25"))
        data = [self.shaped(asked, each, one.inner or (Field("id"),)) for each in found[:limit]]
        said: Json = {"data": data}
        if 0 < limit < len(found):
            said["paging"] = {"cursors": {"after": f"QV{limit}"}, "next": "https://graph.invalid/?access_token=SECRET"}
        if one.by.get("summary"):
            said["summary"] = {"total_count": self.total(node, one.name)}
        return said

    def edge(self, asked: Asked, node: Json, name: str, by: dict[str, str]) -> list[Json]:
        """What an edge of a thing leads to. A network overrides this."""
        raise NotImplementedError(name)

    def total(self, node: Json, name: str) -> int:
        """How many an edge has, whether they are shown or not."""
        raise NotImplementedError(name)

    def page(self, asked: Asked, found: list[Json], default: str = "id", most: int = MOST_LISTED) -> Said:
        """One page of a list by `limit` and `after`."""
        fields = self.fields_of(asked, default)
        limit = int(asked.query.get("limit", "25"))
        if limit > most:
            raise self.wrong(asked, f"limit is at most {most}")
        start = int(asked.query.get("after", "QV0")[2:])
        part = found[start : start + limit]
        said: Json = {"data": [self.shaped(asked, one, fields) for one in part]}
        if part:
            end = start + len(part)
            paging: Json = {"cursors": {"before": f"QV{start}", "after": f"QV{end}"}}
            said["paging"] = paging
            if end < len(found):
                paging["next"] = f"https://graph.invalid{asked.path}?access_token=SECRET&after=QV{end}"
        return Said(200, said)

    def fields_of(self, asked: Asked, default: str = "id") -> tuple[Field, ...]:
        """What the request asks for. Raises Refused."""
        try:
            return parse(asked.query.get("fields", default))
        except ValueError as error:
            raise self.wrong(asked, f"Syntax error in fields: {error}") from None

    def several(self, asked: Asked, ids: list[str]) -> Said:
        """Several things at once; one that is not there fails them all."""
        if len(ids) > 50:
            raise self.wrong(asked, "at most 50 ids")
        fields = self.fields_of(asked)
        return Said(200, {id_: self.shaped(asked, self.node(id_), fields) for id_ in ids})

    @staticmethod
    def of_json(text: str) -> Any:
        """What stands in a field as JSON."""
        return json.loads(text)
