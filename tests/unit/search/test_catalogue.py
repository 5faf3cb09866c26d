from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from briefing_tui.model import Header, Sort
from briefing_tui.model.filters import order
from briefing_tui.search import Catalogue
from tests.unit.search.library import Library


@pytest.fixture
def filled(library: Library) -> Library:
    library.write("b.md", "Tehran there.\n\n## Trade\n\nNothing here.", head="Beta | 2019-11-20 | Zeitung")
    library.write("a.md", "Iran’s trade; Iran.", head="alpha | 2019 | Abend | extra")
    library.write("d.md", "Iran.", head="| 2019-11 | abc")
    library.write("c.md", "[ [2J.", head="Élan | 2019-11-20")
    library.write("e.md", "", head="")
    library.scan()
    return library


def path_of(library: Library) -> Path:
    return library.root / "cache" / "test.sqlite"


def test_headers_hold_what_lists_show(filled: Library) -> None:
    assert {header.id: header for header in filled.catalogue.headers()}["a"] == Header(
        id="a",
        title="alpha",
        stand_in="alpha",
        authors=("Jane Doe", "Agency"),
        container_title="Abend",
        issued="2019",
        genre="",
        language="",
        text="full",
        words=3,
        paragraphs=1,
        themes=("iran", "trade", "extra"),
        theme_paragraphs=(1, 1, 0),
    )


@pytest.mark.parametrize("sort", Sort)
def test_the_order_is_that_of_the_model(filled: Library, sort: Sort) -> None:
    headers = filled.catalogue.headers(sort)
    assert list(headers) == order(headers, sort)
    assert [json.loads(row)["id"] for row in filled.catalogue.list_json(sort)] == [header.id for header in headers]


def test_headers_are_a_sequence(filled: Library) -> None:
    headers = filled.catalogue.headers()
    assert len(headers) == 5
    assert headers[1:3] == [headers[1], headers[2]]
    assert headers[-1] == list(headers)[4]
    assert headers[0] in headers
    with pytest.raises(IndexError):
        headers[5]


def test_rows_of_list_have_every_key_and_nothing_that_a_terminal_obeys(filled: Library) -> None:
    rows = {json.loads(row)["id"]: row for row in filled.catalogue.list_json()}
    assert json.loads(rows["d"]) == {
        "id": "d",
        "title": None,
        "author": [{"family": "Doe", "given": "Jane"}, {"literal": "Agency"}],
        "container-title": "abc",
        "issued": "2019-11",
        "genre": None,
        "text": "full",
        "words": 1,
        "paragraphs": 1,
        "themes": ["iran"],
    }
    assert all(row.isascii() and row.isprintable() for row in rows.values())


def test_themes_are_counted_by_article_and_paragraph(filled: Library) -> None:
    assert filled.catalogue.theme_counts() == {"iran": (3, 3), "trade": (1, 1), "extra": (1, 0)}
    assert filled.catalogue.paragraph_themes("a").paragraphs[0][0].matched == ("iran",)
    assert filled.catalogue.paragraph_themes("nobody").themes == ()


def test_values_are_kept_until_their_file_changes(library: Library) -> None:
    value = {"title": "Ünï", "items": [1, None]}
    library.catalogue.remember("brief/x", (1, 2), value)
    assert library.catalogue.recall("brief/x", (1, 2)) == value
    assert library.catalogue.recall("brief/x", (1, 3)) is None
    assert library.catalogue.recall("other", (1, 2)) is None
    library.catalogue.remember("brief/x", (1, 3), [])
    assert library.catalogue.recall("brief/x", (1, 3)) == []


def test_it_opens_as_it_was_left(filled: Library) -> None:
    filled.catalogue.close()
    again = filled.open()
    assert len(again.headers()) == 5
    assert again.messages == []
    again.close()


def refill(library: Library, catalogue: Catalogue) -> None:
    """However little was left, a scan makes it whole."""
    library.scan(catalogue)
    assert sorted(header.id for header in catalogue.headers()) == ["a", "b", "c", "d", "e"]
    assert dict(library.found("tehran OR iran")) == {"a": 1, "b": 1, "d": 1}
    catalogue.close()


