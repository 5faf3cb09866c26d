"""Checking and compiling: the one way from a brief to a PDF."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ...checks import LAYOUT, Subject, checklist, read_profile
from ...errors import BriefingError, CancelledError, InvalidError, RefusedError, UnsignedError
from ...model import Brief, Checklist, Finding, LayoutFacts, Problem, Severity
from ...settings import Settings
from ..articles.corpus import Corpus
from ..drafting.source_names import renaming, source_names
from ..drafting.sources import Sources, sources_of
from ..places import Places
from .destinations import DRAFT, draft_place, expanded, make_folder, refuse_draft_name, refuse_places
from .reports import Report, report_of
from .templates import asked, problem

if TYPE_CHECKING:
    from ...compile import Job
    from ...compile.standby import Standby
    from ...model.template import Template

PDF = "pdf"
"""The form that has pages."""
NOTHING = Checklist(())
"""Before anything is checked."""
PAGES = 2
"""Where neither the house nor the form says how many there may be."""


def checklist_of(
    brief: Brief,
    sources: Sources,
    places: Places,
    settings: Settings | None = None,
    layout: LayoutFacts | None = None,
    *,
    before: Checklist | None = None,
) -> Checklist:
    """Everything that the checks say about a brief, with the rules as the settings have them.

    Args:
        brief: what is checked.
        sources: what it rests on.
        places: the workspace's folders.
        settings: the rules of the house.
        layout: what its pages are like, where they have been laid out.
        before: what was found in it before they were.
    """
    from ...compile import known_languages, known_templates
    from ...model.template import Part

    form, settings = asked(brief, places), settings or Settings()
    return checklist(
        Subject(
            sources.worded(brief),
            sources.articles,
            sources.verifications,
            layout,
            unreadable=sources.unreadable,
            style_problem=_style_problem(brief, places),
            style_words=_style_words(brief, places),
            templates=known_templates(places.templates),
            template=form.template,
            template_problem=form.problem,
            own_form=form.own,
            own_fonts=form.fonts,
            words=form.words,
            unworded=form.unworded,
            languages=known_languages(),
            themes=sources.themes if form.template and Part.COVERAGE in form.template.parts else (),
            page_limit=limit_of(form.template, settings.pages),
            profile=read_profile(settings.rules).profile,
        ),
        before,
    )


def limit_of(template: Template | None, wanted: int) -> int:
    """Pages that a briefing may have: what the house wants, else what its form says; 0 for any number."""
    return wanted or (template.pages if template else PAGES)


def compile_brief(
    brief: Brief,
    corpus: Corpus,
    places: Places,
    cache: Path,
    *,
    output: Path | None,
    folder: Path | None = None,
    form: str,
    final: bool,
    settings: Settings,
    progress: Callable[[str, float], None] | None,
    cancelled: Callable[[], bool] | None,
    standby: Standby | None = None,
) -> Report:
    """Make the PDF, or another form; a final one takes no other's place.

    Raises:
        InvalidError: for an output among the articles or briefs, or in place of a file that is not known to be ours,
            and for a setting `sign` that names no file.
        RefusedError: for a final one while an error stands, and in place of a final one; nothing is written.
        StorageError: where the file cannot be written.
        ToolError: where a library, a font or a program is missing, or fails, or takes too long.
        UnsignedError: where only the signing of a final one failed: it is there.
    """
    from ...compile import compile_form, compile_pdf
    from ...storage import render_brief
    from .signing import prepare, sign

    sources = sources_of(brief, corpus, again=True)
    _go_on(cancelled)
    checks = _Checks(brief, sources, places, settings, final=final)
    checks.before_layout()
    _go_on(cancelled)
    target = _target(brief, places, output=output, folder=folder, form=form, final=final)
    signed = final and form == PDF and bool(settings.sign)
    if signed:
        prepare(target, settings.sign)
    make_folder(target.parent)
    job = job_of(brief, sources, corpus, places, cache, settings=settings, final=final, found=checks.found.findings)
    job = replace(job, output=target, named=output is not None, brief_yaml=render_brief(sources.worded(brief)))
    if form == PDF:
        compiled = compile_pdf(job, progress=progress, cancelled=cancelled, accept=checks.accept, standby=standby)
    else:
        compiled = compile_form(job, form, accept=checks.accept)
    layout = compiled.layout if form == PDF else None
    limit = limit_of(asked(brief, places).template, settings.pages)
    found = (sources.verifications, checks.after)
    report = partial(report_of, compiled, brief, *found, final=final, layout=layout, limit=limit)
    try:
        return report(receipt=sign(compiled.file, settings.sign) if signed else None)
    except UnsignedError as error:
        error.report = report(receipt=None)
        raise


def _go_on(cancelled: Callable[[], bool] | None) -> None:
    """Stop between two steps where the person said so."""
    if cancelled and cancelled():
        raise CancelledError("the compilation was stopped", hint="nothing was written")


@dataclass(slots=True)
class _Checks:
    """What the checks say of a brief that is being compiled; an error ends a final one."""

    brief: Brief
    sources: Sources
    places: Places
    settings: Settings
    final: bool
    found: Checklist = NOTHING
    """What was found before there were pages."""
    after: Checklist = NOTHING
    """What was found with them."""

    def before_layout(self) -> None:
        """Check what needs no pages."""
        self.found = checklist_of(self.brief, self.sources, self.places, self.settings)
        self._refuse(self.found)

    def accept(self, layout: LayoutFacts) -> None:
        """A final file takes its place only after the checks that need the layout."""
        self.after = checklist_of(self.brief, self.sources, self.places, self.settings, layout, before=self.found)
        self._refuse(self.after)

    def _refuse(self, found: Checklist) -> None:
        if self.final:
            _refuse(self.brief, found.findings)


def _target(brief: Brief, places: Places, *, output: Path | None, folder: Path | None, form: str, final: bool) -> Path:
    """Where the file goes, if that may be: see `compile_brief`."""
    from ...compile import files_of

    usual = f"{brief.id}{'' if final else DRAFT}.{form}"
    target = expanded(output or (folder or places.out) / usual)
    if not final and not output:
        target = draft_place(target, lambda place: files_of(form, place))
    files = files_of(form, target)
    refuse_places(files, places, form, free=final and not output)
    if final:
        refuse_draft_name(files)
    return target


def job_of(
    brief: Brief,
    sources: Sources,
    corpus: Corpus,
    places: Places,
    cache: Path,
    *,
    settings: Settings,
    final: bool = False,
    found: tuple[Finding, ...] = (),
) -> Job:
    """What a briefing is made from, but for its place and the brief as its file holds it; a draft tells of `found`."""
    from ...compile import Job

    worded = sources.worded(brief)
    printed = worded if final else _printable(worded, places)
    ships_alone = not final and asked(printed, places).problem
    return Job(
        brief=printed,
        articles=sources.articles,
        verifications=sources.verifications,
        output=places.out / f"{brief.id}.pdf",
        final=final,
        brief_yaml="",
        cache_dir=cache,
        unreadable=sources.unreadable,
        styles=places.root,
        templates=None if ships_alone else places.templates,
        minutes=settings.minutes,
        findings=() if final else tuple(_open(found, sources)),
        themes=_themes(brief, sources, corpus, places),
    )


def _open(found: tuple[Finding, ...], sources: Sources) -> Iterator[Finding]:
    """What a draft lists: what is told before there are pages, with the names of sources in place of their ids."""
    told = [f for f in found if not f.rule.startswith(LAYOUT)]
    renamed = renaming(source_names(sources.articles.values()) if told else {})
    return (replace(f, message=renamed(f.message)) for f in told)


def _themes(brief: Brief, sources: Sources, corpus: Corpus, places: Places) -> dict[str, dict[str, int]]:
    """How many paragraphs of each article are on each theme, where the form has a place for that."""
    from ...model.template import Part

    form = asked(brief, places).template
    if form is None or Part.COVERAGE not in form.parts:
        return {}
    matcher = corpus.matcher
    labels = {theme.id: theme.pref_label for theme in matcher.themes}
    found = {article_id: matcher.own(article) for article_id, article in sources.articles.items()}
    return {
        article_id: {labels.get(t, t): n for t, n in zip(on.themes, on.counts(), strict=True) if n}
        for article_id, on in found.items()
    }


def _style_problem(brief: Brief, places: Places) -> Problem | None:
    from ...citations import load

    try:
        load(brief.style, places.root)
    except InvalidError as error:
        return Problem("", 0, "", error.message, error.hint)
    except BriefingError as error:
        return problem(error)
    return None


def _style_words(brief: Brief, places: Places) -> tuple[str, ...]:
    """What a style of one's own says itself; nothing of one that cannot be used, which is told."""
    from ...citations import words_of_own

    try:
        return words_of_own(brief.style, places.root)
    except BriefingError:
        return ()


def _printable(brief: Brief, places: Places) -> Brief:
    """A draft is always made: a form or a style that cannot be used gives way to the usual one, and is a finding.

    Where the house's own usual form cannot be used either, it is the one that ships.
    """
    usual = Brief(brief.id)
    return replace(
        brief,
        template=usual.template if asked(brief, places).problem else brief.template,
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
