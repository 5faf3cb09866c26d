"""What is written to the catalogue's tables, always inside a transaction of the caller's."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from briefing_tui.model import ArticleThemes

from . import rows
from .rows import Entry


def remove(connection: sqlite3.Connection, name: str) -> None:
    """Forget a file and the article it held."""
    connection.execute("DELETE FROM files WHERE name = ?", (name,))
    _remove_article(connection, "file", name)


def replace(connection: sqlite3.Connection, entry: Entry) -> None:
    """Put a file as it is now in the place of what was known of it."""
    remove(connection, entry.file)
    problem = rows.pack_problem(entry.problem) if entry.problem else None
    connection.execute("INSERT INTO files VALUES (?, ?, ?, ?, ?)", (entry.file, *entry.stamp, entry.sha, problem))
    article = entry.article
    if article is None:
        return
    _remove_article(connection, "id", article.id)  # known from another folder, out of which it was moved
    numbers = rows.numbers(article)
    sql = "SELECT max(number) + 1 FROM articles WHERE number BETWEEN ? AND ?"
    number = connection.execute(sql, (numbers[0], numbers[-1])).fetchone()[0] or numbers[0]
    header = rows.header(article, entry.themes)
    shown = (rows.pack_header(header), rows.listing(header, article.metadata))
    connection.execute(
        "INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(number, article.id, entry.file, header.issued, *rows.sort_keys(header)),
            *(header.paragraphs, entry.rules, *shown),
        ),
    )
    text = rows.indexable(article.text)
    connection.execute(
        "INSERT INTO texts VALUES (?, ?, ?, ?, ?)",
        (
            number,
            rows.pack_blocks(article.segments),
            rows.pack_by_hand(article.metadata),
            rows.pack_themes(entry.themes),
            text,
        ),
    )
    connection.execute("INSERT INTO passages (rowid, text) VALUES (?, ?)", (number, text))
    _insert_themes(connection, number, entry.themes)


def set_themes(connection: sqlite3.Connection, themes: Mapping[str, ArticleThemes], rules: str) -> None:
    """Give articles, by id, the themes that the rules named `rules` found."""
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


def _remove_article(connection: sqlite3.Connection, column: str, value: str) -> None:
    sql = f"SELECT number, text FROM articles JOIN texts USING (number) WHERE {column} = ?"  # noqa: S608 - id or file
    for number, text in connection.execute(sql, (value,)).fetchall():
        connection.execute("INSERT INTO passages (passages, rowid, text) VALUES ('delete', ?, ?)", (number, text))
        connection.execute("DELETE FROM articles WHERE number = ?", (number,))
        connection.execute("DELETE FROM texts WHERE number = ?", (number,))
        connection.execute("DELETE FROM article_themes WHERE number = ?", (number,))


def _insert_themes(connection: sqlite3.Connection, number: int, themes: ArticleThemes) -> None:
    counted = zip(themes.themes, themes.counts(), strict=True)
    connection.executemany("INSERT INTO article_themes VALUES (?, ?, ?)", ((t, number, n) for t, n in counted))
