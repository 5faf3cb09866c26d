"""CSL items as RIS records, by the specification of Research Information Systems (2011)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

_TYPES = {
    "article-newspaper": "NEWS",
    "article-magazine": "MGZN",
    "article-journal": "JOUR",
    "book": "BOOK",
    "chapter": "CHAP",
    "report": "RPRT",
    "thesis": "THES",
    "webpage": "ELEC",
    "post-weblog": "BLOG",
    "paper-conference": "CONF",
}
_TAGS = {
    "container-title": "T2",
    "publisher": "PB",
    "publisher-place": "CY",
    "volume": "VL",
    "issue": "IS",
    "DOI": "DO",
    "ISBN": "SN",
    "ISSN": "SN",
    "URL": "UR",
    "language": "LA",
    "note": "N1",
}


def write(items: Iterable[Mapping[str, Any]]) -> str:
    """The records, with the line ends that the format asks for."""
    return "\r\n".join("\r\n".join(_record(item)) + "\r\n" for item in items)


def _record(item: Mapping[str, Any]) -> Iterator[str]:
    """One record, tag by tag."""
    yield f"TY  - {_TYPES.get(str(item.get('type', '')), 'GEN')}"
    yield f"ID  - {item['id']}"
    yield from (f"AU  - {_name(name)}" for name in item.get("author", ()))
    if item.get("title"):
        yield f"TI  - {_line(item['title'])}"
    date = [str(part) for part in item.get("issued", {}).get("date-parts", [[]])[0]]
    if date:
        yield f"PY  - {date[0]}"
        padded = [part.zfill(2) for part in date] + [""] * (3 - len(date))
        yield f"DA  - {'/'.join(padded)}/"
    for variable, tag in _TAGS.items():
        if item.get(variable):
            yield f"{tag}  - {_line(item[variable])}"
    yield "ER  - "


def _name(name: Mapping[str, str]) -> str:
    if name.get("literal"):
        return _line(name["literal"])
    return ", ".join(filter(None, (_line(name.get("family", "")), _line(name.get("given", "")))))


def _line(value: object) -> str:
    return " ".join(str(value).split())
