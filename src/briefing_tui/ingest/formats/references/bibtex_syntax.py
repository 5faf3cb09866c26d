"""The syntax of BibTeX: entries with their fields and lines, one that is broken told apart from its neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from .lines import LineNumbers

LONGEST = 200_000
"""Characters of a value with its abbreviations written out."""
EXPANDED = 32 * 2**20
"""Characters of all abbreviations written out in a file."""

_MONTHS = {
    "jan": "January", "feb": "February", "mar": "March", "apr": "April", "may": "May", "jun": "June", "jul": "July",
    "aug": "August", "sep": "September", "oct": "October", "nov": "November", "dec": "December",
}  # fmt: skip
_START = re.compile(r"@[ \t]*([A-Za-z][\w+-]*)\s*([{(])")
_NEXT = re.compile(r"[{}()]|\n[ \t]*@[ \t]*[A-Za-z]+[ \t]*[{(][ \t]*[^\s,{}()\"=]+[ \t]*[,=]")
_BRACE = re.compile(r"[{}]")
_QUOTED = re.compile(r"[{}\"]")
_KEY = re.compile(r"\s*([^\s,={}\"]*)\s*(?:,|\Z)")
_FIELD = re.compile(r"\s*([^\s=,{}\"#%'()]+)\s*=\s*")
_WORD = re.compile(r"[^\s,#{}\"=()]+")
_GAP = re.compile(r"\s*")
_COMMA = re.compile(r"\s*(?:,\s*)+|\s*\Z")


@dataclass(frozen=True, slots=True)
class Value:
    """What a field says, in LaTeX, and the 1-based line of its name."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as it stands."""

    kind: str
    """In lower case: 'article'."""
    key: str
    line: int
    fields: Mapping[str, Value]
    """By name in lower case."""
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Broken:
    """An entry that cannot be read, and how to mend it."""

    key: str
    line: int
    what: str
    hint: str


class _SyntaxError(Exception):
    def __init__(self, position: int, what: str, hint: str) -> None:
        super().__init__(what)
        self.position, self.what, self.hint = position, what, hint


def split(text: str) -> Iterator[Entry | Broken]:
    """The entries of a file in order; abbreviations are written out, comments and preambles left out."""
    return _File(text).entries()


