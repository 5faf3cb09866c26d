from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from briefing_tui.model import Header, Matcher, Sort
from briefing_tui.search import Catalogue, Wanted
from tests.unit.search.library import Library, load


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


def place(header: Header, sort: Sort) -> tuple[bool, str | int]:
    """What orders articles, before their ids do."""
    if sort is Sort.LENGTH:
        return False, -header.words
    name = header.title if sort is Sort.TITLE else header.container_title
    return not name, (header.stand_in if sort is Sort.TITLE else name).casefold()


@pytest.mark.parametrize("sort", Sort)
def test_headers_come_in_order(filled: Library, sort: Sort) -> None:
    headers = filled.catalogue.headers(sort)
    expected = sorted(headers, key=lambda h: h.id)
    if sort in {Sort.DATE, Sort.RELEVANCE}:
        expected.sort(key=lambda h: h.issued, reverse=True)
    else:
        expected.sort(key=lambda h: place(h, sort))
    assert list(headers) == expected
    assert [json.loads(row)["id"] for row in filled.catalogue.list_json(sort)] == [header.id for header in headers]


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (Wanted(), "abcde"),
        (Wanted((("theme", ("iran",)),)), "abd"),
        (Wanted((("theme", ("trade", "extra")),)), "a"),
        (Wanted((("outlet", ("ZEITUNG", "abc")),)), "bd"),
        (Wanted((("outlet", ("Zeitung", "Abend")), ("year", ("2019",)), ("theme", ("trade",)))), "a"),
        (Wanted((("year", ("2019",)),), words="ÉLAN doe"), "c"),
        (Wanted(words="2019-11 abc"), "d"),
        (Wanted(words="%"), ""),
        (Wanted((("colour", ("red",)),)), ""),
        (Wanted((("theme", ()),)), ""),
        (Wanted(only=frozenset("ab?")), "ab"),
        (Wanted(but=frozenset("ab?")), "cde"),
        (Wanted(only=frozenset("abc"), but=frozenset("b"), words="doe"), "ac"),
    ],
)
def test_what_is_wanted(filled: Library, wanted: Wanted, ids: str) -> None:
    catalogue = filled.catalogue
    found = catalogue.headers(Sort.TITLE, wanted)
    assert sorted(header.id for header in found) == list(ids)
    assert sorted(json.loads(row)["id"] for row in catalogue.list_json(Sort.OUTLET, wanted)) == list(ids)
    assert catalogue.totals(wanted) == (len(ids), sum(header.paragraphs for header in found))


def test_counts_follow_what_is_wanted(filled: Library) -> None:
    counts = filled.catalogue.counts
    assert counts("outlet") == {"Zeitung": (1, 0), "Abend": (1, 0), "abc": (1, 0)}
    assert counts("year", Wanted((("theme", ("iran",)),))) == {"2019": (3, 0)}
    assert counts("theme", Wanted((("outlet", ("abend",)),))) == {"iran": (1, 1), "trade": (1, 1), "extra": (1, 0)}
    assert counts("author", Wanted(words="nobody")) == {}
    assert Wanted((("year", ("2019",)), ("theme", ("iran",)))).without("year") == Wanted((("theme", ("iran",)),))


def test_values_go_with_their_articles(filled: Library) -> None:
    filled.write("b.md", "Tehran there.", head="Beta | 2018 | Abend")
    (filled.corpus / "a.md").unlink()
    filled.scan()
    assert filled.catalogue.counts("outlet") == {"Abend": (1, 0), "abc": (1, 0)}
    assert [header.id for header in filled.catalogue.headers(wanted=Wanted(words="alpha"))] == []


def test_headers_are_a_sequence(filled: Library) -> None:
    headers = filled.catalogue.headers()
    assert len(headers) == 5
    assert headers[1:3] == [headers[1], headers[2]]
    assert headers[-1] == list(headers)[4]
    assert headers[0] in headers
    for n in (5, -6):
        with pytest.raises(IndexError):
            headers[n]


def test_headers_come_in_pages_and_know_where_an_article_stands(library: Library) -> None:
    for n in range(300):
        library.write(f"n{n:03d}.md", "", head=f"Title {n}")
    library.scan()
    headers = library.catalogue.headers()
    assert [header.id for header in headers] == [headers[n].id for n in range(300)] == [f"n{n:03d}" for n in range(300)]
    assert [headers.index_of(f"n{n:03d}") for n in (0, 131, 299)] == [0, 131, 299]
    assert headers.index_of("nobody") is None
    assert library.catalogue.headers(wanted=Wanted(words="299")).index_of("n000") is None


def test_an_article_that_went_leaves_its_line_until_the_next_list(filled: Library) -> None:
    headers = filled.catalogue.headers()
    (filled.corpus / "a.md").unlink()
    filled.scan()
    assert [header.id for header in headers] == ["b", "c", "d", "", "e"]
    assert headers.index_of("a") is None


def test_headers_by_their_ids(filled: Library) -> None:
    assert filled.catalogue.header("b") == next(h for h in filled.catalogue.headers() if h.id == "b")
    assert filled.catalogue.header("nobody") is None
    assert set(filled.catalogue.headers_of(["a", "nobody", "c", "a"])) == {"a", "c"}


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
    assert filled.catalogue.counts("theme") == {"iran": (3, 3), "trade": (1, 1), "extra": (1, 0)}


def test_themes_are_known_of_a_file_as_it_is_by_the_rules_in_force(filled: Library) -> None:
    catalogue, matcher = filled.catalogue, Matcher(filled.themes)
    stamp = catalogue.stamps()["a.md"]
    found = catalogue.article_themes("a", stamp, matcher)
    assert found == matcher.article(load(filled.corpus / "a.md"))
    assert found is not None
    assert found.paragraphs[0][0].matched == ("iran",)
    assert catalogue.article_themes("a", (stamp[0] + 1, stamp[1]), matcher) is None
    assert catalogue.article_themes("a", stamp, Matcher(filled.themes[:1])) is None
    assert catalogue.article_themes("nobody", stamp, matcher) is None


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
    assert filled.catalogue.counts("theme", Wanted(words="doe")) == {}
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
