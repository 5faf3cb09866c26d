"""The words that the tags of a PDF carry: what its structure says is quoted, letter for letter, in any script.

A file from elsewhere may tie its tags into rings and share them between branches: each is looked at once.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from pikepdf import Array, Dictionary, Pdf, String, parse_content_stream

from .decoded import drawing

MANY = 3
"""Notes and quotes of a page that are all changed, from which on they are told together."""
_INSTEAD = ("/ActualText", "/Alt", "/E")
"""What a tag says in the place of what it holds (ISO 32000-2, 14.9)."""
_NUMBER = re.compile(rb"/MCID (\d{1,9})")
_NOWHERE = (0, 0)
"""The number of no object: of a page that is none."""
_REFERENCE = re.compile(rb"\b\d{1,10} \d{1,5} R\b")
"""What leads to another object; each program that writes the file may number them anew."""


def tagged_texts(pdf: Pdf, prefix: str) -> Mapping[str, str]:
    """What the tags whose ID begins so say in words, by the rest of the ID; what follows a dot counts the pieces."""
    words = [_words(page) for page in pdf.pages]
    texts: dict[str, str] = {}
    for tags, page, number, _ in _marks(pdf):
        for name in (str(tag.get("/ID", "")) for tag in tags):
            if name.startswith(prefix):
                key = name.removeprefix(prefix).partition(".")[0]
                texts[key] = texts.get(key, "") + words[page].get(number, "")
    return texts


def tagged_contents(pdf: Pdf) -> dict[str, str]:
    """The sha256 of what is drawn for each tag that has an ID, by that ID: what a changed page is searched by.

    With it goes what the tag, or one below it, says in the place of what is drawn, which none of ours does.
    """
    drawn = [_drawn(page) for page in pdf.pages]
    found: dict[str, list[bytes]] = {}
    for tags, page, number, said in _marks(pdf, instead=True):
        for tag in tags:
            if "/ID" in tag and str(tag.get("/S")) in ("/Note", "/Span"):
                found.setdefault(str(tag.ID), []).append(said or drawn[page].get(number, b""))
    return {name: hashlib.sha256(b"\n".join(pieces)).hexdigest() for name, pieces in found.items()}


def tags_by_page(pdf: Pdf) -> list[str]:
    """Of each page the sha256 of its tags, in the order of reading: what they are, say and hold, but for other tags.

    A tag is of the page that it names as its own, else of that of the one around it; what has none is of no page.
    """
    found: list[list[bytes]] = [[] for _ in pdf.pages]
    for kid, _, page in _tree(pdf):
        if page >= 0 and isinstance(kid, Dictionary):
            found[page].append(_REFERENCE.sub(b"R", kid.unparse(resolved=True)))
    return [hashlib.sha256(b"\n".join(tags)).hexdigest() for tags in found]


@dataclass(frozen=True, slots=True)
class Changed:
    """The notes and quotes that are not drawn as they were."""

    names: frozenset[str]
    """IDs of their tags."""
    anew: Mapping[int, frozenset[str]]
    """The same on each page that is written otherwise throughout, as by another program."""
    all: bool
    """Whether none is left as it was."""

    @classmethod
    def found(cls, pdf: Pdf, expected: Mapping[str, str], pages: Sequence[int]) -> Changed:
        """Compare.

        Args:
            pdf: a document.
            expected: what `tagged_contents` gave of it once.
            pages: numbers of the pages that were changed.
        """
        contents = tagged_contents(pdf)
        names = frozenset(n for n in {*contents, *expected} if contents.get(n) != expected.get(n))
        on: dict[int, set[str]] = {n: set() for n in pages}
        for tags, page, _, _ in _marks(pdf) if pages and names else ():
            on.get(page + 1, set()).update(name for tag in tags if (name := str(tag.ID)) in contents)
        anew = {n: frozenset(here) for n, here in on.items() if here <= names and len(_places(here)) >= MANY}
        return cls(names, anew, all=names >= expected.keys())

    def throughout(self, page: int) -> str:
        """What is said once of a page for all that is on it; empty where its notes and quotes are named."""
        count = len(_places(self.anew.get(page, ())))
        return f"it is written otherwise throughout, and so are all {count} of its notes and quotes" if count else ""

    def places(self) -> list[str]:
        """The others, `note e4` or `quote e7`; none where all are changed."""
        return [] if self.all else _places(self.names.difference(*self.anew.values()))


def _places(names: Iterable[str]) -> list[str]:
    """The notes and quotes that tags belong to, in the order of their names."""
    return list(dict.fromkeys(" ".join(name.partition(".")[0].split("-", 1)) for name in sorted(names)))


def is_tagged(pdf: Pdf, name: str) -> bool:
    """Whether pages show what a tag with this ID holds."""
    return any(str(tag.ID) == name for tags, page, _, _ in _marks(pdf) if page >= 0 for tag in tags)


def _marks(pdf: Pdf, *, instead: bool = False) -> Iterator[tuple[tuple[Any, ...], int, int, bytes]]:
    """The marked pieces of pages, in the order of reading: the tags around each, the index of its page, its number.

    Among them, where it is asked for, with neither page nor number, what tags say in the place of what they hold.
    """
    for kid, tags, page in _tree(pdf):
        if isinstance(kid, Dictionary):
            if instead and (said := _instead(kid)):
                yield tags, -1, -1, said
        elif isinstance(kid, int) and page >= 0:
            yield tags, page, int(kid), b""


def _tree(pdf: Pdf) -> Iterator[tuple[Any, tuple[Any, ...], int]]:
    """The tags and marks in the order of reading: each, the tags around it that have an ID, and the index of its page.

    A tag with an ID is among those around itself; what is on no page has -1.
    """
    numbers = {page.obj.objgen: n for n, page in enumerate(pdf.pages)}
    root = pdf.Root.get("/StructTreeRoot", Dictionary())
    pending: list[tuple[Any, tuple[Any, ...], int]] = [(root, (), -1)]
    seen = set()
    while pending:
        kid, tags, page = pending.pop()
        if isinstance(kid, Dictionary):
            if kid.is_indirect and kid.objgen in seen:
                continue
            seen.add(kid.objgen)
            tags = (*tags, kid) if "/ID" in kid else tags
            page = numbers.get(getattr(kid.Pg, "objgen", _NOWHERE), -1) if "/Pg" in kid else page
            pending += [(below, tags, page) for below in reversed(_kids(kid))]
        yield kid, tags, page


def _instead(tag: Any) -> bytes:
    """What a tag says in the place of what it holds; empty where it says nothing."""
    values = {key.encode(): tag[key] for key in _INSTEAD if key in tag}
    return b"\n".join(key + b" " + (bytes(v) if isinstance(v, String) else b"?") for key, v in values.items())


def _kids(tag: Any) -> list[Any]:
    kids = tag.get("/K", Array())
    return list(kids) if isinstance(kids, Array) else [kids]


def _words(page: Any) -> dict[int, str]:
    """The words of a page's marked pieces that carry them, by number."""
    found = {}
    for instruction in parse_content_stream(page, "BDC") if drawing(page) else ():
        properties = list(instruction.operands)[1:]
        if properties and isinstance(properties[0], Dictionary) and "/ActualText" in properties[0]:
            found[int(properties[0]["/MCID"])] = str(properties[0]["/ActualText"])
    return found


def _drawn(page: Any) -> dict[int, bytes]:
    """The operators of a page's marked pieces, by number, as this program writes them, and what is said of each."""
    found: dict[int, bytes] = {}
    number, piece = -1, list[bytes]()
    for before, line in pairwise(drawing(page).split(b"\n")):
        if number >= 0 and line == b"EMC":
            found[number], number = b"\n".join(piece), -1
        elif number >= 0:
            piece.append(line)
        elif line == b"BDC" and (marked := _NUMBER.search(before)):
            number, piece = int(marked[1]), [before]
    return found
