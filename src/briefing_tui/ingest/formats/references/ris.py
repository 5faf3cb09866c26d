"""RIS: records of lines that begin with a tag of two letters."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ....errors import ImportFailedError
from ...document import Source, Unread
from ..encoding import decode, lines_of
from . import exchange
from .records import Record, sources, unread

TYPES = {
    "ABST": "article-journal", "ADVS": "motion_picture", "AGGR": "dataset", "ANCIENT": "classic", "ART": "graphic",
    "BILL": "bill", "BLOG": "post-weblog", "BOOK": "book", "CASE": "legal_case", "CHAP": "chapter", "CHART": "graphic",
    "CLSWK": "classic", "COMP": "software", "CONF": "book", "CPAPER": "paper-conference", "CTLG": "book",
    "DATA": "dataset", "DBASE": "dataset", "DICT": "entry-dictionary", "EBOOK": "book", "ECHAP": "chapter",
    "EDBOOK": "book", "EJOUR": "article-journal", "ELEC": "webpage", "ENCYC": "entry-encyclopedia", "EQUA": "document",
    "FIGURE": "figure", "GEN": "document", "GOVDOC": "report", "GRANT": "document", "HEAR": "hearing",
    "ICOMM": "post", "INPR": "article-journal", "JFULL": "periodical", "JOUR": "article-journal",
    "LEGAL": "legislation", "MANSCPT": "manuscript", "MAP": "map", "MGZN": "article-magazine",
    "MPCT": "motion_picture", "MULTI": "webpage", "MUSIC": "musical_score", "NEWS": "article-newspaper",
    "PAMP": "pamphlet", "PAT": "patent", "PCOMM": "personal_communication", "RPRT": "report", "SER": "book",
    "SLIDE": "speech", "SOUND": "song", "STAND": "standard", "STAT": "legislation", "THES": "thesis",
    "UNBILL": "bill", "UNPB": "manuscript", "VIDEO": "motion_picture",
}  # fmt: skip

_TAGS = {
    "TI": "title", "T1": "title", "CT": "title", "ST": "title-short", "T3": "collection-title", "VL": "volume",
    "DO": "DOI", "PB": "publisher", "CY": "publisher-place", "PP": "publisher-place", "ET": "edition", "LA": "language",
    "M3": "genre", "SE": "section", "NV": "number-of-volumes", "DP": "source", "DB": "archive",
    "AN": "archive_location", "CN": "call-number", "TT": "translated-title", "OP": "original-title",
    "RI": "reviewed-title",
    "AB": "abstract", "N2": "abstract",
}  # fmt: skip
_PEOPLE = {
    "AU": "author", "A1": "author", "ED": "editor", "A2": "editor", "A3": "collection-editor", "A4": "translator",
    "TA": "translator",
}  # fmt: skip
_SERIAL_TITLES = ("JF", "JO", "T2", "JA", "J1", "J2", "BT")
_TITLES = ("T2", "BT", "JF", "JO")

_LINE = re.compile(r"\s{0,3}([A-Z][A-Z0-9]) {0,2}- ?(.*)\Z")


@dataclass(slots=True)
class _Raw:
    """The lines of a record by their tags, in order."""

    line: int
    tags: defaultdict[str, list[tuple[str, int]]] = field(default_factory=lambda: defaultdict(list))
    closed: bool = False

    def texts(self, tag: str) -> list[str]:
        """The values of a tag."""
        return [text for text, _ in self.tags.get(tag, ()) if text]


def read_ris(name: str, data: bytes) -> Sequence[Source | Unread]:
    """Read a RIS file.

    Raises:
        ImportFailedError: where no record begins.
    """
    found = list(_split(decode(name, data).text))
    if not any("TY" in raw.tags for raw in found):
        raise ImportFailedError("the file holds no RIS record", where=name, hint="a record begins with 'TY  - JOUR'")
    return sources(_record(name, raw) for raw in found)


def _split(text: str) -> Iterator[_Raw]:
    """Records from TY to ER; one that is not closed ends where the next begins."""
    raw: _Raw | None = None
    last = ""
    for number, line in lines_of(text):
        match = _LINE.match(line)
        tag = match[1] if match else ""
        if raw and (tag == "TY" or raw.closed):
            yield raw
            raw = None
        if tag == "ER":
            if raw:
                raw.closed = True
        elif match:
            raw = raw or _Raw(number)
            raw.tags[tag].append((match[2].strip(), number))
            last = tag
        elif raw and last and line.strip():
            before, at = raw.tags[last][-1]
            raw.tags[last][-1] = (f"{before} {line.strip()}".strip(), at)
        elif raw and last in {"AB", "N2"} and raw.tags[last]:
            before, at = raw.tags[last][-1]
            raw.tags[last][-1] = (f"{before}\n\n", at)
    if raw:
        yield raw


def _record(name: str, raw: _Raw) -> Record | Unread:
    key = next(iter(raw.texts("ID") or raw.texts("LB")), "")
    place = f"line {raw.line}"
    if "TY" not in raw.tags or len(raw.tags) < 2:
        what = "this record has no type" if "TY" not in raw.tags else "this record holds nothing but its type"
        return unread(key, what, name=name, place=place, hint="a record stands between 'TY  - JOUR' and 'ER  -'")
    item = exchange.Item()
    stated = raw.tags["TY"][0][0].upper()
    kind = TYPES.get(stated, "document")
    warnings = [] if stated in TYPES else [f"{stated[:40] or 'an empty TY'} is no type of RIS: taken as a document"]
    if not raw.closed:
        warnings.append("the record is not closed by ER")
    item.variables |= {"id": key, "type": kind}
    _plain(item, raw, kind)
    _dates(item, raw)
    links = [exchange.path_of(link) for tag in ("L1", "L4") for text in raw.texts(tag) for link in text.split(";")]
    return Record(key, item.variables, "RIS tag", place, raw.line, item.named, tuple(links), tuple(warnings))


def _plain(item: exchange.Item, raw: _Raw, kind: str) -> None:
    """Everything but dates."""
    serial = kind in exchange.SERIAL
    number = exchange.number_variable(kind)
    tags = {**_TAGS, "IS": number, "M1": number, "SN": "ISBN" if kind in exchange.BOOKS else "ISSN"}
    if kind == "book":
        tags |= {"BT": "title", "T2": "collection-title"}
    else:
        tags |= dict.fromkeys(_SERIAL_TITLES if serial else _TITLES, "container-title")
    for tag, variable in tags.items():
        for text, line in raw.tags.get(tag, ()):
            item.set(variable, text, tag, line)
    for tag, variable in _PEOPLE.items():
        if tag in raw.tags:
            item.set(variable, exchange.people(raw.texts(tag)), tag, raw.tags[tag][0][1])
    pages = "-".join(dict.fromkeys([*raw.texts("SP")[:1], *raw.texts("EP")[:1]]))
    item.set("page", pages, "SP", raw.tags["SP"][0][1] if "SP" in raw.tags else 0)
    item.set("keyword", ", ".join(raw.texts("KW")), "KW")
    item.set("note", "; ".join([*raw.texts("N1"), *raw.texts("RN")]), "N1")
    for tag in ("UR", "L2", "LK", "L1"):
        for text, line in raw.tags.get(tag, ()):
            if "://" in text and not text.lower().startswith(("file:", "internal-pdf:")):
                item.set("URL", text.split(";http")[0].split()[0], tag, line)


def _dates(item: exchange.Item, raw: _Raw) -> None:
    year = next(iter(raw.texts("PY") or raw.texts("Y1")), "")
    found = {tag: exchange.date(text, year) for tag in ("PY", "Y1", "DA") for text in raw.texts(tag)[:1]}
    best = exchange.exactest(found.values())
    for tag, value in found.items():
        if value is best:
            item.set("issued", value, tag, raw.tags[tag][0][1])
    for text, line in raw.tags.get("Y2", ()):
        item.set("accessed", exchange.date(text), "Y2", line)
