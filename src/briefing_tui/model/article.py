"""Articles: CSL metadata with the state of every field, and a frozen text."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from typing import Any

from .blank import said
from .person_names import is_family_first, written
from .segments import Segments, segment

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z", re.ASCII)


PLACES = ("volume", "issue", "page", "DOI")
"""CSL variables that say where in a journal a text stands: kept as they came, among what the program does not use."""


ADMIRALTY = "admiralty"
"""How reliable a source is, and how credible what it says; no variable of CSL. See `admiralty`."""


class State(StrEnum):
    """How we know the value of a field (rule 6 of the contract)."""

    STATED = "stated"
    INFERRED = "inferred"
    USER = "user"
    MISSING = "missing"


class TextKind(StrEnum):
    """Whether the text is the source's own or our summary of it (rule 8 of the contract)."""

    FULL = "full"
    DIGEST = "digest"


@dataclass(frozen=True, slots=True)
class Name:
    """A name in CSL: a person (`family`, `given`) or, as `literal`, an organisation."""

    family: str = ""
    given: str = ""
    literal: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict, hash=False)
    """Fields that the program does not know, kept as they came."""

    def __post_init__(self) -> None:
        for name in ("family", "given", "literal"):
            object.__setattr__(self, name, said(getattr(self, name)))

    def __str__(self) -> str:
        return self.literal or written(self.family, self.given, self.extra)

    @property
    def is_family_first(self) -> bool:
        """Whether its script has it written family name first, without a space."""
        return not self.literal and is_family_first(self.family, self.given)

    @property
    def short(self) -> str:
        """The family name, or the organisation."""
        return self.literal or self.family or self.given


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date as exact as the source states it; 0 stands for what it does not state."""

    year: int
    month: int = 0
    day: int = 0

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read `2019`, `2019-11` or `2019-11-20`.

        Raises:
            ValueError: for anything else, and for days that no calendar has.
        """
        match = _DATE.match(text.strip())
        if not match:
            raise ValueError(f"not a date: {text!r}")
        year, month, day = (int(part or 0) for part in match.groups())
        if not year:
            raise ValueError(f"no such year: {text!r}")
        if match[2] and not 1 <= month <= 12:
            raise ValueError(f"no such month: {text!r}")
        if match[3]:
            leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
            longest = (31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]
            if not 1 <= day <= longest:
                raise ValueError(f"no such day: {text!r}")
        return cls(year, month, day)

    def __str__(self) -> str:
        text = f"{self.year:04d}"
        if self.month:
            text += f"-{self.month:02d}"
            if self.day:
                text += f"-{self.day:02d}"
        return text


@dataclass(frozen=True, slots=True)
class NamedSpeaker:
    """Someone quoted in an article, with the role that the text gives them."""

    name: str
    role: str = ""
    paragraphs: tuple[int, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict, hash=False)
    """Fields that the program does not know, kept as they came."""


_STATED = ("title", "container_title", "publisher", "url", "language", "genre", "republished_by")
"""What of it is text."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about a source, in CSL variables; an empty field is not stated anywhere."""

    type: str = "document"
    title: str = ""
    author: tuple[Name, ...] = ()
    container_title: str = ""
    publisher: str = ""
    issued: PartialDate | None = None
    url: str = ""
    language: str = ""
    genre: str = ""
    text: TextKind = TextKind.FULL
    digest_of: str = ""
    """For a digest: the sha256 of the original's bytes."""
    original_paragraphs: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    """For a digest: our ¶ to the original's."""
    republished_by: str = ""
    version_of: str = ""
    """Id of the article that this is a newer version of."""
    speakers: tuple[NamedSpeaker, ...] = ()
    states: Mapping[str, State] = field(default_factory=dict)
    """State by CSL variable name (`title`, `container-title`, …)."""
    evidence: Mapping[str, str] = field(default_factory=dict)
    """Where a field was found, by the same names: 'line 7: …'."""
    original: Mapping[str, str] = field(default_factory=dict)
    """The imported file: `file`, `sha256` and, where it holds several documents, `part`; see docs/formats.md."""
    pages: Mapping[int, tuple[int, int]] = field(default_factory=dict)
    """¶ to its first and last page, where the source has pages."""
    paragraph_themes: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    """A person's additions and, with a leading '-', removals by ¶."""
    themes: tuple[str, ...] = ()
    """A person's additions and, with a leading '-', removals for the whole article."""
    extra: Mapping[str, Any] = field(default_factory=dict)
    """Front matter that the program does not know, kept as it came."""
    custom_extra: Mapping[str, Any] = field(default_factory=dict)
    """The same for what stands under `custom`."""

    def __post_init__(self) -> None:
        """What nobody can see is stated nowhere."""
        for name in _STATED:
            object.__setattr__(self, name, said(getattr(self, name)))
        if not all(map(str, self.author)):
            object.__setattr__(self, "author", tuple(filter(str, self.author)))

    def pages_of(self, first: int, last: int) -> tuple[int, int] | None:
        """First and last page of some paragraphs, by ¶; `None` where the source has no pages."""
        known = [self.pages[n] for n in range(first, max(first, last) + 1) if n in self.pages]
        return (min(page for page, _ in known), max(page for _, page in known)) if known else None

    @property
    def is_record(self) -> bool:
        """Whether it is that of a record in a file of references whose text was not attached yet."""
        return "record" in self.original and "text-file" not in self.original

    def state(self, name: str) -> State:
        """The state of the field with the CSL name `name`."""
        if not self.value(name):
            return State.MISSING
        return self.states.get(name, State.STATED)

    def value(self, name: str) -> Any:
        """The value of the field with the CSL name `name`; empty where it is missing."""
        if name in PLACES:
            return self.extra.get(name, "")
        if name == ADMIRALTY:
            return self.custom_extra.get(name, "")
        return getattr(self, {"URL": "url"}.get(name, name.replace("-", "_")))


@dataclass(frozen=True)
class Article:
    """One source document: its id, its metadata and its frozen text."""

    id: str
    metadata: Metadata
    text: str = field(repr=False)

    @cached_property
    def sha256(self) -> str:
        """The hash of the text as UTF-8, in hex: what an excerpt refers to."""
        return text_hash(self.text)

    @cached_property
    def segments(self) -> Segments:
        """Headings and numbered paragraphs."""
        return segment(self.text)

    @cached_property
    def words(self) -> int:
        """How many words the paragraphs have; headings do not count."""
        return sum(len(p.span.slice(self.text).split()) for p in self.segments.paragraphs)

    def with_metadata(self, **changes: Any) -> Article:
        """The same text with some fields of the metadata replaced."""
        return replace(self, metadata=replace(self.metadata, **changes))


def text_hash(text: str) -> str:
    """The sha256 of a text as UTF-8, in hex.

    Lone surrogates, which no file of ours can hold, are hashed as they are.
    """
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
