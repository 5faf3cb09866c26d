"""The workspace: everything that a face of the program can do, in one place."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import FormatError
from ..model import Filters, Problem, Sort
from ..search import Catalogue
from ..settings import Settings, from_plain, overlay
from ..support.locations import Locations, workspace_key
from .briefs import BriefHead, Briefs
from .corpus import Corpus, ThemeCount
from .memo import remembered
from .places import Places, find
from .reading import ReadingState

if TYPE_CHECKING:
    from ..model import Article, ArticleThemes, Brief, Facet, Finding, Header, ItemKind, Span, Verification
    from ..search import Results, ScanResult
    from ..storage import BriefSession
    from .compiling import Report
    from .importing import ImportReport
    from .pinning import Pinned

Progress = Callable[[str, float], None]
Cancelled = Callable[[], bool]


class Workspace:
    """One workspace, opened. What is slow says so; it may be called from a worker thread."""

    def __init__(self, places: Places, locations: Locations) -> None:
        self.places = places
        self.locations = locations
        key = workspace_key(places.root)
        state = locations.state / key
        self._catalogue = Catalogue.open(locations.cache, key)
        self._corpus = Corpus(places, self._catalogue)
        self._briefs = Briefs(places, self._catalogue, state)
        self.reading = ReadingState(state / "reading.json")
        self._settings_problems: list[Problem] = []
        self.settings = self._read_settings()

    @classmethod
    def open(cls, path: Path, locations: Locations | None = None) -> Workspace:
        """Open the workspace around a folder: the catalogue and nothing else is read.

        Raises:
            NotFoundError: where there is no workspace.
        """
        return cls(Places(find(path)), locations or Locations.default())

    @property
    def path(self) -> Path:
        """The workspace's folder."""
        return self.places.root

    @property
    def title(self) -> str:
        """What the workspace is called: its setting, or the folder's name."""
        return self.settings.title or self.path.name

    # Articles

    def headers(self, filters: Filters = Filters(), sort: Sort = Sort.DATE) -> Sequence[Header]:
        """The articles that the filters let through, in order."""
        return self._corpus.headers(filters, sort)

    def list_json(self, filters: Filters = Filters(), sort: Sort = Sort.DATE) -> list[str]:
        """The articles that the filters let through as the JSON rows of `briefing list`."""
        return self._corpus.list_json(filters, sort)

    def forget_catalogue(self) -> None:
        """Empty the catalogue, so that the next scan reads every file again."""
        self._corpus.forget()

    def totals(self, filters: Filters = Filters()) -> tuple[int, int]:
        """How many articles the filters let through, and how many paragraphs these have."""
        return self._corpus.totals(filters)

    def theme_counts(self, filters: Filters = Filters()) -> tuple[ThemeCount, ...]:
        """Every theme with how many articles and paragraphs are on it."""
        return self._corpus.theme_counts(filters)

    def facet_values(self, facet: Facet, filters: Filters = Filters()) -> tuple[tuple[str, int], ...]:
        """The values of a facet with their counts."""
        return self._corpus.facet_values(facet, filters)

    def problems(self) -> tuple[Problem, ...]:
        """The files that could not be read, with what to do about each."""
        return (*self._settings_problems, *self._corpus.problems())

    def article(self, article_id: str) -> Article:
        """An article with its text."""
        return self._corpus.article(article_id)

    def article_themes(self, article_id: str) -> ArticleThemes:
        """The themes of an article and of its paragraphs, with the words that matched."""
        return self._corpus.article_themes(article_id)

    def scan(
        self, *, progress: Callable[[int, int], None] | None = None, cancelled: Cancelled | None = None
    ) -> ScanResult:
        """Bring the catalogue up to date with the files. Slow."""
        return self._corpus.scan(progress, cancelled)

    def search(self, query: str, *, filters: Filters = Filters(), limit: int = 100, newest: bool = False) -> Results:
        """Full-text search. May be slow."""
        return self._corpus.search(query, filters, limit=limit, newest=newest)

    def set_article(self, article_id: str, fields: Mapping[str, str]) -> Article:
        """Set an article's metadata by CSL name."""
        return self._corpus.set_fields(article_id, fields)

    def set_article_themes(self, article_id: str, changes: Sequence[str]) -> Article:
        """Add (`+iran`), remove (`-iran`) or forget (`=iran`) an article's themes."""
        return self._corpus.set_themes(article_id, changes)

    def import_files(
        self,
        paths: Sequence[Path],
        *,
        overrides: Mapping[str, str] | None = None,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Cancelled | None = None,
        read_input: Callable[[], bytes] | None = None,
    ) -> ImportReport:
        """Make articles of documents. Slow."""
        from .importing import import_files

        return import_files(
            paths,
            self._corpus,
            self.places,
            overrides=overrides or {},
            progress=progress,
            cancelled=cancelled,
            read_input=read_input,
        )

    def position(self, article_id: str) -> int:
        """Where reading stopped, as an offset into the text."""
        return self.reading.position(article_id)

    def remember_position(self, article_id: str, offset: int) -> None:
        """Remember where reading stopped."""
        self.reading.set_position(article_id, offset)

    # Briefs

    def briefs(self) -> tuple[BriefHead, ...]:
        """All briefs, by id."""
        return self._briefs.heads()

    def brief(self, brief_id: str) -> Brief:
        """A brief as it is now."""
        return self._briefs.read(brief_id)

    def open_brief(self, brief_id: str, *, write: bool = True) -> BriefSession:
        """Open a brief; `session.read_only` says why it cannot be written, if it cannot."""
        session = self._briefs.open(brief_id, write=write)
        if write:
            self.reading.last_brief = brief_id
        return session

    def edit_brief(self, brief_id: str) -> BriefSession:
        """Open a brief to write it; HeldError or ReadOnlyError where that is not possible."""
        return self._briefs.open_to_write(brief_id)

    def new_brief(self, brief_id: str, title: str, **fields: str) -> None:
        """Make a brief, dated today, with the house's author and marking; fields as in the file, with `_` for `-`."""
        house = {"author": self.settings.author, "marking": self.settings.marking}
        given = {name.replace("_", "-"): value for name, value in fields.items()}
        self._briefs.new(brief_id, title, {name: value for name, value in {**house, **given}.items() if value})

    def copy_brief(self, brief_id: str, new_id: str) -> None:
        """Copy a brief under another id."""
        self._briefs.copy(brief_id, new_id)

    def rename_brief(self, brief_id: str, new_id: str) -> None:
        """Give a brief another id."""
        self._briefs.rename(brief_id, new_id)
        if self.last_brief == brief_id:
            self.last_brief = new_id

    def delete_brief(self, brief_id: str) -> Path:
        """Move a brief to the trash folder; returns where it lies."""
        return self._briefs.delete(brief_id)

    @property
    def last_brief(self) -> str:
        """The id of the brief that was open last, or an empty text."""
        return self.reading.last_brief

    @last_brief.setter
    def last_brief(self, brief_id: str) -> None:
        self.reading.last_brief = brief_id

    def pins(self, article_id: str, *, besides: str = "") -> tuple[tuple[str, Span], ...]:
        """What other briefs pinned from an article: brief id and span."""
        return self._briefs.passages(article_id, besides)

    def pin(
        self,
        session: BriefSession,
        article: Article,
        span: Span,
        *,
        kind: ItemKind | None = None,
        text: str = "",
        section: str = "",
        speaker: str = "",
        note: str = "",
    ) -> Pinned:
        """Pin a passage into the open brief, as a quote unless `kind` says otherwise; see `pinning.pin`."""
        from ..model import ItemKind
        from .pinning import pin

        wanted = kind or ItemKind.QUOTE
        return pin(session, article, span, kind=wanted, text=text, section=section, speaker=speaker, note=note)

    # The briefing

    def verify(self, brief: Brief) -> dict[str, Verification]:
        """What became of each excerpt, by id."""
        from .compiling import sources_of

        return sources_of(brief, self._corpus).verifications

    def check(self, brief: Brief) -> tuple[Finding, ...]:
        """All findings on a brief, gravest first."""
        from .compiling import findings, sources_of

        return findings(brief, sources_of(brief, self._corpus), page_limit=self.settings.pages)

    def reanchored(self, brief: Brief) -> Brief:
        """The brief with the new place of every moved excerpt noted."""
        from .compiling import sources_of
        from .pinning import reanchor_moved

        sources = sources_of(brief, self._corpus)
        return reanchor_moved(brief, sources.verifications, sources.articles)

    def compile(
        self,
        brief: Brief,
        *,
        output: Path | None = None,
        final: bool = False,
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
    ) -> Report:
        """Make the PDF. Slow; see `compiling.compile_brief`."""
        from .compiling import compile_brief

        return compile_brief(
            brief,
            self._corpus,
            self.places,
            self.locations.cache,
            output=output,
            final=final,
            page_limit=self.settings.pages,
            progress=progress,
            cancelled=cancelled,
        )

    def close(self) -> None:
        """Let go of the catalogue."""
        self._catalogue.close()

    def _read_settings(self) -> Settings:
        """The user's settings with the workspace's over them; a malformed file is a problem, not a failure."""

        def read(path: Path) -> dict[str, Any]:
            from ..support import yaml

            return yaml.load(path.read_text(encoding="utf-8"), file=path.name)

        settings = Settings()
        for path in (self.locations.config / "settings.yaml", self.places.settings):
            try:
                plain = remembered(self._catalogue, "settings", path, read=read, encode=_same, decode=_same)
                if plain is not None:
                    settings = overlay(settings, from_plain(plain, path.name))
            except (FormatError, OSError, UnicodeDecodeError) as error:
                line, field = (error.line, error.field) if isinstance(error, FormatError) else (0, "")
                message, hint = _said(error)
                self._settings_problems.append(Problem(self.places.relative(path), line, field, message, hint))
        return settings


def _said(error: FormatError | OSError | UnicodeDecodeError) -> tuple[str, str]:
    """What an unreadable file of settings is told as, and what to do."""
    if isinstance(error, FormatError):
        return error.message, error.hint
    if isinstance(error, OSError):
        return f"cannot be read: {error.strerror or error}", "mend its permissions, or take it away"
    return "this is not UTF-8", "save it as UTF-8"


def _same(value: dict[str, Any]) -> dict[str, Any]:
    """Settings are what JSON can hold already."""
    return value
