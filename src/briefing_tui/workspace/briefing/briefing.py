"""From a brief to a briefing: its excerpts compared with their sources, its findings, its PDF."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from ...errors import InvalidError
from ...settings import Settings
from ..articles.corpus import Corpus
from ..places import Places

if TYPE_CHECKING:
    from ...compile.standby import Standby
    from ...model import Brief, Checklist, Finding, LayoutFacts, Verification
    from .reports import Report


class Briefing:
    """What can be done with a brief and the articles that it rests on; nothing here changes either."""

    def __init__(self, corpus: Corpus, places: Places, cache: Path, settings: Settings) -> None:
        self._corpus = corpus
        self._places = places
        self._cache = cache
        self._settings = settings
        self._standby: Standby | None = None
        self._one = threading.Lock()

    def get_ready(self) -> None:
        """Have the process that makes PDFs wait for a job, so that a job need not wait for it; `close` ends it."""
        self._worker().begin()

    def close(self) -> None:
        """End the process that waits."""
        if self._standby:
            self._standby.close()

    def _worker(self) -> Standby:
        from ...compile.standby import Standby

        with self._one:  # several threads may be the first to ask
            self._standby = self._standby or Standby(self._cache)
            return self._standby

    def verify(self, brief: Brief) -> dict[str, Verification]:
        """What became of each excerpt, by id."""
        from ..drafting.sources import sources_of

        return sources_of(brief, self._corpus).verifications

    def check(self, brief: Brief, layout: LayoutFacts | None = None) -> tuple[Finding, ...]:
        """All findings on a brief, gravest first; those on its pages where its `layout` is known."""
        return self.checklist(brief, layout).findings

    def checklist(self, brief: Brief, layout: LayoutFacts | None = None) -> Checklist:
        """What `check` gives, with the findings that somebody suppressed beside."""
        from ..drafting.sources import sources_of
        from .compiling import checklist_of

        return checklist_of(brief, sources_of(brief, self._corpus), self._places, self._settings, layout)

    def source_names(self, brief: Brief) -> dict[str, str]:
        """What people call the sources of a brief, by article id; one that cannot be read has no other name."""
        from ..drafting.source_names import source_names
        from ..drafting.sources import sources_of

        return source_names(sources_of(brief, self._corpus).articles.values())

    def measure(self, brief: Brief, cancelled: Callable[[], bool] | None = None) -> LayoutFacts:
        """Lay the draft out as compiling would, without a PDF. Slow; the work is another process's.

        Raises:
            BriefingError: where that cannot be done.
        """
        from ...compile.measuring import measure
        from ..drafting.sources import sources_of
        from .compiling import job_of

        sources = sources_of(brief, self._corpus)
        job = job_of(brief, sources, self._corpus, self._places, self._cache, settings=self._settings)
        return measure(job, self._worker(), cancelled)

    def page_limit(self, brief: Brief) -> int:
        """Pages that the briefing may have; 0 for any number."""
        from .compiling import limit_of
        from .templates import asked

        return limit_of(asked(brief, self._places).template, self._settings.pages)

    def reanchored(self, brief: Brief) -> Brief:
        """The brief with the new place of every moved excerpt noted."""
        from ..drafting.pinning import reanchor_moved
        from ..drafting.sources import sources_of

        sources = sources_of(brief, self._corpus)
        return reanchor_moved(brief, sources.verifications, sources.articles)

    def export(self, brief: Brief, name: str) -> bytes:
        """The sources of a brief as csl-json, bibtex or ris, or its excerpts as annotations."""
        from ...compile import export
        from ..drafting.sources import sources_of

        sources = sources_of(brief, self._corpus)
        return export(name, sources.worded(brief), sources.articles)

    def export_to(self, output: Path, brief: Brief, name: str) -> Path:
        """Make a file of what `export` gives; what is there already stays.

        Raises:
            InvalidError: for a file that is there, or a place among the articles and briefs.
            StorageError: where it cannot be written.
        """
        from ...support.atomic import create_text
        from .destinations import expanded, refuse_among_sources

        file = expanded(output)
        refuse_among_sources(file, self._places)
        try:
            create_text(file, self.export(brief, name).decode())
        except FileExistsError as error:
            raise InvalidError("this file is there already", where=str(file), hint="name another one") from error
        return file

    def compile(
        self,
        brief: Brief,
        *,
        output: Path | None = None,
        folder: Path | None = None,
        form: str = "pdf",
        final: bool = False,
        progress: Callable[[str, float], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> Report:
        """Make the PDF, or another form, as a file that is named or by its usual name in a folder.

        Slow; see `compiling.compile_brief`.
        """
        from .compiling import compile_brief

        return compile_brief(
            brief,
            self._corpus,
            self._places,
            self._cache,
            output=output,
            folder=folder,
            form=form,
            final=final,
            settings=self._settings,
            progress=progress,
            cancelled=cancelled,
            standby=self._standby,
        )
