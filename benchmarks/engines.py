"""Other search engines on the same texts: Whoosh in this Python, Xapian in the system's; skipped where they are absent.

Each gives the 20 best articles with a snippet of each, as ours gives the 20 best paragraphs.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterable
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from benchmarks.timing import RESULTS, cpu

SCREEN = 20
"""Hits of a first screen."""
REPEAT = 3
"""How often a query is asked in a row, of which the least counts: the first time pays for what ran before."""
SYSTEM_PYTHON = "/usr/bin/python3"
SPELLED = {'"elysee"': '"élysée"'}
"""What Xapian is asked instead: it folds no accents, and would find nothing at once."""
Texts = Callable[[], Iterable[tuple[int, str]]]
"""Numbers and texts of all articles."""
Asked = dict[str, Callable[[], float]]
"""Queries; each can be asked once more, and takes so many CPU milliseconds."""


def whoosh(texts: Texts, articles: int, queries: Iterable[str]) -> Asked:
    """Each query to Whoosh, none where it is not installed (`pip install whoosh-reloaded`)."""
    if not find_spec("whoosh"):
        return {}
    index, fields, analysis, charset, parsing = (
        import_module(f"whoosh.{name}") for name in ("index", "fields", "analysis", "support.charset", "qparser")
    )
    folder = RESULTS / f"whoosh-{articles}"
    if not folder.exists():
        part = folder.with_suffix(".part")  # what was broken off is begun anew
        part.mkdir(parents=True, exist_ok=True)
        analyzer = analysis.SimpleAnalyzer() | analysis.CharsetFilter(charset.accent_map)
        schema = fields.Schema(number=fields.ID(stored=True), text=fields.TEXT(analyzer=analyzer, stored=True))
        writer = index.create_in(part, schema).writer(limitmb=512)
        for number, text in texts():
            writer.add_document(number=str(number), text=text)
        writer.commit()
        part.rename(folder)
    searcher = index.open_dir(folder).searcher()
    parser = parsing.QueryParser("text", searcher.schema)

    def ask(query: str) -> list[Any]:
        hits = searcher.search(parser.parse(query), limit=SCREEN)
        return [(hit["number"], hit.highlights("text", top=1)) for hit in hits]

    return {query: partial(cpu, partial(ask, query), repeat=REPEAT) for query in queries}


def xapian(texts: Texts, articles: int, queries: Iterable[str]) -> Asked:
    """The same of Xapian (`apt install python3-xapian`), whose database holds the texts as well."""
    folder = RESULTS / f"xapian-{articles}"
    program = [SYSTEM_PYTHON, str(Path(__file__).with_name("xapian_peer.py")), str(folder)]
    if subprocess.run([SYSTEM_PYTHON, "-c", "import xapian"], capture_output=True, check=False).returncode:
        return {}
    if not folder.exists():
        lines = "".join(json.dumps(pair) + "\n" for pair in texts())
        subprocess.run(program, input=lines, text=True, check=True, encoding="utf-8")
    peer = subprocess.Popen(
        [*program, str(SCREEN)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    )

    def ask(query: str) -> float:
        figures = []
        for _ in range(REPEAT):
            print(SPELLED.get(query, query), file=peer.stdin, flush=True)
            figures.append(float(peer.stdout.readline() if peer.stdout else "nan"))
        return min(figures)

    return {query: partial(ask, query) for query in queries}
