"""What a PDF says about itself: its type on page 1, its document properties, its XMP packet.

Properties are rarely to be trusted: programs fill them with file names and users. They count where the first page bears
them out, and as inferred even then. Nor is the size of type alone: what is printed largest may be a stamp or a slogan.
It is a stated title where a second witness agrees: properties, a running head, a bookmark, a byline or date under it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ....model import Name, State
from ...document import Block, Clue, Shape
from ...rules import dates
from ...rules.bylines import is_byline
from ...rules.furniture import is_notice, is_title_like, is_wholly_quoted
from ...rules.names import ORGANISATION_WORDS, folded, is_masthead, is_person, person

Clues = list[tuple[str, Clue]]

LONGEST_TITLE = 30
"""Words."""

LONGEST_BYLINE = 120
"""Characters of a line under the title that bears it out."""

HEAD = 8
"""Blocks of page 1 that a title can stand among, and lines under it that can name its authors."""

_JUNK = re.compile(
    r"microsoft|untitled|\.(?:docx?|indd|qxp|qxd|odt|rtf|pdf|tex|pptx?|xlsx?|pages|wpd)\b|^document\d*$|^slide\b|^\W*$|"
    r"^presentation\d*$|^layout\b|^[\w-]+_[\w-]+$|^title$|^unknown$|^unbenannt|^sans titre",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:(?:working|discussion|policy|white|issue|research|briefing|conference|background|position|technical|annual|"
    r"special|country|progress|fact|press|final|draft|staff|occasional|media)\s+)*(?:papers?|briefs?|briefing|reports?|"
    r"notes?|sheets?|releases?|series|memos?|memorandum|newsletter|bulletin|review|analysis|study|studies)"
    r"(?:\s+(?:series\s*)?(?:no\.?|number|nr\.?|#)?\s*[\d./-]*)?\Z",
    re.IGNORECASE,
)
"""What a cover says of the kind of document: no title."""
_SECTION = re.compile(
    r"(?:executive |key )?(?:summary|contents|table of contents|introduction|abstract|foreword|preface|findings|"
    r"acknowledge?ments|overview|background|einleitung|zusammenfassung|inhalt(?:sverzeichnis)?|vorwort|résumé|sommaire|"
    r"avant-propos|table des matières|введение|содержание|аннотация)\Z",
    re.IGNORECASE,
)
"""What every document's first section may be called."""
_NUMBER = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5})[.)]?\s+")
"""Before the name of a section."""
_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|\bdoi:?\s*)(10\.\d{4,9}/[^\s\"<>]+?)[.,;)]*(?=\s|\Z)", re.IGNORECASE)
_NAME_PARTS = re.compile(r"\s*(?:,|;|·|•|\||\band\b|&|\bund\b|\bet\b|\by\b|\bи\b)\s*")
_MARKS = re.compile(r"[\d*†‡§¶]+(?:,[\d*†‡§¶]+)*")


@dataclass(frozen=True, slots=True)
class Display:
    """A block of the first page that is set as a heading."""

    place: int
    """Its index among the blocks."""
    size: float


def read_properties(
    blocks: Sequence[Block],
    displays: Sequence[Display],
    sizes: Sequence[float],
    *,
    body: float,
    properties: Mapping[str, str],
    data: bytes,
    bookmark: str = "",
) -> tuple[Clues, dict[int, str]]:
    """What the file says about itself.

    Args:
        blocks: of the document.
        displays: the headings among those of the first page.
        sizes: of all headings of the document.
        body: the size of the text.
        properties: the document properties, by name.
        data: the file.
        bookmark: the title of the first entry of its outline.

    Returns:
        the clues, and the blocks that they stand in, by index, with the kind of furniture that they are.
    """
    clues: Clues = []
    first = [block.text for block in blocks if block.kind != "footnote" and _is_first(block, blocks)]
    page = folded(" ".join(first))
    place = _title(blocks, displays, sizes, body)
    labels = [shown.place for shown in displays if _is_label(blocks[shown.place].text)]
    taken = dict.fromkeys(labels, "kicker")
    stated = properties.get("Title", "").strip()
    known = len(folded(stated)) > 5 and not _JUNK.search(stated) and folded(stated) in page
    if place is not None:
        block = blocks[place]
        witness = _witness(blocks, place, stated if known else "", bookmark)
        evidence = f"line {block.number}: the largest type on the first page" + (f"; {witness}" if witness else "")
        clues.append(("title", Clue(block.text, State.STATED if witness else State.INFERRED, evidence)))
        taken[place] = "title"
    elif known and not (_LABEL.match(stated) or _SECTION.match(stated)) and len(stated.split()) > 1:
        evidence = "document properties: title (rarely to be trusted), borne out by the first page"
        clues.append(("title", Clue(stated, State.INFERRED, evidence)))
    _author(blocks, place, properties.get("Author", "").strip(), clues, taken)
    _packet(data, first, clues)
    return clues, taken


def _is_label(text: str) -> bool:
    return bool(_LABEL.match(text)) or is_notice(text)


def _witness(blocks: Sequence[Block], place: int, stated: str, bookmark: str) -> str:
    """What besides its type says that a block is the title; empty where nothing does."""
    title = folded(blocks[place].text)
    if folded(stated) == title:
        return "the document properties agree"
    if any(block.kind == "running-head" and folded(block.text) == title for block in blocks):
        return "a running head agrees"
    if folded(bookmark) == title:
        return "the first bookmark agrees"
    below = next((b.text for b in blocks[place + 1 :] if b.shape is not Shape.FURNITURE), "")
    if len(below) <= LONGEST_BYLINE and (dates.read_line(below) or is_byline(below)):
        return f"under it stands '{below}'"
    return ""


def _is_first(block: Block, blocks: Sequence[Block]) -> bool:
    return block.pages is None or block.pages[0] == (blocks[0].pages or block.pages)[0]


def _title(blocks: Sequence[Block], displays: Sequence[Display], sizes: Sequence[float], body: float) -> int | None:
    """The block at the head of the first page whose type no other heading of the document has."""
    every, displays = displays, [d for d in displays if not _is_label(blocks[d.place].text)]
    if not displays:
        return None
    largest = max(displays, key=lambda shown: shown.size)
    stamps = sum(shown.size > largest.size - 0.5 for shown in every if is_notice(blocks[shown.place].text))
    alone = sum(size > largest.size - 0.5 for size in sizes) - stamps == 1
    block = blocks[largest.place]
    before = [b for b in blocks[: largest.place] if b.shape is not Shape.FURNITURE]
    if not alone or largest.size < 1.2 * body or len(before) > HEAD or any(len(b.text.split()) > 15 for b in before):
        return None
    text = block.text
    wide = any(c > "\u2e80" for c in text)
    if not (is_title_like(text, LONGEST_TITLE) and (len(text.split()) > 1 or wide)):
        return None
    if (
        is_notice(text)
        or is_wholly_quoted(text)
        or is_masthead(text)
        or _SECTION.match(_NUMBER.sub("", text))
        or _JUNK.search(text)
        or dates.read_line(text)
        or is_person(text)
    ):
        return None
    return largest.place


def _author(blocks: Sequence[Block], title: int | None, stated: str, clues: Clues, taken: dict[int, str]) -> None:
    """The line of names under the title: several people, or the one of the document properties."""
    if title is None:
        return
    for place in range(title + 1, min(title + 1 + HEAD // 2, len(blocks))):
        block = blocks[place]
        if block.shape is Shape.FURNITURE or len(block.text) > 300:
            continue
        names = [name for name in _NAME_PARTS.split(_MARKS.sub("", block.text)) if name]
        if not names or not all(is_person(name) for name in names):
            continue
        borne_out = bool(stated) and {folded(n) for n in names} >= {folded(n) for n in _NAME_PARTS.split(stated) if n}
        if not borne_out and not (len(names) > 1 and _is_affiliated(blocks, place)):
            continue
        people: tuple[Name, ...] = tuple(person(name) for name in names)
        evidence = f"line {block.number}: {block.text[:60]}, under the title"
        evidence += "; the document properties agree" if borne_out else ""
        clues.append(("author", Clue(people, State.INFERRED, evidence)))
        taken[place] = "byline"
        return


def _is_affiliated(blocks: Sequence[Block], place: int) -> bool:
    """Whether an institution or an address stands under names, or marks that refer to them behind."""
    below = " ".join(block.text for block in blocks[place + 1 : place + 3])[:200]
    words = set(re.findall(r"\w+", below))
    return "@" in below or bool(words & ORGANISATION_WORDS) or bool(re.search(r"\w[*†‡§\d]", blocks[place].text))


def _packet(data: bytes, first: Sequence[str], clues: Clues) -> None:
    """The identifier and the journal of the XMP packet, else an identifier printed on the first page."""
    start, end = data.rfind(b"<x:xmpmeta"), data.rfind(b"</x:xmpmeta>")
    packet = data[start:end].decode("utf-8", "replace") if 0 <= start < end < start + 2**20 else ""
    page = " ".join(first)
    if (doi := _value(packet, "prism:doi") or _value(packet, "pdfx:doi")) and _DOI.match(f"doi:{doi}"):
        clues.append(("URL", Clue(f"https://doi.org/{doi}", State.STATED, f"XMP prism:doi: {doi}")))
    elif len(found := {match[1] for match in _DOI.finditer(page)}) == 1:
        (doi,) = found
        clues.append(("URL", Clue(f"https://doi.org/{doi}", State.INFERRED, f"the first page: {doi}")))
    journal = _value(packet, "prism:publicationName")
    if journal and folded(journal) in folded(page):
        evidence = f"XMP prism:publicationName: {journal}, also on the first page"
        clues.append(("container-title", Clue(journal, State.STATED, evidence)))
    for key in ("prism:coverDate", "prism:publicationDate"):
        reading = dates.read(_value(packet, key)[:10])
        if reading and str(reading.date)[:4] in page:
            clues.append(("issued", _dated(key, reading.date)))
            break


def _dated(key: str, date: Any) -> Clue:
    return Clue(date, State.INFERRED, f"XMP {key}: {date}, the year is on the first page")


def _value(packet: str, name: str) -> str:
    """The first value of a property, as an element or an attribute."""
    match = re.search(rf"<{name}>([^<]{{1,300}})</{name}>|\b{name}\s*=\s*\"([^\"]{{1,300}})\"", packet)
    return html.unescape((match[1] or match[2]).strip()) if match else ""
