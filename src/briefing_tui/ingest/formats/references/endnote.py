"""EndNote XML: each record is parsed by itself, so that nothing is declared, expanded or fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from xml.etree import ElementTree as ET

from ....errors import ImportFailedError
from ...document import Source, Unread
from ..encoding import decode
from . import exchange
from .lines import LineNumbers
from .records import Record, sources, unread

HINT = "export the library as XML from EndNote (File, Export, XML), or as RIS"
LONGEST = 4 * 2**20
"""Characters of one record."""

TYPES = {
    "aggregated database": "dataset", "ancient text": "classic", "artwork": "graphic",
    "audiovisual material": "motion_picture", "bill": "bill", "blog": "post-weblog", "book": "book",
    "book section": "chapter", "case": "legal_case", "catalog": "book", "chart or table": "graphic",
    "classical work": "classic", "computer program": "software", "conference paper": "paper-conference",
    "conference proceedings": "paper-conference", "dataset": "dataset", "dictionary": "entry-dictionary",
    "discussion forum": "post", "edited book": "book", "electronic article": "article-journal",
    "electronic book": "book", "electronic book section": "chapter", "encyclopedia": "entry-encyclopedia",
    "equation": "document", "figure": "figure", "film or broadcast": "motion_picture", "generic": "document",
    "government document": "report", "grant": "document", "hearing": "hearing", "interview": "interview",
    "journal article": "article-journal", "legal rule or regulation": "regulation",
    "magazine article": "article-magazine", "manuscript": "manuscript", "map": "map",
    "multimedia application": "webpage", "music": "musical_score", "newspaper article": "article-newspaper",
    "online database": "dataset",
    "online multimedia": "webpage", "pamphlet": "pamphlet", "patent": "patent", "personal communication":
    "personal_communication", "podcast": "broadcast", "press release": "article", "report": "report", "serial": "book",
    "social media": "post", "standard": "standard", "statute": "legislation", "television episode": "broadcast",
    "thesis": "thesis", "unpublished work": "manuscript", "web page": "webpage",
}  # fmt: skip

_PATHS = {
    "titles/title": "title", "titles/short-title": "title-short", "titles/tertiary-title": "collection-title",
    "titles/translated-title": "translated-title", "volume": "volume", "pages": "page", "edition": "edition",
    "publisher": "publisher", "pub-location": "publisher-place", "electronic-resource-num": "DOI",
    "language": "language", "abstract": "abstract", "notes": "note", "research-notes": "annote", "section": "section",
    "work-type": "genre", "call-num": "call-number", "num-vols": "number-of-volumes", "accession-num":
    "archive_location", "remote-database-name": "archive", "remote-database-provider": "source",
    "urls/related-urls/url": "URL", "urls/web-urls/url": "URL",
}  # fmt: skip
_PEOPLE = {
    "authors": "author", "secondary-authors": "editor", "tertiary-authors": "collection-editor",
    "subsidiary-authors": "translator", "translated-authors": "translator",
}  # fmt: skip

_OPEN = re.compile(r"<record(?=[\s>])")
_DECLARED = re.compile(r"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def read_endnote(name: str, data: bytes) -> Sequence[Source | Unread]:
    """Read an EndNote XML file.

    Raises:
        ImportFailedError: for other XML, and for a file that declares entities.
    """
    text = decode(name, data).text
    starts = [match.start() for match in _OPEN.finditer(text)]
    if _DECLARED.search(text, 0, starts[0] if starts else len(text)):
        what = "this XML declares a document type or entities, which are not read"
        raise ImportFailedError(what, where=name, hint="take the <!DOCTYPE …> out, or export it again")
    if not starts or "<xml" not in text[: starts[0]] + text[:200]:
        raise ImportFailedError("this XML holds no EndNote records", where=name, hint=HINT)
    return sources(_records(name, text, starts))


def _records(name: str, text: str, starts: Sequence[int]) -> Iterator[Record | Unread]:
    number_of = LineNumbers(text)
    for number, (start, following) in enumerate(zip(starts, [*starts[1:], len(text)], strict=True), 1):
        end = text.find("</record>", start, following)
        line = number_of.of(start)
        place = f"record {number}, line {line}"
        if end < 0:
            yield unread("", "the record is not closed", name=name, place=place, hint=HINT)
            continue
        if end - start > LONGEST:
            what = f"the record is longer than {LONGEST // 2**20} MB"
            yield unread("", what, name=name, place=place, hint="shorten its notes")
            continue
        try:
            element = ET.fromstring(text[start:end] + "</record>")  # noqa: S314 - no declaration can stand in it
        except (ET.ParseError, ValueError) as error:
            yield unread("", f"the record is no valid XML: {error}", name=name, place=place, hint=HINT)
        else:
            yield _record(element, place, line)


def _record(element: ET.Element, place: str, line: int) -> Record:
    item = exchange.Item()
    stated = element.find("ref-type")
    words = ((stated.get("name") or "") if stated is not None else "").strip()
    kind = TYPES.get(words.lower(), "document")
    warnings = () if words.lower() in TYPES else (f"{words[:40] or 'no ref-type'} is no type of EndNote: a document",)
    key = _text(element, "label") or _text(element, "rec-number")
    item.variables |= {"id": key, "type": kind}
    isbn = "ISBN" if kind in exchange.BOOKS else "ISSN"
    container = "collection-title" if kind == "book" else "container-title"
    paths = {**_PATHS, "number": exchange.number_variable(kind), "isbn": isbn}
    for path, variable in paths.items():
        item.set(variable, _text(element, path), path)
    for path in ("periodical/full-title", "titles/secondary-title", "periodical/abbr-1", "alt-periodical/full-title"):
        item.set(container, _text(element, path), path)
    for path, variable in _PEOPLE.items():
        people = element.iterfind(f"contributors/{path}/author")
        item.set(variable, exchange.people(_words(person) for person in people), path)
    item.set("keyword", ", ".join(_words(k) for k in element.iterfind("keywords/keyword")), "keywords")
    _dates(item, element)
    return Record(key, item.variables, "EndNote field", place, line, item.named, tuple(_links(element)), warnings)


def _dates(item: exchange.Item, element: ET.Element) -> None:
    year = _text(element, "dates/year")
    day = _text(element, "dates/pub-dates/date")
    found = {"dates/year": exchange.date(year), "dates/pub-dates/date": exchange.date(day, year) if day else {}}
    best = exchange.exactest(found.values())
    for path, value in found.items():
        if value is best:
            item.set("issued", value, path)
    item.set("accessed", exchange.date(_text(element, "access-date")), "access-date")


def _links(element: ET.Element) -> Iterator[str]:
    database = element.find("database")
    library = (database.get("name") or "") if database is not None else ""
    for url in element.iterfind("urls/pdf-urls/url"):
        yield exchange.path_of(_words(url), library)


def _text(element: ET.Element, path: str) -> str:
    found = element.find(path)
    return _words(found) if found is not None else ""


def _words(element: ET.Element) -> str:
    return "".join(element.itertext()).strip()
