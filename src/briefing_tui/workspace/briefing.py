"""From a brief to a briefing: its excerpts compared with their sources, its findings, its PDF."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import InvalidError
from ..settings import Settings
from .corpus import Corpus
from .places import Places

if TYPE_CHECKING:
    from ..model import Brief, Finding, Verification
    from .compiling import Report


class Briefing:
    """What can be done with a brief and the articles that it rests on; nothing here changes either."""

    def __init__(self, corpus: Corpus, places: Places, cache: Path, settings: Settings) -> None:
        self._corpus = corpus
        self._places = places
        self._cache = cache
        self._settings = settings

    def verify(self, brief: Brief) -> dict[str, Verification]:
        """What became of each excerpt, by id."""
        from .compiling import sources_of

        return sources_of(brief, self._corpus).verifications

    def check(self, brief: Brief) -> tuple[Finding, ...]:
        """All findings on a brief, gravest first."""
        from .compiling import findings, sources_of

        return findings(brief, sources_of(brief, self._corpus), self._places, page_limit=self._settings.pages)

    def reanchored(self, brief: Brief) -> Brief:
        """The brief with the new place of every moved excerpt noted."""
        from .compiling import sources_of
        from .pinning import reanchor_moved

        sources = sources_of(brief, self._corpus)
        return reanchor_moved(brief, sources.verifications, sources.articles)

    def export(self, brief: Brief, name: str) -> bytes:
        """The sources of a brief as csl-json, bibtex or ris, or its excerpts as annotations."""
        from ..compile import export
        from .compiling import sources_of

        return export(name, brief, sources_of(brief, self._corpus).articles)

    def export_to(self, output: Path, brief: Brief, name: str) -> Path:
        """Make a file of what `export` gives; what is there already stays.

        Raises:
            InvalidError: for a file that is there, or a place among the articles and briefs.
            StorageError: where it cannot be written.
        """
        from ..support.atomic import create_text
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
        form: str = "pdf",
        final: bool = False,
        progress: Callable[[str, float], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> Report:
        """Make the PDF, or another form. Slow; see `compiling.compile_brief`."""
        from .compiling import compile_brief

        return compile_brief(
            brief,
            self._corpus,
            self._places,
            self._cache,
            output=output,
            form=form,
            final=final,
            settings=self._settings,
            progress=progress,
            cancelled=cancelled,
        )
