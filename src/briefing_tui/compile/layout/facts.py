"""What is found out about a briefing in its layout, page by page. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ..languages.scripts import seen
from .neighbours import Piece, is_worded_so, read
from .paints import LETTERS
from .visible import Look

WORDED = ("quote ", "annexed ")
"""How the keys of those begin that hold passages of a source."""
EXACT = (*WORDED, "emphasis ")
"""The same with words of one: nothing may stand among them either."""
READ = (*WORDED, "lead ", "judgement ", "bottom-line", "prose ")
"""How the keys of those begin that are read word after word, as those are which are numbered."""


@dataclass(slots=True)
class Facts:
    """Collected page by page."""

    pages: int = 0
    fill: float = 0.0
    """How far the last page is filled, 0 to 1."""
    body: float = 0.0
    """Pages before the annex, or what is open in a draft, the last as far as it is filled; a limit of pages is one of
    these."""
    called: dict[str, int] = field(default_factory=dict)
    """Page of each note's first call, by excerpt id."""
    noted: dict[str, int] = field(default_factory=dict)
    """Page of each note, by excerpt id."""
    lines: dict[str, int] = field(default_factory=dict)
    """Printed lines of each text, by the key of its part."""
    outside: dict[str, int] = field(default_factory=dict)
    """Page of each text that stands outside of its page, by the key of its part or, without one, its words."""
    texts: dict[str, list[str]] = field(default_factory=dict)
    """The pieces of each text, by the key of its part; the text of a note by `note` and the id of its excerpt, its
    number by `number` and that id, those of its calls by `call`."""
    margins: list[list[str]] = field(default_factory=list)
    """What stands in the margins of each page, box by box."""
    unseen: dict[str, int] = field(default_factory=dict)
    """Page of each number of a paragraph, and each sign between numbers of notes, that cannot be seen."""
    crossed: dict[str, int] = field(default_factory=dict)
    """Page of words that are no part of the brief, as running lines, and have something painted over them."""
    alike: dict[str, int] = field(default_factory=dict)
    """Page of each number of a note whose call looks like the words around it."""
    alone: dict[str, int] = field(default_factory=dict)
    """Page of each heading or line at the foot of it that leads to what stands on the next one."""
    fills: list[float] = field(default_factory=list)
    """How far each of these pages is filled."""
    pieces: dict[str, list[Piece]] = field(default_factory=dict)
    """Those of the texts whose words are compared with one another, by the key of its part; see `read`."""
    numbers: dict[str, dict[int, str]] = field(default_factory=dict)
    """Of each note, by `number` or `call` and the id of its excerpt, what each of the elements says that have one."""

    def add(self, key: str, box: Any, look: Look) -> None:
        """Note words that are seen on the last page."""
        if key.startswith(READ) or key[0].isdigit():
            # A face that has a rare sign may make the box higher than the line: the letters stand where they did.
            x, line, size = box.position_x, box.position_y + box.baseline, look[0]
            top, bottom = line - LETTERS[0] * size, line + LETTERS[1] * size
            piece = Piece(box.text, look, self.pages, x, top, x + box.width, bottom)
            self.pieces.setdefault(key, []).append(piece)
        else:
            self.texts.setdefault(key, []).append(box.text)
            self._note(key, box)

    def plain(self) -> dict[str, Any]:
        """As the worker tells it."""
        body = {"body": round(self.body, 4)} if self.body else {}
        numbers = {"pages": self.pages, "fill": round(self.fill, 4), **body}
        return {
            **numbers,
            "called": self.called,
            "noted": self.noted,
            "lines": self.lines,
            "outside": self.outside,
            "margins": self.margins,
            "unseen": self.unseen,
            "crossed": self.crossed,
            "alike": self.alike,
            "alone": self.alone,
            "fills": [round(fill, 4) for fill in self.fills],
        }

    def lost(self, parts: Mapping[str, str]) -> tuple[str, ...]:
        """Keys of the parts whose text is not on the pages, character for character and those of a source's words."""
        return tuple(key for key, text in parts.items() if not self._has(key, text))

    def _has(self, key: str, text: str) -> bool:
        printed = "".join(self.texts.get(key, []))
        if not key.startswith(EXACT):
            return seen(text) in seen(printed)
        return seen(text) == seen(printed) and (not key.startswith(WORDED) or is_worded_so(text, printed))

    def end(self) -> None:
        """Read the words that were noted, and see that each note has the number of its calls."""
        self.texts.update((key, read(pieces)) for key, pieces in self.pieces.items())
        self.noted = {excerpt: page for excerpt, page in self.noted.items() if self._agree(excerpt)}

    def _note(self, key: str, box: Any) -> None:
        """A number that can be seen is that of a call or of a note."""
        kind, _, excerpt = key.partition(" ")
        if kind not in ("call", "number") or not "".join(self.texts[key]).strip():
            return
        said = self.numbers.setdefault(key, {})
        said[id(box.element)] = said.get(id(box.element), "") + "".join(filter(str.isalnum, box.text))
        if kind == "call":
            self.called.setdefault(excerpt, self.pages)
        else:
            self.noted.setdefault(excerpt, self.pages)

    def _agree(self, excerpt: str) -> bool:
        """Whether a note has the number of each of its calls."""
        calls, noted = (self.numbers.get(f"{kind} {excerpt}", {}).values() for kind in ("call", "number"))
        return {*calls} <= {"".join(noted)}
