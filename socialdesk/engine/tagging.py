"""Renames, merges and deletes tags everywhere, and puts them back: what names them at once, threads slice by slice.

How far it came is in the file itself: whoever still bears the old tag is still to follow, so it may end at any slice.
No rule does its work by it: nothing happened to these threads, only a word changed. While many are still to follow,
whatever names the tag names both, so that no view is emptier on the way than before or after.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, TypeAlias

from socialdesk.model import filter_form
from socialdesk.model.command import DeleteTag, Given, PutTagBack, RenameTag, Tagging
from socialdesk.model.condition import read as read_condition
from socialdesk.model.identifiers import CommandId, PersonId, SavedReplyId
from socialdesk.model.rule import from_words
from socialdesk.model.saved_reply_library import changed as changed_reply
from socialdesk.model.saved_reply_library import saving
from socialdesk.model.saved_view import may_change
from socialdesk.model.staff_command import SetStaff
from socialdesk.model.staff_form import written as staff_written
from socialdesk.model.tagging import (
    Place,
    What,
    in_the_way,
    places,
    problem,
    put_back,
    renamed,
    tags_after,
    tags_before,
)
from socialdesk.store.cache import Cache
from socialdesk.store.change import Change
from socialdesk.store.change.replies import Saved

SLICE = 200
BETWEEN_SLICES = timedelta(milliseconds=40)
TAGGING = "tagging"
"""The setting that lists the last commands: those that go on still, and those that can be taken back."""
MOST_KEPT = 50
"""As many as a window can take back."""
_GOING, _DONE, _BACK = "going", "done", "back"
_Job: TypeAlias = dict[str, Any]
"""What a command has done and what is left of it, as it is kept."""


def refused(change: Change, given: Given, command: Tagging) -> str:
    """Begin with one, and end it where few threads bear the tag; gives the sentence that says why it cannot be."""
    jobs = _jobs(change)
    if isinstance(command, PutTagBack):
        job = next((one for one in jobs if one["id"] == command.of and one["state"] != _BACK), None)
        if job is None:
            return "This can no longer be taken back. Nothing was changed."
        if any(one is not job and _share(one, job) for one in jobs if one["state"] != _DONE):
            return (
                "One of these tags is being changed on many threads still. Nothing was changed; try again in a moment."
            )
        job |= {"state": _BACK}
        change.log_event(given.at, given.person, "tag put back", job["tag"], job["to"])
    else:
        if why := _why_not(change, given, command, jobs):
            return why
        to = command.to if isinstance(command, RenameTag) else ""
        what = "tag renamed" if to else "tag deleted"
        is_merged = bool(to) and change.count_tagged(to) > 0
        change.log_event(given.at, given.person, "tags merged" if is_merged else what, command.tag, to)
        job = _Job({"id": given.id, "tag": command.tag, "to": to, "merged": is_merged, "state": _GOING})
        job |= {"by": given.person, "were": []}
        jobs = _trimmed(change, [*jobs, job])
        if to:
            job["were"] = [[one.what.value, one.id, one.form] for one in _places(change) if _names(one, job)]
            change.learn_under(command.tag, to)
    _go_on(change, job, given.at)
    _keep(change, jobs)
    return ""


class TagWork:
    """What is still to follow of the tags of one cache."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self.next: datetime | None = None
        """When there is more to do; None when every thread has followed."""

    def step(self, now: datetime) -> bool:
        """Do one slice, if there is anything; whether there was."""
        self.next = None
        if not any(one["state"] != _DONE for one in json.loads(self._cache.setting(TAGGING) or "[]")):
            return False
        with self._cache.change(durable=True) as change:
            jobs = _jobs(change)
            _go_on(change, next(one for one in jobs if one["state"] != _DONE), now)
            _keep(change, jobs)
        self.next = now + BETWEEN_SLICES
        return True

    def finish(self, now: datetime) -> bool:
        """Do all slices; whether there was any."""
        is_any = False
        while self.step(now):
            is_any = True
        return is_any


def _why_not(change: Change, given: Given, command: RenameTag | DeleteTag, jobs: list[_Job]) -> str:
    tag = command.tag
    to = command.to if isinstance(command, RenameTag) else ""
    if isinstance(command, RenameTag) and (wrong := problem(tag, to)):
        return wrong
    if any(_share(one, {"tag": tag, "to": to}) for one in jobs if one["state"] != _DONE):
        return "One of these tags is being changed on many threads still. Nothing was changed; try again in a moment."
    if not change.count_tagged(tag):
        return "No thread has this tag any more: somebody renamed or deleted it meanwhile. Nothing was changed."
    if isinstance(command, RenameTag):
        if not command.merges and change.count_tagged(to):
            return f"There is a tag called “{to}” by now. Nothing was changed; rename it again to merge the two."
        return ""
    named = in_the_way(_places(change), tag)
    if not named:
        return ""
    views = {one.id: one for one in change.saved_views()}
    private = [one for one in named if one.what is What.VIEW and not may_change(views[one.id], given.person)]
    seen = [f"“{one.name}”" for one in named if one not in private]
    if not seen:
        return "A colleague's own view names this tag. Nothing was deleted; merge it into another tag instead."
    return (
        f"The tag is still named by {', '.join(seen)}. Nothing was deleted; take it out there, or merge it into another"
        " tag: then they follow."
    )


