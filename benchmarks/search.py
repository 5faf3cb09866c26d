"""The search at 10,000 and 100,000 articles, beside bare SQL, ripgrep, Whoosh and Xapian; the catalogue beside SQL.

python -m benchmarks.search [ARTICLES]
"""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from benchmarks.corpus import ready
from benchmarks.engines import REPEAT, SCREEN, whoosh, xapian
from benchmarks.timing import RESULTS, cpu, cpu_of_command, report, verdict
from briefing_tui.model import Article, Matcher, Sort
from briefing_tui.search import Catalogue, find_in_text, parse_query, scan
from briefing_tui.storage import read_article, read_themes
from briefing_tui.support.locations import Locations, workspace_key
from briefing_tui.workspace import Workspace

QUERIES = ("missiles", "deconfliction embassy", "mis*", "Hmeimim", "sanctions missiles embassy", '"elysee"')
"""What is asked of all engines."""
OURS = (
    "pilgrims embassy OR Hmeimim -sanctions",
    "theme:arms",
    'outlet:"Outlet 7" missiles',
    "year:2016..2018 missiles",
    "title:pilgrims OR Hmeimim",
    "text:full missiles",
    "author:family7 OR theme:pilgrimage",
)
"""What only ours understands."""
MANY, MOST = 10_000, 100_000
ROUNDS = 5
"""Turns in which the best hits are asked of ours and of a peer: what disturbs one disturbs both."""


def main(articles: int = MANY) -> None:
    """Print all figures of this benchmark."""
    folder, home = ready(articles)
    corpus = folder / "corpus"
    matcher = Matcher(read_themes(corpus / "themes.yaml"))
    catalogue = Catalogue.open(home / "cache" / "briefing", workspace_key(folder))
    print(f"{articles} articles; ours, the peer's, the ratio, the peer")
    indexing(corpus, matcher)
    start(corpus, catalogue, matcher)
    first = first_screens(catalogue, folder, home)
    ranked(articles, catalogue, folder, home)
    finding(catalogue)
    catalogue.close()
    if articles < MOST:
        larger(first)


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
        catalogue.counts("theme")

    report("scan, nothing changed", cpu(lambda: scan(corpus, catalogue, read_article, matcher)), "scandir, stat",
           cpu(bare_look))  # fmt: skip
    ids = cpu(lambda: sql(catalogue, "SELECT id FROM articles ORDER BY issued DESC, id"))
    report("headers and theme counts, 100 rows shown", cpu(first_paint), "SELECT id … ORDER BY", ids)
    report("all headers made", cpu(lambda: list(catalogue.headers())), "SELECT id … ORDER BY", ids)
    report("headers by title", cpu(lambda: catalogue.headers(Sort.TITLE)), "SELECT id … ORDER BY", ids)
    report("rows of list --json", cpu(catalogue.list_json), "SELECT id … ORDER BY", ids)


def opened(folder: Path, home: Path) -> Workspace:
    """A workspace whose catalogue is up to date."""
    return Workspace.open(folder, Locations(*(home / kind / "briefing" for kind in ("config", "state", "cache"))))


def first_screens(catalogue: Catalogue, folder: Path, home: Path) -> dict[str, float]:
    """The newest hits, as they come while one types, through the service that both faces call.

    Beside the same expression in SQL with SQLite's own snippets, and beside ripgrep on the files. Gives our times.
    """
    columns = "articles.id, snippet(passages, 0, '[', ']', '…', 24)"
    text = f"""
        SELECT {columns} FROM passages JOIN articles ON number = passages.rowid
        WHERE passages MATCH ? ORDER BY passages.rowid DESC LIMIT {SCREEN}
        """  # noqa: S608
    workspace = opened(folder, home)
    figures = {}
    for typed in (*QUERIES, *OURS):
        search = partial(workspace.articles.search, typed, limit=SCREEN, newest=True)
        if typed in OURS[1:]:
            ours = figures[typed] = cpu(search)
            print(f"newest: {typed:36} {ours:9.2f} ms")
            continue
        ours, bare = in_turns(search, partial(sql, catalogue, text, parse_query(typed).expression))
        figures[typed] = ours
        report(f"newest: {typed}", ours, "SQL", bare, at_most=1.2)
        if shutil.which("rg") and typed in QUERIES[:1]:
            files = cpu_of_command(["rg", "-il", typed, str(folder / "corpus")], repeat=3)
            report(f"newest: {typed}", ours, "rg -il", files, at_most=1 / 40)
    workspace.close()
    return figures


def in_turns(ours: Callable[[], object], theirs: Callable[[], object], rounds: int = 15) -> tuple[float, float]:
    """The CPU milliseconds of two calls, one after the other: what disturbs one disturbs both."""
    figures = [(cpu(ours, repeat=1), cpu(theirs, repeat=1)) for _ in range(rounds)]
    return min(mine for mine, _ in figures), min(other for _, other in figures)


def ranked(articles: int, catalogue: Catalogue, folder: Path, home: Path) -> None:
    """The best hits beside SQL and, up to 10,000 articles, beside other engines, each in turns with ours."""
    workspace = opened(folder, home)
    peers: list[tuple[str, dict[str, Callable[[], float]], float]] = [("SQL", bare_best(catalogue), 0.0)]
    if articles <= MANY:
        given = partial(texts, catalogue), articles, QUERIES
        peers += [("Whoosh", whoosh(*given), 1 / 10), ("Xapian", xapian(*given), 1 / 3)]
    for name, theirs, limit in peers:
        for typed, ask in theirs.items():
            search = partial(workspace.articles.search, typed, limit=SCREEN)
            figures = [(cpu(search, repeat=REPEAT), ask()) for _ in range(ROUNDS)]
            report(f"best: {typed}", min(ours for ours, _ in figures), name, min(other for _, other in figures),
                   at_most=limit)  # fmt: skip
    for typed in OURS:
        print(f"best: {typed:38} {cpu(partial(workspace.articles.search, typed, limit=SCREEN)):9.2f} ms")
    workspace.close()


def bare_best(catalogue: Catalogue) -> dict[str, Callable[[], float]]:
    """Measures the same expressions in SQL."""
    text = f"""
        SELECT rowid, snippet(passages, 0, '[', ']', '…', 24)
        FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT {SCREEN}
        """  # noqa: S608
    asked = {typed: partial(sql, catalogue, text, parse_query(typed).expression) for typed in QUERIES}
    return {typed: partial(cpu, ask, repeat=REPEAT) for typed, ask in asked.items()}


def larger(small: dict[str, float]) -> None:
    """The first screens again, of ten times as many articles."""
    folder, home = ready(MOST)
    catalogue = Catalogue.open(home / "cache" / "briefing", workspace_key(folder))
    print(f"\n{MOST} articles")
    large = first_screens(catalogue, folder, home)
    for typed in (*QUERIES, *OURS):
        ratio = large[typed] / small[typed]
        print(f"ten times as many: {typed:36} × {ratio:5.2f}  {verdict(ratio, 2)}")
    ranked(MOST, catalogue, folder, home)
    catalogue.close()


def texts(catalogue: Catalogue) -> Iterable[tuple[int, str]]:
    """Numbers and texts of all articles."""
    return ((int(str(number)), str(text)) for number, text in sql(catalogue, "SELECT number, text FROM texts"))


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