class _File:
    """Walks over a file once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.number = LineNumbers(text)
        self.macros = dict(_MONTHS)
        self.expanded = 0

    def entries(self) -> Iterator[Entry | Broken]:
        at = 0
        while start := _START.search(self.text, at):
            kind = start[1].lower()
            line_start = self.text.rfind("\n", 0, start.start()) + 1
            if self.text[line_start : start.start()].lstrip().startswith("%"):
                at = start.end()
                continue
            end, complete = self._end(start, whole=kind == "comment")
            at = end
            if kind in {"comment", "preamble"}:
                continue
            try:
                found = self._entry(kind, start, end - 1, complete=complete)
            except _SyntaxError as error:
                key = _KEY.match(self.text, start.end(), end)
                line, place = self.number.of(start.start()), self.number.of(error.position)
                what = error.what if place == line else f"{error.what} (line {place})"
                yield Broken(key[1] if key else "", line, what, error.hint)
            else:
                if found:
                    yield found

    def _end(self, start: re.Match[str], *, whole: bool) -> tuple[int, bool]:
        """Where an entry ends, and whether it is complete: it breaks off where another begins on a line."""
        opens, closes = ("{", "}") if start[2] == "{" else ("(", ")")
        braces, depth = 0, 1
        for match in _NEXT.finditer(self.text, start.end()):
            mark = match[0]
            if len(mark) > 1:
                if not whole:
                    return match.start() + 1, False
            elif mark in "{}" and opens == "(":
                braces += 1 if mark == "{" else -1
            elif mark in (opens, closes) and not braces:
                depth += 1 if mark == opens else -1
                if not depth:
                    return match.end(), True
        return len(self.text), False

    def _entry(self, kind: str, start: re.Match[str], end: int, *, complete: bool) -> Entry | None:
        if not complete:
            hint = "close it with } before the next entry begins"
            raise _SyntaxError(start.start(), "the entry is not closed: a brace is missing", hint)
        at = start.end()
        if kind == "string":
            for name, value in self._fields(at, end):
                self.macros[name] = value.text
            return None
        key = _KEY.match(self.text, at, end)
        if key is None and not _FIELD.match(self.text, at, end):
            raise _SyntaxError(at, "there is no comma after the key", "write it as @article{key, title = {…}}")
        fields: dict[str, Value] = {}
        warnings = []
        for name, value in self._fields(key.end() if key else at, end):
            if name in fields:
                warnings.append(f"line {value.line}: the field {name} stands twice; the first one counts")
            fields.setdefault(name, value)
        return Entry(kind, key[1] if key else "", self.number.of(start.start()), fields, tuple(warnings))

    def _fields(self, at: int, end: int) -> Iterator[tuple[str, Value]]:
        while _GAP.fullmatch(self.text, at, end) is None:
            field = _FIELD.match(self.text, at, end)
            if field is None:
                at = self._skip(_GAP, at, end)
                what = f"'{' '.join(self.text[at : min(at + 30, end)].split())}' is no field"
                raise _SyntaxError(at, what, "a field is: name = {value}, with a comma after it")
            value, after = self._value(field.end(), end)
            yield field[1].lower(), Value(value, self.number.of(field.start(1)))
            comma = _COMMA.match(self.text, after, end)
            if comma is None:
                what = f"there is no comma after the field {field[1].lower()}"
                raise _SyntaxError(after, what, "put a comma between two fields")
            at = comma.end()

    def _value(self, at: int, end: int) -> tuple[str, int]:
        """A value: parts in braces, in quotation marks, numbers and abbreviations, joined by number signs."""
        parts: list[str] = []
        while True:
            part, at = self._part(at, end)
            parts.append(part)
            if sum(map(len, parts)) > LONGEST:
                raise _SyntaxError(at, f"a value has more than {LONGEST} characters", "shorten it")
            after = self._skip(_GAP, at, end)
            if self.text[after : after + 1] != "#" or after >= end:
                return "".join(parts), at
            at = self._skip(_GAP, after + 1, end)

    def _part(self, at: int, end: int) -> tuple[str, int]:
        opening = self.text[at : at + 1] if at < end else ""
        if opening == "{":
            return self._until(_BRACE, at, end, depth=0)
        if opening == '"':
            return self._until(_QUOTED, at + 1, end, depth=0, quoted=True)
        word = _WORD.match(self.text, at, end)
        if word is None:
            raise _SyntaxError(at, "a value is missing after '='", "write it in braces: name = {value}")
        text = self.macros.get(word[0].lower(), word[0])
        self.expanded += len(text)
        if self.expanded > EXPANDED:
            raise _SyntaxError(at, "the abbreviations (@string) of this file are too long", "shorten them")
        return text, word.end()

    def _until(self, marks: re.Pattern[str], at: int, end: int, *, depth: int, quoted: bool = False) -> tuple[str, int]:
        """The text up to the brace or the quotation mark that closes it."""
        for match in marks.finditer(self.text, at, end):
            if match[0] == '"':
                if depth == 0:
                    return self.text[at : match.start()], match.end()
                continue
            depth += 1 if match[0] == "{" else -1
            if depth == 0 and not quoted:
                return self.text[at + 1 : match.start()], match.end()
            if depth < 0:
                break
        what = "a quotation mark is not closed" if quoted else "a brace is not closed"
        raise _SyntaxError(at, what, "close it, or put the whole value in braces")

    def _skip(self, pattern: re.Pattern[str], at: int, end: int) -> int:
        match = pattern.match(self.text, at, end)
        return match.end() if match else at
