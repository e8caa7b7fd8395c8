"""Compares what is asked and answered with a network's published description (OpenAPI), where that lies at hand.

It lies outside of this repository, beside the recordings; `description` gives None where it does not. Of JSON Schema
it knows what such descriptions use of it.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any, cast

from socialdesk.connectors.suite.stand_in import Asked, Said

Schema = dict[str, Any]
_FORMS = ("multipart/form-data", "application/x-www-form-urlencoded")
_TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "array": (list,),
    "object": (dict,),
    "null": (type(None),),
}


class Description:
    """One description, parsed."""

    def __init__(self, whole: Schema, base: str = "") -> None:
        self._whole = whole
        self._base = base

    def asked(self, asked: Asked) -> list[str]:
        """What of a request is not as described."""
        operation = self._operation(asked)
        if operation is None:
            return [f"{asked.method} {asked.path} is not there"]
        known = {one["name"]: one for one in map(self._meant, operation.get("parameters", [])) if one["in"] == "query"}
        wrong = [f"{asked.path}?{name} is not known" for name in asked.query if name.removesuffix("[]") not in known]
        missing = [name for name, one in known.items() if one.get("required") and name not in asked.query]
        wrong += [f"{asked.path}?{name} is missing" for name in missing]
        body, kind = self._body_of(asked)
        described = operation.get("requestBody", {}).get("content", {})
        if body is None:
            # "Required" is said also of bodies in which nothing is: those are left out by everybody.
            needed = [one for said in described.values() for one in self._properties(said.get("schema", {}))[1]]
            return wrong + ([f"{asked.path} lacks a body"] if needed else [])
        if kind in _FORMS and "payload_json" not in asked.form():
            # In a form all is text: the names are what can be compared, whatever form the body is described in.
            known_fields, needed_fields = self._of_all([one.get("schema", {}) for one in described.values()])
            wrong += [f"{asked.path}.{name} is missing" for name in sorted(needed_fields - set(body))]
            return wrong + [f"{asked.path}.{name} is not known" for name in sorted(set(body) - set(known_fields))]
        if kind not in described:
            return [*wrong, f"{asked.path} takes no {kind}"]
        return wrong + self._wrong(body, described[kind].get("schema", {}), asked.path, is_whole=True)

    def answered(self, asked: Asked, said: Said) -> list[str]:
        """What of an answer is of another type than described. What it leaves out is no matter."""
        operation = self._operation(asked)
        if operation is None or not isinstance(said.body, dict | list):
            return []
        answers = operation["responses"]
        described = self._meant(answers.get(str(said.status), answers.get(f"{said.status // 100}XX", {})))
        schema = described.get("content", {}).get("application/json", {}).get("schema")
        body = cast("Any", said.body)
        return [] if schema is None else self._wrong(body, schema, f"answer of {asked.path}", is_whole=False)

    def _operation(self, asked: Asked) -> Schema | None:
        path = asked.path.removeprefix(self._base)
        paths = [one for one in self._whole["paths"] if re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", one), path)]
        # A path that is written out goes before one with a part of any name.
        there = next((self._whole["paths"][one] for one in sorted(paths, key=lambda one: one.count("{"))), None)
        if there is None or asked.method.lower() not in there:
            return None
        operation = there[asked.method.lower()]
        return {**operation, "parameters": [*there.get("parameters", []), *operation.get("parameters", [])]}

    def _body_of(self, asked: Asked) -> tuple[Any, str]:
        if not asked.body:
            return None, ""
        if asked.media_type in _FORMS:
            fields: dict[str, Any] = dict(asked.form())
            said = json.loads(fields.pop("payload_json")) if "payload_json" in fields else fields
            files = asked.files() if asked.media_type == "multipart/form-data" else []
            return {**said, **{one.name: "" for one in files}}, asked.media_type
        return asked.json(), asked.media_type

    def _meant(self, schema: Schema) -> Schema:
        while reference := schema.get("$ref"):
            found: Any = self._whole
            for part in reference.removeprefix("#/").split("/"):
                found = found[part]
            schema = found
        return schema

    def _wrong(self, value: Any, schema: Schema, at: str, *, is_whole: bool) -> list[str]:
        schema = self._meant(schema)
        for words in ("oneOf", "anyOf"):
            if choices := schema.get(words):
                found = [self._wrong(value, one, at, is_whole=is_whole) for one in choices]
                return min(found, key=len)
        kinds = schema.get("type", [])
        kinds = [kinds] if isinstance(kinds, str) else kinds
        if schema.get("nullable") and value is None:
            return []
        if kinds and not any(type(value) in _TYPES[one] for one in kinds):
            return [f"{at} is {type(value).__name__}, not {' or '.join(kinds)}"]
        if "const" in schema and value != schema["const"]:
            return [f"{at} is {value!r}, not {schema['const']!r}"]
        if "enum" in schema and value not in schema["enum"]:
            return [f"{at} is {value!r}, none of {schema['enum']}"]
        if isinstance(value, str | list):
            return self._sized(value, schema, at) + (
                [
                    wrong
                    for place, one in enumerate(cast("list[Any]", value))
                    for wrong in self._wrong(one, schema.get("items", {}), f"{at}[{place}]", is_whole=is_whole)
                ]
                if isinstance(value, list)
                else []
            )
        if isinstance(value, dict):
            return self._fields(cast("dict[str, Any]", value), schema, at, is_whole=is_whole)
        return []

    @staticmethod
    def _sized(value: str | list[Any], schema: Schema, at: str) -> list[str]:
        kind = "Length" if isinstance(value, str) else "Items"
        least, most = schema.get(f"min{kind}", 0), schema.get(f"max{kind}", len(value))
        return [] if least <= len(value) <= most else [f"{at} has {len(value)}, not {least} to {most}"]

    def _of_all(self, schemas: list[Schema]) -> tuple[dict[str, Schema], set[str]]:
        """All fields of several schemas, of which one holds, and those that each of them needs."""
        found = [self._properties(choice) for one in schemas for choice in self._meant(one).get("oneOf", [one])]
        known = {name: one for fields, _ in found for name, one in fields.items()}
        return known, set.intersection(*(needed for _, needed in found)) if found else set()

    def _properties(self, schema: Schema) -> tuple[dict[str, Schema], set[str]]:
        """All fields an object can have, and those it must."""
        schema = self._meant(schema)
        known, needed = dict(schema.get("properties", {})), set(schema.get("required", []))
        for part in schema.get("allOf", []):
            more, also = self._properties(part)
            known |= more
            needed |= also
        return known, needed

    def _fields(self, value: dict[str, Any], schema: Schema, at: str, *, is_whole: bool) -> list[str]:
        known, needed = self._properties(schema)
        if not known:
            return []
        wrong = [f"{at}.{name} is missing" for name in sorted(needed - set(value))] if is_whole else []
        if is_whole and not schema.get("additionalProperties"):
            wrong += [f"{at}.{name} is not known" for name in sorted(set(value) - set(known))]
        for name, one in value.items():
            if name in known:
                wrong += self._wrong(one, known[name], f"{at}.{name}", is_whole=is_whole)
        return wrong


def of_discovery(*documents: Schema) -> Schema:
    """Google's own form of a description, as OpenAPI: its methods lie in resources of resources."""
    whole: Schema = {"paths": {}, "schemas": {}}

    def walk(node: Schema, everywhere: Schema) -> None:
        for method in node.get("methods", {}).values():
            known = {**everywhere, **method.get("parameters", {})}
            queries = [
                {"name": name, "in": "query", "required": one.get("required", False)}
                for name, one in known.items()
                if one.get("location") == "query"
            ]
            operation: Schema = {"parameters": queries, "responses": {}}
            if "request" in method:
                schema = _by_reference(method["request"])
                operation["requestBody"] = {"content": {"application/json": {"schema": schema}}}
            operation["responses"]["200"] = {
                "content": {"application/json": {"schema": _by_reference(method.get("response", {}))}}
            }
            whole["paths"].setdefault("/" + method.get("flatPath", method["path"]), {})[
                method["httpMethod"].lower()
            ] = operation
        for part in node.get("resources", {}).values():
            walk(part, everywhere)

    for document in documents:
        whole["schemas"] |= _by_reference(document["schemas"])
        walk(document, document.get("parameters", {}))
    return whole