def _go_on(change: Change, job: _Job, now: datetime) -> None:
    """Do the next slice of one command; `job` says afterwards where it stands."""
    if job["state"] == _BACK:
        _go_back(change, job, now)
        return
    tag, to = job["tag"], job["to"]
    some = change.tagged(tag, SLICE)
    change.note_moved(job["id"], [(thread, to in thread.tags) for thread in some])
    for thread in some:
        _put(change, thread, tags_after(thread.tags, tag, to))
    is_done = not some or not change.tagged(tag, 1)
    if to:
        _follow(change, job, (to,) if is_done else (to, tag), now)
    if is_done:
        job["state"] = _DONE


def _go_back(change: Change, job: _Job, now: datetime) -> None:
    tag, to = job["tag"], job["to"]
    some = change.moved(job["id"], SLICE)
    for thread, had in some:
        _put(change, thread, tags_before(thread.tags, tag, to, had=had))
    change.forget_moved(job["id"], [thread for thread, _ in some])
    if change.moved(job["id"], 1):
        return
    if to:
        were = {(what, id_): form for what, id_, form in job["were"]}
        for place in _places(change):
            if (before := were.get((place.what.value, place.id))) is not None:
                after = put_back(place, before, tag, to, is_merged=job["merged"])
                _write(change, place, after, job, now)
        if not job["merged"]:
            change.learn_under(to, tag)
    job["state"] = ""


def _put(change: Change, thread: Any, tags: tuple[str, ...]) -> None:
    change.put_thread(change.policy.promised(replace(thread, tags=tags)))


def _follow(change: Change, job: _Job, to: tuple[str, ...], now: datetime) -> None:
    if to == (job["to"], job["tag"]) and job.get("both"):
        return
    job["both"] = len(to) > 1
    for place in _places(change):
        _write(change, place, renamed(place, job["tag"], to), job, now)


def _write(change: Change, before: Place, after: Place, job: _Job, now: datetime) -> None:
    """Let something say what it says afterwards, under the version it has: nobody changed what it means."""
    if before == after:
        return
    match after.what:
        case What.VIEW:
            view = change.saved_view(after.id)
            assert view is not None
            change.put_view(replace(view, filter=filter_form.from_words(after.form)))
        case What.RULE:
            rule = change.rule(after.id)
            assert rule is not None
            said = from_words(after.form, rule.id)
            change.put_rule(replace(rule, when=said.when, where=said.where, then=said.then), job["by"], now)
        case What.PROMISE:
            when = read_condition(json.loads(after.form))
            policy = change.policy
            special = tuple(replace(one, when=when) if one.name == after.id else one for one in policy.special)
            change.put_policy(replace(policy, special=special), PersonId(job["by"]), now)
        case What.REPLY:
            reply = change.saved_reply(SavedReplyId(int(after.id)))
            assert reply is not None
            tags, acts = json.loads(after.form)
            command = replace(saving(reply), tags=tuple(tags), acts=tuple((act, value) for act, value in acts))
            by = Given(CommandId(job["id"]), 0, now, PersonId(job["by"]), command)
            change.put_saved_reply(changed_reply(reply, command, by, reply.id), Saved(now, by.person, by.id))
        case What.MEMBER:
            person = PersonId(int(after.id))
            staff = next(one for one in change.team().people if one.person == person)
            skills: list[str] = json.loads(after.form)
            if job["tag"].casefold() in {topic.name.casefold() for topic in change.triage.topics}:
                skills.append(job["tag"].casefold())  # who knows the topic knows it still
            change.put_staff(SetStaff(person, staff_written(replace(staff, skills=tuple(dict.fromkeys(skills))))))


def _places(change: Change) -> list[Place]:
    people = change.team().people
    return places(change.saved_views(), change.rules(), change.policy.special, change.saved_replies(), people)


def _names(place: Place, job: _Job) -> bool:
    return renamed(place, job["tag"], (job["to"],)) != place


def _share(one: _Job, other: _Job) -> bool:
    return not {one["tag"], one["to"]}.isdisjoint({other["tag"], other["to"]} - {""})


def _jobs(change: Change) -> list[_Job]:
    return json.loads(change.known_setting(TAGGING) or "[]")


def _keep(change: Change, jobs: list[_Job]) -> None:
    change.set_setting(TAGGING, json.dumps([one for one in jobs if one["state"]], ensure_ascii=False))


def _trimmed(change: Change, jobs: list[_Job]) -> list[_Job]:
    """The newest; what is over and older can no longer be taken back."""
    gone = [one for one in jobs[:-MOST_KEPT] if one["state"] == _DONE]
    for one in gone:
        change.forget_moved(one["id"])
    return [one for one in jobs if one not in gone]
