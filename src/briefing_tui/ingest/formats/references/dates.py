"""Dates of reference files: CSL's own form, EDTF as BibLaTeX has it, and what people write."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ....model import PartialDate, State
from ...rules import dates

Parts = list[int]

_EDTF = re.compile(r"(-?\d{4,})(?:[-/](\d{1,2}))?(?:[-/](\d{1,2}))?(?:T[\d:.Z+-]*)?([~?%]?)\Z")
_OPEN = {"", "..", "open", "unknown", "*"}
_SEASONS = {1: "spring", 2: "summer", 3: "autumn", 4: "winter"}
_CIRCA = re.compile(
    r"(?:c(?:irc)?a?\.?\s*|about\s+|\[)+(\d{4})(?:\?|\])*\Z|(\d{4})\?\Z|\[(\d{4})\??\]\Z", re.IGNORECASE
)
_YEARS = re.compile(r"(\d{4})\s*(?:/|--?|–)\s*(\d{4})\Z")


@dataclass(frozen=True, slots=True)
class Dated:
    """What a record's date comes to."""

    date: PartialDate | None
    state: State = State.STATED
    note: str = ""
    """What the exact words are, where the date says less or more than they do."""


def from_text(text: str) -> dict[str, Any]:
    """A date in CSL's form, from EDTF or words; what cannot be read stays as `literal`."""
    text = text.strip()
    if match := _YEARS.match(text):
        return {"date-parts": [[int(match[1])], [int(match[2])]]}
    if match := _CIRCA.match(text):
        return {"date-parts": [[int(next(filter(None, match.groups())))]], "circa": True}
    ends = [end.strip() for end in text.split("/")] if text.count("/") == 1 else [text]
    read = [_EDTF.match(end) for end in ends]
    if not read[0] or not all(match or end in _OPEN for match, end in zip(read, ends, strict=True)):
        return _in_words(text)
    found: dict[str, Any] = {"date-parts": [[int(p) for p in match.groups()[:3] if p] for match in read if match]}
    if any(match and match[4] for match in read):
        found["circa"] = True
    if len(read) > 1 and not read[1]:
        found["open"] = True
    return found


def _in_words(text: str) -> dict[str, Any]:
    reading = dates.read_line(text)
    if reading is None:
        return {"literal": text} if text else {}
    date = reading.date
    found: dict[str, Any] = {"date-parts": [[part for part in (date.year, date.month, date.day) if part]]}
    return found | ({"note": f"{text}: {reading.note}"} if reading.note else {})


def read(value: Any) -> Dated:
    """What a date in CSL's form, or in words, comes to; what is no date gives none, with a note that says so."""
    if not isinstance(value, Mapping):
        if not isinstance(value, (str, int)):
            return Dated(None, note=f"“{str(value)[:100]}” is no date")
        value = from_text(str(value))
    if not isinstance(parts := value.get("date-parts"), list) or not parts:
        words = value.get("raw") or value.get("literal") or ""
        value = {**value, **from_text(str(words)), "literal": str(words)}
        parts = value.get("date-parts") or []
    ends = [_parts(end) for end in parts[:2]]
    if not ends or not ends[0]:
        return Dated(None, note=f"“{shown(value)}” states no date" if shown(value) else "")
    first = _partial(ends[0])
    if first is None:
        return Dated(None, note=f"“{shown(value)}” is no date of the calendar")
    note = str(value.get("note") or "")
    if season := _season(value, ends[0]):
        note = season
    if len(ends) > 1 and ends[1] and ends[1] != ends[0]:
        return _range(first, ends, shown(value))
    if value.get("open"):
        return Dated(first, State.INFERRED, f"the beginning of “{shown(value)}/”")
    circa = value.get("circa") not in (None, False, 0, "", "false")
    return Dated(first, State.INFERRED if circa else State.STATED, "circa" if circa else note)


def shown(value: Any) -> str:
    """A date as text: `2019-11/2020`, or its words."""
    if not isinstance(value, Mapping):
        return str(value)
    parts = value.get("date-parts")
    ends = [_parts(end) for end in parts[:2]] if isinstance(parts, list) else []
    text = "/".join("-".join(f"{p:0{4 if n == 0 else 2}d}" for n, p in enumerate(end)) for end in ends if end)
    if not text:
        return str(value.get("literal") or value.get("raw") or "")
    season = value.get("season")
    return text + ("~" if value.get("circa") else "") + (f" {season}" if isinstance(season, str) and season else "")


def _range(first: PartialDate, ends: list[Parts], text: str) -> Dated:
    """A range is as exact as its ends agree; where not even the year does, its beginning is our reading."""
    common: Parts = []
    for one, other in zip(*ends, strict=False):
        if one != other:
            break
        common.append(one)
    agreed = _partial(common)
    if agreed:
        return Dated(agreed, note=f"a range: {text}")
    return Dated(PartialDate(first.year), State.INFERRED, f"the beginning of the range {text}")


def _season(value: Mapping[str, Any], parts: Parts) -> str:
    season = value.get("season")
    if not season and len(parts) > 1 and 13 <= parts[1] <= 24:
        season = (parts[1] - 13) % 4 + 1 if parts[1] < 21 else parts[1] - 20
    words = str(season or "")
    return _SEASONS.get(int(words), words) if words.isdecimal() and len(words) < 5 else words


def _parts(end: Any) -> Parts:
    """Year, month and day as numbers, up to the first that is none."""
    parts: Parts = []
    for part in end[:3] if isinstance(end, list) else ():
        try:
            parts.append(int(part))
        except (TypeError, ValueError, OverflowError):
            break
    return parts if not parts or parts[0] else []


def _partial(parts: Parts) -> PartialDate | None:
    """The date that the calendar has, as exact as possible; months from 13 on are seasons."""
    if not parts or not 0 < parts[0] <= 9999:
        return None
    for length in range(len(parts), 0, -1):
        try:
            return PartialDate.parse(str(PartialDate(*parts[:length])))
        except ValueError:
            continue
    return None