def _by_reference(node: Any) -> Any:
    """The same with each reference to a schema as OpenAPI writes it."""
    match node:
        case {"$ref": str(name)}:
            return {"$ref": f"#/schemas/{name}"}
        case dict():
            return {key: _by_reference(value) for key, value in cast("Schema", node).items()}
        case list():
            return [_by_reference(one) for one in cast("list[Any]", node)]
        case _:
            return node


_TELLS = {"Integer": "integer", "String": "string", "Boolean": "boolean", "Float": "number"}


def of_bot_api(told: Schema) -> Schema:
    """The gathered pages of Telegram's Bot API, as OpenAPI: each method is a path that is posted to."""

    def schema_of(kind: str) -> Schema:
        if kind.startswith("Array of"):
            return {"type": "array"}
        return {"type": _TELLS[kind]} if kind in _TELLS else {}

    paths: Schema = {}
    for name, method in told["methods"].items():
        fields = method.get("fields", [])
        schema = {
            "type": "object",
            "properties": {one["name"]: {"oneOf": [schema_of(kind) for kind in one["types"]]} for one in fields},
            "required": [one["name"] for one in fields if one["required"]],
        }
        body = {"content": {key: {"schema": schema} for key in ("application/json", "multipart/form-data")}}
        paths[f"/bot{{token}}/{name}"] = {"post": {"requestBody": body, "responses": {}}}
    return {"paths": paths}


def description(network: str, base: str = "") -> Description | None:
    """The description of a network. `base` is what the paths asked here begin with and its own do not."""
    file = Path(os.environ.get("SOCIALDESK_RECORDED", "nowhere")).parent / "openapi" / f"{network}.json"
    return Description(json.loads(file.read_text(encoding="utf-8")), base) if file.exists() else None
