"""The articles of a workspace: lists from the catalogue, texts from the files, themes over both."""

from __future__ import annotations

import errno
import os
import threading
from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ...errors import HeldError, NotFoundError
from ...model import Facet, Filter, Filters, Matcher, Problem, Sort, Theme
from ...model.filters import Person
from ...search import Catalogue, Stamp, Wanted
from ...support import atomic
from ..memo import stamp
from ..places import Places
from ..themes.themes import read_matcher
from .conditions import NOBODY, VALUES_OF_PERSON, wanted
from .searching import Searching

if TYPE_CHECKING:
    from ...model import Article, ArticleThemes, Header
    from ...search import Identity, ScanResult

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


class Corpus(Searching):
    """All articles of one workspace."""

    def __init__(self, places: Places, catalogue: Catalogue) -> None:
        self._places = places
        self._catalogue = catalogue
        self._headers: dict[Sort, tuple[int, Sequence[Header]]] = {}
        self._epoch = catalogue.epoch
        self._scanned: object = None
        """What the last scan left that lists do not show as articles: lost rows, themes, problems."""
        self._lock = threading.Lock()
        self._version = 0
        self._revision = ""
        self._scans = 0
        self._matcher: Matcher | None = None
        self._themes_problem: Problem | None = None
        self._articles: OrderedDict[str, tuple[Stamp | None, Article]] = OrderedDict()

    @property
    def incomplete(self) -> bool:
        """Whether the catalogue was lost since the last scan: the next one fills it."""
        return self._catalogue.epoch != self._epoch

    @property
    def version(self) -> int:
        """Rises whenever lists and answers may be others, also by what another process found in the files."""
        with self._lock:
            revision = self._catalogue.revision
            if revision and revision != self._revision:
                self._version, self._revision = self._version + 1, revision
            return self._version

    @property
    def scanning(self) -> bool:
        """Whether files are being looked at: what changed in them is not in the catalogue yet."""
        return self._scans > 0

    @property
    def matcher(self) -> Matcher:
        """The themes of the workspace, ready to match; while their file is malformed, the last good ones."""
        if self._matcher is None:
            self._matcher = self._read_matcher()
        return self._matcher

    def headers(
        self, filters: Filters = Filters(), sort: Sort = Sort.DATE, person: Person = NOBODY
    ) -> Sequence[Header]:
        """The articles that the filters let through, in order."""
        if filters != Filters():
            return self._catalogue.headers(sort, self._wanted(filters, person))
        version, known = self.version, self._headers.get(sort)
        if known is None or known[0] != version:
            known = self._headers[sort] = version, self._catalogue.headers(sort)
        return known[1]

    def header(self, article_id: str) -> Header | None:
        """What lists show of one article, if there is such."""
        return self._catalogue.header(article_id)

    def headers_of(self, ids: Iterable[str]) -> dict[str, Header]:
        """What lists show of some articles, by their ids, without those that are not there."""
        return self._catalogue.headers_of(ids)

    def list_json(self, filters: Filters = Filters(), sort: Sort = Sort.DATE, person: Person = NOBODY) -> list[str]:
        """The articles that the filters let through as the JSON rows of `briefing list`."""
        return self._catalogue.list_json(sort, self._wanted(filters, person))

    def forget_catalogue(self) -> None:
        """Empty the catalogue, so that the next scan reads every file again."""
        self._catalogue.discard()
        self._headers.clear()

    def totals(self, filters: Filters = Filters(), person: Person = NOBODY) -> tuple[int, int]:
        """How many articles the filters let through, and how many paragraphs these have."""
        return self._catalogue.totals(self._wanted(filters, person))

    def theme_counts(self, filters: Filters = Filters(), person: Person = NOBODY) -> tuple[ThemeCount, ...]:
        """Every theme with its counts; they follow all filters but the one on themes."""
        counts = self._catalogue.counts(Facet.THEME, self._wanted(filters.without(Facet.THEME), person))
        return tuple(ThemeCount(t, *counts.get(t.id, (0, 0))) for t in self.matcher.themes)

    def facet_values(
        self, facet: Facet, filters: Filters = Filters(), person: Person = NOBODY
    ) -> tuple[tuple[str, int], ...]:
        """The values of a facet with their counts, most frequent first; they follow all other filters."""
        others = filters.without(facet)
        if facet in VALUES_OF_PERSON:
            each = ((value, others & Filter(facet, value)) for value in VALUES_OF_PERSON[facet])
            counts = {value: self.totals(one, person) for value, one in each}
        else:
            counts = self._catalogue.counts(facet, self._wanted(others, person))
        found = ((value, articles) for value, (articles, _) in counts.items() if articles)
        return tuple(sorted(found, key=lambda pair: (-pair[1], pair[0].casefold())))

    def _wanted(self, filters: Filters, person: Person) -> Wanted:
        return wanted(filters, person, self._catalogue.counts)

    def problems(self) -> tuple[Problem, ...]:
        """The files that could not be read."""
        _ = self.matcher
        themes = (self._themes_problem,) if self._themes_problem else ()
        return (*themes, *self._catalogue.problems())

    def path(self, article_id: str) -> Path:
        """The file of an article.

        Raises:
            NotFoundError: where there is none.
            StorageError: where the folder cannot be read.
        """
        direct = self._places.corpus / f"{article_id}.md"
        # Not `Path.is_file`, which fails for a name that is too long instead of saying no.
        if article_id and "/" not in article_id and os.path.isfile(direct):  # noqa: PTH113
            return direct
        found = (p for p in self._places.corpus.rglob("*.md") if p.stem == article_id and os.path.isfile(p))  # noqa: PTH113
        inside = sorted((p for p in found if _visible(p, self._places.corpus)), key=lambda p: (len(p.parts), str(p)))
        if not inside:
            self._require_readable()
        if not article_id or not inside:
            hint = "`briefing list` shows all ids; put back or import again one that was deleted, renamed or moved"
            raise NotFoundError(f"no article '{article_id}'", where="corpus", hint=hint)
        return inside[0]

    def identities(self) -> tuple[Identity, ...]:
        """What all articles are recognised by, as of the last scan."""
        return self._catalogue.identities()

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
        article = self.article(article_id)
        read, _ = self._articles.get(article_id, (None, article))
        known = self._catalogue.article_themes(article_id, read, self.matcher) if read else None
        return known or self.matcher.article(article)

    def scan(
        self,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
        *,
        only: Collection[str] | None = None,
    ) -> ScanResult:
        """Bring the catalogue up to date with the files, or with some of them; run it in a worker thread.

        Args:
            progress: called with how many of how many files are done.
            cancelled: asked before each file.
            only: paths below the corpus folder, where it is known that nothing else changed.
        """
        from ...search import scan

        self._matcher = self._read_matcher()  # the theme file may have changed
        with self._lock:
            self._scans += 1
        try:
            result = scan(
                self._places.corpus, self._catalogue, _read, self.matcher,
                progress=progress, cancelled=cancelled, only=None if self.incomplete else only,
            )  # fmt: skip
        finally:
            with self._lock:
                self._scans -= 1
        self._headers.clear()
        with self._lock:
            scanned = self.matcher.themes, self._themes_problem, result.problems
            lost, self._epoch = self.incomplete, self._catalogue.epoch
            self._version += lost or self._scanned not in (None, scanned)
            self._scanned = scanned
        return result

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

    def write(self, article: Article) -> Article:
        """Put an article in place of its file, while `writing`, and bring the catalogue up to date; as it is read."""
        from ...storage import write_article

        write_article(self.path(article.id), article)
        self.scan()
        return self.article(article.id)

    def _require_readable(self) -> None:
        """Tell an article that is not there from a folder that nobody may look into."""
        folder = self._places.corpus
        if not os.access(folder, os.R_OK | os.X_OK):
            error = PermissionError(errno.EACCES, os.strerror(errno.EACCES))
            raise atomic.storage_error(error, folder, "cannot be read")

    def _read_matcher(self) -> Matcher:
        matcher, self._themes_problem = read_matcher(self._places, self._catalogue)
        return matcher


def _read(path: Path) -> Article:
    from ...storage import read_article  # a list of articles that have not changed needs none of it

    return read_article(path)


def _visible(path: Path, folder: Path) -> bool:
    return not any(part.startswith(".") for part in path.relative_to(folder).parts)
