"""Metadata that a document's own header states: CSL's names, and the common other ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ...model import Name, State, TextKind
from . import dates
from .names import is_person, person
from .sheet import EVIDENCE, Sheet

_OTHER_NAMES = {
    "authors": "author", "byline": "author", "publication": "container-title", "outlet": "container-title",
    "journal": "container-title", "date": "issued", "published": "issued", "url": "URL", "link": "URL",
    "lang": "language",
}  # fmt: skip


def claim_header(sheet: Sheet, fields: Mapping[str, Any], lines: Mapping[str, int]) -> None:
    """Take over the fields of a header; what cannot be read is warned of and left out."""
    custom = fields.get("custom")
    custom = custom if isinstance(custom, dict) else {}
    states = custom.get("states")
    states = states if isinstance(states, dict) else {}
    for key, value in {**fields, **custom}.items():
        name = _OTHER_NAMES.get(str(key).lower(), str(key))
        read = _READERS.get(name)
        if read is None or not value:
            continue
        line = f"line {lines[key]}: " if key in lines else ""
        if found := read(value):
            state = State.INFERRED if states.get(name) == "inferred" else State.STATED
            shown = ", ".join(map(str, found)) if isinstance(found, tuple) else _text(value)
            sheet.claim(name, found, f"{line}{key}: {shown}"[:EVIDENCE], state=state)
        else:
            sheet.warnings.append(f"{line}{key}: cannot be read: {str(value)[:EVIDENCE]}")


def text_kind(fields: Mapping[str, Any]) -> tuple[TextKind, str]:
    """Whether a header calls its text a digest, and the hash of what it is a digest of."""
    custom = fields.get("custom")
    if not isinstance(custom, dict) or custom.get("text") != TextKind.DIGEST.value:
        return TextKind.FULL, ""
    of = custom.get("digest-of")
    return TextKind.DIGEST, str(of.get("sha256") or "") if isinstance(of, dict) else ""


def _text(value: Any) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _names(value: Any) -> tuple[Name, ...]:
    values = value if isinstance(value, list) else str(value).split(";") if isinstance(value, str) else [value]
    names = (_one_name(v) for v in values)
    return tuple(name for name in names if str(name))


def _one_name(value: Any) -> Name:
    if isinstance(value, dict):
        family, given, literal = (_text(value.get(part)) for part in ("family", "given", "literal"))
        return Name(family=family, given=given, literal=literal)
    family, comma, given = _text(value).partition(", ")
    if comma and is_person(f"{given} {family}"):
        return Name(family=family, given=given)
    text = _text(value)
    return person(text) if is_person(text) else Name(literal=text)


def _date(value: Any) -> Any:
    text = _text(value)
    if text.isdigit() and len(text) == 4:
        text += "-01"
        reading = dates.read(text)
        return type(reading.date)(reading.date.year) if reading else None
    reading = dates.read_line(text) if text else None
    return reading.date if reading else None


_READERS: dict[str, Callable[[Any], Any]] = {
    "title": _text,
    "author": _names,
    "container-title": _text,
    "publisher": _text,
    "issued": _date,
    "URL": _text,
    "language": _text,
    "genre": _text,
    "republished-by": _text,
}
