"""Web pages as saved: the tree is parsed once, for the body, for what surrounds it and for the metadata."""

from __future__ import annotations

from typing import Any

from ....errors import ImportFailedError
from ...document import Block, Line, Source
from .blocks import blocks_of
from .body import shares_of
from .charset import decode_page
from .clues import page_clues
from .heads import folded_space, read_head
from .kinds import kinds_of
from .parsing import parse
from .several import several
from .tree import Piece, pieces_of
from .unseen import drop_apart, prune

FEW_LETTERS = 500
"""Characters of text beside which a page with scripts has left its text to them."""


def read_html(name: str, data: bytes) -> Source:
    """Read a web page.

    Raises:
        ImportFailedError: for what is no text, and for a page whose text is not in the file.
    """
    decoded = decode_page(name, data)
    return read_page(name, decoded.text, warnings=decoded.warnings)


def read_page(name: str, text: str, *, address: str = "", warnings: tuple[str, ...] = ()) -> Source:
    """Read a page that is decoded already.

    Args:
        name: the file's name, for messages.
        text: the page.
        address: where it was saved from, as its container states.
        warnings: what was to say about its decoding.

    Raises:
        ImportFailedError: for a page whose text is not in the file.
    """
    root, depth = parse(text)
    head = read_head(root)
    builders = {element.tag for element in root.iter("script", "frame")}
    prune(root)
    pieces = pieces_of(root)
    found = page_clues(head, pieces, address)
    parted = several(pieces, found.title_at)
    if parted:
        if parted.taken:
            _set_apart(pieces, parted.taken)
        found = page_clues(head, pieces, address, several=parted)
        warnings += (parted.warning,)
    drop_apart(root)
    shares, doubts = shares_of(root, pieces)
    kinds = kinds_of(pieces, shares, found.title_at)
    blocks = tuple(blocks_of(pieces, kinds))
    said = (*warnings, *depth, *doubts)
    if all(kinds):
        stated = _stated_body(found.body, len(blocks))
        if not stated:
            raise _no_text(name, builders if sum(len(piece.text) for piece in pieces) < FEW_LETTERS else set())
        blocks += stated
        said += ("the page shows no text; this is the article body that its JSON-LD states, for machines",)
    whole = parted is not None and not parted.taken
    return Source(blocks, clues=found.clues, type=found.type, markup=True, settled=whole, warnings=said)


def _set_apart(pieces: list[Piece], taken: int) -> None:
    """Leave one article of a page, and what stands outside of all."""
    for piece in pieces:
        if piece.article not in {0, taken} and not piece.kind:
            piece.kind = "other-article"


def _stated_body(body: str, before: int) -> tuple[Block, ...]:
    """The text that a page built by a script states for search engines."""
    lines = [line for part in body.splitlines() if (line := folded_space(part))]
    return tuple(Block(line, (Line(number, line),)) for number, line in enumerate(lines, before + 1))


def _no_text(name: str, builders: set[Any]) -> ImportFailedError:
    if "frame" in builders:
        return ImportFailedError(
            "no text: this is a page of frames, its text is in other files",
            where=name,
            hint="open the frame with the text by itself in the browser and save that",
        )
    if "script" in builders:
        return ImportFailedError(
            "no text: the page was built by a script",
            where=name,
            hint="save it from the browser as a complete page or as .mhtml, or copy its text into a .txt file",
        )
    return ImportFailedError("the page holds no text", where=name, hint="check that it was saved whole")
