"""From a brief to a PDF file: what is refused, the notes, the tree, the page, and a worker process for the layout."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from briefing_tui import __version__
from briefing_tui.citations import cite
from briefing_tui.errors import RefusedError, ToolError
from briefing_tui.model import ItemKind, LayoutFacts, TextKind

from .build import build
from .document import Document
from .html import render, visible_text
from .job import Compiled, Job
from .notes import cites
from .output import prepared, put_in_place
from .process import lay_out
from .receipt import receipt

Progress = Callable[[str, float], None]
Cancelled = Callable[[], bool]

PROGRAM = f"Briefing {__version__}"


def compile_pdf(job: Job, *, progress: Progress | None = None, cancelled: Cancelled | None = None) -> Compiled:
    """Make the briefing.

    Args:
        job: the brief and what it is made from.
        progress: told what is being done and how far it is, from 0 to 1.
        cancelled: asked ten times a second; the worker is killed as soon as the answer is yes.

    Raises:
        RefusedError: for a final one with an unverified excerpt or a quote from a digest; nothing is written.
        InvalidError: for a style or a template that is not known.
        StorageError: where the file cannot be written; what was there is untouched.
        ToolError: where a library, a font or a program is missing, or the layout lost something.
        CancelledError: where `cancelled` said so.
    """
    started = time.monotonic()
    _refuse(job)
    report = progress or (lambda _, __: None)
    report("notes", 0.0)
    brief = job.brief
    citations = cite(cites(job), job.articles, style=brief.style, language=brief.language, cache_dir=job.cache_dir)
    document = build(job, citations)
    html = render(document, template=brief.template, generator=PROGRAM)
    blocks = {block.number: visible_text(block) for block in document.blocks()}
    order: dict[str, Any] = {
        "html": html,
        "blocks": blocks,
        "date": brief.date,
        "brief_yaml": job.brief_yaml,
        "receipt": receipt(job, citations, program=__version__),
    }
    with prepared(job.output) as temporary:
        order |= {"output": str(temporary), "target": str(job.output)}
        answer = lay_out(order, job.cache_dir, report, cancelled)
        layout = _layout(answer, document)
        put_in_place(temporary, job.output)
    report("done", 1.0)
    quoted = brief.quoted() & brief.excerpts.keys()
    unverified = set(job.unverified())
    return Compiled(
        file=job.output,
        sha256=_sha256(job.output),
        pages=layout.pages,
        layout=layout,
        notes=layout.notes_placed,
        sources=len(document.sources),
        verified=len(brief.excerpts) - len(unverified),
        unverified=len(unverified),
        quotes_verified=len(quoted - unverified),
        quotes_unverified=len(quoted & unverified),
        seconds=round(time.monotonic() - started, 3),
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


def _layout(answer: dict[str, Any], document: Document) -> LayoutFacts:
    """What the worker found, compared with what was to be printed."""
    called: dict[str, int] = answer["called"]
    noted: dict[str, int] = answer["noted"]
    expected = [call.excerpt for call in document.calls() if call.note]
    lost = [e for e in expected if e not in called or e not in noted]
    if lost:
        raise ToolError(
            f"the layout lost the notes of {', '.join(lost)}, so the briefing was not made",
            where="notes",
            hint="shorten these passages or their notes, and report this",
        )
    return LayoutFacts(
        pages=answer["pages"],
        fill=answer["fill"],
        notes_called=len(called),
        notes_placed=len(noted),
        late_notes=tuple(e for e in expected if noted[e] != called[e]),
        missing_glyphs=answer["missing_glyphs"],
    )


def _sha256(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
