"""The tables of the catalogue. A catalogue of any other `VERSION` is made anew."""

from __future__ import annotations

import sqlite3
import zlib
from unicodedata import unidata_version

from briefing_tui import __version__

VERSION = zlib.crc32(f"17 {__version__} {unidata_version} {hash((1, 2, 3))}".encode()) & 0x7FFF_FFFF
"""Raise the number with every change of the tables.

It differs from release to release too: what another one read from a file, this one may read otherwise. And where
Python hashes numbers otherwise or knows other letters: fingerprints and folded texts are made by that.
"""
TOKENIZER = "unicode61 remove_diacritics 2"
"""Case and accents folded, no stemming: people look for the words they quote."""
RANK = "bm25(passages, 1.0, 4.0)"
"""A word in the title counts as much as four in the text."""

_TABLES = f"""
CREATE TABLE files (
    name TEXT PRIMARY KEY, mtime_ns INTEGER NOT NULL, size INTEGER NOT NULL, sha TEXT NOT NULL, problem TEXT
) WITHOUT ROWID;
CREATE INDEX files_with_problems ON files (name) WHERE problem IS NOT NULL;

CREATE TABLE articles (
    number INTEGER PRIMARY KEY,   -- in order of date, see rows.numbers
    id TEXT NOT NULL UNIQUE, file TEXT NOT NULL UNIQUE,
    issued TEXT NOT NULL, by_title TEXT NOT NULL, by_outlet TEXT NOT NULL, words INTEGER NOT NULL,
    paragraphs INTEGER NOT NULL, rules TEXT NOT NULL, header TEXT NOT NULL, listing TEXT NOT NULL
);
CREATE INDEX articles_by_date ON articles (issued DESC, number DESC, paragraphs);
CREATE INDEX articles_by_title ON articles (by_title, id);
CREATE INDEX articles_by_outlet ON articles (by_outlet, id);
CREATE INDEX articles_by_length ON articles (words DESC, id);
CREATE INDEX articles_by_rules ON articles (rules);

CREATE TABLE texts (
    number INTEGER PRIMARY KEY, blocks BLOB NOT NULL, by_hand TEXT NOT NULL, themes TEXT NOT NULL,
    speakers TEXT NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL,
    folded_title TEXT, folded TEXT   -- see folding.py; NULL where the index needs no other text
);
CREATE VIEW indexed AS
    SELECT number, ifnull(folded, text) AS text, ifnull(folded_title, title) AS title, blocks FROM texts;
CREATE VIRTUAL TABLE passages USING fts5(
    text, title, content='indexed', content_rowid='number', tokenize='{TOKENIZER}', prefix='2 3'
);

CREATE TABLE article_themes (
    theme TEXT NOT NULL, number INTEGER NOT NULL, paragraphs INTEGER NOT NULL, PRIMARY KEY (theme, number)
) WITHOUT ROWID;
CREATE INDEX article_themes_by_article ON article_themes (number);

CREATE TABLE facet_values (
    value INTEGER PRIMARY KEY, facet TEXT NOT NULL, name TEXT NOT NULL, folded TEXT NOT NULL, UNIQUE (facet, name)
);
CREATE INDEX facet_values_by_folded ON facet_values (facet, folded);
CREATE TABLE article_facets (
    value INTEGER NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (value, number)
) WITHOUT ROWID;
CREATE INDEX article_facets_by_article ON article_facets (number);
CREATE TABLE labels (
    number INTEGER PRIMARY KEY, shown TEXT NOT NULL   -- what letters are looked for in
);

CREATE TABLE identities (id TEXT PRIMARY KEY, identity TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE wordings (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, sha TEXT NOT NULL,
    words BLOB NOT NULL, starts BLOB NOT NULL, ends BLOB NOT NULL
);
CREATE TABLE fingerprints (
    print INTEGER NOT NULL, number INTEGER NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (print, number, place)
) WITHOUT ROWID;

CREATE TABLE memo (   -- with row numbers, so that no large value is read on the way to another
    key TEXT PRIMARY KEY, stamp TEXT NOT NULL, value TEXT NOT NULL
);
"""  # noqa: S608 - names of our own


class OtherVersionError(Exception):
    """The file is a database of another version, or somebody else's."""


class DamagedError(sqlite3.DatabaseError):
    """The tables do not agree with each other, as they do after every transaction."""


def prepare(connection: sqlite3.Connection) -> None:
    """Make the tables of an empty database.

    Raises:
        OtherVersionError: where the database is neither empty nor of this version.
    """
    if _version(connection) == VERSION:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        version = _version(connection)  # another process may just have made the tables
        if version != VERSION:
            if version or connection.execute("SELECT 1 FROM sqlite_master").fetchone():
                raise OtherVersionError(f"version {version} instead of {VERSION}")
            for statement in _TABLES.split(";\n"):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.commit()
    finally:
        if connection.in_transaction:
            connection.rollback()


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
