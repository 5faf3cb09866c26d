"""Xapian, run by the system's Python: with a folder alone it indexes JSON lines, with a number it answers queries."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import xapian  # type: ignore[import-not-found] - a package of the system, not of this project


def build(folder: str) -> None:
    """Index what comes in, with positions, and keep the texts for the snippets."""
    part = f"{folder}.part"
    database = xapian.WritableDatabase(part, xapian.DB_CREATE_OR_OVERWRITE)
    for line in sys.stdin:
        number, text = json.loads(line)
        document = xapian.Document()
        generator = xapian.TermGenerator()
        generator.set_document(document)
        generator.index_text(text)
        document.set_data(text)
        database.replace_document(f"Q{number}", document)
    database.commit()
    database.close()
    Path(part).rename(folder)  # what was broken off is begun anew


def ask(database: xapian.Database, query: str, most: int) -> list[bytes]:
    """The best articles, each with a snippet."""
    parser = xapian.QueryParser()
    parser.set_database(database)
    parser.set_default_op(xapian.Query.OP_AND)
    flags = xapian.QueryParser.FLAG_DEFAULT | xapian.QueryParser.FLAG_WILDCARD
    enquire = xapian.Enquire(database)
    enquire.set_query(parser.parse_query(query, flags))
    found = enquire.get_mset(0, most)
    return [found.snippet(match.document.get_data().decode("utf-8"), 160) for match in found]


def answer(folder: str, most: int) -> None:
    """Print the CPU milliseconds of each query that comes in, a line each."""
    database = xapian.Database(folder)
    for line in sys.stdin:
        begin = time.process_time()
        ask(database, line.rstrip("\n"), most)
        print((time.process_time() - begin) * 1000, flush=True)


if __name__ == "__main__":
    if len(sys.argv) > 2:
        answer(sys.argv[1], int(sys.argv[2]))
    else:
        build(sys.argv[1])