@pytest.mark.parametrize("damage", ["text", "empty", "cut", "middle", "version", "stranger"])
def test_a_file_that_is_damaged_or_not_ours_is_made_anew(filled: Library, damage: str) -> None:
    filled.catalogue.close()
    path = path_of(filled)
    content = path.read_bytes()
    if damage in {"version", "stranger"}:
        with sqlite3.connect(path) as other:
            other.execute(f"PRAGMA user_version = {0 if damage == 'stranger' else 999}")
        other.close()
    else:
        kept = {
            "text": b"not a database" * 500,
            "empty": b"",
            "cut": content[: len(content) // 2],
            "middle": content[:4096] + b"\xff" * (len(content) - 4096),
        }
        path.write_bytes(kept[damage])
    filled.catalogue = filled.open()
    refill(filled, filled.catalogue)
    assert (damage == "empty") == (filled.catalogue.messages == [])


def test_a_file_damaged_while_in_use_is_made_anew(filled: Library) -> None:
    with sqlite3.connect(path_of(filled)) as other:
        other.execute("UPDATE passages_data SET block = x'00' WHERE id > 1")
        other.execute("DROP TABLE article_themes")
    other.close()
    epoch = filled.catalogue.epoch
    assert filled.catalogue.theme_counts() == {}
    assert filled.catalogue.epoch > epoch
    assert "made anew" in filled.catalogue.messages[0]
    refill(filled, filled.catalogue)


def test_a_damaged_index_is_survived_by_a_search(filled: Library) -> None:
    filled.catalogue.close()
    with sqlite3.connect(path_of(filled)) as other:
        other.execute("DELETE FROM passages_data WHERE id > 1")
    other.close()
    filled.catalogue = filled.open()
    assert filled.found("iran") == []
    refill(filled, filled.catalogue)


@pytest.mark.parametrize("all_of_it", [True, False])
def test_a_file_deleted_while_in_use_is_filled_again(filled: Library, all_of_it: bool) -> None:
    for suffix in ("", "-wal", "-shm") if all_of_it else ("",):
        path_of(filled).with_name(f"test.sqlite{suffix}").unlink(missing_ok=True)
    assert len(filled.catalogue.headers()) == 0
    refill(filled, filled.catalogue)


def test_a_locked_file_is_replaced_by_memory(filled: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing_tui.search.database.OPENING_SECONDS", 0.01)
    monkeypatch.setattr("briefing_tui.search.database.WAITING_SECONDS", 0.01)
    filled.catalogue.close()
    other = sqlite3.connect(path_of(filled), isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    other.execute("DELETE FROM memo")
    filled.catalogue = filled.open()
    assert "in memory" in filled.catalogue.messages[0]
    refill(filled, filled.catalogue)
    other.close()


def test_a_lock_that_lasts_does_not_break_a_scan(filled: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing_tui.search.database.WAITING_SECONDS", 0.01)
    filled.catalogue.close()
    filled.catalogue = filled.open()
    filled.catalogue.database.read(lambda connection: connection.execute("PRAGMA busy_timeout = 10"))
    other = sqlite3.connect(path_of(filled), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert len(filled.catalogue.headers()) == 5
    filled.write("f.md", "New.")
    result = filled.scan()
    other.close()
    assert len(result.added) == 6, "memory took over, and everything was read into it"
    assert len(filled.catalogue.headers()) == 6
    assert "in memory" in filled.catalogue.messages[0]


def test_a_folder_that_cannot_be_made_is_replaced_by_memory(library: Library) -> None:
    (library.root / "file").write_text("")
    library.write("a.md", "Tehran.")
    library.catalogue.close()
    library.catalogue = Catalogue.open(library.root / "file" / "cache", "test")
    assert "in memory" in library.catalogue.messages[0]
    library.scan()
    assert library.found("tehran") == [("a", 1)]


def test_all_can_be_thrown_away(filled: Library) -> None:
    filled.catalogue.discard()
    assert len(filled.catalogue.headers()) == 0
    refill(filled, filled.catalogue)
