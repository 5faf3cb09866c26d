"""What a person changed among the themes since the program began, step by step, so that each step can be taken back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from ...model import Brief


@dataclass(frozen=True, slots=True)
class ThemeStep:
    """One change of the theme file."""

    label: str
    """What people call it."""
    before: bytes
    """The file's content."""
    after: bytes
    brief: Brief | None = None
    """The brief that was open then, as it was."""


class ThemeSteps:
    """The steps that hold and those taken back, in the order they were made in."""

    def __init__(self) -> None:
        self._done: list[ThemeStep] = []
        self._undone: list[ThemeStep] = []

    def add(self, step: ThemeStep) -> None:
        """A step was made."""
        self._done.append(step)
        self._undone.clear()

    def mark(self, brief: Brief | None) -> None:
        """Say which brief was open when the last step was made: what is edited in it from then on is undone first."""
        if self._done:
            self._done[-1] = replace(self._done[-1], brief=brief)

    def next(self, name: Literal["undo", "redo"], brief: Brief | None = None) -> ThemeStep | None:
        """The step that is next to be undone or redone; `None` where there is none, or one of the open brief's is."""
        steps = self._done if name == "undo" else self._undone
        if not steps:
            return None
        return None if _was_edited(steps[-1].brief, brief) else steps[-1]

    def follow(self, name: Literal["undo", "redo"]) -> None:
        """The next step was undone or redone."""
        steps, others = (self._done, self._undone) if name == "undo" else (self._undone, self._done)
        others.append(steps.pop())


def _was_edited(then: Brief | None, now: Brief | None) -> bool:
    """Whether something was edited in the brief that was open then and still is."""
    if then is None or now is None or then.id != now.id:
        return False
    return replace(then, last_ids=now.last_ids) != now  # numbers that were given stay so
