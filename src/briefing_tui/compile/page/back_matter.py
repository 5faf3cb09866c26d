"""What is made of the argument, as HTML: its contents, the timeline, the themes by outlet, the annex. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from briefing_tui.citations import Text
from briefing_tui.model.template import OPEN_POINTS, Part

from ..document.annex import Entry, Shown
from ..document.tables import Table
from ..document.tree import Document
from . import open_points
from .markup import attribute, block, citation, own, plain, worded
from .picture import draw

WHOLE = 12
"""Rows of a table that stays on one page, with its heading."""
LONGEST = 9
"""Millimetres of the bar of the largest count, whatever the width of its column."""
_BEFORE_LOCATOR = re.compile(r"(?<=[,،]) (?=[^,،]{1,24}\Z)")
CUT = "[…]"
"""Where words of a long paragraph are left out."""


def _contents(document: Document) -> str:
    """What follows; the style sheet adds the pages."""
    lines = (
        f'<li class="level-{listed.level}"><a href="#{attribute(listed.place)}"><span{block(f"contents {n}")}>'
        f"{plain(listed.number)} {own(Text(listed.title), rtl=document.rtl)}</span></a></li>"
        for n, listed in enumerate(document.contents, 1)
    )
    return f"<ul>{''.join(lines)}</ul>" if document.contents else ""


def _timeline(document: Document) -> str:
    given = document.timeline
    if not given.moments:
        return ""
    picture = draw(given, rtl=document.rtl)
    about = (("timeline key", given.key if picture else ""), ("timeline undated", given.note))
    lines = "".join(f'<p class="about"{block(key)}>{plain(said)}</p>' for key, said in about if said)
    drawn = f'<div class="drawing">{picture}</div>' if picture else table(given.table(), "timeline", rtl=document.rtl)
    return f'<div class="{"picture" if picture else "listing"}">{drawn}{lines}</div>'


def _coverage(document: Document) -> str:
    return table(document.coverage, "coverage", rtl=document.rtl) if document.coverage.rows else ""


def table(given: Table, key: str, *, rtl: bool = False) -> str:
    """A table with the heads of its columns and rows; a count has a bar as long as its share of the largest.

    Args:
        given: its words and figures.
        key: of its block.
        rtl: whether the document runs from right to left: words that do not are kept to themselves.
    """
    head = "".join(
        f'<th scope="col"{_kind(n, given)}>{own(Text(cell), rtl=rtl)}</th>' for n, cell in enumerate(given.head)
    )
    digits = _digits(given)
    rows = "".join(
        f"<tr>{''.join(_cell(n, cell, given, digits, rtl=rtl) for n, cell in enumerate(row))}</tr>"
        for row in given.rows
    )
    caption = f"<caption>{plain(given.caption)}</caption>" if given.caption else ""
    made = f'<table class="grid"{block(key)}>{caption}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'
    return f'<div class="whole">{made}</div>' if len(given.rows) <= WHOLE else made


def _kind(column: int, given: Table) -> str:
    is_count = bool(given.rows) and isinstance(given.rows[0][column], int)
    return ' class="count"' if is_count else ""


def _cell(column: int, cell: str | int, given: Table, digits: int, *, rtl: bool) -> str:
    if isinstance(cell, str):
        said = own(Text(cell), rtl=rtl)
        return f'<th scope="row">{said}</th>' if column == 0 else f"<td>{said}</td>"
    sum_of_row = column == len(given.head) - 1
    share = 0 if sum_of_row else round(100 * cell / max(1, given.most))
    bar = f'<span class="bar" style="width: {share * LONGEST / 100:g}mm"></span>' if share else ""
    kind = "count" + " sum" * sum_of_row + " none" * (cell == 0)
    return f'<td class="{kind}"><span class="figure" style="min-width: {digits}ch">{cell}</span>{bar}</td>'


def _digits(given: Table) -> int:
    """Of its largest count, the sums among them: units stand below units."""
    return max((len(str(cell)) for row in given.rows for cell in row if isinstance(cell, int)), default=1)


def _annex(document: Document) -> str:
    return "".join(_entry(entry, document) for entry in document.annex)


def _entry(entry: Entry, document: Document) -> str:
    digest = f" · {plain(entry.digest)}" if entry.digest else ""
    code = f"{plain(entry.code)} · {citation(entry.used)}{digest}"
    about = [f'<p class="about"{block(f"annex {entry.number} about")}>{code}</p>']
    if entry.warning:
        about.append(f'<p class="warning"{block(f"annex {entry.number} warning")}>{plain(entry.warning)}</p>')
    words = "".join(_paragraph(shown, entry, document_rtl=document.rtl) for shown in entry.paragraphs)
    return (
        f'<div class="entry" id="{attribute(entry.place)}"><h3{block(f"annex {entry.number}")}>'
        f'<span class="n">{entry.number}</span> {citation(_with_locator(entry.source))}</h3>{"".join(about)}'
        f"<blockquote>{words}</blockquote></div>"
    )


def _with_locator(source: tuple[Text, ...]) -> tuple[Text, ...]:
    """A source whose locator takes the word before it along to its line."""
    said = "".join(run.text for run in source)
    found = _BEFORE_LOCATOR.search(said)
    result, begin = [], 0
    for run in source:
        at = found.start() - begin if found else -1
        kept = f"{run.text[:at]}\u00a0{run.text[at + 1 :]}" if 0 <= at < len(run.text) else run.text
        result.append(replace(run, text=kept))
        begin += len(run.text)
    return tuple(result)


def _paragraph(shown: Shown, entry: Entry, *, document_rtl: bool) -> str:
    against = entry.rtl != document_rtl
    direction = f' dir="{"rtl" if entry.rtl else "ltr"}"' * against
    language = f' lang="{attribute(entry.language)}"' if entry.language else ""
    name = f' data-annex="{attribute(entry.excerpt)}"'
    said = "".join(
        f'<mark><span data-exact="{attribute(entry.excerpt)}">{lines(part.text)}</span></mark>'
        if part.marked
        else lines(part.text)
        for part in shown.stretches
    )
    before, after = f"{CUT} " * shown.cut_before, f" {CUT}" * shown.cut_after
    own = f' dir="{"rtl" if document_rtl else "ltr"}"' * against
    number = f'<span class="n"{own}>{plain(shown.label)}</span>' if shown.label else ""
    kind = ' class="heading"' * shown.heading
    words = f"<span{name}{language}{block(f'annexed {entry.excerpt}')}>{said}</span>"
    return f"<p{kind}{direction}>{number}{before}{words}{after}</p>"


def lines(text: str) -> str:
    """Words of a source with its line breaks."""
    return "<br>".join(map(worded, text.split("\n")))


CONTENT: dict[str, Callable[[Document], str]] = {
    Part.CONTENTS: _contents,
    Part.TIMELINE: _timeline,
    Part.COVERAGE: _coverage,
    Part.ANNEX: _annex,
    OPEN_POINTS: open_points.content,
}
"""What stands under the heading of each; empty where it has nothing to say."""
