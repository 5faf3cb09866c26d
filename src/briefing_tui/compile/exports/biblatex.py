"""CSL items as BibLaTeX entries: titles in braces, so that no style changes a letter of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

_TYPES = {
    "article-newspaper": "article",
    "article-magazine": "article",
    "article-journal": "article",
    "book": "book",
    "chapter": "incollection",
    "report": "report",
    "thesis": "thesis",
    "webpage": "online",
    "post-weblog": "online",
    "paper-conference": "inproceedings",
}
_FIELDS = {
    "title": "title",
    "publisher": "publisher",
    "publisher-place": "location",
    "volume": "volume",
    "issue": "number",
    "page": "pages",
    "DOI": "doi",
    "ISBN": "isbn",
    "ISSN": "issn",
    "URL": "url",
    "language": "langid",
    "note": "note",
}
"""CSL variables and the fields of BibLaTeX for them (its manual, section 2.2)."""
_VERBATIM = frozenset({"DOI", "URL"})
_ARTICLE, _OTHER = "journaltitle", "booktitle"
_SPECIAL = re.compile(r"[\\{}$&#%_~^]")
_ESCAPED = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


def write(items: Iterable[Mapping[str, Any]]) -> str:
    """The entries, one after the other."""
    return "\n".join(_entry(item) for item in items)


def _entry(item: Mapping[str, Any]) -> str:
    kind = _TYPES.get(str(item.get("type", "")), "misc")
    fields = ",\n".join(f"  {name} = {{{value}}}" for name, value in _fields(item, kind))
    return f"@{kind}{{{item['id']},\n{fields}\n}}\n"


def _fields(item: Mapping[str, Any], kind: str) -> Iterator[tuple[str, str]]:
    if item.get("author"):
        yield "author", " and ".join(_name(name) for name in item["author"])
    date = item.get("issued", {}).get("date-parts", [[]])[0]
    if date:
        yield "date", "-".join(f"{part:04d}" if n == 0 else f"{part:02d}" for n, part in enumerate(date))
    if item.get("container-title"):
        yield _ARTICLE if kind == "article" else _OTHER, _text(item["container-title"])
    for variable, field in _FIELDS.items():
        if item.get(variable):
            value = str(item[variable])
            yield field, value if variable in _VERBATIM else f"{{{_text(value)}}}" if field == "title" else _text(value)
    if item.get("type") in ("article-newspaper", "article-magazine"):
        yield "entrysubtype", str(item["type"]).removeprefix("article-")


def _name(name: Mapping[str, str]) -> str:
    if name.get("literal"):
        return f"{{{_text(name['literal'])}}}"
    return ", ".join(_text(name[part]) for part in ("family", "given") if name.get(part))


def _text(value: object) -> str:
    """A value in one line, with the characters escaped that LaTeX takes for its own."""
    line = " ".join(str(value).split())
    return _SPECIAL.sub(lambda match: _ESCAPED.get(match.group(), f"\\{match.group()}"), line)
