"""Reviewing what is broken, hostile, very long, gone, or changed by somebody else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from textual.widgets import Input

from briefing_tui.model import State
from briefing_tui.tui.screens.review import ReviewScreen
from briefing_tui.workspace import Workspace
from tests.tui.imports import FERRY, article, document, go_to, review, told
from tests.tui.tools import LARGE, Shell, opened


@pytest.mark.parametrize("broken", ["", "{"])
async def test_without_the_lines_of_the_source_fields_can_be_corrected(
    empty: Workspace, tmp_path: Path, broken: str
) -> None:
    report = empty.importing.run([document(tmp_path)])
    lines = empty.path / "corpus" / ".originals" / report.imported[0].article.id / "lines.json"
    lines.write_text(broken) if broken else lines.unlink()
    async with opened(empty) as shell:
        await shell.go("e", to="ReviewScreen")
        await shell.until(lambda: any(row.startswith("✗ source") for row in shell.rows()), "what is wrong")
        assert any("¶ 3" in row for row in shell.rows())
        await go_to(shell, "(genre)")
        await shell.go("e", to="Prompt")
        await shell.type("news")
        await shell.go("enter", to="ReviewScreen")
        await told(shell, "Set genre")


async def test_an_article_that_goes_away_is_said(empty: Workspace, tmp_path: Path) -> None:
    async with opened(empty) as shell:
        await review(shell, document(tmp_path))
        (empty.path / "corpus" / f"{article(empty).id}.md").unlink()
        await shell.press("A")
        await told(shell, "no article")
        shell.place.look_outside()
        await told(shell, "taken away meanwhile")
        await shell.go("q", to="ImportScreen")


async def test_a_change_from_outside_is_never_undone_or_overwritten(empty: Workspace, tmp_path: Path) -> None:
    async with opened(empty) as shell:
        await review(shell, document(tmp_path))
        await shell.press("A")
        await told(shell, "Confirmed")
        path = empty.path / "corpus" / f"{article(empty).id}.md"
        before = path.read_text()
        path.write_text(changed := before.replace("language: user", "language: stated"))
        await shell.press("u")
        await told(shell, "changed outside meanwhile")
        assert path.read_text() == changed
        path.write_text(before.replace("stop in March", "stop in April"))
        shell.place.look_outside()
        await shell.until(lambda: any("stop in April" in row for row in shell.rows()), "how it is now")
        await shell.press("u")
        await told(shell, "Undone: confirmed language")
        assert article(empty).metadata.state("language") is State.INFERRED
        assert article(empty).metadata.title.endswith("stop in April"), "what was changed elsewhere stays"


async def seen_changed(shell: Shell, workspace: Workspace, old: str, new: str) -> str:
    """Change the article outside while something is asked about it, and let the review below see it; its file."""
    path = workspace.path / "corpus" / f"{article(workspace).id}.md"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    below = next(s for s in shell.app.screen_stack if isinstance(s, ReviewScreen))
    below.look_outside()
    await shell.until(lambda: below.reviewed is not None and new in below.reviewed.article.text, "how it is now")
    return path.read_text(encoding="utf-8")


async def test_a_place_chosen_in_a_text_that_has_changed_since_cuts_nothing(empty: Workspace, tmp_path: Path) -> None:
    async with opened(empty) as shell:
        await review(shell, document(tmp_path))
        await go_to(shell, "¶ 1 ")
        await shell.go("s", to="Cut")
        changed = await seen_changed(
            shell, empty, "The island council voted", "First came rain. The island council met"
        )
        await shell.go("enter", to="ReviewScreen")
        await told(shell, "changed outside meanwhile")
        assert (empty.path / "corpus" / f"{article(empty).id}.md").read_text(encoding="utf-8") == changed


async def test_a_value_typed_for_an_article_that_has_changed_since_is_asked_again(
    empty: Workspace, tmp_path: Path
) -> None:
    async with opened(empty) as shell:
        await review(shell, document(tmp_path))
        await go_to(shell, " publisher ")
        await shell.go("e", to="Prompt")
        await shell.type("Somebody")
        await seen_changed(shell, empty, "voted on Thursday", "voted on Friday")
        await shell.press("enter")
        await shell.until(lambda: "changed outside meanwhile" in shell.seen(), "what is wrong")
        assert shell.one(Input).value == "Somebody"
        await shell.go("enter", to="ReviewScreen")
        await told(shell, "Set publisher")
        assert article(empty).metadata.publisher == "Somebody"
        assert "voted on Friday" in article(empty).text


async def test_hostile_characters_never_reach_the_screen(empty: Workspace, tmp_path: Path) -> None:
    marks = "\x1b[31m \u202e\u2066 \x9b5m \x07"
    text = FERRY.replace("half empty", f"half {marks} empty").replace("at the quay (", f"at the {marks} quay (")
    async with opened(empty, LARGE) as shell:
        await review(shell, document(tmp_path, text=text))
        empty.corrections.set_fields(article(empty).id, {"title": f"A {marks} title"})
        shell.place.look_outside()
        await shell.until(lambda: any("title  " in r and "A " in r for r in shell.rows()))
        for words in ("title", "¶ 2", "caption"):
            await go_to(shell, words)
            assert not set("\x1b\u202e\u2066\x9b\x07") & set(shell.seen())
        await go_to(shell, " title ")
        await shell.go("e", to="Prompt")
        assert not set("\x1b\u202e\u2066\x9b\x07") & set(shell.one(Input).value)


async def test_a_long_article_with_many_dropped_lines(empty: Workspace, tmp_path: Path) -> None:
    path = document(tmp_path, "long.txt", "\n\n".join(f"Paragraph {n} says this and that. " * 3 for n in range(600)))
    empty.importing.run([path])
    one = article(empty)
    lines = empty.path / "corpus" / ".originals" / one.id / "lines.json"
    plain = json.loads(lines.read_text())
    pairs = ((e, {"line": 9000 + n, "dropped": "caption", "text": f"C{n}"}) for n, e in enumerate(plain["lines"]))
    entries = [entry for pair in pairs for entry in pair][:1100]
    lines.write_text(json.dumps({"format": 1, "lines": entries}))
    async with opened(empty) as shell:
        await shell.go("e", to="ReviewScreen")
        await shell.until(lambda: sum(r.startswith("· ") for r in shell.rows()) >= 500)
        await shell.press("]", "]", "]", "G", "[", "r")
        await told(shell, "Took back the caption")


async def test_what_cannot_be_done_to_a_row_is_said(small: Workspace) -> None:
    (small.path / "corpus" / "word.md").write_text("---\nformat: 1\ntype: document\n---\nWord\n", encoding="utf-8")
    small.articles.scan()
    async with opened(small) as shell:
        shell.place.correct(["word"])
        await shell.on("ReviewScreen")
        await go_to(shell, "¶ 1 ")
        refused = {
            "s": "single word",
            "c": "Go to a field",
            "r": "Go to a dropped line",
            "n": "one article",
            "]": "No dropped line",
            "u": "Nothing was changed",
            "J": "no ¶ 2",
        }
        for key, words in refused.items():
            await shell.press(key)
            await told(shell, words)
        await go_to(shell, " title ")
        await shell.press("s")
        await told(shell, "Go to a paragraph")
