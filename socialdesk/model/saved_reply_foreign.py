"""Gets a text with the fields of another tool, gives it with ours, and the names of fields that mean nothing here.

Known are `{{recipient.first_name}}`, Liquid's `{{ customer.first_name | default: "there" }}` and
`{{ticket.customer.firstname}}`; the last part of a path says what is meant, those before it of whom.
"""

from __future__ import annotations

from socialdesk.support.pattern import pattern

_FIELD = pattern(r"(?s)\{\{\{?\s*(?P<inside>[^{}]*?)\s*\}?\}\}|(?P<tag>\{%.*?%\})")
_DEFAULT = pattern(r"""^default\s*:\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|“(?P<curly>[^”]*)”)\s*$""")
_BETWEEN_WORDS = pattern(r"[\s_-]+")
_US = frozenset({"agent", "user", "me", "sender", "assignee", "operator", "currentuser", "staff", "teammate", "admin"})
_NAMES = {
    "firstname": "first name",
    "givenname": "first name",
    "prenom": "first name",
    "prénom": "first name",
    "name": "full name",
    "fullname": "full name",
    "displayname": "full name",
    "username": "handle",
    "handle": "handle",
    "screenname": "handle",
    "ordernumber": "order",
    "orderid": "order",
    "order": "order",
    "channel": "channel",
    "channelname": "channel",
    "inbox": "channel",
    "brand": "brand",
    "company": "brand",
    "account": "brand",
    "today": "today",
    "date": "today",
    "now": "today",
}
_WITHIN = {
    ("order", "number"): "order",
    ("order", "id"): "order",
    ("order", "name"): "order",
    ("channel", "name"): "channel",
    ("inbox", "name"): "channel",
    ("brand", "name"): "brand",
    ("company", "name"): "brand",
    ("account", "name"): "brand",
}


def translated(text: str) -> tuple[str, tuple[str, ...]]:
    """A text with our fields, and what in it means nothing here, as it stood there."""
    if "{{" not in text and "{%" not in text:
        return text, ()
    unknown: list[str] = []
    made: list[str] = []
    at = 0
    for found in _FIELD.finditer(text):
        made.append(text[at : found.start()])
        field = None if found.group("tag") else _ours(found.group("inside"))
        if field is None:
            unknown.append(" ".join(found.group().split())[:80])
        else:
            made.append(field)
        at = found.end()
    made.append(text[at:])
    return "".join(made), tuple(unknown)


def _ours(inside: str) -> str | None:
    path, *filters = [part.strip() for part in inside.split("|")]
    name = _name(path)
    if name is None or len(filters) > 1:
        return None
    if not filters:
        return f"{{{name}}}"
    default = _DEFAULT.match(filters[0])
    if default is None:
        return None
    words = next(one for one in default.groups() if one is not None)
    return f"{{{name} | {words}}}" if words.strip() else f"{{{name} |}}"


def _name(path: str) -> str | None:
    parts = [_BETWEEN_WORDS.sub("", part).casefold() for part in path.split(".")]
    if not all(parts):
        return None
    last, before = parts[-1], parts[:-1]
    if before and (before[-1], last) in _WITHIN:
        return _WITHIN[before[-1], last]
    name = _NAMES.get(last)
    if name in {"first name", "full name"} and _US & set(before):
        return "our name"
    return name
