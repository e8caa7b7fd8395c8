"""What the examination of the connector for Reddit needs: a brand, people who write to it, and its modmail."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

from socialdesk.connectors.kit.contract import Action, BlockPerson, HideMessage, LikeMessage, ReportMessage
from socialdesk.connectors.suite.asked import Said
from socialdesk.connectors.suite.scenario import Changes, Scenario
from tests.stand_ins.reddit import CLIENT_ID, RedditStandIn
from tests.stand_ins.reddit_world import OWN

SECRET = "s3cret-of-the-app"


class RedditScenario(Scenario):
    """Ann and Bob write below a post, call the brand elsewhere, and write to it in private."""

    patience = timedelta(hours=2)

    def __init__(self, folder: Path) -> None:
        self.stand_in = self.world = RedditStandIn()
        super().__init__(folder)
        world = self.world
        world.secret, world.left = SECRET, 1e6
        self.typed = {"client_id": CLIENT_ID, "client_secret": SECRET}
        self.wrong = {"client_id": CLIENT_ID, "client_secret": "nonsense"}
        self.secrets = (SECRET,)
        world.page_of = 20  # more than one page, and quick all the same
        for number in range(30):
            world.wrote("Ann", f"Question {number}", world.post)
        self.first = world.wrote("Ann", "Is it warm?", world.post)
        shown = world.wrote("Ann", "It came like this ![img](torn)", world.post)
        shown.pictures = {
            "torn": {"status": "valid", "e": "Image", "m": "image/png", "s": {"u": "https://i.example/1"}}
        }
        ours = world.wrote(OWN, "It is, very", self.first)
        self.second = world.wrote("Ann", "Good to hear", ours)
        elsewhere = world.wrote("Bob", "Who sells wool?", kind="t3")
        world.wrote("Bob", f"Ask u/{OWN}", elsewhere)
        letter = world.messaged("Ann", OWN, "Do you ship?")
        world.messaged(OWN, "Ann", "Everywhere", letter)
        self.mail = world.asked_moderators("Bob", "Let me post, please")

    async def consent(self, url: str) -> Mapping[str, str]:
        return self.world.consent(url)

    async def refuse(self, url: str) -> Mapping[str, str]:
        return self.world.consent(url, "access_denied")

    def truth(self) -> Mapping[str, str]:
        found: dict[str, str] = {}
        for one in self.world.things.values():
            if not (one.name.startswith("t3_") or one.is_deleted or one.is_removed):
                is_head = one.dest == OWN and not one.first
                found[one.name] = f"{one.subject}\n\n{one.body}" if is_head else one.body.replace(" ![img](torn)", "")
        for mail in self.world.conversations.values():
            for place, message in enumerate(mail.messages):
                text = message["bodyMarkdown"]
                found[f"mm:{mail.id}:{message['id']}"] = text if place else f"{mail.subject}\n\n{text}"
        return found

    async def happen(self) -> Changes:
        world = self.world
        await self.pass_time(timedelta(minutes=10))
        said = world.wrote("Bob", "And soft?", world.post)
        letter = world.messaged("Bob", OWN, "Are you there?")
        world.said_in(self.mail, "Bob", "Hello?")
        self.second.body, self.second.edited = "Very good to hear", world.now()
        self.first.is_deleted = True
        mail = f"mm:{self.mail.id}:{self.mail.messages[-1]['id']}"
        return Changes((said.name, letter.name, mail), (self.second.name,), (self.first.name,))

    def shows(self, action: Action) -> bool | None:
        things = self.world.things
        match action:
            case LikeMessage(message_remote_id=id_, on=on):
                return (things[id_].likes is True) is on
            case HideMessage(message_remote_id=id_, on=on):
                return things[id_].is_removed is on
            case BlockPerson(person_remote_id=person, on=on):
                return (person.lower() in {one.lower() for one in self.world.blocked}) is on
            case ReportMessage(message_remote_id=id_):
                return any(one == id_ for one, _ in self.world.reports)
            case _:
                return None

    def revoke(self) -> bool:
        self.world.revoke_all()
        return True

    def expire(self) -> bool:
        self.world.tokens.clear()
        return True

    def refusal(self, status: int) -> Said:
        return self.world.refused(status, "", "No")
