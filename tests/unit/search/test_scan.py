from __future__ import annotations

import json
import os
import threading
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest

from briefing_tui.model import ArticleThemes, Matcher, Rules, Theme
from briefing_tui.search import ScanResult
from tests.privileges import bound_by_permissions
from tests.unit.search.library import LONG_AGO, Library, load


def themes_of(library: Library, article_id: str) -> ArticleThemes:
    """What the catalogue knows of the themes of an article."""
    stamp = library.catalogue.stamps()[f"{article_id}.md"]
    found = library.catalogue.article_themes(article_id, stamp, Matcher(library.themes))
    assert found is not None
    return found


def listed(library: Library) -> dict[str, list[str]]:
    return {row["id"]: row["themes"] for row in map(json.loads, library.catalogue.list_json())}


def test_new_changed_and_removed_files(library: Library) -> None:
    a = library.write("a.md", "Iran and trade.")
    library.write("b.md", "Nothing here.")
    assert library.scan() == ScanResult(added=("a", "b"))
    library.write("b.md", "Tehran there.", age=1)
    a.unlink()
    library.write("c.md", "New.")
    assert library.scan() == ScanResult(added=("c",), changed=("b",), removed=("a",))
    assert listed(library) == {"b": ["iran"], "c": []}
    assert library.found("iran OR trade") == []
    assert library.found("tehran") == [("b", 1)]


def test_where_nothing_changed_nothing_is_read_and_nothing_written(library: Library) -> None:
    for name in ("a.md", "sub/b.md", "broken.md"):
        library.write(name, "Text.", head="broken" if name == "broken.md" else "")
    library.scan()
    for path in library.corpus.rglob("*.md"):
        path.chmod(0)
    other = library.open()
    changes = other.database.read(lambda c: c.execute("PRAGMA data_version").fetchone())
    result = library.scan()
    assert (result.anything, result.complete, len(result.problems)) == (False, True, 1)
    assert library.loaded == []
    assert other.database.read(lambda c: c.execute("PRAGMA data_version").fetchone()) == changes
    other.close()


def test_a_file_with_another_time_and_the_same_bytes_is_not_loaded_again(library: Library) -> None:
    library.write("a.md", "Text.")
    library.scan()
    library.write("a.md", "Text.", age=5)
    assert not library.scan().anything
    assert library.loaded == []
    assert library.catalogue.stamps()["a.md"][0] == LONG_AGO + 5


