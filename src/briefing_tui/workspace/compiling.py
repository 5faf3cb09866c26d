"""Checking and compiling: the one way from a brief to a PDF."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from ..checks import Subject, check, verify
from ..errors import BriefingError, InvalidError, RefusedError, StorageError
from ..model import Article, Brief, Finding, LayoutFacts, Severity, Verification
from .corpus import Corpus
from .places import Places


@dataclass(frozen=True, slots=True)
class Sources:
    """The articles that a brief refers to, and what became of its excerpts."""

    articles: dict[str, Article]
    verifications: dict[str, Verification]


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


def sources_of(brief: Brief, corpus: Corpus, *, again: bool = False) -> Sources:
    """Compare every excerpt with its article, read `again` whatever is in memory; one that is gone is left out."""
    articles: dict[str, Article] = {}
    for article_id in dict.fromkeys(e.article for e in brief.excerpts.values()):
        with suppress(BriefingError):
            articles[article_id] = corpus.article(article_id, again=again)
    found = {e.id: verify(e, articles.get(e.article)) for e in brief.excerpts.values()}
    return Sources(articles, found)


def findings(
    brief: Brief, sources: Sources, *, page_limit: int = 0, layout: LayoutFacts | None = None
) -> tuple[Finding, ...]:
    """All findings on a brief, gravest first."""
    from ..citations import known_styles
    from ..compile import known_languages, known_templates

    return check(
        Subject(
            brief,
            sources.articles,
            sources.verifications,
            layout,
            styles=known_styles(),
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
    final: bool,
    page_limit: int,
    progress: Callable[[str, float], None] | None,
    cancelled: Callable[[], bool] | None,
) -> Report:
    """Make the PDF.

    Raises:
        InvalidError: for an output among the articles or briefs.
        RefusedError: for a final one while an error stands; nothing is written.
        StorageError: where the file cannot be written.
        ToolError: where a library, a font or a program is missing, or the layout lost something.
    """
    from ..compile import Job, compile_pdf
    from ..storage import render_brief

    sources = sources_of(brief, corpus, again=True)
    if final:
        _refuse(brief, findings(brief, sources, page_limit=page_limit))
    target = output or places.out / (f"{brief.id}.pdf" if final else f"{brief.id}.draft.pdf")
    _refuse_place(target, places)
    _make_folder(target.parent)
    made = target.with_name(f".{target.name}.new") if final else target
    job = Job(
        brief=brief if final else _printable(brief),
        articles=sources.articles,
        verifications=sources.verifications,
        output=made,
        final=final,
        brief_yaml=render_brief(brief),
        cache_dir=cache,
    )
    compiled = compile_pdf(job, progress=progress, cancelled=cancelled)
    after = findings(brief, sources, page_limit=page_limit, layout=compiled.layout)
    if final:
        _keep_or_refuse(brief, after, made, target)
    return Report(
        file=target,
        sha256=compiled.sha256,
        pages=compiled.pages,
        notes=compiled.notes,
        sources=compiled.sources,
        seconds=compiled.seconds,
        findings=after,
        **_counts(brief, sources.verifications),
    )


def _printable(brief: Brief) -> Brief:
    """A draft is always made: a form or a style that there is not gives way to the usual one, and is a finding."""
    from ..citations import known_styles
    from ..compile import known_templates

    usual = Brief(brief.id)
    return replace(
        brief,
        template=brief.template if brief.template in known_templates() else usual.template,
        style=brief.style if brief.style in known_styles() or brief.style.endswith(".csl") else usual.style,
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


def _keep_or_refuse(brief: Brief, found: tuple[Finding, ...], made: Path, target: Path) -> None:
    """A final file takes its place only after the checks that need the layout."""
    try:
        _refuse(brief, found)
        made.replace(target)
    except OSError as error:
        raise StorageError(f"cannot write the file: {error.strerror}", where=str(target)) from error
    finally:
        with suppress(OSError):
            made.unlink(missing_ok=True)


def _refuse_place(target: Path, places: Places) -> None:
    """A briefing never takes the place of an article or a brief, nor of anything else that people write."""
    resolved = target.expanduser().resolve()
    taken = (places.corpus, places.briefs, places.settings)
    if any(resolved.is_relative_to(place.resolve()) for place in taken):
        raise InvalidError(
            "a briefing is not written among the articles and briefs", where=str(target), hint="name another file"
        )


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError(
            f"cannot make the folder: {error.strerror}", where=str(folder), hint="name another file with -o"
        ) from error


def _counts(brief: Brief, verifications: Mapping[str, Verification]) -> dict[str, int]:
    good = {i for i, found in verifications.items() if found.state.verified}
    quoted = brief.quoted() & verifications.keys()
    return {
        "verified": len(good),
        "unverified": len(verifications) - len(good),
        "quotes_verified": len(quoted & good),
        "quotes_unverified": len(quoted - good),
    }
