"""A record of a reference file, as CSL has it, becomes a source: fields with their evidence, the rest kept beside."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from ....errors import ImportFailedError
from ....model import Name, State
from ....model.article import PLACES
from ...document import Block, Clue, Line, Shape, Source, Unread
from . import dates
from .languages import language_code

TYPES = frozenset(
    "article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset "
    "document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation "
    "manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical "
    "personal_communication post post-weblog regulation report review review-book software song speech standard thesis "
    "treaty webpage".split()
)
"""The types of CSL 1.0.2."""

LONGEST = 1_000
"""Characters of a variable that is kept in the header; longer ones are kept as dropped blocks."""
LARGEST = 24_000
"""Bytes of all further variables in the header, which has a limit of its own."""
NAMES = 300
"""Names of one variable that are kept."""
LARGEST_NAMES = 12_000
"""Bytes that they have together."""

_TEXTS = ("title", "container-title", "publisher", "genre")
_DATES = frozenset({"issued", "accessed", "available-date", "event-date", "original-date", "submitted"})
_HANDLED = frozenset({"id", "type", "author", "issued", "URL", "language", "abstract", *_TEXTS})
_RESERVED = frozenset({"format", "custom", "themes", "text"})
"""Names that an article's header has for something else."""
_MARKUP = re.compile(r"</?(?:i|b|sc|sup|sub|span|em|strong|p|jats:[a-z]+)(?:\s[^<>]{0,200})?/?>", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_ENTITY = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,6}|#x[0-9a-f]{1,5});", re.IGNORECASE)
"""What a web page's markup left in a value that was taken from there."""
_ADDRESS = re.compile(r"(?:(?:https?|ftp)://|www\.)\S+\Z", re.IGNORECASE)
_REMOTE = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Record:
    """One entry of a reference file."""

    key: str
    item: Mapping[str, Any]
    """Its variables in the form of CSL-JSON."""
    label: str
    """What its fields are called as evidence: 'BibTeX field'."""
    place: str = ""
    """Where it stands: 'line 12', 'record 3'."""
    line: int = 1
    named: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    """By CSL variable: the file's own name of the field, and its 1-based line."""
    links: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

    def evidence(self, name: str) -> str:
        """Where a variable comes from: 'BibTeX field author (line 12)'."""
        own, line = self.named.get(name, (name, 0))
        place = f"line {line}" if line else self.place
        return f"{self.label} {own}" + (f" ({place})" if place else "")


def unread(key: str, what: str, *, name: str, place: str, hint: str) -> Unread:
    """A record that cannot be read."""
    return Unread(key or place, ImportFailedError(what, where=f"{name}, {place}", hint=hint))


def sources(records: Iterable[Record | Unread]) -> list[Source | Unread]:
    """The sources that records make; where several have one key, each gets a number and a warning."""
    found: list[Source | Unread] = []
    seen: Counter[str] = Counter()
    for record in records:
        if isinstance(record, Unread):
            found.append(record)
            continue
        key = clean(record.key)[:200] or record.place or str(len(found) + 1)
        seen[key] += 1
        twice = f"{seen[key]}. record with the key {key}" if seen[key] > 1 else ""
        found.append(_Reading(record).source(f"{key} ({seen[key]})" if twice else key, twice))
    return found


def clean(text: str) -> str:
    """A value on one line, without control characters."""
    return " ".join(_CONTROL.sub(" ", _SURROGATE.sub("\ufffd", text)).split())


