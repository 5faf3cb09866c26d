"""From a brief to a PDF file: what is refused, the notes, the tree, the page, and a worker process for the layout."""

from __future__ import annotations

import hashlib
import time
from base64 import b64decode
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from briefing_tui import __version__
from briefing_tui.citations import Citations, cite, known_styles
from briefing_tui.errors import RefusedError, ToolError
from briefing_tui.model import Brief, ItemKind, LayoutFacts, TextKind
from briefing_tui.support.atomic import write_bytes

from .build import build
from .document import Document
from .forms import Made, files_of, form
from .html import render
from .inside import files
from .job import Compiled, Job
from .notes import cites
from .output import check_place
from .parts import Part, parts
from .process import lay_out
from .receipt import receipt

Progress = Callable[[str, float], None]
Cancelled = Callable[[], bool]

PROGRAM = f"Briefing {__version__}"


def compile_pdf(
    job: Job,
    *,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    accept: Callable[[LayoutFacts], None] | None = None,
) -> Compiled:
    """Make the briefing.

    Args:
        job: the brief and what it is made from.
        progress: told what is being done and how far it is, from 0 to 1.
        cancelled: asked ten times a second; the worker is killed as soon as the answer is yes.
        accept: asked before the file is written; it raises where the pages are not good enough.

    Raises:
        RefusedError: for a final one with an unverified excerpt or a quote from a digest, or one whose pages lack
            something; nothing is written.
        InvalidError: for a style or a template that is not known.
        StorageError: where the file cannot be written; what was there is untouched.
        ToolError: where a library, a font or a program is missing, or fails, or takes too long.
        CancelledError: where `cancelled` said so.
    """
    started = time.monotonic()
    report = progress or (lambda _, __: None)
    report("notes", 0.0)
    job, citations, document, failure = _prepared(job, (job.output,))
    brief = job.brief
    said = {part.key: part for part in parts(document)}
    order: dict[str, Any] = {
        "html": render(document, template=brief.template, generator=PROGRAM),
        "parts": {key: part.text for key, part in said.items()},
        "date": brief.date,
        "files": files(job),
        "receipt": receipt(job, citations, program=__version__),
    }
    answer = lay_out(order, job.cache_dir, report, cancelled, job.minutes)
    layout = replace(
        _layout(answer, document, said),
        style_failure=failure,
        unplaced=citations.unplaced,
        unlisted=citations.unlisted,
    )
    _let_through(job, layout, accept)
    pdf = b64decode(answer["pdf"])
    write_bytes(job.output, pdf)
    report("done", 1.0)
    return _compiled(job, document, layout, hashlib.sha256(pdf).hexdigest(), time.monotonic() - started)


def compile_form(job: Job, form_name: str, *, accept: Callable[[LayoutFacts], None] | None = None) -> Compiled:
    """Make another form of the same document; what belongs beside it stands beside it.

    Args:
        job: the brief and what it is made from; the document is written to its output, whatever its suffix.
        form_name: one of `forms.FORMS`.
        accept: asked before a file is written; it raises where there should be none.

    Raises:
        RefusedError: for a final one with an unverified excerpt or a quote from a digest; nothing is written.
        InvalidError: for a style that is not known.
        StorageError: where the file cannot be written.
        ToolError: where pandoc is missing or fails.
    """
    started = time.monotonic()
    places = files_of(form_name, job.output)
    job, citations, document, failure = _prepared(job, places)
    notes = sum(bool(call.note) for call in document.calls())
    layout = LayoutFacts(
        pages=0,
        fill=0.0,
        notes_called=notes,
        notes_placed=notes,
        style_failure=failure,
        unplaced=citations.unplaced,
        unlisted=citations.unlisted,
    )
    _let_through(job, layout, accept)
    made = form(form_name)(Made(job, document, citations, PROGRAM))
    for place, content in zip(places, made.values(), strict=True):
        write_bytes(place, content)
    sha256 = hashlib.sha256(made[form_name]).hexdigest()
    return _compiled(job, document, layout, sha256, time.monotonic() - started)


