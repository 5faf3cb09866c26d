"""What is written to the catalogue's tables, always inside a transaction of the caller's."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable, Mapping
from operator import attrgetter

from briefing_tui.model import ArticleThemes, Header

from . import lists, rows
from .folding import fold, indexable
from .identities import identity
from .rows import Entry


def remove(connection: sqlite3.Connection, name: str) -> None:
    """Forget a file and the article it held."""
    _remove(connection, name)


def in_order_of_rows(entries: Iterable[Entry]) -> list[Entry]:
    """Entries as their rows are numbered: the oldest first, which the index takes in one piece.

    Of one day the last by name comes first, so that the newest first, those of one batch stand in order of their names.
    """
    by_name = sorted(entries, key=attrgetter("file"), reverse=True)
    return sorted(by_name, key=lambda entry: rows.numbers(entry.article)[0] if entry.article else 0)


def replace(connection: sqlite3.Connection, entry: Entry) -> None:
    """Put a file as it is now in the place of what was known of it."""
    text_sha = entry.article.sha256 if entry.article else ""
    _remove(connection, entry.file, keep=text_sha)
    problem = rows.pack_problem(entry.problem) if entry.problem else None
    connection.execute("INSERT INTO files VALUES (?, ?, ?, ?, ?)", (entry.file, *entry.stamp, entry.sha, problem))
    article = entry.article
    if article is None:
        return
    _remove_article(connection, "id", article.id, keep=text_sha)  # known from another folder, out of which it was moved
    numbers = rows.numbers(article)
    sql = "SELECT max(number) + 1 FROM articles WHERE number BETWEEN ? AND ?"
    number = connection.execute(sql, (numbers[0], numbers[-1])).fetchone()[0] or numbers[0]
    header = rows.header(article, entry.themes)
    shown = (rows.pack_header(header), rows.listing(header, article.metadata))
    connection.execute(
        "INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(number, article.id, entry.file, header.issued, *rows.sort_keys(header)),
            *(header.words, header.paragraphs, entry.rules, *shown),
        ),
    )
    text, title = indexable(article.text), indexable(article.metadata.title)
    folded, folded_title = fold(text), fold(title)
    connection.execute(
        "INSERT INTO texts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            number,
            rows.pack_blocks(article.segments),
            rows.pack_by_hand(article.metadata),
            rows.pack_themes(entry.themes),
            rows.pack_speakers(article.metadata),
            *(title, text, None if folded_title == title else folded_title, None if folded == text else folded),
        ),
    )
    connection.execute("INSERT INTO passages (rowid, text, title) VALUES (?, ?, ?)", (number, folded, folded_title))
    _insert_themes(connection, number, entry.themes)
    _insert_facets(connection, number, header)
    connection.execute("INSERT INTO identities VALUES (?, ?)", (article.id, rows.pack_identity(identity(article))))


def merge(connection: sqlite3.Connection, pages: int) -> bool:
    """Put pieces together that the full-text index was written in.

    Args:
        connection: the catalogue.
        pages: of the index, written at most; less than nothing to begin making one piece of all.

    Returns:
        whether there was anything to do.
    """
    before = connection.total_changes
    connection.execute("INSERT INTO passages (passages, rank) VALUES ('merge', ?)", (pages,))
    return connection.total_changes - before > 1


def _remove(connection: sqlite3.Connection, name: str, *, keep: str = "") -> None:
    connection.execute("DELETE FROM files WHERE name = ?", (name,))
    _remove_article(connection, "file", name, keep=keep)


def set_themes(connection: sqlite3.Connection, themes: Mapping[str, ArticleThemes], rules: str) -> None:
    """Give articles, by id, the themes that the rules named `rules` found."""
    lists.changed(connection)
    sql = "SELECT number, header, listing FROM articles WHERE id = ?"
    for article_id, found in themes.items():
        for number, header, listing in connection.execute(sql, (article_id,)).fetchall():
            connection.execute(
                "UPDATE articles SET rules = ?, header = ?, listing = ? WHERE number = ?",
                (rules, rows.retheme_header(header, found), rows.retheme_listing(listing, found), number),
            )
            connection.execute("UPDATE texts SET themes = ? WHERE number = ?", (rows.pack_themes(found), number))
            connection.execute("DELETE FROM article_themes WHERE number = ?", (number,))
            _insert_themes(connection, number, found)


def forget_wording(connection: sqlite3.Connection, article_id: str, *, unless: str = "") -> None:
    """Forget the fingerprints of an article, unless they were taken of the text with the hash `unless`."""
    from .wording import fingerprints  # a list of articles that have not changed needs none

    sql = "SELECT number, words FROM wordings WHERE id = ? AND sha != ?"
    for number, words in connection.execute(sql, (article_id, unless)).fetchall():
        rows = ((print_, number, place) for print_, place in fingerprints(array("I", words)))
        connection.executemany("DELETE FROM fingerprints WHERE print = ? AND number = ? AND place = ?", rows)
        connection.execute("DELETE FROM wordings WHERE number = ?", (number,))


def _remove_article(connection: sqlite3.Connection, column: str, value: str, *, keep: str = "") -> None:
    sql = f"SELECT number, id, text, title FROM articles JOIN indexed USING (number) WHERE {column} = ?"  # noqa: S608 - id or file
    for number, article_id, *indexed in connection.execute(sql, (value,)).fetchall():
        forget_wording(connection, article_id, unless=keep)
        connection.execute("DELETE FROM identities WHERE id = ?", (article_id,))
        sql = "INSERT INTO passages (passages, rowid, text, title) VALUES ('delete', ?, ?, ?)"
        connection.execute(sql, (number, *indexed))
        connection.execute("DELETE FROM articles WHERE number = ?", (number,))
        connection.execute("DELETE FROM texts WHERE number = ?", (number,))
        for table in ("article_themes", "article_facets", "labels"):
            connection.execute(f"DELETE FROM {table} WHERE number = ?", (number,))  # noqa: S608 - named here


def _insert_themes(connection: sqlite3.Connection, number: int, themes: ArticleThemes) -> None:
    counted = zip(themes.themes, themes.counts(), strict=True)
    connection.executemany("INSERT INTO article_themes VALUES (?, ?, ?)", ((t, number, n) for t, n in counted))


def _insert_facets(connection: sqlite3.Connection, number: int, header: Header) -> None:
    """Count the article for its values; values that no article has any more stay, and are counted no times."""
    values = [(facet, indexable(name)) for facet, name in rows.facets(header)]
    named = ((facet, name, name.casefold()) for facet, name in values)
    connection.executemany("INSERT OR IGNORE INTO facet_values (facet, name, folded) VALUES (?, ?, ?)", named)
    # Not `INSERT … SELECT`: before such a statement the full-text index writes out what it holds, a piece an article.
    sql = "INSERT INTO article_facets VALUES ((SELECT value FROM facet_values WHERE facet = ? AND name = ?), ?)"
    connection.executemany(sql, ((facet, name, number) for facet, name in values))
    connection.execute("INSERT INTO labels VALUES (?, ?)", (number, rows.searched(header)))
