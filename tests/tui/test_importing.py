"""Importing by keys: paths, what is pasted, and what became of each document."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Input, Label

from briefing_tui.tui.widgets.row_list import RowList
from briefing_tui.workspace import Workspace
from tests.tui.imports import FERRY, article, document, go_to, import_path, paste, review
from tests.tui.tools import LARGE, SMALL, Shell, opened

both = pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "160x48"])


def said(shell: Shell) -> str:
    return str(shell.one(Label, ".said").render())


@both
async def test_tab_completes_as_far_as_names_agree_and_lists_them(
    empty: Workspace, tmp_path: Path, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "saved pages"
    for name in ("march one.txt", "march two.txt", "march.xyz", "april.txt", ".hidden.txt"):
        document(folder, name)
    async with opened(empty, size) as shell:
        await shell.go("I", to="PathPrompt")
        await shell.type("sav")
        await shell.press("tab")
        field = shell.one(Input)
        assert field.value == "saved pages/"
        await shell.until(lambda: "april.txt" in shell.seen() and "march two.txt" in shell.seen(), "the files")
        assert ".hidden" not in shell.seen()
        await shell.type("m")
        await shell.press("tab")
        assert field.value == "saved pages/march "
        assert "april" not in shell.seen()
        await shell.type("t")
        await shell.press("tab")
        assert field.value == "saved pages/march two.txt"
        await shell.go("enter", to="ImportScreen")
        await shell.until(lambda: said(shell).startswith("1 imported"))
        await shell.go("I", to="PathPrompt")
        assert shell.one(Input).value == "saved pages/", "the last folder"
        await paste(shell, str(folder / "april.txt"))
        assert shell.one(Input).value == str(folder / "april.txt"), "a whole path stands for itself"
        await shell.press("ctrl+u")
        await shell.type("saved pages//x")
        assert shell.one(Input).value == "/x", "what is typed anew begins anew"


async def test_home_is_a_tilde(empty: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    document(tmp_path / "texts")
    async with opened(empty) as shell:
        await shell.go("I", to="PathPrompt")
        await shell.type("~/tex")
        await shell.press("tab")
        assert shell.one(Input).value == "~/texts/"
        await shell.go("enter", to="ImportScreen")
        await shell.until(lambda: said(shell).startswith("1 imported"))


async def test_more_names_than_there_is_room_for_are_counted(empty: Workspace, tmp_path: Path) -> None:
    for n in range(30):
        document(tmp_path / "many", f"{n}.txt")
    async with opened(empty) as shell:
        await shell.go("I", to="PathPrompt")
        await paste(shell, f"{tmp_path}/many/")
        await shell.until(lambda: "… 18 more" in shell.seen(), "how many more")


async def test_a_path_that_is_not_there_is_said_and_kept(
    empty: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with opened(empty) as shell:
        await shell.go("I", to="PathPrompt")
        await shell.type("nowhere.txt")
        await shell.press("enter")
        await shell.until(lambda: "is not there" in shell.seen())
        assert shell.one(Input).value == "nowhere.txt"
        await shell.go("escape", to="LibraryScreen")


async def test_a_pasted_text_is_one_article(empty: Workspace) -> None:
    async with opened(empty) as shell:
        await shell.go("I", to="PathPrompt")
        await paste(shell, FERRY)
        await shell.until(lambda: "pasted:" in shell.seen() and "The evening ferry will stop" in shell.seen())
        await shell.go("enter", to="ImportScreen")
        await shell.until(lambda: said(shell).startswith("1 imported"))
        (header,) = empty.articles.headers()
        assert header.title == "The evening ferry will stop in March"
        assert (empty.path / "corpus" / ".originals" / header.id / "pasted.txt").read_text("utf-8") == FERRY


async def test_esc_drops_what_was_pasted_and_then_goes(empty: Workspace) -> None:
    async with opened(empty) as shell:
        await shell.go("I", to="PathPrompt")
        await paste(shell, FERRY)
        await shell.until(lambda: "esc drops it" in shell.seen())
        await shell.press("escape")
        assert "pasted:" not in shell.seen()
        await shell.go("escape", to="LibraryScreen")
        assert not empty.articles.headers()


@pytest.mark.parametrize("write", [str, lambda p: f"'{p}'", lambda p: p.as_uri(), lambda p: str(p).replace(" ", "\\ ")])
async def test_pasted_paths_are_files(empty: Workspace, tmp_path: Path, write: Callable[[Path], str]) -> None:
    one = document(tmp_path / "a b", "one.txt")
    two = document(tmp_path / "a b", "two.txt", FERRY.replace("ferry", "train"))
    async with opened(empty) as shell:
        await shell.go("I", to="PathPrompt")
        await paste(shell, f"{write(one)}\n{write(two)}\n")
        await shell.until(lambda: "2 paths pasted" in shell.seen())
        await shell.go("enter", to="ImportScreen")
        await shell.until(lambda: said(shell).startswith("2 imported"))


async def test_ctrl_v_takes_what_the_system_has(empty: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing_tui.tui.widgets.path_prompt.read_clipboard", lambda: FERRY)
    async with opened(empty) as shell:
        await shell.go("I", to="PathPrompt")
        await shell.press("ctrl+v")
        await shell.until(lambda: "esc drops it" in shell.seen())
        monkeypatch.setattr("briefing_tui.tui.widgets.path_prompt.read_clipboard", lambda: "")
        await shell.press("escape", "ctrl+v")
        await shell.until(lambda: "holds nothing" in shell.seen())


@both
async def test_each_document_says_what_became_of_it(empty: Workspace, tmp_path: Path, size: tuple[int, int]) -> None:
    folder = tmp_path / "mixed"
    first = document(folder, "ferry.txt")
    document(folder, "again.txt")
    document(folder, "empty.txt", "")
    document(folder, "notes.xyz", "of another kind")
    newer = FERRY.replace("in winter", "in spring")
    async with opened(empty, size) as shell:
        await import_path(shell, folder)
        assert said(shell).startswith("1 imported · 1 failed · 1 there already · 1 of other kinds skipped")
        rows = shell.rows()
        assert rows[0].startswith("✗ empty.txt")
        assert rows[1].startswith("✓ again.txt")
        assert "dropped" in rows[1]
        assert rows[2].startswith("= ferry.txt  there already")
        (known,) = empty.articles.headers()
        first.write_text(newer)
        await shell.press("q")
        await import_path(shell, first)
        assert "1 newer version" in said(shell)
        assert shell.rows()[0].startswith("↑ ferry.txt")
        empty.corrections.set_fields(known.id, {"title": "Mine"})
        await shell.press("q")
        await import_path(shell, folder / "again.txt")
        assert "1 difference" in shell.rows()[0]
        assert "title: yours ‘Mine’; the document gives ‘The evening ferry" in " ".join(shell.seen().split())


async def test_esc_stops_and_what_is_in_stays_in(
    empty: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for n in range(3):
        document(tmp_path / "many", f"{n}.txt", FERRY.replace("ferry", f"ferry{n} of {n * 7}"))
    run, waits = type(empty.importing).run, threading.Event()

    def slow(self: object, paths: Any, *, progress: Any, cancelled: Any, **more: Any) -> Any:
        def wait_after_the_first(done: int, total: int) -> None:
            progress(done, total)
            if done:
                waits.wait(5)

        return run(self, paths, progress=wait_after_the_first, cancelled=cancelled, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(type(empty.importing), "run", slow)
    async with opened(empty) as shell:
        await shell.go("I", to="PathPrompt")
        await paste(shell, str(tmp_path / "many"))
        await shell.go("enter", to="ImportScreen")
        await shell.press("escape")
        await shell.until(lambda: "Stopping" in said(shell))
        waits.set()
        await shell.until(lambda: "The same again goes on" in said(shell))
        assert said(shell).startswith("Stopped: ")
        assert len(empty.articles.headers()) == len(shell.rows()) < 3


async def test_an_import_is_taken_back(empty: Workspace, tmp_path: Path) -> None:
    async with opened(empty) as shell:
        await import_path(shell, document(tmp_path))
        assert "u take the import back" in shell.seen()
        made = article(empty).id
        await shell.go("u", to="Confirm")
        await shell.until(lambda: made in shell.seen().replace("\n", ""), "which import")
        await shell.go("y", to="ImportScreen")
        await shell.until(lambda: "1 article taken out: the import of" in shell.app.notices.last)
        assert not empty.articles.headers()
        assert shell.rows()[0].startswith("– ferry.txt  taken out again")
        await shell.press("enter", "u")
        assert "no article that is still there" in shell.app.notices.last


async def test_where_nothing_new_came_nothing_is_offered_to_be_taken_back(empty: Workspace, tmp_path: Path) -> None:
    async with opened(empty) as shell:
        file = document(tmp_path)
        await import_path(shell, file)
        await shell.go("q", to="LibraryScreen")
        await import_path(shell, file)
        await shell.until(lambda: "import more" in shell.seen(), "the footer")
        assert "take the import back" not in shell.seen()


async def test_the_review_goes_through_the_imported_articles(empty: Workspace, tmp_path: Path) -> None:
    document(tmp_path / "two", "a.txt")
    document(tmp_path / "two", "b.txt", FERRY.replace("ferry", "train"))
    async with opened(empty) as shell:
        await review(shell, tmp_path / "two")
        assert said(shell).startswith("1 of 2")
        await shell.press("n")
        await shell.until(lambda: said(shell).startswith("2 of 2"))
        assert "The evening train" in shell.seen()
        await shell.press("n")
        assert "last article" in shell.app.notices.last
        await go_to(shell, "genre")
        await shell.go("e", to="Prompt")
        await shell.type("news")
        await shell.go("enter", to="ReviewScreen")
        await shell.press("N")
        await shell.until(lambda: said(shell).startswith("1 of 2"))
        await shell.go("q", to="ImportScreen")
        assert len(shell.one(RowList).shown) == 2