def test_a_file_written_twice_within_a_tick_of_the_clock_is_looked_at_again(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = import_module("briefing_tui.search.scan")  # the package has a function of that name
    monkeypatch.setattr(module, "_TICK", 10**12)  # however slow the machine is
    path = library.corpus / "a.md"
    path.write_text("\nTehran.\n")
    stamp = path.stat().st_mtime_ns
    library.scan()
    assert library.catalogue.stamps()["a.md"][0] < 0, "not to be relied on"
    path.write_text("\nTariff.\n")
    os.utime(path, ns=(stamp, stamp))
    assert library.scan().changed == ("a",)


def test_one_bad_file_never_hides_the_rest(library: Library) -> None:
    library.write("good.md", "Text.")
    library.write("broken.md", "Text.", head="broken")
    library.write("date.md", "Text.", head="T | 2019-13")
    (library.corpus / "latin.md").write_bytes(b"\ncaf\xe9\n")
    (library.corpus / "folder.md").mkdir()
    (library.corpus / "gone.md").symlink_to("nowhere")
    os.mkfifo(library.corpus / "pipe.md")
    problems = {problem.file: problem for problem in library.scan().problems}
    assert set(problems) == {f"corpus/{n}.md" for n in ("broken", "date", "latin", "gone", "pipe")}
    first = problems["corpus/broken.md"]
    assert (first.line, first.field, first.message, first.hint) == (
        3,
        "title",
        "There is no header",
        "begin the file with ---",
    )
    assert all(problem.message and problem.hint for problem in problems.values())
    assert list(listed(library)) == ["good"]
    assert library.catalogue.problems() == library.scan().problems


def test_a_mended_file_is_no_problem_any_more_and_a_broken_one_no_article(library: Library) -> None:
    library.write("a.md", "Text.", head="broken")
    library.write("b.md", "Text.")
    assert library.scan().added == ("b",)
    library.write("a.md", "Text.", age=1)
    library.write("b.md", "Text.", head="broken", age=1)
    result = library.scan()
    assert (result.added, result.removed, [p.file for p in result.problems]) == (("a",), ("b",), ["corpus/b.md"])


def test_a_file_without_permission_is_tried_again(library: Library) -> None:
    path = library.write("a.md", "Text.")
    path.chmod(0)
    assert bound_by_permissions(library.scan).problems[0].file == "corpus/a.md"
    path.chmod(0o600)
    assert bound_by_permissions(library.scan) == ScanResult(added=("a",))


def test_changed_rules_are_applied_without_reading_the_files(library: Library) -> None:
    library.write("a.md", "Iran.\n\nTrade.", head="A | 2020 | O | -trade")
    library.write("b.md", "Trade.")
    library.scan()
    assert listed(library) == {"a": ["iran"], "b": ["trade"]}
    library.themes = (replace(library.themes[1]), Theme("new", "New", rules=Rules(any=("iran",))))
    for path in library.corpus.iterdir():
        path.chmod(0)
    result = library.scan()
    assert (result.rethemed, result.changed, library.loaded) == (2, (), [])
    assert listed(library) == {"a": ["new"], "b": ["trade"]}
    assert [header.themes for header in library.catalogue.headers()] == [("new",), ("trade",)]
    assert library.catalogue.counts("theme") == {"new": (1, 1), "trade": (1, 1)}
    assert [m.matched for m in themes_of(library, "a").paragraphs[0]] == [("iran",)]
    assert library.scan().rethemed == 0


def test_a_scan_that_is_broken_off_keeps_what_it_did_and_goes_on(library: Library) -> None:
    for number in range(200):
        library.write(f"{number:03}.md", "Tehran.")
    stops = iter(range(100))
    result = library.scan(cancelled=lambda: next(stops, None) is None)
    assert not result.complete
    assert len(result.added) == len(listed(library)) == 100
    assert library.scan().added == tuple(f"{number:03}" for number in range(100))


def test_progress_is_told_while_another_reader_sees_it(library: Library) -> None:
    for number in range(200):
        library.write(f"{number:03}.md", "Tehran.")
    reader = library.open()
    seen: list[tuple[int, int, int]] = []
    library.scan(progress=lambda done, total: seen.append((done, total, len(reader.headers()))))
    reader.close()
    assert [done for done, _, _ in seen] == [visible for _, _, visible in seen]
    assert seen[-1] == (200, 200, 200)
    assert len(seen) > 2


def test_two_scans_at_once_come_to_the_same(library: Library) -> None:
    for number in range(150):
        library.write(f"{number:03}.md", f"Tehran {number}.")
    catalogues = [library.open() for _ in range(2)]
    errors: list[BaseException] = []

    def work(index: int) -> None:
        try:
            Library.scan(library, catalogues[index])
        except BaseException as error:  # noqa: BLE001 - handed to the test
            errors.append(error)

    threads = [threading.Thread(target=work, args=(index,)) for index in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for catalogue in catalogues:
        assert not catalogue.messages
        catalogue.close()
    assert errors == []
    assert len(library.catalogue.headers()) == 150
    assert library.find("tehran", limit=500).total == 150
    library.catalogue.database.write(
        lambda c: c.execute("INSERT INTO passages (passages) VALUES ('integrity-check')").fetchall()
    )


def test_a_folder_that_is_not_there_holds_nothing(library: Library) -> None:
    library.write("a.md", "Text.").unlink()
    library.corpus.rmdir()
    assert library.scan() == ScanResult()


def test_an_article_takes_its_id_from_the_file(library: Library, tmp_path: Path) -> None:
    from briefing_tui.search import scan

    library.write("a.md", "Text.")
    scan(library.corpus, library.catalogue, lambda path: replace(load(path), id="other"), Matcher(()))
    assert list(listed(library)) == ["a"]


def test_what_a_start_needs_is_as_the_rows_have_it(library: Library) -> None:
    def lists() -> tuple[list[str], tuple[int, int], dict[str, tuple[int, int]]]:
        catalogue = library.catalogue
        return [h.id for h in catalogue.headers()], catalogue.totals(), catalogue.counts("theme")

    for n, name in enumerate(("a", "b", "c")):
        library.write(f"{name}.md", "Tehran.\n\nTrade." if n else "Nothing.", head=f"T | 201{n}")
    library.scan()
    assert lists() == (["c", "b", "a"], (3, 5), {"iran": (2, 2), "trade": (2, 2)})
    library.scan()
    assert lists() == (["c", "b", "a"], (3, 5), {"iran": (2, 2), "trade": (2, 2)})
    library.write("a.md", "Iran.", head="T | 2020", age=1)
    (library.corpus / "c.md").unlink()
    library.scan()
    assert lists() == (["a", "b"], (2, 3), {"iran": (2, 2), "trade": (1, 1)})
    library.themes = library.themes[:1]
    library.scan()
    assert lists() == (["a", "b"], (2, 3), {"iran": (2, 2)})


def test_an_index_that_is_deleted_is_not_taken_for_one_that_agrees(library: Library) -> None:
    library.write("a.md", "Tehran.")
    library.scan()
    library.scan()
    for path in (library.root / "cache").iterdir():
        path.unlink()
    assert library.scan().added == ("a",)
    assert library.found("tehran") == [("a", 1)]
