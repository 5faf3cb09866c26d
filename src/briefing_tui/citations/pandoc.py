"""Pandoc as the CSL engine: cites in, formatted notes and sources out. The passages quoted never go through it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from briefing_tui.errors import ToolError
from briefing_tui.model.web_address import is_web_address
from briefing_tui.support.pandoc import REMEDY, binary
from briefing_tui.support.processes import run

from .inlines import Text, joined
from .reference import Meta, sequence, string
from .style import Style
from .terms import HAIR, MARKED, START, WESTERN, attached

_DIGITS = tuple(map(chr, range(0xE010, 0xE020)))
LOCATOR = re.compile(f"\ue000[{_DIGITS[0]}-{_DIGITS[-1]}]+")
"""Stands where a locator goes. Private characters, so that no locale's rules for locators touch it; other ones for each
cite, so that no style takes two places in a source for the same one ('ibid')."""

PLACED = re.compile(rf"(?<![0-9A-Za-z]){LOCATOR.pattern}(?![0-9A-Za-z]|[ \u00a0]?[-–—][ \u00a0]?[0-9])")
"""The same where no style puts a figure or a letter to it: ¶ 2 with a 7 behind it would be another place."""

_STARTED = re.compile(f"{START} ?")
"""What opens every cite, so that the first letter of what follows keeps its case ('al-', '[no author stated]')."""

_TITLE = re.compile(
    rf"(?P<opens>[“„«”][ \u00a0\u202f]?)?{MARKED}(?P<title>[^{MARKED}]+){MARKED}(?(opens)[ \u00a0\u202f]?[”“»])"
)
"""A title that has brought its own marks along, with those of the style where it puts any."""

TIMEOUT = 60.0
"""Seconds; 50 notes take .3."""

Node = dict[str, Any]

__all__ = ["LOCATOR", "PLACED", "Formatted", "binary", "format_cites", "version"]


@dataclass(frozen=True, slots=True)
class Formatted:
    """What pandoc made of the cites."""

    notes: tuple[tuple[Text, ...], ...]
    """One for each cite, in order; `LOCATOR` stands where the locator goes."""
    sources: tuple[tuple[str, tuple[Text, ...]], ...]
    """Article id and entry, in the order that the style asks for; what it leaves out of its list is not there."""


def version(program: Path) -> str:
    """Its version, as it says itself."""
    words = run([str(program), "--version"], timeout=TIMEOUT).decode(errors="replace").split()
    return words[1] if len(words) > 1 else "unknown"


def format_cites(
    program: Path, cites: Sequence[str], references: Iterable[Meta], *, style: Style, language: str
) -> Formatted:
    """Format one note for each cite, and the list of what was cited.

    Args:
        program: pandoc.
        cites: article ids in the order of the notes; an article may occur several times.
        references: the CSL item of each article.
        style: how.
        language: whose terms and dates are used.

    Raises:
        ToolError: where pandoc fails or answers something else than a document.
    """
    document = {
        "pandoc-api-version": [1, 23, 1],
        "meta": {
            "references": sequence(list(references)),
            "lang": string(language),
            "csl": string(style.given or str(style.file)),
            "link-citations": {"t": "MetaBool", "c": False},
        },
        "blocks": [_cite(n, article) for n, article in enumerate(cites, 1)],
    }
    command = [str(program), "-f", "json", "-t", "json", "--citeproc", "--sandbox"]
    blame = "" if style.ours else f"look whether the citation style {style.name} says how a citation reads; "
    hint = f"{blame}see what `briefing doctor` finds, or {REMEDY}"
    try:
        answer = run(command, input=json.dumps(document).encode(), timeout=TIMEOUT)
    except ToolError as error:
        message = f"the notes cannot be formatted: {error.message}"
        raise ToolError(message, where=error.where, hint=error.hint or hint) from error
    try:
        blocks = json.loads(answer)["blocks"]
        return _read(blocks, len(cites))
    except (ValueError, KeyError, TypeError, IndexError) as error:
        message = f"the notes cannot be formatted: pandoc's answer cannot be understood ({error})"
        raise ToolError(message, where=str(program), hint=hint) from error


def _cite(number: int, article: str) -> Node:
    place = "".join(_DIGITS[int(digit, 16)] for digit in f"{number:x}")
    citation = {
        "citationId": article,
        "citationPrefix": [{"t": "Str", "c": START}],
        "citationSuffix": [{"t": "Str", "c": f"{{\ue000{place}}}"}],
        "citationMode": {"t": "NormalCitation"},
        "citationNoteNum": number,
        "citationHash": 0,
    }
    return {"t": "Para", "c": [{"t": "Cite", "c": [[citation], []]}]}


def _read(blocks: list[Node], count: int) -> Formatted:
    notes = tuple(_tidy(_texts(block["c"], Text(""))) for block in blocks[:count])
    if len(notes) < count or not all(notes):
        raise ValueError("a note is empty")
    entries = [entry for block in blocks[count:] if block["t"] == "Div" for entry in block["c"][1]]
    sources = tuple((e["c"][0][0].removeprefix("ref-"), _tidy(_texts(e["c"][1], Text("")))) for e in entries)
    return Formatted(notes, tuple((article, text) for article, text in sources if text))


def _texts(nodes: Iterable[Node], look: Text) -> Iterator[Text]:
    """The runs under some nodes of pandoc's tree, in order."""
    for node in nodes:
        kind: str = node["t"]
        content: Any = node.get("c")
        if kind == "Str":
            yield replace(look, text=content.replace(WESTERN, ""))
        elif kind in ("Space", "SoftBreak", "LineBreak"):
            yield replace(look, text=" ")
        elif kind == "Emph":
            yield from _texts(content, replace(look, italic=not look.italic))
        elif kind == "Strong":
            yield from _texts(content, replace(look, bold=True))
        elif kind == "Link":
            yield from _texts(content[1], replace(look, href=content[2][0] if is_web_address(content[2][0]) else ""))
        elif kind in ("Span", "Div", "Quoted", "Cite"):
            yield from _texts(content[1], look)
        elif isinstance(content, list):
            yield from _texts(content, look)


def _tidy(texts: Iterator[Text]) -> tuple[Text, ...]:
    """The runs without the mark that opens a cite, joined, without white space at either end."""
    runs = list(joined(replace(t, text=_marked(_STARTED.sub("", attached(t.text)))) for t in joined(texts)))
    if runs:
        runs[0] = replace(runs[0], text=runs[0].text.lstrip())
        runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip())
    return joined(runs)


def _marked(text: str) -> str:
    """A text in which a title stands in the marks that it brought along, or in none where the style puts none."""
    return _TITLE.sub(lambda found: found["title"] if found["opens"] else found["title"][1:-1].strip(HAIR), text)
