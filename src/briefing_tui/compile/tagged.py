"""The words that the tags of a PDF carry: what its structure says is quoted, letter for letter, in any script."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from typing import Any

from pikepdf import Array, Dictionary, Pdf, parse_content_stream

_PIECE = re.compile(rb"/MCID (\d+)[^\n]*\nBDC\n(.*?)\nEMC", re.DOTALL)


def tagged_texts(pdf: Pdf, prefix: str) -> Mapping[str, str]:
    """What the tags whose ID begins so say in words, by the rest of the ID; what follows a dot counts the pieces."""
    words = [_words(page) for page in pdf.pages]
    numbers = {page.obj.objgen: n for n, page in enumerate(pdf.pages)}
    texts: dict[str, str] = {}
    for tag in _tags(pdf.Root.get("/StructTreeRoot", Dictionary())):
        name = str(tag.get("/ID", ""))
        if name.startswith(prefix):
            key = name.removeprefix(prefix).partition(".")[0]
            said = "".join(words[page].get(number, "") for page, number in _places(tag, numbers))
            texts[key] = texts.get(key, "") + said
    return texts


def _tags(root: Any) -> Iterator[Any]:
    pending = [root]
    while pending:
        tag = pending.pop()
        yield tag
        pending += reversed([kid for kid in _kids(tag) if isinstance(kid, Dictionary)])


def _kids(tag: Any) -> list[Any]:
    kids = tag.get("/K", Array()) if isinstance(tag, Dictionary) else Array()
    return list(kids) if isinstance(kids, Array) else [kids]


def _places(tag: Any, numbers: Mapping[tuple[int, int], int], page: int = -1) -> Iterator[tuple[int, int]]:
    """The marked pieces under a tag, in order: the index of the page and the number of the piece."""
    if "/Pg" in tag:
        page = numbers.get(tag.Pg.objgen, -1)
    for kid in _kids(tag):
        if isinstance(kid, Dictionary):
            yield from _places(kid, numbers, page)
        elif isinstance(kid, int) and page >= 0:
            yield page, int(kid)


def _words(page: Any) -> dict[int, str]:
    """The words of a page's marked pieces that carry them, by number."""
    found = {}
    for instruction in parse_content_stream(page, "BDC"):
        properties = list(instruction.operands)[1:]
        if properties and isinstance(properties[0], Dictionary) and "/ActualText" in properties[0]:
            found[int(properties[0]["/MCID"])] = str(properties[0]["/ActualText"])
    return found


def tagged_contents(pdf: Pdf) -> dict[str, str]:
    """The sha256 of what is drawn for each tag that has an ID, by that ID: what a changed page is searched by."""
    drawn = [_drawn(page) for page in pdf.pages]
    numbers = {page.obj.objgen: n for n, page in enumerate(pdf.pages)}
    return {
        str(tag.ID): hashlib.sha256(b"\n".join(drawn[n].get(k, b"") for n, k in _places(tag, numbers))).hexdigest()
        for tag in _tags(pdf.Root.get("/StructTreeRoot", Dictionary()))
        if "/ID" in tag and str(tag.get("/S")) in ("/Note", "/Span")
    }


def _drawn(page: Any) -> dict[int, bytes]:
    """The operators of a page's marked pieces, by number, as this program writes them."""
    contents = page.obj.get("/Contents")
    streams = contents if isinstance(contents, Array) else [contents]
    data = b"\n".join(stream.read_bytes() for stream in streams if stream is not None)
    return {int(number): drawn for number, drawn in _PIECE.findall(data)}
