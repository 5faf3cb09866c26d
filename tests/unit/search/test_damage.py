"""An index that is damaged, deleted or locked while it is searched and is larger than what a connection keeps of it."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path

import pytest

from briefing_tui.model import Sort
from briefing_tui.search import related
from tests.unit.search.library import Library

PAGE = 4096
ARTICLES = 80
QUERIES = ("peace", "word1* -nothing", "theme:iran", '"peace and war" OR tehran', "word17 word23")


@pytest.fixture
def large(library: Library, monkeypatch: pytest.MonkeyPatch) -> Library:
    """A catalogue of which hardly anything stays in memory."""
    monkeypatch.setattr("briefing_tui.search.database.CACHE", 8)
    chance = random.Random(1)
    for number in range(ARTICLES):
        words = " ".join(f"word{chance.randint(1, 300)}" for _ in range(250))
        library.write(f"{number}.md", f"Peace and war. Tehran.\n\n{words}", head=f"T | {1900 + number}")
    library.scan()
    library.catalogue.close()
    library.catalogue = library.open()
    assert library.find("peace").total == ARTICLES
    return library


def file_of(library: Library) -> Path:
    return library.catalogue.database.path


def ask_everything(library: Library) -> None:
    """Whatever is there: an answer, and no error of the database."""
    for typed in QUERIES:
        library.find(typed, limit=20)
        library.find(typed, newest=True, limit=500)
    library.catalogue.headers(Sort.TITLE)[:50]
    library.catalogue.counts("theme")
    library.catalogue.problems()
    library.catalogue.header("7")
    related(library.catalogue, "Of word17 and word23 and word5.", besides="7")


def junk(content: bytes, kind: str) -> bytes:
    """The file with everything but its first pages spoilt."""
    kept, rest = content[: 2 * PAGE], content[2 * PAGE :]
    chance = random.Random(2)
    pages = [rest[at : at + PAGE] for at in range(0, len(rest), PAGE)]
    if kind == "other pages":  # each of them is sound by itself
        chance.shuffle(pages)
    elif kind == "some bytes":
        pages = [page if chance.random() < 0.5 else page[:400] + chance.randbytes(60) + page[460:] for page in pages]
    else:
        pages = [chance.randbytes(PAGE) if chance.random() < 0.5 else page for page in pages]
    return kept + b"".join(pages)


@pytest.mark.parametrize("kind", ["other pages", "some bytes", "half the pages"])
def test_junk_in_the_file_while_it_is_searched(large: Library, kind: str) -> None:
    content = file_of(large).read_bytes()
    assert len(content) > 60 * PAGE
    with file_of(large).open("r+b") as file:
        file.write(junk(content, kind))
    ask_everything(large)
    large.scan()
    ask_everything(large)
    assert "is being made anew" in large.catalogue.messages[0]
    assert len(large.catalogue.messages[0]) < 160, "no article is quoted"


@pytest.mark.parametrize("size", [0, 40 * PAGE + 7])
def test_a_file_cut_off_while_it_is_searched(large: Library, size: int) -> None:
    with file_of(large).open("r+b") as file:
        file.truncate(size)
    ask_everything(large)
    large.scan()
    ask_everything(large)
    assert large.find("peace").total == ARTICLES


def test_a_file_deleted_while_it_is_searched(large: Library) -> None:
    file_of(large).unlink()
    ask_everything(large)
    large.scan()
    assert large.find("peace").total == ARTICLES
    assert large.catalogue.messages


def test_a_locked_file_is_searched(large: Library) -> None:
    other = sqlite3.connect(file_of(large), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    other.execute("DELETE FROM memo")
    ask_everything(large)
    assert large.find("peace").total == ARTICLES
    other.execute("ROLLBACK")
    other.close()
    assert large.catalogue.messages == []


def test_a_length_beyond_all_memory_is_damage(large: Library) -> None:
    asked = iter([MemoryError])

    def work(connection: sqlite3.Connection) -> int:
        for error in asked:
            raise error
        return int(connection.execute("SELECT count(*) FROM articles").fetchone()[0])

    assert large.catalogue.database.read(work) == 0
    assert "is being made anew" in large.catalogue.messages[0]
