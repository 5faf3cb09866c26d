"""The search at 10,000 and 100,000 articles, beside bare SQL, ripgrep, Whoosh and Xapian; the catalogue beside SQL.

python -m benchmarks.search [ARTICLES]
"""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import statistics
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
TURNS, FEWEST, LONGEST = 15, 3, 10_000.0
"""Turns in which two are asked one after the other, at most and at least; the milliseconds after which it is enough."""


def main(articles: int = MANY) -> None:
    """Print all figures of this benchmark."""
    folder, home = ready(articles)
    corpus = folder / "corpus"
    matcher = Matcher(read_themes(corpus / "themes.yaml"))
    catalogue = Catalogue.open(home / "cache" / "briefing", workspace_key(folder))
    print(f"{articles} articles; ours, the peer's, the ratio, the peer")
    indexing(corpus, matcher)
    start(corpus, catalogue, matcher)
    first_screens(catalogue, folder, home)
    ranked(articles, catalogue, folder, home)
    finding(catalogue)
    catalogue.close()
    if articles < MOST:
        larger(articles)


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


def first_screens(catalogue: Catalogue, folder: Path, home: Path) -> None:
    """The newest hits, as they come while one types, through the service that both faces call.

    Beside the same expression in SQL with SQLite's own snippets, and beside ripgrep on the files.
    """
    columns = "articles.id, snippet(passages, 0, '[', ']', '…', 24)"
    text = f"""
        SELECT {columns} FROM passages JOIN articles ON number = passages.rowid
        WHERE passages MATCH ? ORDER BY passages.rowid DESC LIMIT {SCREEN}
        """  # noqa: S608
    workspace = opened(folder, home)
    for typed in (*QUERIES, OURS[0]):
        ours = asked(partial(workspace.articles.search, typed, limit=SCREEN, newest=True))
        bare = asked(partial(sql, catalogue, text, parse_query(typed).expression))
        compared(f"newest: {typed}", ours, "SQL", bare, at_most=1.2)
        if shutil.which("rg") and typed in QUERIES[:1]:
            files = partial(cpu_of_command, ["rg", "-il", typed, str(folder / "corpus")], repeat=1)
            compared(f"newest: {typed}", ours, "rg -il", files, at_most=1 / 40)
    workspace.close()


def asked(search: Callable[[], object]) -> Callable[[], float]:
    """Measures a search: the least of a few times in a row, of which the first pays for what ran before."""
    return partial(cpu, search, repeat=REPEAT)


def compared(
    what: str, ours: Callable[[], float], peer: str, theirs: Callable[[], float], *, at_most: float = 0
) -> None:
    """Measure two in turns and print the least of both, and the middle of the ratios of all turns.

    What disturbs a turn disturbs both in it, and the few turns in which it disturbs one alone are not in the middle.
    """
    turns: list[tuple[float, float]] = []
    while len(turns) < FEWEST or (len(turns) < TURNS and sum(map(sum, turns)) < LONGEST):
        turns.append((ours(), theirs()))
    ratio = statistics.median(mine / other for mine, other in turns)
    mine, other = map(min, zip(*turns, strict=True))
    limit = f"  {verdict(ratio, at_most)}" if at_most else ""
    print(f"{what:44} {mine:9.2f} ms {other:9.2f} ms  × {ratio:5.3f}  {peer}{limit}", flush=True)


def ranked(articles: int, catalogue: Catalogue, folder: Path, home: Path) -> None:
    """The best hits beside SQL and, up to 10,000 articles, beside other engines."""
    workspace = opened(folder, home)
    peers: list[tuple[str, dict[str, Callable[[], float]], float]] = [("SQL", bare_best(catalogue), 0.0)]
    if articles <= MANY:
        given = partial(texts, catalogue), articles, QUERIES
        peers += [("Whoosh", whoosh(*given), 1 / 10), ("Xapian", xapian(*given), 1 / 3)]
    for name, theirs, limit in peers:
        for typed, ask in theirs.items():
            ours = asked(partial(workspace.articles.search, typed, limit=SCREEN))
            compared(f"best: {typed}", ours, name, ask, at_most=limit)
    for typed in OURS:
        print(f"best: {typed:38} {cpu(partial(workspace.articles.search, typed, limit=SCREEN)):9.2f} ms")
    workspace.close()


def bare_best(catalogue: Catalogue) -> dict[str, Callable[[], float]]:
    """Measures the same expressions in SQL."""
    text = f"""
        SELECT rowid, snippet(passages, 0, '[', ']', '…', 24)
        FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT {SCREEN}
        """  # noqa: S608
    return {typed: asked(partial(sql, catalogue, text, parse_query(typed).expression)) for typed in QUERIES}


def larger(articles: int) -> None:
    """The first screens again, of ten times as many articles, in turns with those of fewer."""
    folder, home = ready(MOST)
    catalogue = Catalogue.open(home / "cache" / "briefing", workspace_key(folder))
    print(f"\n{MOST} articles")
    first_screens(catalogue, folder, home)
    many, few = opened(folder, home), opened(*ready(articles))
    for typed in (*QUERIES, *OURS):
        large, small = (asked(partial(w.articles.search, typed, limit=SCREEN, newest=True)) for w in (many, few))
        compared(f"newest: {typed}", large, f"of {articles}", small, at_most=2)
    few.close()
    many.close()
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
