"""BibTeX and BibLaTeX: every entry a record; a broken one is reported by its line, and the others are read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ....errors import ImportFailedError
from ...document import Source, Unread
from ..encoding import decode
from . import bibtex_fields as known
from . import dates
from .attachments import files
from .bibtex_names import names
from .bibtex_syntax import Broken, Entry, Value, split
from .latex import plain
from .records import Record, sources, unread

GENERATIONS = 10
"""Parents of parents that are looked at."""

_ADDRESS = re.compile(r"(?:https?|ftp)://[^\s{}]+", re.IGNORECASE)
_YEAR = re.compile(r"\d{4}\Z")


def read_bibtex(name: str, data: bytes) -> Sequence[Source | Unread]:
    """Read a BibTeX or BibLaTeX file.

    Raises:
        ImportFailedError: where no entry is found.
    """
    found = list(split(decode(name, data).text))
    if not found:
        hint = "an entry begins with @article{key, and ends with }"
        raise ImportFailedError("the file holds no BibTeX entry", where=name, hint=hint)
    return sources(_records(name, found))


def _records(name: str, found: Sequence[Entry | Broken]) -> Iterator[Record | Unread]:
    family: dict[str, Entry] = {}
    for entry in found:
        if isinstance(entry, Entry):
            family.setdefault(entry.key.lower(), entry)
    for entry in found:
        place = f"line {entry.line}"
        if isinstance(entry, Broken):
            yield unread(entry.key, entry.what, name=name, place=place, hint=entry.hint)
        elif entry.kind not in {"xdata", "set"}:
            yield _Conversion(entry, family).record(place)


class _Conversion:
    """One entry on its way to CSL."""

    def __init__(self, entry: Entry, family: Mapping[str, Entry]) -> None:
        self._entry = entry
        self._family = family
        self._warnings = list(entry.warnings)
        self._fields: dict[str, Value] = dict(entry.fields)
        self._inherit(entry, {entry.key.lower()}, 1)
        self._type = self._type_of(entry)
        self._item: dict[str, Any] = {"id": entry.key, "type": self._type}
        self._named: dict[str, tuple[str, int]] = {}
        self._unknown: dict[str, None] = {}

    def record(self, place: str) -> Record:
        """The record."""
        self._title()
        self._container()
        for field, variable in known.NAMES.items():
            self._set(variable, field, names(self._raw(field), self._left_out))
        for field, variable in known.VERBATIM.items():
            self._set(variable, field, self._raw(field).replace("\\", "").strip())
        self._numbers()
        for field, variable in known.TEXTS.items():
            text = self._plain(field)
            self._set(variable, field, text.replace("–", "-") if field == "pages" else known.GENRES.get(text, text))
        self._address()
        self._dates()
        for field in known.LANGUAGES:
            self._set("language", field, self._plain(field))
        if self._unknown:
            self._warnings.append("LaTeX that is left out: " + ", ".join(f"\\{c}" for c in list(self._unknown)[:5]))
        links = tuple(files(self._raw("file"))) if "file" in self._entry.fields else ()
        return Record(
            self._entry.key, self._item, "BibTeX field", place, self._entry.line, self._named, links,
            tuple(self._warnings),
        )  # fmt: skip

    def _inherit(self, entry: Entry, seen: set[str], generation: int) -> None:
        """Fields of the entries that this one refers to: all of an `xdata`, the volume's of a `crossref`."""
        for field in ("xdata", "crossref"):
            value = entry.fields.get(field)
            for key in value.text.split(",") if value else ():
                parent = self._family.get(key.strip().lower())
                if parent is None or parent.key.lower() in seen or generation > GENERATIONS:
                    why = "is not in the file" if parent is None else "goes in a circle, or too far"
                    self._warnings.append(f"{field} {key.strip()[:60]}: {why}")
                    continue
                seen.add(parent.key.lower())
                for name, inherited in parent.fields.items():
                    if field == "xdata" or name not in known.NOT_INHERITED | {"author"}:
                        self._fields.setdefault(name, inherited)
                if field == "crossref":
                    self._from_volume(parent)
                self._inherit(parent, seen, generation + 1)

    def _from_volume(self, parent: Entry) -> None:
        own = "journal" if parent.kind == "periodical" else "booktitle"
        if not {own, "journaltitle"} & self._fields.keys():
            for theirs, ours in (("title", own), ("subtitle", f"{own.removesuffix('title')}subtitle")):
                if theirs in parent.fields:
                    self._fields.setdefault(ours, parent.fields[theirs])
        if "author" in parent.fields and "author" not in self._fields and self._entry.kind in {"inbook", "bookinbook"}:
            self._fields["author"] = parent.fields["author"]

    def _type_of(self, entry: Entry) -> str:
        subtype = entry.fields.get("entrysubtype")
        found = known.TYPES.get(entry.kind, "")
        if not found:
            self._warnings.append(f"@{entry.kind[:40]} is no type of BibTeX: taken as a document")
        return known.SUBTYPES.get(subtype.text.lower() if subtype else "", found or "document")

    def _left_out(self, command: str) -> None:
        self._unknown.setdefault(command)

    def _raw(self, field: str) -> str:
        value = self._fields.get(field)
        return value.text if value else ""

    def _plain(self, field: str) -> str:
        if field == "abstract":
            parts = re.split(r"\n\s*\n", self._raw(field))
            return "\n\n".join(plain(part, self._left_out) for part in parts).strip()
        return plain(self._raw(field), self._left_out)

    def _set(self, variable: str, field: str, value: Any) -> None:
        """A variable, unless one of the fields before has given it."""
        if value and variable not in self._item:
            self._item[variable] = value
            self._named[variable] = (field, self._fields[field].line)

    def _joined(self, main: str, sub: str) -> str:
        title, subtitle = self._plain(main), self._plain(sub)
        if not title or not subtitle:
            return title or subtitle
        return f"{title} {subtitle}" if title[-1] in "?!:" else f"{title}: {subtitle}"

    def _title(self) -> None:
        field = next((f for f in ("title", "maintitle", "subtitle") if self._raw(f)), "")
        if field:
            self._set("title", field, self._joined(field, "mainsubtitle" if field == "maintitle" else "subtitle"))

    def _container(self) -> None:
        pairs = [("journaltitle", "journalsubtitle"), ("journal", "journalsubtitle"), ("booktitle", "booksubtitle")]
        if self._type in known.CONTAINED:
            pairs.reverse()
        if self._type in {"webpage", "post", "post-weblog"}:
            pairs.append(("titleaddon", ""))
        for main, sub in pairs:
            if self._raw(main):
                self._set("container-title", main, self._joined(main, sub))

    def _numbers(self) -> None:
        """What `number` and `type` mean depends on the kind of entry."""
        if self._type in known.SERIAL:
            self._set("issue", "number", self._plain("number"))
        elif self._type in known.BY_NUMBER:
            self._set("number", "number", self._plain("number"))
        else:
            self._set("collection-number", "number", self._plain("number"))
        if self._entry.kind in known.THESES and "type" not in self._fields:
            self._item["genre"] = known.GENRES[known.THESES[self._entry.kind]]
            self._named["genre"] = (f"@{self._entry.kind}", self._entry.line)

    def _address(self) -> None:
        """An address in `howpublished` or `note`, as plain BibTeX has it; other words there name who published."""
        for field in ("howpublished", "note"):
            if match := _ADDRESS.search(self._raw(field)):
                self._set("URL", field, match[0].replace("\\", "").rstrip(".,;"))
            elif field == "howpublished":
                self._set("publisher", field, self._plain(field))

    def _dates(self) -> None:
        for field, variable in known.DATES.items():
            self._set(variable, field, dates.from_text(plain(self._raw(field).replace("~", "\\~{}"))))
        if "issued" not in self._item and "year" in self._fields:
            self._set("issued", "year", self._year())

    def _year(self) -> dict[str, Any]:
        """Year, month and day of three fields; a month that is none is kept as a season."""
        year, month, day = (self._plain(f) for f in ("year", "month", "day"))
        if not _YEAR.match(year) or not month:
            return dates.from_text(year)
        if month.isdecimal() and 1 <= int(month) <= 12:
            whole = f"{year}-{int(month):02d}"
            return dates.from_text(f"{whole}-{int(day):02d}" if day.isdecimal() else whole)
        found = dates.from_text(" ".join(filter(None, (day, month, year))))
        if "date-parts" not in found:
            first, *rest = month.split()
            found = dates.from_text(f"{' '.join(rest)} {first} {year}".strip())
        if "date-parts" not in found:
            return {"date-parts": [[int(year)]], "season": month}
        return found