def _prepared(job: Job, places: Iterable[Path]) -> tuple[Job, Citations, Document, str]:
    """The document, for any form.

    Args:
        job: the brief and what it is made from.
        places: the files that are to be written.

    Returns:
        the job with the style that was used, its notes and sources, the tree, and why the style is not the brief's own.
    """
    _refuse(job)
    for place in places:
        check_place(place)
    job, citations, failure = _cited(job)
    return job, citations, build(job, citations), failure


def _cited(job: Job) -> tuple[Job, Citations, str]:
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
        styles=job.styles,
        language=job.brief.language,
        cache_dir=job.cache_dir,
        unreadable=job.unreadable,
    )


def _compiled(job: Job, document: Document, layout: LayoutFacts, sha256: str, seconds: float) -> Compiled:
    brief = job.brief
    quoted = brief.quoted() & brief.excerpts.keys()
    unverified = set(job.unverified())
    return Compiled(
        file=job.output,
        sha256=sha256,
        pages=layout.pages,
        layout=layout,
        notes=layout.notes_placed,
        sources=len(document.sources),
        verified=len(brief.excerpts) - len(unverified),
        unverified=len(unverified),
        quotes_verified=len(quoted - unverified),
        quotes_unverified=len(quoted & unverified),
        seconds=round(seconds, 3),
    )


def _refuse(job: Job) -> None:
    """The contract's last word on a final briefing (rules 5 and 8), whatever was checked before."""
    if not job.final:
        return
    unverified = job.unverified()
    if unverified:
        raise RefusedError(
            f"a final briefing is refused while excerpts are not verified: {', '.join(unverified)}",
            where=job.brief.id,
            hint="see what `check` says about them, or compile a draft",
        )
    quotes = [item for _, item in job.brief.items() if item.kind is ItemKind.QUOTE]
    excerpts = [job.brief.excerpts[i.excerpt] for i in quotes if i.excerpt in job.brief.excerpts]
    digests = [e.id for e in excerpts if job.articles[e.article].metadata.text is TextKind.DIGEST]
    if digests:
        raise RefusedError(
            f"a digest is never quoted: {', '.join(dict.fromkeys(digests))}",
            where=job.brief.id,
            hint="paraphrase it instead",
        )


def _let_through(job: Job, layout: LayoutFacts, accept: Callable[[LayoutFacts], None] | None) -> None:
    """Raise where nothing is to be written: the last look before a file takes its place."""
    _refuse_gaps(job, layout)
    if accept:
        accept(layout)


def _refuse_gaps(job: Job, layout: LayoutFacts) -> None:
    """A draft that lost something in its layout or its notes is a finding; there is no such final briefing."""
    if job.final and layout.unplaced:
        raise RefusedError(
            f"a final briefing is refused, as notes do not say where a passage stands: {', '.join(layout.unplaced)}",
            where=job.brief.id,
            hint="use a citation style with locators",
        )
    if job.final and layout.lost:
        raise RefusedError(
            f"a final briefing is refused, as its pages lack text of {', '.join(what for _, what in layout.lost)}",
            where=job.brief.id,
            hint="shorten these passages or their notes, and report this",
        )


def _layout(answer: Mapping[str, Any], document: Document, said: Mapping[str, Part]) -> LayoutFacts:
    """What the worker found, compared with what was to be printed."""
    called: dict[str, int] = answer["called"]
    noted: dict[str, int] = answer["noted"]
    expected = [call.excerpt for call in document.calls() if call.note]
    absent = [f"note {e}" for e in expected if e not in called or e not in noted]
    lost = dict.fromkeys((*answer["lost"], *absent))
    return LayoutFacts(
        pages=answer["pages"],
        fill=answer["fill"],
        notes_called=len(called),
        notes_placed=len(noted),
        late_notes=tuple(e for e in expected if e in noted and noted[e] != called.get(e)),
        missing_glyphs=answer["missing_glyphs"],
        lost=tuple((said[key].place, said[key].what) for key in lost),
    )
