"""The catalogue and the search beside SQL that does only what must be done.

python -m benchmarks.search [ARTICLES]
"""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import sys
from functools import partial
from pathlib import Path

from benchmarks.corpus import make_workspace
from benchmarks.timing import RESULTS, cpu, report
from briefing_tui.model import Article, Matcher, Sort
from briefing_tui.search import Catalogue, find_in_text, parse_query, scan, search
from briefing_tui.storage import read_article, read_themes

QUERIES = ("missiles", "deconfliction embassy", "mis*", '"Hmeimim"', "elysee", "pilgrims embassy OR Hmeimim -sanctions")


def main(articles: int = 10_000) -> None:
    """Print all figures of this benchmark."""
    workspace = make_workspace(RESULTS / f"workspace-{articles}", articles)
    corpus = workspace / "corpus"
    matcher = Matcher(read_themes(corpus / "themes.yaml"))
    print(f"{articles} articles; ours, the peer's, the ratio, the peer")
    indexing(corpus, matcher)
    catalogue = Catalogue.open(RESULTS, f"catalogue-{articles}")
    scan(corpus, catalogue, read_article, matcher)
    start(corpus, catalogue, matcher)
    queries(catalogue)
    finding(catalogue)
    catalogue.close()


def indexing(corpus: Path, matcher: Matcher) -> None:
    """Reading, matching and indexing 500 articles beside inserting their texts into a bare index."""
    folder = RESULTS / "indexing"
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "corpus").mkdir(parents=True)
    for path in sorted(corpus.glob("*.md"))[:500]:
        shutil.copyfile(path, folder / "corpus" / path.name)
    read: list[Article] = []

    def load(path: Path) -> Article:
        read.append(read_article(path))
        return read[-1]

    catalogue = Catalogue.open(folder, "catalogue")
    ours = cpu(lambda: scan(folder / "corpus", catalogue, load, matcher), repeat=1)
    catalogue.close()
    theirs = cpu(lambda: bare_index(folder / "bare.sqlite", read), repeat=1)
    report("scan 500 new articles", ours, "insert their texts into a bare FTS5 table", theirs)


def bare_index(path: Path, articles: list[Article]) -> None:
    """The least that makes the texts searchable as they are in the catalogue."""
    connection = sqlite3.connect(path)
    connection.execute(
        "CREATE VIRTUAL TABLE passages USING fts5(text, tokenize='unicode61 remove_diacritics 2', prefix='2 3')"
    )
    connection.executemany("INSERT INTO passages VALUES (?)", ((article.text,) for article in articles))
    connection.commit()
    connection.close()


def start(corpus: Path, catalogue: Catalogue, matcher: Matcher) -> None:
    """What the first paint and `list --json` need."""

    def bare_look() -> None:
        with os.scandir(corpus) as entries:
            for entry in entries:
                entry.stat()

    def first_paint() -> None:
        catalogue.headers()[:100]
        catalogue.theme_counts()

    report("scan, nothing changed", cpu(lambda: scan(corpus, catalogue, read_article, matcher)), "scandir, stat",
           cpu(bare_look))  # fmt: skip
    ids = cpu(lambda: sql(catalogue, "SELECT id FROM articles ORDER BY issued DESC, id"))
    report("headers and theme counts, 100 rows shown", cpu(first_paint), "SELECT id … ORDER BY", ids)
    report("all headers made", cpu(lambda: list(catalogue.headers())), "SELECT id … ORDER BY", ids)
    report("headers by title", cpu(lambda: catalogue.headers(Sort.TITLE)), "SELECT id … ORDER BY", ids)
    report("rows of list --json", cpu(catalogue.list_json), "SELECT id … ORDER BY", ids)


def queries(catalogue: Catalogue) -> None:
    """The best and the newest 20 hits beside the same expression in SQL with SQLite's own snippets."""
    columns = "rowid, snippet(passages, 0, '[', ']', '…', 24)"
    for typed in QUERIES:
        query = parse_query(typed)
        for newest, order in ((True, "rowid DESC"), (False, "rank")):
            text = f"SELECT {columns} FROM passages WHERE passages MATCH ? ORDER BY {order} LIMIT 20"  # noqa: S608
            ours = cpu(partial(search, catalogue, query, limit=20, newest=newest))
            theirs = cpu(partial(sql, catalogue, text, query.expression))
            report(f"{'newest' if newest else 'best'}: {typed}", ours, "SQL, 20 articles", theirs)


def finding(catalogue: Catalogue) -> None:
    """Finding a word in the longest article beside a regular expression that folds no accents."""
    text = str(sql(catalogue, "SELECT text FROM texts ORDER BY length(text) DESC LIMIT 1")[0][0])
    query = parse_query("missiles")
    find_in_text(query, text)
    report(f"find in an article of {len(text) // 1000} kB", cpu(lambda: find_in_text(query, text)), "re.finditer",
           cpu(lambda: list(re.finditer(r"\bmissiles\b", text, re.IGNORECASE))))  # fmt: skip


def sql(catalogue: Catalogue, text: str, *values: str) -> list[tuple[object, ...]]:
    """Ask the catalogue's file directly."""
    return catalogue.database.read(lambda connection: connection.execute(text, values).fetchall())


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
