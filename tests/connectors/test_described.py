"""What connectors ask in an examination is such as the networks' published descriptions say.

They lie outside of this repository, beside the recordings. `test_requests.py` of Discord and of Mastodon do the same.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from socialdesk.connectors.suite.examine import examine
from socialdesk.connectors.suite.find import find_subject
from socialdesk.connectors.suite.scenario import Scenario
from socialdesk.connectors.suite.stand_in import Asked, Said
from tests.connectors.described import Description, of_bot_api, of_discovery
from tests.connectors.recorded import recorded

ROOT = Path(__file__).parents[2]
TRIED = ("incremental", "acts_work", "answers_once", "signs_out", "statuses")
BESIDE: dict[str, str] = {
    "telegram": "/file/.*",
    "youtube": "/(token|revoke|o/oauth2/.*)",
    # Reviews are of the older My Business API, of which there is no description.
    "google_business": "/(token|revoke|o/oauth2/.*|v4/.*)",
}
"""What is asked besides, and told of on other pages."""
READ_AS: dict[str, Callable[[], Description | None]] = {
    "telegram": lambda: next((Description(of_bot_api(one)) for one in recorded("telegram", "bot-api-schema*")), None),
    "youtube": lambda: _discovered("youtube"),
    "google_business": lambda: _discovered("google_business"),
}


def _discovered(network: str) -> Description | None:
    documents = list(recorded(network, "discovery-*.json"))
    return Description(of_discovery(*documents)) if documents else None


@pytest.mark.parametrize("network", sorted(READ_AS))
def test_what_is_asked_in_an_examination_is_as_described(network: str) -> None:
    subject = find_subject(network, here=ROOT)
    worlds: list[Scenario] = []

    def world(folder: Path) -> Scenario:
        assert subject.scenario is not None
        worlds.append(subject.scenario(folder))
        return worlds[-1]

    report = asyncio.run(examine(replace(subject, scenario=world), TRIED))
    assert report.failed == ()
    asked = [one for each in worlds if each.stand_in is not None for one in each.stand_in.asked]
    asked = [one for one in asked if not re.fullmatch(BESIDE[network], one.path)]
    assert len({(one.method, re.sub(r"\d{3,}", "1", one.path)) for one in asked}) >= 2
    told = READ_AS[network]()
    if told is not None:
        assert sorted({words for one in asked for words in told.asked(one)}) == []


def test_a_description_finds_what_is_not_in_it() -> None:
    text: dict[str, Any] = {"type": ["string", "null"], "maxLength": 3}
    body = {"type": "object", "required": ["text"], "properties": {"text": text, "on": {"type": "boolean"}}}
    whole = {
        "paths": {
            "/posts/{id}": {
                "post": {
                    "parameters": [{"name": "most", "in": "query", "required": True}],
                    "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/parts/Body"}}}},
                    "responses": {"200": {"content": {"application/json": {"schema": {"$ref": "#/parts/Body"}}}}},
                }
            }
        },
        "parts": {"Body": body},
    }
    told = Description(whole)
    kind = {"content-type": "application/json"}
    assert told.asked(Asked("GET", "/posts/1", {}, {})) == ["GET /posts/1 is not there"]
    assert told.asked(Asked("POST", "/posts/1", {"most": "1"}, kind, b'{"text": "abc", "on": true}')) == []
    assert told.asked(Asked("POST", "/posts/1", {"least": "1"}, kind, b'{"on": 1, "of": 2}')) == [
        "/posts/1?least is not known",
        "/posts/1?most is missing",
        "/posts/1.text is missing",
        "/posts/1.of is not known",
        "/posts/1.on is int, not boolean",
    ]
    asked = Asked("POST", "/posts/1", {"most": "1"}, kind, b'{"text": "abcd"}')
    assert told.asked(asked) == ["/posts/1.text has 4, not 0 to 3"]
    assert told.answered(asked, Said(200, {"on": "yes"})) == ["answer of /posts/1.on is str, not boolean"]


def test_other_forms_of_a_description_are_read_as_one() -> None:
    fields = [{"name": "chat_id", "types": ["Integer", "String"], "required": True}]
    fields += [{"name": "photos", "types": ["Array of Photo"], "required": False}]
    bot = Description(of_bot_api({"methods": {"sendPhoto": {"fields": fields}}}))
    kind = {"content-type": "application/json"}
    path = "/bot1:a/sendPhoto"
    assert bot.asked(Asked("POST", path, {}, kind, b'{"chat_id": "1", "photos": []}')) == []
    assert bot.asked(Asked("POST", path, {}, kind, b'{"chat_id": true, "colour": 1}')) == [
        f"{path}.colour is not known",
        f"{path}.chat_id is bool, not integer",
    ]
    form = {"content-type": "application/x-www-form-urlencoded"}
    assert bot.asked(Asked("POST", path, {}, form, b"photos=1&of=2")) == [
        f"{path}.chat_id is missing",
        f"{path}.of is not known",
    ]
    found = {"most": {"location": "query", "type": "integer"}, "id": {"location": "path", "required": True}}
    put = {"httpMethod": "PUT", "path": "v1/{+id}", "flatPath": "v1/posts/{postsId}", "parameters": found}
    whole = {
        "parameters": {"alt": {"location": "query", "type": "string"}},
        "schemas": {"Post": {"properties": {"of": {"$ref": "Post"}, "text": {"type": "string"}}}},
        "resources": {"all": {"resources": {"posts": {"methods": {"put": put | {"request": {"$ref": "Post"}}}}}}},
    }
    google = Description(of_discovery(whole))
    assert google.asked(Asked("PUT", "/v1/posts/1", {"most": "1", "alt": "json"}, kind, b'{"of": {"text": "x"}}')) == []
    assert google.asked(Asked("PUT", "/v1/posts/1", {"id": "1"}, kind, b'{"of": {"text": 1}}')) == [
        "/v1/posts/1?id is not known",
        "/v1/posts/1.of.text is int, not string",
    ]
