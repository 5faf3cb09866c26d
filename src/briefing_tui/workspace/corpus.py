"""The articles of a workspace: lists from the catalogue, texts from the files, themes over both."""

from __future__ import annotations

import os
from collections import Counter, OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import FormatError, HeldError, InvalidError, NotFoundError, StorageError
from ..model import Facet, Filters, Matcher, Problem, Rules, Sort, Theme
from ..model import filters as filtering
from ..search import Catalogue, Stamp
from ..support import atomic
from .memo import remembered, stamp
from .places import Places

if TYPE_CHECKING:
    from ..model import Article, ArticleThemes, Header
    from ..search import Results, ScanResult

LAST_THEMES = "last good themes"
WRITING_SECONDS = 10.0
"""How long a change of an article waits for another process that changes one."""
KEPT_ARTICLES = 24
"""Articles kept in memory: what is read and pinned from in one sitting."""


@dataclass(frozen=True, slots=True)
class ThemeCount:
    """A theme with how many articles and paragraphs are on it."""

    theme: Theme
    articles: int
    paragraphs: int


class Corpus:
    """All articles of one workspace."""

    def __init__(self, places: Places, catalogue: Catalogue) -> None:
        self._places = places
        self._catalogue = catalogue
        self._headers: dict[Sort, Sequence[Header]] = {}
        self._matcher: Matcher | None = None
        self._themes_problem: Problem | None = None
        self._articles: OrderedDict[str, tuple[Stamp | None, Article]] = OrderedDict()

    @property
    def matcher(self) -> Matcher:
        """The themes of the workspace, ready to match; while their file is malformed, the last good ones."""
        if self._matcher is None:
            self._matcher = self._read_matcher()
        return self._matcher

    def headers(self, filters: Filters, sort: Sort) -> Sequence[Header]:
        """The articles that the filters let through, in order."""
        if sort not in self._headers:
            self._headers[sort] = self._catalogue.headers(sort)
        everything = self._headers[sort]
        return everything if filters == Filters() else filters.apply(everything)

    def list_json(self, filters: Filters, sort: Sort) -> list[str]:
        """The same as JSON texts, made when the articles were read."""
        rows = self._catalogue.list_json(sort)
        if filters == Filters():
            return rows
        return [row for row, header in zip(rows, self.headers(Filters(), sort), strict=True) if filters.matches(header)]

    def forget(self) -> None:
        """Empty the catalogue."""
        self._catalogue.discard()
        self._headers.clear()

    def totals(self, filters: Filters) -> tuple[int, int]:
        """How many articles the filters let through, and how many paragraphs these have."""
        if filters == Filters():
            return self._catalogue.totals()
        found = self.headers(filters, Sort.DATE)
        return len(found), sum(h.paragraphs for h in found)

    def theme_counts(self, filters: Filters) -> tuple[ThemeCount, ...]:
        """Every theme with its counts; they follow all filters but the one on themes."""
        others = filters.without(Facet.THEME)
        counts = self._catalogue.theme_counts() if others == Filters() else self._count(others)
        return tuple(ThemeCount(t, *counts.get(t.id, (0, 0))) for t in self.matcher.themes)

    def _count(self, filters: Filters) -> dict[str, tuple[int, int]]:
        counts: dict[str, tuple[int, int]] = {}
        for header in self.headers(filters, Sort.DATE):
            for theme, paragraphs in zip(header.themes, header.theme_paragraphs, strict=True):
                articles, before = counts.get(theme, (0, 0))
                counts[theme] = articles + 1, before + paragraphs
        return counts

    def facet_values(self, facet: Facet, filters: Filters) -> tuple[tuple[str, int], ...]:
        """The values of a facet with their counts, most frequent first; they follow all other filters."""
        count: Counter[str] = Counter()
        for header in self.headers(filters.without(facet), Sort.DATE):
            count.update(filtering.values(header, facet))
        return tuple(sorted(count.items(), key=lambda pair: (-pair[1], pair[0].casefold())))

    def problems(self) -> tuple[Problem, ...]:
        """The files that could not be read."""
        _ = self.matcher
        themes = (self._themes_problem,) if self._themes_problem else ()
        return (*themes, *self._catalogue.problems())

    def path(self, article_id: str) -> Path:
        """The file of an article.

        Raises:
            NotFoundError: where there is none.
        """
        direct = self._places.corpus / f"{article_id}.md"
        # Not `Path.is_file`, which fails for a name that is too long instead of saying no.
        if article_id and "/" not in article_id and os.path.isfile(direct):  # noqa: PTH113
            return direct
        found = (p for p in self._places.corpus.rglob("*.md") if p.stem == article_id and p.is_file())
        inside = sorted((p for p in found if _visible(p, self._places.corpus)), key=lambda p: (len(p.parts), str(p)))
        if not article_id or not inside:
            raise NotFoundError(f"no article '{article_id}'", where="corpus", hint="`briefing list` shows all ids")
        return inside[0]

    def article(self, article_id: str, *, again: bool = False) -> Article:
        """An article with its text, read `again` even where its file looks unchanged.

        Raises:
            NotFoundError: where there is none.
            FormatError: where its file is malformed.
        """
        path = self.path(article_id)
        now = stamp(path)
        known = self._articles.get(article_id)
        if known and known[0] == now and not again:
            self._articles.move_to_end(article_id)
            return known[1]
        article = _read(path)
        self._articles[article_id] = (now, article)
        while len(self._articles) > KEPT_ARTICLES:
            self._articles.popitem(last=False)
        return article

    def article_themes(self, article_id: str) -> ArticleThemes:
        """The themes of an article and of its paragraphs, with the words that matched."""
        return self.matcher.article(self.article(article_id))

    def scan(self, progress: Callable[[int, int], None] | None, cancelled: Callable[[], bool] | None) -> ScanResult:
        """Bring the catalogue up to date with the files; run it in a worker thread."""
        from ..search import scan

        self._matcher = self._read_matcher()  # the theme file may have changed
        result = scan(self._places.corpus, self._catalogue, _read, self.matcher, progress=progress, cancelled=cancelled)
        self._headers.clear()
        return result

    def search(self, query: str, filters: Filters, *, limit: int, newest: bool) -> Results:
        """Full-text search among the articles that the filters let through."""
        from ..search import parse_query, search

        ids = None if filters == Filters() else {h.id for h in self.headers(filters, Sort.DATE)}
        return search(self._catalogue, parse_query(query), limit=limit, newest=newest, articles=ids)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Be alone among all processes that change articles.

        Raises:
            HeldError: where another does not finish.
            StorageError: where the corpus cannot be written.
        """
        from filelock import FileLock, Timeout

        lock = FileLock(self._places.corpus / ".writing.lock", timeout=WRITING_SECONDS)
        try:
            lock.acquire()
        except Timeout as error:
            raise HeldError("another process is changing articles", where="corpus", hint="try again") from error
        except OSError as error:
            raise atomic.storage_error(error, self._places.corpus, "cannot be written") from error
        try:
            yield
        finally:
            lock.release()

    def set_fields(self, article_id: str, fields: Mapping[str, str]) -> Article:
        """Set metadata by CSL name; what a person sets has the state 'user'."""
        from .metadata import with_fields

        with self.writing():
            article = self.article(article_id, again=True)
            return self._write(replace(article, metadata=with_fields(article.metadata, fields)))

    def set_themes(self, article_id: str, changes: Sequence[str]) -> Article:
        """Add (`+iran`), remove (`-iran`) or forget what was set (`=iran`) for a whole article.

        Raises:
            InvalidError: for an unknown theme.
        """
        with self.writing():
            article = self.article(article_id, again=True)
            themes = list(article.metadata.themes)
            known = {t.id for t in self.matcher.themes}
            for change in changes:
                sign, name = (change[0], change[1:]) if change[:1] in "+-=" else ("+", change)
                if name not in known:
                    raise InvalidError(f"no theme '{name}'", where=change, hint="one of: " + ", ".join(sorted(known)))
                themes = [t for t in themes if t.removeprefix("-") != name]
                themes += {"+": [name], "-": [f"-{name}"], "=": []}[sign]
            return self._write(article.with_metadata(themes=tuple(themes)))

    def _write(self, article: Article) -> Article:
        from ..storage import write_article

        write_article(self.path(article.id), article)
        self.scan(None, None)
        return self.article(article.id)

    def _read_matcher(self) -> Matcher:
        """The themes as the file has them; the last good ones, and a problem, where it is malformed."""

        def read(path: Path) -> tuple[Theme, ...]:
            from ..storage import read_themes

            themes = read_themes(path)
            self._catalogue.remember(LAST_THEMES, (0, 0), _encode(themes))
            return themes

        self._themes_problem = None
        file = self._places.themes
        try:
            themes = remembered(self._catalogue, "themes", file, read=read, encode=_encode, decode=_decode)
        except (FormatError, StorageError) as error:
            line, field = (error.line, error.field) if isinstance(error, FormatError) else (0, "")
            place = self._places.relative(file)
            self._themes_problem = Problem(place, line, field, error.message, error.hint)
            last = self._catalogue.recall(LAST_THEMES, (0, 0))
            return Matcher(_decode(last) if last else ())
        return Matcher(themes or ())


def _read(path: Path) -> Article:
    from ..storage import read_article  # a list of articles that have not changed needs none of it

    return read_article(path)


def _visible(path: Path, folder: Path) -> bool:
    return not any(part.startswith(".") for part in path.relative_to(folder).parts)


def _encode(themes: tuple[Theme, ...]) -> list[dict[str, Any]]:
    return [asdict(theme) for theme in themes]


def _decode(values: list[dict[str, Any]]) -> tuple[Theme, ...]:
    def theme(value: dict[str, Any]) -> Theme:
        rules = value["rules"]
        return Theme(
            **{
                **value,
                "alt_label": tuple(value["alt_label"]),
                "related": tuple(value["related"]),
                "rules": Rules(tuple(rules["any"]), tuple(rules["phrases"]), tuple(rules["not_"]), rules["min_hits"]),
            }
        )

    return tuple(map(theme, values))
