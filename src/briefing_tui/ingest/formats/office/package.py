"""What the publisher of an e-book states in its package: title, creators, publisher, date, language, identifiers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ....model import Name, PartialDate, State
from ...document import Clue
from ...rules import dates
from ...rules.names import is_person, person

OPF = "{http://www.idpf.org/2007/opf}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_NOBODY = frozenset({"unknown", "unbekannt", "anonymous", "n/a", "none", "untitled", "author", "various"})
"""What programs write where nothing is known."""


def clues_of(package: Any) -> Iterator[tuple[str, Clue]]:
    """The fields that the package states, by their CSL names."""
    refined = _refinements(package)
    titles = [e for e in package.iter(f"{_DC}title") if _said(e)]
    main = [e for e in titles if refined.get((e.get("id"), "title-type")) == "main"]
    for title in [*main, *titles][:1]:
        yield "title", _clue(_said(title), "title", _said(title))
    writers = [e for e in package.iter(f"{_DC}creator") if _said(e) and _role(e, refined) in {"", "aut"}]
    if writers:
        names = tuple(_name(_said(e)) for e in writers)
        yield "author", _clue(names, "creator", "; ".join(_said(e) for e in writers))
    for field, element in (("publisher", "publisher"), ("language", "language")):
        if text := next((said for e in package.iter(f"{_DC}{element}") if (said := _said(e))), ""):
            yield field, _clue(text, element, text)
    yield from _issued(package)
    for identifier in package.iter(f"{_DC}identifier"):
        if re.match(r"https?://\S+\Z", text := _said(identifier)):
            yield "URL", _clue(text, "identifier", text)


def has_isbn(package: Any) -> bool:
    """Whether one of its identifiers is a book's."""
    return any(
        re.search(r"isbn|\b97[89][\d-]{10,14}\b", f"{_said(e)} {e.get(f'{OPF}scheme', '')}", re.IGNORECASE)
        for e in package.iter(f"{_DC}identifier")
    )


def _issued(package: Any) -> Iterator[tuple[str, Clue]]:
    """The date of publication; those of the file's making and changing are none."""
    found = [(e.get(f"{OPF}event") or "", _said(e)) for e in package.iter(f"{_DC}date")]
    for event, text in sorted(found, key=lambda each: each[0] != "publication"):
        if event not in {"", "publication", "original-publication"}:
            continue
        if re.fullmatch(r"(?:1[4-9]|2\d)\d\d", text):
            yield "issued", _clue(PartialDate(int(text)), "date", text)
        elif reading := dates.read(text):
            yield "issued", _clue(reading.date, "date", f"{text}{', ' if reading.note else ''}{reading.note}")


def _refinements(package: Any) -> dict[tuple[str | None, str], str]:
    return {
        (str(e.get("refines", "")).removeprefix("#"), str(e.get("property", ""))): (e.text or "").strip()
        for e in package.iter(f"{OPF}meta")
    }


def _role(element: Any, refined: dict[tuple[str | None, str], str]) -> str:
    return str(element.get(f"{OPF}role") or refined.get((element.get("id"), "role")) or "").lower()


def _said(element: Any) -> str:
    text = " ".join("".join(element.itertext()).split())
    return "" if text.lower() in _NOBODY else text


def _name(text: str) -> Name:
    family, comma, given = text.partition(", ")
    if comma and is_person(f"{given} {family}"):
        return Name(family=family, given=given)
    return person(text) if is_person(text) else Name(literal=text)


def _clue(value: Any, element: str, shown: str) -> Clue:
    return Clue(value, State.STATED, f"the e-book's metadata: {element}: {shown[:90]}")
