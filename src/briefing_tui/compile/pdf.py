"""From a brief to a PDF file: what is refused, the notes, the tree, the page, and a worker process for the layout."""

from __future__ import annotations

import hashlib
import time
from base64 import b64decode
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from briefing_tui import __version__
from briefing_tui.citations import Citations
from briefing_tui.errors import RefusedError
from briefing_tui.model import ItemKind, LayoutFacts, TextKind

from .build import build
from .document.tree import Document
from .file.inside import files
from .file.receipt import receipt
from .file.self_check import check_bytes
from .forms import Made, files_of, form
from .forms.seals import sealed
from .house.folders import is_house_form
from .job import Compiled, Job
from .languages.wording import wording
from .output import Written, check_place, refuse_over_final, write
from .page.link_words import link_words
from .page.parts import parts
from .prepared import PROGRAM, cited, faces, layout_of, page
from .process import lay_out
from .standby import Standby

Progress = Callable[[str, float], None]
Cancelled = Callable[[], bool]


def compile_pdf(
    job: Job,
    *,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    accept: Callable[[LayoutFacts], None] | None = None,
    standby: Standby | None = None,
) -> Compiled:
    """Make the briefing.

    Args:
        job: the brief and what it is made from.
        progress: told what is being done and how far it is, from 0 to 1.
        cancelled: asked ten times a second; the worker is killed as soon as the answer is yes.
        accept: asked before the file is written; it raises where the pages are not good enough.
        standby: has a worker waiting.

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
    job, citations, document, failure = _prepared(job, "pdf")
    brief = job.brief
    said = {part.key: part for part in parts(document)}
    order: dict[str, Any] = {
        "html": page(job, document),
        "faces": faces(job),
        "final": job.final,
        "house": is_house_form(brief.template, job.templates),
        "parts": {key: part.text for key, part in said.items()},
        "links": link_words(document, wording(job.language)),
        "date": brief.date,
        "files": files(job),
        "receipt": receipt(job, citations, program=__version__, annex=document.annex),
    }
    answer = lay_out(order, job.cache_dir, report, cancelled, job.minutes, standby=standby)
    layout = replace(
        layout_of(answer, document, said),
        style_failure=failure,
        unplaced=citations.unplaced,
        unlisted=citations.unlisted,
    )
    _let_through(job, layout, accept)
    pdf = b64decode(answer["pdf"])
    _refuse_disagreement(job, pdf)
    written = write(job, "pdf", lambda _: (pdf,))
    report("done", 1.0)
    made = _compiled(
        job, document, layout, written, sha256=hashlib.sha256(pdf).hexdigest(), seconds=time.monotonic() - started
    )
    return replace(made, texts=tuple(map(tuple, answer["texts"])))


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
    job, citations, document, failure = _prepared(job, form_name)
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

    def make(place: Path) -> Sequence[bytes]:
        made = form(form_name)(Made(replace(job, output=place), document, citations, PROGRAM))
        said = {"program": PROGRAM, "brief": job.brief.id}
        return [sealed(suffix, content, **said, final=job.final) for suffix, content in made.items()]

    written = write(job, form_name, make)
    sha256 = hashlib.sha256(written.files[0].read_bytes()).hexdigest()
    return _compiled(job, document, layout, written, sha256=sha256, seconds=time.monotonic() - started)


def _prepared(job: Job, form_name: str) -> tuple[Job, Citations, Document, str]:
    """The document, for any form.

    Args:
        job: the brief and what it is made from.
        form_name: what it becomes.

    Returns:
        the job with the style that was used, its notes and sources, the tree, and why the style is not the brief's own.
    """
    _refuse(job)
    for place in files_of(form_name, job.output):
        check_place(place)
    refuse_over_final(job, form_name)
    job, citations, failure = cited(job)
    return job, citations, build(job, citations), failure


def _compiled(
    job: Job, document: Document, layout: LayoutFacts, written: Written, *, sha256: str, seconds: float
) -> Compiled:
    brief = job.brief
    quoted = brief.quoted() & brief.excerpts.keys()
    unverified = set(job.unverified())
    return Compiled(
        file=written.files[0],
        files=written.files,
        same=written.same,
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


def _refuse_disagreement(job: Job, pdf: bytes) -> None:
    """A final briefing agrees with itself before anybody has it, as `verify` asks of it later."""
    if job.final and (problems := check_bytes(pdf).problems):
        said = "; ".join(f"{problem.place}: {problem.message}" for problem in problems)
        raise RefusedError(
            f"a final briefing is refused, as its pages do not agree with the brief inside: {said}",
            where=job.brief.id,
            hint="look at the form's style sheet and page, and report this",
        )


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
            hint="look at the style sheet of a form of your own; else shorten them or their notes, and report this",
        )
