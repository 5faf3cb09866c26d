"""The catalogue of a workspace: what its files hold, kept ready in the user's cache directory.

It is never the truth: it can be deleted at any time, and the next scan fills it again from the files.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from briefing_tui.model import Article, ArticleThemes, Matcher, Metadata, Problem, Sort

from . import changes, rows
from .database import Database
from .identities import Identity
from .rows import Entry, Headers, Stamp

_ORDER = {Sort.DATE: "issued DESC, id", Sort.TITLE: "by_title, id", Sort.OUTLET: "by_outlet, id"}
BATCH = 64
"""Articles a transaction: readers see progress, and nobody waits long for the lock."""


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

    def close(self) -> None:
        """Let go of the file."""
        self.database.close()

    def discard(self) -> None:
        """Empty the catalogue; the next scan reads every file again."""
        self.database.discard()

    def headers(self, sort: Sort = Sort.DATE) -> Headers:
        """All articles, in order."""
        return Headers(self._column("header", sort))

    def list_json(self, sort: Sort = Sort.DATE) -> list[str]:
        """All articles in the same order, each as the JSON object of the command `list`."""
        return self._column("listing", sort)

    def totals(self) -> tuple[int, int]:
        """How many articles there are, and how many paragraphs they have."""
        ((articles, paragraphs),) = self._all("SELECT count(*), ifnull(sum(paragraphs), 0) FROM articles")
        return articles, paragraphs

    def theme_counts(self) -> dict[str, tuple[int, int]]:
        """How many articles and paragraphs are on each theme, by its id."""
        sql = "SELECT theme, count(*), sum(paragraphs) FROM article_themes GROUP BY theme"
        return {theme: (articles, paragraphs) for theme, articles, paragraphs in self._all(sql)}

    def identities(self) -> tuple[Identity, ...]:
        """What all articles are recognised by."""
        return tuple(rows.unpack_identity(packed) for (packed,) in self._all("SELECT identity FROM identities"))

    def paragraph_themes(self, article_id: str) -> ArticleThemes:
        """The themes of an article and of its paragraphs; none for an article that is not there."""
        found = self._all("SELECT themes FROM texts JOIN articles USING (number) WHERE id = ?", article_id)
        return rows.unpack_themes(found[0][0]) if found else rows.NO_THEMES

    def problems(self) -> tuple[Problem, ...]:
        """The files that could not be read, by name."""
        found = self._all("SELECT problem FROM files WHERE problem IS NOT NULL ORDER BY name")
        return tuple(rows.unpack_problem(problem) for (problem,) in found)

    def stamps(self) -> dict[str, Stamp]:
        """The files as they were when last looked at, by path below the corpus folder."""
        return {name: (mtime_ns, size) for name, mtime_ns, size in self._all("SELECT name, mtime_ns, size FROM files")}

    def known(self, names: Iterable[str]) -> dict[str, tuple[str, Problem | None]]:
        """Of some files, those that were looked at before: the sha256 of their bytes and what was wrong with them."""
        sql = "SELECT name, sha, problem FROM files WHERE name IN (SELECT value FROM json_each(?))"
        found = self._all(sql, json.dumps(list(names)))
        return {name: (sha, rows.unpack_problem(problem) if problem else None) for name, sha, problem in found}

    def apply(
        self, entries: Iterable[Entry], removed: Iterable[str] = (), touched: Mapping[str, Stamp] | None = None
    ) -> None:
        """Take over what a scan found, in one transaction.

        Args:
            entries: files that are new or differ.
            removed: files that are gone.
            touched: new stamps of files whose bytes are the same.
        """

        def work(connection: sqlite3.Connection) -> None:
            for name in removed:
                changes.remove(connection, name)
            for name, (mtime_ns, size) in (touched or {}).items():
                connection.execute("UPDATE files SET mtime_ns = ?, size = ? WHERE name = ?", (mtime_ns, size, name))
            for entry in entries:
                changes.replace(connection, entry)

        self.database.write(work)

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
        key = rows.rules_key(matcher)
        total = self._all("SELECT count(*) FROM articles WHERE rules != ?", key)[0][0]
        done = 0
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

    def _column(self, column: str, sort: Sort) -> list[str]:
        sql = f"SELECT {column} FROM articles ORDER BY {_ORDER[sort]}"  # noqa: S608 - both from this file
        return [value for (value,) in self._all(sql)]

    def _all(self, sql: str, *parameters: str | int) -> list[Any]:
        return self.database.read(lambda connection: connection.execute(sql, parameters).fetchall())


def _themes(matcher: Matcher, text: str, by_hand: str) -> ArticleThemes:
    article, paragraphs = rows.unpack_by_hand(by_hand)
    return matcher.article(Article("", Metadata(themes=article, paragraph_themes=paragraphs), text))
