"""Checking and compiling: the one way from a brief to a PDF."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from ..checks import Subject, check, verify
from ..errors import BriefingError, FormatError, InvalidError, NotFoundError, RefusedError
from ..model import Article, Brief, Finding, LayoutFacts, Problem, Severity, Verification
from ..settings import Settings
from .corpus import Corpus
from .destinations import expanded, make_folder, refuse_places
from .places import Places

PDF = "pdf"
"""The form that has pages."""


@dataclass(frozen=True, slots=True)
class Sources:
    """The articles that a brief refers to, and what became of its excerpts."""

    articles: dict[str, Article]
    verifications: dict[str, Verification]
    unreadable: dict[str, Problem] = field(default_factory=dict)
    """The articles that are there and cannot be read, by id."""


@dataclass(frozen=True, slots=True)
class Report:
    """What compiling made."""

    file: Path
    sha256: str
    pages: int
    notes: int
    sources: int
    seconds: float
    verified: int
    unverified: int
    quotes_verified: int
    quotes_unverified: int
    findings: tuple[Finding, ...]
    files: tuple[Path, ...] = ()
    """All that was written: `file`, what stands beside it, and the receipt."""
    receipt: Path | None = None
    """Of a final one that was signed: what the signature is over."""


def sources_of(brief: Brief, corpus: Corpus, *, again: bool = False) -> Sources:
    """Compare every excerpt with its article, read `again` whatever is in memory; one that is gone is left out."""
    articles: dict[str, Article] = {}
    unreadable: dict[str, Problem] = {}
    for article_id in dict.fromkeys(e.article for e in brief.excerpts.values()):
        try:
            articles[article_id] = corpus.article(article_id, again=again)
        except NotFoundError:
            continue
        except BriefingError as error:
            unreadable[article_id] = _problem(error)
    found = {e.id: verify(e, articles.get(e.article)) for e in brief.excerpts.values()}
    return Sources(articles, found, unreadable)


def findings(
    brief: Brief,
    sources: Sources,
    places: Places,
    *,
    page_limit: int = 0,
    layout: LayoutFacts | None = None,
) -> tuple[Finding, ...]:
    """All findings on a brief, gravest first."""
    from ..compile import known_languages, known_templates

    return check(
        Subject(
            brief,
            sources.articles,
            sources.verifications,
            layout,
            unreadable=sources.unreadable,
            style_problem=_style_problem(brief, places),
            templates=known_templates(),
            languages=known_languages(),
            page_limit=page_limit,
        )
    )


def compile_brief(
    brief: Brief,
    corpus: Corpus,
    places: Places,
    cache: Path,
    *,
    output: Path | None,
    form: str,
    final: bool,
    settings: Settings,
    progress: Callable[[str, float], None] | None,
    cancelled: Callable[[], bool] | None,
) -> Report:
    """Make the PDF, or another form.

    Raises:
        InvalidError: for an output among the articles or briefs, or in place of a file that is not known to be ours,
            and for a setting `sign` that names no file.
        RefusedError: for a final one while an error stands; nothing is written.
        StorageError: where the file cannot be written.
        ToolError: where a library, a font or a program is missing, or fails, or takes too long; where only the signing
            of a final one failed, it is there.
    """
    from ..compile import Job, compile_form, compile_pdf, files_of
    from ..storage import render_brief
    from .signing import prepare, sign

    sources = sources_of(brief, corpus, again=True)
    if final:
        _refuse(brief, findings(brief, sources, places, page_limit=settings.pages))
    target = expanded(output) if output else places.out / f"{brief.id}{'' if final else '.draft'}.{form}"
    files = files_of(form, target)
    refuse_places(files, places, form, named=output is not None)
    signed = final and form == PDF and bool(settings.sign)
    if signed:
        prepare(target, settings.sign)
    make_folder(target.parent)
    after: tuple[Finding, ...] = ()

    def accept(layout: LayoutFacts) -> None:
        """A final file takes its place only after the checks that need the layout."""
        nonlocal after
        after = findings(brief, sources, places, page_limit=settings.pages, layout=layout)
        if final:
            _refuse(brief, after)

    job = Job(
        brief=brief if final else _printable(brief, places),
        articles=sources.articles,
        verifications=sources.verifications,
        output=target,
        final=final,
        brief_yaml=render_brief(brief),
        cache_dir=cache,
        unreadable=sources.unreadable,
        styles=places.root,
        minutes=settings.minutes,
    )
    if form == PDF:
        compiled = compile_pdf(job, progress=progress, cancelled=cancelled, accept=accept)
    else:
        compiled = compile_form(job, form, accept=accept)
    receipt = sign(target, settings.sign) if signed else None
    return Report(
        file=target,
        files=(*files, receipt) if receipt else files,
        receipt=receipt,
        sha256=compiled.sha256,
        pages=compiled.pages,
        notes=compiled.notes,
        sources=compiled.sources,
        seconds=compiled.seconds,
        findings=after,
        **_counts(brief, sources.verifications),
    )


def _problem(error: BriefingError) -> Problem:
    if isinstance(error, FormatError):
        return Problem(error.file, error.line, error.field, error.message, error.hint)
    return Problem(error.where, 0, "", error.message, error.hint)


def _style_problem(brief: Brief, places: Places) -> Problem | None:
    from ..citations import load

    try:
        load(brief.style, places.root)
    except InvalidError as error:
        return Problem("", 0, "", error.message, error.hint)
    except BriefingError as error:
        return _problem(error)
    return None


def _printable(brief: Brief, places: Places) -> Brief:
    """A draft is always made: a form or a style that cannot be used gives way to the usual one, and is a finding."""
    from ..compile import known_templates

    usual = Brief(brief.id)
    return replace(
        brief,
        template=brief.template if brief.template in known_templates() else usual.template,
        style=usual.style if _style_problem(brief, places) else brief.style,
    )


def _refuse(brief: Brief, found: tuple[Finding, ...]) -> None:
    errors = [f for f in found if f.severity is Severity.ERROR]
    if errors:
        lines = "; ".join(f"{f.place or brief.id}: {f.message}" for f in errors)
        raise RefusedError(
            f"no final briefing while there are errors ({len(errors)}): {lines}",
            where=brief.id,
            hint="mend them, or compile a draft",
        )


def _counts(brief: Brief, verifications: Mapping[str, Verification]) -> dict[str, int]:
    good = {i for i, found in verifications.items() if found.state.verified}
    quoted = brief.quoted() & verifications.keys()
    return {
        "verified": len(good),
        "unverified": len(verifications) - len(good),
        "quotes_verified": len(quoted & good),
        "quotes_unverified": len(quoted - good),
    }
