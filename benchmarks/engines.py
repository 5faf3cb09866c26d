"""Other search engines on the same texts: Whoosh in this Python, Xapian in the system's; skipped where they are absent.

Each gives the 20 best articles with a snippet of each, as ours gives the 20 best paragraphs.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterable
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from benchmarks.timing import RESULTS, cpu

SCREEN = 20
"""Hits of a first screen."""
REPEAT = 5
SYSTEM_PYTHON = "/usr/bin/python3"
Texts = Callable[[], Iterable[tuple[int, str]]]
"""Numbers and texts of all articles."""


def whoosh(texts: Texts, articles: int, queries: Iterable[str]) -> dict[str, float]:
    """CPU milliseconds of each query, none where Whoosh is not installed (`pip install whoosh-reloaded`)."""
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
    with index.open_dir(folder).searcher() as searcher:
        parser = parsing.QueryParser("text", searcher.schema)

        def ask(query: str) -> list[Any]:
            hits = searcher.search(parser.parse(query), limit=SCREEN)
            return [(hit["number"], hit.highlights("text", top=1)) for hit in hits]

        return {query: cpu(partial(ask, query), repeat=REPEAT) for query in queries}


def xapian(texts: Texts, articles: int, queries: Iterable[str]) -> dict[str, float]:
    """The same of Xapian (`apt install python3-xapian`), whose database holds the texts as well."""
    if not Path(SYSTEM_PYTHON).exists():
        return {}
    folder = RESULTS / f"xapian-{articles}"
    ask = [SYSTEM_PYTHON, str(Path(__file__).with_name("xapian_peer.py")), str(folder), str(SCREEN), str(REPEAT)]
    lines = "" if folder.exists() else "".join(json.dumps(pair) + "\n" for pair in texts())
    outcome = subprocess.run(
        [*ask, *queries], input=lines, capture_output=True, text=True, check=False, encoding="utf-8"
    )
    if outcome.returncode:
        print(outcome.stderr.strip().rpartition("\n")[2], file=sys.stderr)
        return {}
    return dict(json.loads(outcome.stdout))
