"""What every way to the pages needs: the notes, the page, and what became of it in the layout."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

from briefing_tui import __version__
from briefing_tui.citations import Citations, Placement, cite, known_styles
from briefing_tui.errors import ToolError
from briefing_tui.model import Brief, LayoutFacts

from .document.notes import cites
from .document.tree import Block, Document, Quote
from .house.folders import BASE, SHARED
from .house.template import load_form
from .job import Job
from .languages.scripts import seen
from .languages.wording import wording
from .layout.libraries import faces_remedy
from .page.constants import filled_in, with_faces
from .page.html import render
from .page.parts import Part, block_text, part_key

TOLD = 10
"""Numbers that are told of which nothing is seen: a form hides all or none."""
_DIGITS = re.compile(r"\d+")
PROGRAM = f"Briefing {__version__}"


def page(job: Job, document: Document) -> str:
    """The HTML that is laid out."""
    form = load_form(job.brief.template, job.templates)
    css = with_faces(form.css, (BASE / SHARED).read_text(encoding="utf-8"))
    return render(document, replace(form, css=filled_in(css)), generator=PROGRAM)


def faces(job: Job) -> tuple[str, ...]:
    """The families of letters that the pages cannot do without."""
    return load_form(job.brief.template, job.templates).faces


def cited(job: Job) -> tuple[Job, Citations, str]:
    """The notes; a draft is made in our own style where a person's fails.

    Returns:
        the job with the style that was used, the notes and sources in it, and why it is not the brief's own.
    """
    try:
        return job, _in_style(job), ""
    except ToolError as error:
        if job.final or job.brief.style in known_styles():
            raise
        usual = replace(job, brief=replace(job.brief, style=Brief(job.brief.id).style))
        return usual, _in_style(usual), error.message


def _in_style(job: Job) -> Citations:
    return cite(
        cites(job),
        job.articles,
        style=job.brief.style,
        terms=wording(job.language).terms,
        styles=job.styles,
        language=job.language,
        cache_dir=job.cache_dir,
        anew=job.final,
        unreadable=job.unreadable,
    )


def layout_of(answer: Mapping[str, Any], document: Document, said: Mapping[str, Part]) -> LayoutFacts:
    """What the worker found, compared with what was to be printed."""
    called: dict[str, int] = answer["called"]
    noted: dict[str, int] = answer["noted"]
    expected = [call.excerpt for call in document.calls() if call.note]
    below = document.placement is Placement.FOOTNOTE
    absent = [f"note {e}" for e in expected if e not in called or e not in noted]
    lost = dict.fromkeys((*answer["lost"], *absent))
    running = tuple(("template", what) for what in missing_in_margins(answer["margins"], document))
    unseen = tuple(("template", f"the number or sign {sign} on page {n}") for sign, n in answer["unseen"].items())[
        :TOLD
    ]
    return LayoutFacts(
        pages=answer["pages"],
        fill=answer["fill"],
        body=answer.get("body", 0.0),
        annexed=bool(document.annex),
        lines={name: answer["lines"].get(part_key(name), 0) for name in document.parts},
        words_a_line=_words_a_line(answer["lines"], document),
        notes_called=len(called),
        notes_placed=len(noted),
        late_notes=tuple(e for e in expected if below and e in noted and noted[e] != called.get(e)),
        missing_glyphs=answer["missing_glyphs"],
        outside=tuple(
            (said[key].place, said[key].what, n) if key in said else ("template", f"“{key}”", n)
            for key, n in answer["outside"].items()
        ),
        crossed=tuple(answer.get("crossed", {}).items()),
        alike=tuple(answer.get("alike", {}).items()),
        alone=tuple(answer.get("alone", {}).items()),
        fills=tuple(answer.get("fills", ())),
        missing_faces=tuple((face, faces_remedy((face,))) for face in answer.get("missing_faces", ())),
        unread=tuple(dict.fromkeys(answer.get("unread", ()))),
        lost=(*((said[key].place, said[key].what) for key in lost), *running, *unseen),
    )


def _words_a_line(lines: Mapping[str, int], document: Document) -> float:
    """Words in a line of the numbered paragraphs: their last lines are seldom full."""
    printed = [(lines[key], block_text(block)) for block, key in _keyed(document) if key in lines]
    count = sum(n for n, _ in printed)
    return sum(len(text.split()) for _, text in printed) / count if count else 0.0


def _keyed(document: Document) -> Iterator[tuple[Block, str]]:
    return ((block, block.number if isinstance(block, Quote) else block.key) for block in document.blocks())


def missing_in_margins(margins: Sequence[Sequence[str]], document: Document) -> Iterator[str]:
    """What each page must have in its margins, its marking and its number, and the first page without it."""
    marking = seen(document.head).casefold()
    running = [seen(text) for text in (document.title.text, document.reference)]
    unmarked = (n for n, texts in enumerate(margins, 1) if marking not in seen("".join(texts)).casefold())
    numbers = (
        {number for text in texts if not _is_of(text, running) for number in _DIGITS.findall(text)} for texts in margins
    )
    unnumbered = (n for n, found in enumerate(numbers, 1) if str(n) not in found)
    yield from (f"the marking of page {n}" for n in islice(unmarked, 1))
    yield from (f"the number of page {n}" for n in islice(unnumbered, 1))


def _is_of(text: str, running: Sequence[str]) -> bool:
    """Whether words of a margin are the title, or its beginning, in which figures are no numbers of pages."""
    words = seen(text).rstrip("…")
    return not words.isdigit() and any(words in known for known in running)
