"""CSL items as BibLaTeX entries, with titles and names in braces that keep them as they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import quote

from briefing_tui.model.web_address import is_web_address

from .marked import CIRCA

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
"""Fields in which nothing is escaped: what would end them is percent-encoded."""
_WHOLE = frozenset({"title", "publisher", "location"})
"""Fields in a second pair of braces: a title, of which no style changes a letter, and lists, parted at each 'and'."""
_UNCERTAIN = "~"
"""Behind a date, in the Extended Date/Time Format."""
_UNSAFE = re.compile(r"[\s{}\\\x00-\x1f\x7f]")
_JOINED = re.compile(r",|\band\b", re.IGNORECASE)
"""What would part a name in two."""
_FOLDED = re.compile(r"[^\S\u00a0\u202f]+")
"""White space, but for spaces at which no line ends."""
_ARTICLE, _OTHER = "journaltitle", "booktitle"
_SPECIAL = re.compile(r"[\\{}$&#%_~^]")
_BRACES = {"{": r"\textbraceleft{}", "}": r"\textbraceright{}"}
"""For those without a partner: their readers count braces, whether a backslash stands before them or not."""
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
    if date and date[0] > 0:
        said = "-".join(f"{part:04d}" if n == 0 else f"{part:02d}" for n, part in enumerate(date))
        yield "date", said + _UNCERTAIN * bool(item["issued"].get(CIRCA))
    if item.get("container-title"):
        yield _ARTICLE if kind == "article" else _OTHER, _text(item["container-title"])
    for variable, field in _FIELDS.items():
        if item.get(variable) and not (variable == "URL" and _is_elsewhere(item)):
            write_value = _verbatim if variable in _VERBATIM else _text
            value = write_value(item[variable])
            yield field, f"{{{value}}}" if field in _WHOLE else value
    if addendum := ", ".join(map(_text, _added(item))):
        yield "addendum", addendum
    if item.get("type") in ("article-newspaper", "article-magazine"):
        yield "entrysubtype", str(item["type"]).removeprefix("article-")


def _added(item: Mapping[str, Any]) -> Iterator[str]:
    """What BibLaTeX has no field for: who republished the text, how the source is graded, what is no web address."""
    if _is_elsewhere(item):
        yield str(item["URL"])
    if item.get("republished-by"):
        yield str(item["republished-by"])
    if item.get("grade"):
        yield f"[{item['grade']}]"


def _is_elsewhere(item: Mapping[str, Any]) -> bool:
    """Whether an item has an address that is none of the web: whoever reads the entry would make a link of it."""
    return bool(item.get("URL")) and not is_web_address(_verbatim(item["URL"]))


def _name(name: Mapping[str, str]) -> str:
    if name.get("literal"):
        return f"{{{_text(name['literal'])}}}"
    return ", ".join(_part(name[part]) for part in ("family", "given") if name.get(part))


def _part(words: str) -> str:
    """A part of a name, in braces where it would be taken for two."""
    return f"{{{_text(words)}}}" if _JOINED.search(words) else _text(words)


def _verbatim(value: object) -> str:
    return _UNSAFE.sub(lambda match: quote(match.group()), str(value).strip())


def _text(value: object) -> str:
    """A value in one line, with the characters escaped that LaTeX takes for its own."""
    line = _FOLDED.sub(" ", str(value)).strip()
    escaped = _ESCAPED if _paired(line) else _ESCAPED | _BRACES
    return _SPECIAL.sub(lambda match: escaped.get(match.group(), f"\\{match.group()}"), line)


def _paired(line: str) -> bool:
    """Whether each brace has its partner."""
    depth = 0
    for brace in re.findall("[{}]", line):
        depth += 1 if brace == "{" else -1
        if depth < 0:
            return False
    return depth == 0
