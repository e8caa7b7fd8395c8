"""What stands in the form of hours and targets, as it was typed, and what it means: a policy, or a sentence a field.

It outlives the page, so that what was typed is still there when somebody comes back to it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.places.settings.calendar_form import CalendarForm, kept_hours
from socialdesk.desktop.places.settings.promise_form import NAME, WHEN, PromiseForm, gone_words
from socialdesk.model.policy_preview import never_counts
from socialdesk.model.reply_policy import Promise, ReplyPolicy

tr = QCoreApplication.translate


@dataclass(slots=True)
class HoursForm:
    """The fields as text. `base` is the policy they were filled from."""

    base: ReplyPolicy
    hours: CalendarForm = field(default_factory=CalendarForm)
    promises: list[PromiseForm] = field(default_factory=list[PromiseForm])
    """In their order; the last is for everything else."""
    chosen: int = 0
    """The place of the one whose fields are shown."""
    dropped: tuple[int, PromiseForm] | None = None
    """The one that was taken out last and the place it had."""

    @classmethod
    def of(cls, policy: ReplyPolicy) -> HoursForm:
        """The form that a policy fills."""
        promises = [PromiseForm.of(one) for one in policy.promises]
        return cls(policy, CalendarForm.of(policy.calendar), promises, len(promises) - 1)

    @property
    def is_changed(self) -> bool:
        """Whether anything differs from what counts."""
        policy, problems = self.read()
        return bool(problems) or policy is None or kept_of(policy) != kept_of(self.base)

    def read(self) -> tuple[ReplyPolicy | None, dict[str, str]]:
        """The policy, without holidays; or what is wrong, by field. Nothing of a form with a fault counts.

        The fields of a promise have its place before: `2/first`.
        """
        problems: dict[str, str] = {}
        calendar = self.hours.read(problems, gone=gone_words())
        *special, usual = self._promises(problems)
        policy = ReplyPolicy(
            calendar,
            usual.first,
            usual.next,
            self.base.version,
            usual.resolution,
            usual.warning,
            usual.pauses,
            usual.pauses_first,
            tuple(special),
        )
        if not problems:
            self._in_vain(policy, problems)
        return (None, problems) if problems else (policy, {})

    def drop(self, at: int) -> None:
        """Take a promise out; it can be put back."""
        self.dropped = (at, self.promises.pop(at))
        self.chosen = min(at, len(self.promises) - 1)

    def put_back(self) -> None:
        """Put the promise back that was taken out last."""
        if self.dropped is not None:
            at, form = self.dropped
            self.chosen = min(at, len(self.promises) - 1)
            self.promises.insert(self.chosen, form)
            self.dropped = None

    def move(self, at: int, to: int) -> None:
        """Let a promise stand at another place before the last."""
        last = len(self.promises) - 1
        if at < last and 0 <= to < last:
            self.promises.insert(to, self.promises.pop(at))
            self.chosen = to

    def _promises(self, problems: dict[str, str]) -> list[Promise]:
        found: list[Promise] = []
        names: dict[str, int] = {}
        last = len(self.promises) - 1
        for at, form in enumerate(self.promises):
            own: dict[str, str] = {}
            found.append(form.read(own, is_usual=at == last))
            name = found[-1].name.casefold()
            if at < last and NAME not in own and names.setdefault(name, at) != at:
                own[NAME] = tr("hours", "Another one has this name already.")
            problems |= {f"{at}/{key}": words for key, words in own.items()}
        return found

    def _in_vain(self, policy: ReplyPolicy, problems: dict[str, str]) -> None:
        for at, before in never_counts(policy).items():
            other = policy.special[before].name if before is not None else ""
            problems[f"{at}/{WHEN}"] = tr(
                "hours", "This never counts: “{name}” stands before it and takes all of it. Move it up, or change one."
            ).format(name=other)


def kept_of(policy: ReplyPolicy) -> tuple[object, ...]:
    """What a person gives a policy: all but its version and the holidays that follow from it."""
    return (
        kept_hours(policy.calendar),
        tuple(
            (replace(one, calendar=None), None if one.calendar is None else kept_hours(one.calendar))
            for one in policy.promises
        ),
    )
