"""The list of passages that opens where a text begins to cite one, at an `@`, and what a choice writes there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from ..lines import harmless

_CITE = re.compile(r"(?P<opens>\[?)@(?P<said>[^\s@\[\]]{0,20})$")
_BEGINS = re.compile(r"(?:^|[\s(“„‘«\"'])$")
"""What a cite may stand behind: in `name@example.org` the sign is part of an address."""
_AMONG = re.compile(r"\[@e\d+(?:\s?[;,]\s?@e\d+)*\s?[;,]\s?$")
"""Others in the same brackets, before it."""
_REST = re.compile(r"\d+(?!\w)")
"""What follows of an id in which the cursor stands."""
_ID = re.compile(r"e\d*")
_NEXT = re.compile(r"\s?@e\d")
_FURTHER = re.compile(r"\s?[;,]\s?@e\d")
"""Others in the same brackets, behind it."""


class Citable(NamedTuple):
    """A passage that a text may cite."""

    id: str
    about: str
    """Where it stands, and its words."""
    names: str = ""
    """By which it is found first: who says it, who wrote it, the outlet, the title; folded."""


@dataclass(frozen=True, slots=True)
class Cite:
    """A cite that is being typed."""

    length: int
    """Characters before the cursor that are it."""
    said: str
    """What is typed behind its sign."""
    among: bool = False
    """Whether others stand before it in its brackets."""
    opens: bool = False
    """Whether it begins with a bracket."""

    @classmethod
    def at(cls, before: str) -> Cite | None:
        """The one that ends a line's text before the cursor; `None` where none does."""
        match = _CITE.search(before)
        if match is None:
            return None
        head = before[: match.start()]
        among = not match["opens"] and _AMONG.search(head) is not None
        if not (among or match["opens"] or _BEGINS.search(head)):
            return None
        return cls(len(before) - match.start(), match["said"], among, opens=bool(match["opens"]))

    def replaced(self, behind: str) -> int:
        """Characters behind the cursor that belong to it."""
        rest = _REST.match(behind) if _ID.fullmatch(self.said) else None
        return rest.end() if rest else 0

    def written(self, passage: str, behind: str) -> str:
        """What stands for it once a passage is chosen; brackets that are there already are not written again.

        Args:
            passage: the id.
            behind: what follows in the line, without what it replaces.
        """
        opens = "" if self.among else "["
        if (self.among or self.opens) and _NEXT.match(behind):
            return f"{opens}@{passage}; "
        closed = behind.startswith("]") or ((self.among or self.opens) and _FURTHER.match(behind))
        return f"{opens}@{passage}{'' if closed else ']'}"


def _digits(said: str) -> str:
    return said.removeprefix("e")


def _number(passage: Citable) -> str:
    return _digits(passage.id)


def _named(passage: Citable, said: str) -> bool:
    """Whether an id begins so, with its letter or without."""
    return passage.id.startswith(said) or _number(passage).startswith(said)


class CitableList(OptionList, can_focus=False):
    """Lists the passages that fit what is typed; the keys are those of the field, which goes on taking letters.

    Args:
        passages: all that may be cited.
    """

    DEFAULT_CSS = """
    CitableList { display: none; height: auto; max-height: 6; margin: 0; padding: 0; border: none; }
    CitableList { text-wrap: nowrap; text-overflow: ellipsis; overflow-x: hidden; }
    .-flat CitableList { max-height: 3; }
    """

    def __init__(self, passages: Sequence[Citable]) -> None:
        super().__init__(markup=False, compact=True)
        self._passages = passages

    @property
    def is_open(self) -> bool:
        """Whether there is something to choose from in view."""
        return bool(self.display)

    def offer(self, cite: Cite | None) -> None:
        """Show the passages that a cite may mean, or nothing."""
        if cite is None and not self.is_open:
            return  # nothing to paint
        said = cite.said.casefold() if cite else ""
        fit = (
            [p for p in self._passages if _named(p, said) or said in f"{p.names} {p.about.casefold()}"] if cite else []
        )
        fit.sort(key=lambda p: (_number(p) != _digits(said), not _named(p, said), said not in p.names))
        self.clear_options()
        self.add_options(Option(Content(harmless(f"{p.id}  {p.about}")), id=p.id) for p in fit)
        self.highlighted = 0 if fit else None
        self.display = bool(fit)

    def move(self, step: int) -> None:
        """Go to the next passage or the one before."""
        (self.action_cursor_down if step > 0 else self.action_cursor_up)()

    @property
    def chosen(self) -> str:
        """The passage at the cursor."""
        option = self.highlighted_option
        return (option.id or "") if option else ""
