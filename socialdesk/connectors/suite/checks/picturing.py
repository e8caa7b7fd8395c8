"""Checks of answers with pictures: they go whole and described, and what is not taken is refused before it leaves."""

from __future__ import annotations

import json
import struct
import zlib
from base64 import b64encode
from dataclasses import replace
from urllib.parse import quote, quote_plus

from socialdesk.connectors.kit.contract import Answer, Picture, Receipt, Session
from socialdesk.connectors.suite.delivery import Target, carry, intent_of, perform, targets
from socialdesk.connectors.suite.scale import Failing, Level, NotApplicable, check
from socialdesk.connectors.suite.trial import Trial
from socialdesk.model.capability import AttachmentLimit
from socialdesk.model.failure import Certainty, Failure, FailureKind
from socialdesk.model.thread import Kind

_SIDE = 8
_STRANGE = "image/tiff"
"""A kind of picture that no network of this world takes in an answer."""


def drawn(number: int) -> bytes:
    """A small PNG; each number gives other bytes."""
    row = b"\0" + bytes((number * 7 % 256, number * 31 % 256, 90)) * _SIDE

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", _SIDE, _SIDE, 8, 2, 0, 0, 0)
    whole = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(row * _SIDE)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + whole


async def _taking(trial: Trial, session: Session) -> dict[Kind, tuple[Target, AttachmentLimit]]:
    """By kind what is answered and which pictures are taken. Raises NotApplicable where no kind takes any."""
    limits = {kind: session.capabilities(kind).attachments for kind in trial.kinds}
    if not any(limits.values()):
        raise NotApplicable("No pictures go with an answer there.")
    found = await targets(trial, session, "reply")
    return {kind: (target, limit) for kind, target in found.items() if (limit := limits[kind]) is not None}


@check(Level.GOLD, "Pictures go with an answer, as many as are taken, whole and with what describes them.")
async def pictures_go(trial: Trial) -> None:
    session = await trial.start()
    for kind, (target, limit) in (await _taking(trial, session)).items():
        for many in sorted({1, limit.most}):
            pictures = tuple(
                Picture(drawn(number), "image/png", _SIDE, _SIDE, f"A kettle, {kind} {number} of {many}")
                for number in range(many)
            )
            words = f"An answer to a {kind} with {many} picture{'s' if many > 1 else ''}"
            answer = replace(target.answer(f"Look at {many}, {kind}."), pictures=pictures)
            trial.tap.forget()
            receipt = await carry(trial, session, intent_of(trial, session, answer), words)
            if receipt.left_behind:
                raise Failing(f"{words} left some behind: {receipt.left_behind}")
            if trial.scenario.count(answer.text) != 1:
                raise Failing(f"{words} stands there {trial.scenario.count(answer.text)} times.")
            await _expect_pictures(trial, answer, receipt, words)


def has_words(left: bytes, text: str) -> bool:
    """Whether a text is in what left, as it stands, as JSON or as a field of a form."""
    forms = (text, json.dumps(text)[1:-1], quote_plus(text), quote(text, safe=""))
    return any(form.encode() in left for form in forms)


async def _expect_pictures(trial: Trial, answer: Answer, receipt: Receipt, words: str) -> None:
    """Fail where what left does not hold the pictures, or what describes them."""
    left = _left(trial)
    if not left:
        # Nothing of ours sees what leaves: what is read back must have them.
        seen, _ = await trial.read(trial.session())
        found = seen.messages.get(receipt.remote_id)
        if found is None or sum(one.kind == "image" for one in found.attachments) != len(answer.pictures):
            raise Failing(f"{words} comes back without them.")
        return
    folded = left.replace(b"\r\n", b"")
    for one in answer.pictures:
        if one.data not in left and b64encode(one.data) not in folded:
            raise Failing(f"{words} lacks one of them: its bytes did not leave.")
        if trial.scenario.keeps_descriptions and not has_words(left, one.alt):
            raise Failing(f"{words} lacks what describes one: {one.alt!r} did not leave.")


def _left(trial: Trial) -> bytes:
    return trial.scenario.left() or b"\n".join(one.body for one in trial.tap.seen if one.is_writing)


@check(Level.GOLD, "More, larger or other pictures than are taken are refused before anything leaves, or left behind.")
async def pictures_are_limited(trial: Trial) -> None:
    session = await trial.start()
    for kind, (target, limit) in (await _taking(trial, session)).items():
        plain = Picture(drawn(1), "image/png", _SIDE, _SIDE, "A kettle")
        wrong = {
            "one picture more than is taken": (plain,) * (limit.most + 1),
            "a picture of a kind that is not taken": (replace(plain, media_type=_STRANGE),),
            "a picture larger than is taken": (replace(plain, data=plain.data + b"\0" * limit.bytes_most),),
        }
        for words, pictures in wrong.items():
            answer = replace(target.answer(f"With {words}, {kind}."), pictures=pictures)
            trial.tap.forget()
            done = await perform(trial, session, intent_of(trial, session, answer))
            said = f"An answer to a {kind} with {words}"
            if not isinstance(done, Failure):
                is_there = trial.scenario.count(answer.text) == 1
                if is_there and (done.left_behind or all(one.data in _left(trial) for one in pictures)):
                    continue  # a person is told what did not go; or the network takes more than was promised
                raise Failing(f"{said} was taken for sent.")
            if done.kind is not FailureKind.INVALID or done.certainty is not Certainty.NOT_SENT:
                raise Failing(f"{said} became {done.kind}, {done.certainty}.")
            if any(one.is_send for one in trial.tap.seen):
                raise Failing(f"{said} was sent, to be refused.")
