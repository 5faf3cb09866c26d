"""The catalogue of a workspace: what its files hold, kept ready in the user's cache directory.

It is never the truth: it can be deleted at any time, and the next scan fills it again from the files.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing_tui.model import Header, Problem, Sort

from . import lists
from .database import Database
from .headers import GONE, Headers, unpack_header
from .lists import ALL
from .stamps import Stamp, rules_key
from .wanted import Wanted

if TYPE_CHECKING:
    from briefing_tui.model import ArticleThemes, Matcher

    from .identities import Identity
    from .rows import Entry

BATCH = 64
"""Articles a transaction: readers see progress, and nobody waits long for the lock."""

MERGED = 1_000
"""Pages of the full-text index that are written at once where its pieces are put together, for the same reason."""


class Catalogue:
    """Rows about the files of one workspace. Its methods may be called from any thread."""

    def __init__(self, database: Database) -> None:
        self.database = database

    @classmethod
    def open(cls, cache_dir: Path, key: str) -> Catalogue:
        """The catalogue of the workspace with the short name `key`.

        Never fails: a broken file, or one of another version, is made anew; a locked one, or a folder that cannot be
        written, is replaced by memory until the program ends. `messages` says so.
        """
        return cls(Database(cache_dir / f"{key}.sqlite"))

    @property
    def messages(self) -> list[str]:
        """What happened to the file that the user may want to know."""
        return self.database.messages

    @property
    def epoch(self) -> int:
        """Rises whenever everything was lost and a scan is needed."""
        return self.database.epoch

    @property
    def revision(self) -> str:
        """Another one after every change of what lists show, whichever process made it; empty before the first."""
        return self.database.read(lists.revision)

    def close(self) -> None:
        """Let go of the file."""
        self.database.close()

    def discard(self) -> None:
        """Empty the catalogue; the next scan reads every file again."""
        self.database.discard()

    def headers(self, sort: Sort = Sort.DATE, wanted: Wanted = ALL) -> Headers:
        """The articles that are wanted, in order: quick, however many there are."""
        return Headers(self.database.read(partial(lists.numbers, sort=sort, wanted=wanted)), self._page, self._number)

    def header(self, article_id: str) -> Header | None:
        """One article, if there is such."""
        return self.headers_of([article_id]).get(article_id)

    def headers_of(self, ids: Iterable[str]) -> dict[str, Header]:
        """Some articles by their ids, the newest first, without those that are not there."""
        sql = "SELECT header FROM articles WHERE id IN (SELECT value FROM json_each(?)) ORDER BY number DESC"
        found = [unpack_header(packed) for (packed,) in self._all(sql, json.dumps(list(ids)))]
        return {header.id: header for header in found}

    def list_json(self, sort: Sort = Sort.DATE, wanted: Wanted = ALL) -> list[str]:
        """The same articles as `headers`, each as the JSON object of the command `list`."""
        sql, values = lists.ordered("listing", sort, wanted)
        return [row for (row,) in self._all(sql, *values)]

    def totals(self, wanted: Wanted = ALL) -> tuple[int, int]:
        """How many articles are wanted, and how many paragraphs they have."""
        return self.database.read(partial(lists.totals, wanted=wanted))

    def counts(self, facet: str, wanted: Wanted = ALL) -> dict[str, tuple[int, int]]:
        """How many of the wanted articles each value of a facet has; of a theme also how many paragraphs are on it."""
        return self.database.read(partial(lists.counts, facet=facet, wanted=wanted))

    def identities(self, ids: Iterable[str] | None = None) -> tuple[Identity, ...]:
        """What all articles are recognised by, or some by their ids."""
        from . import rows

        among = "" if ids is None else "WHERE id IN (SELECT value FROM json_each(?))"
        sql = f"SELECT identity FROM identities {among}"  # noqa: S608 - all written here
        values = () if ids is None else (json.dumps(list(ids)),)
        return tuple(rows.unpack_identity(packed) for (packed,) in self._all(sql, *values))

    def article_themes(self, article_id: str, stamp: Stamp, matcher: Matcher) -> ArticleThemes | None:
        """The themes of an article and of its paragraphs, where they are known of its file as it is, by these rules."""
        from . import rows

        sql = """
            SELECT themes FROM articles JOIN texts USING (number) JOIN files ON files.name = articles.file
            WHERE id = ? AND rules = ? AND mtime_ns = ? AND size = ?
            """
        found = self._all(sql, article_id, rules_key(matcher), *stamp)
        return rows.unpack_themes(found[0][0]) if found else None

    def problems(self) -> tuple[Problem, ...]:
        """The files that could not be read, by name."""
        found = self._all("SELECT problem FROM files WHERE problem IS NOT NULL ORDER BY name")
        return tuple(_problem(packed) for (packed,) in found)

    def stamps(self, names: Collection[str] | None = None) -> dict[str, Stamp]:
        """All files, or some, as they were when last looked at, by path below the corpus folder."""
        among = "" if names is None else "WHERE name IN (SELECT value FROM json_each(?))"
        sql = f"SELECT name, mtime_ns, size FROM files {among}"  # noqa: S608 - all written here
        values = () if names is None else (json.dumps(list(names)),)
        return {name: (mtime_ns, size) for name, mtime_ns, size in self._all(sql, *values)}

    def in_folders(self) -> bool:
        """Whether any file lies in a folder below that of the corpus."""
        return bool(self._all("SELECT 1 FROM files WHERE instr(name, '/') LIMIT 1"))

    def known(self, names: Iterable[str]) -> dict[str, tuple[str, Problem | None]]:
        """Of some files, those that were looked at before: the sha256 of their bytes and what was wrong with them."""
        sql = "SELECT name, sha, problem FROM files WHERE name IN (SELECT value FROM json_each(?))"
        found = self._all(sql, json.dumps(list(names)))
        return {name: (sha, _problem(problem) if problem else None) for name, sha, problem in found}

    def apply(
        self, entries: Iterable[Entry], removed: Iterable[str] = (), touched: Mapping[str, Stamp] | None = None
    ) -> None:
        """Take over what a scan found, in one transaction.

        Args:
            entries: files that are new or differ.
            removed: files that are gone.
            touched: new stamps of files whose bytes are the same.
        """
        from . import changes  # where nothing changed nothing of articles is needed

        entries, removed = tuple(entries), tuple(removed)

        def work(connection: sqlite3.Connection) -> None:
            (lists.changed if entries or removed else lists.forget)(connection)
            for name in removed:
                changes.remove(connection, name)
            for name, (mtime_ns, size) in (touched or {}).items():
                connection.execute("UPDATE files SET mtime_ns = ?, size = ? WHERE name = ?", (mtime_ns, size, name))
            for entry in changes.in_order_of_rows(entries):
                changes.replace(connection, entry)

        self.database.write(work)

    def merge(self, cancelled: Callable[[], bool], *, whole: bool) -> None:
        """Put pieces of the full-text index together: one that is `whole` is searched a quarter faster."""
        from . import changes

        pages = -MERGED if whole else MERGED
        while not cancelled() and self.database.write(partial(changes.merge, pages=pages)):
            pages = MERGED

    def keep(self, survey: bytes | None, files: int) -> None:
        """Keep what the next start needs; see `lists.keep`."""
        self.database.write(partial(lists.keep, survey=survey, files=files))

    def agrees(self, survey: bytes) -> bool:
        """Whether the rows are known to agree with the files as a survey has them."""
        return self.database.read(partial(lists.agrees, survey=survey))

    def retheme(
        self,
        matcher: Matcher,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> int:
        """Apply changed rules to the stored texts, a batch a transaction; what is broken off goes on next time.

        Returns:
            how many articles were looked at again.
        """
        key = rules_key(matcher)
        total = self._all("SELECT count(*) FROM articles WHERE rules < ? OR rules > ?", key, key)[0][0]
        done = 0
        if total:
            from . import changes
        while done < total and not (cancelled and cancelled()):
            sql = "SELECT id, text, by_hand FROM texts JOIN articles USING (number) WHERE rules != ? LIMIT ?"
            found = {name: _themes(matcher, text, by_hand) for name, text, by_hand in self._all(sql, key, BATCH)}
            if not found:
                break
            self.database.write(partial(changes.set_themes, themes=found, rules=key))
            done += len(found)
            if progress:
                progress(done, total)
        return done

    def remember(self, key: str, stamp: Stamp, value: Any) -> None:
        """Keep a JSON value made from a file that has this stamp."""
        sql = "INSERT OR REPLACE INTO memo VALUES (?, ?, ?)"
        self.database.write(lambda connection: connection.execute(sql, (key, repr(stamp), json.dumps(value))))

    def recall(self, key: str, stamp: Stamp) -> Any:
        """The value kept for the file, or `None` where there is none or the file has another stamp now."""
        found = self._all("SELECT value FROM memo WHERE key = ? AND stamp = ?", key, repr(stamp))
        return json.loads(found[0][0]) if found else None

    def _page(self, numbers: Sequence[int]) -> list[Header]:
        sql = "SELECT number, header FROM articles WHERE number IN (SELECT value FROM json_each(?))"
        found = dict(self._all(sql, json.dumps(list(numbers))))
        return [unpack_header(found[number]) if number in found else GONE for number in numbers]

    def _number(self, article_id: str) -> int | None:
        found = self._all("SELECT number FROM articles WHERE id = ?", article_id)
        return found[0][0] if found else None

    def _all(self, sql: str, *parameters: str | int | bytes) -> list[Any]:
        return self.database.read(lambda connection: connection.execute(sql, parameters).fetchall())


def _problem(packed: str) -> Problem:
    return Problem(*json.loads(packed))


def _themes(matcher: Matcher, text: str, by_hand: str) -> ArticleThemes:
    from briefing_tui.model import Article, Metadata

    from . import rows

    article, paragraphs = rows.unpack_by_hand(by_hand)
    return matcher.article(Article("", Metadata(themes=article, paragraph_themes=paragraphs), text))