class _Reading:
    """One record on its way to a source."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._item = {clean(str(name)): value for name, value in record.item.items()}
        self._clues: list[tuple[str, Clue]] = []
        self._blocks: list[Block] = []
        self._warnings = list(record.warnings)
        self._extra: dict[str, Any] = {}
        self._room = LARGEST

    def source(self, key: str, warning: str) -> Source:
        """The source, by the key that it has in its file."""
        if warning:
            self._warnings.append(warning)
        for name in _TEXTS:
            self._text(name)
        self._claim("author", self._names("author"))
        self._issued()
        self._address()
        self._language()
        for paragraph in re.split(r"\n\s*\n", self._plain(self._item.get("abstract"), keep=True)):
            self._put_aside("abstract", clean(paragraph))
        self._keep("citation-key", clean(self._record.key))
        for name, value in self._item.items():
            if name not in _HANDLED and value not in (None, "", [], {}):
                self._further(name, value)
        return Source(
            tuple(self._blocks),
            clues=tuple(self._clues),
            type=self._type(),
            settled=True,
            extra=self._extra,
            part=key,
            links=tuple(dict.fromkeys(link for link in self._record.links if link and not _REMOTE.match(link))),
            warnings=tuple(self._warnings),
        )

    def _claim(self, name: str, value: Any, state: State = State.STATED, note: str = "") -> None:
        if value:
            evidence = self._record.evidence(name) + (f": {note}" if note else "")
            self._clues.append((name, Clue(value, state, evidence)))

    def _text(self, name: str) -> None:
        text = clean(self._plain(self._item.get(name)))
        if len(text) > LONGEST:
            self._put_aside(name, text)
            self._warnings.append(f"{self._record.evidence(name)} has {len(text)} characters and is kept as a line")
        else:
            self._claim(name, text)

    def _issued(self) -> None:
        if (value := self._item.get("issued")) in (None, "", {}, []):
            return
        dated = dates.read(value)
        self._claim("issued", dated.date, dated.state, dated.note)
        if not dated.date and dated.note:
            self._warnings.append(f"{self._record.evidence('issued')}: {clean(dated.note)[:200]}")

    def _address(self) -> None:
        url = clean(self._plain(self._item.get("URL"), markup=True))
        if url and _ADDRESS.match(url) and len(url) <= LONGEST:
            self._claim("URL", url)
        elif url:
            self._warnings.append(f"{self._record.evidence('URL')}: no web address: {url[:100]}")
            self._keep("csl-URL", url)

    def _language(self) -> None:
        stated = clean(self._plain(self._item.get("language")))
        code = language_code(stated)
        self._claim("language", code, note=stated if code != stated else "")
        if stated and not code:
            self._keep("csl-language", stated)

    def _type(self) -> Clue:
        stated = clean(str(self._item.get("type") or ""))
        if stated and stated not in TYPES:
            self._warnings.append(f"“{stated[:60]}” is no type of CSL: taken as a document")
        if stated in TYPES:
            place = self._record.place or f"line {self._record.line}"
            return Clue(stated, State.STATED, f"the kind of record ({place})")
        return Clue("document", State.INFERRED, "its record states no kind")

    def _further(self, name: str, value: Any) -> None:
        """A variable that the program keeps without using it."""
        kept = f"csl-{name}" if name in _RESERVED else name
        if name in _DATES:
            self._keep(kept, clean(dates.shown(value)))
        elif isinstance(value, list) and value and all(isinstance(v, Mapping) for v in value):
            names = self._names(name)
            self._keep(kept, [_parts(n) for n in names] if names else clean(json.dumps(value, ensure_ascii=False)))
        elif isinstance(value, list):
            self._keep(kept, [clean(self._plain(v)) for v in value])
        else:
            self._keep(kept, clean(self._plain(value)))

    def _keep(self, name: str, value: Any) -> None:
        """In the header, as long as there is room; else as a line that is kept beside the text."""
        size = _size(str(value))
        if size > LONGEST * (1 if isinstance(value, str) else 10) or size > self._room or not 0 < len(name) <= 60:
            self._put_aside(name[:60] or "field", value if isinstance(value, str) else str(value))
        elif value:
            self._room -= size
            self._extra[name] = value
            if name in PLACES:
                self._claim(name, value)

    def _put_aside(self, kind: str, text: str) -> None:
        if text:
            line = self._record.named.get(kind, ("", 0))[1] or self._record.line
            self._blocks.append(Block(text, (Line(line, text),), Shape.FURNITURE, kind=kind))

    def _names(self, name: str) -> tuple[Name, ...]:
        value = self._item.get(name)
        entries: Sequence[Any] = value if isinstance(value, list) else [value] if value else []
        stated = [found for entry in entries if str(found := _name(entry))]
        names = stated[:NAMES]
        while len(names) > 1 and sum(_size(str(one)) for one in names) > LARGEST_NAMES:
            del names[len(names) * 3 // 4 :]
        if len(names) < len(stated):
            kept = f"the first {len(names)} of {len(stated)} names are kept"
            self._warnings.append(f"{self._record.evidence(name)}: {kept}")
        return tuple(names)

    def _plain(self, value: Any, *, keep: bool = False, markup: bool = False) -> str:
        """A value as text; CSL's marks for italics and the like go, unless `markup` says that these are characters."""
        if isinstance(value, list) and len(value) == 1:
            value = value[0]
        if value is None or isinstance(value, bool):
            return "" if value is None else str(value).lower()
        if not isinstance(value, str):
            return json.dumps(value, ensure_ascii=False) if isinstance(value, (list, dict)) else str(value)
        value = _ENTITY.sub(lambda entity: unescape(entity[0]), value)
        text = value if markup else _MARKUP.sub("\n\n" if keep else "", value) if "</" in value else value
        return _SURROGATE.sub("\ufffd", text)


def _size(text: str) -> int:
    """Bytes of a text in the header, where characters such as emoji are escaped."""
    return len(text.encode("utf-8", "replace")) + 6 * sum(character > "\uffff" for character in text)


def _name(entry: Any) -> Name:
    """A name in our parts: particles and suffix stand with the family name."""
    if not isinstance(entry, Mapping):
        return Name(literal=clean(str(entry))[:LONGEST])
    part = {key: clean(str(value))[:200] for key, value in entry.items() if isinstance(value, str)}
    family = [part.get(k, "") for k in ("dropping-particle", "non-dropping-particle", "family", "suffix")]
    if not part.get("family"):
        return (
            Name(given=part.get("given", ""), literal=part.get("literal", ""))
            if "family" not in part
            else Name(literal=part.get("literal", "") or part.get("given", ""))
        )
    return Name(family=" ".join(filter(None, family)), given=part.get("given", ""))


def _parts(name: Name) -> dict[str, str]:
    return {k: v for k, v in (("family", name.family), ("given", name.given), ("literal", name.literal)) if v}
