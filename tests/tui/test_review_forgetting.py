"""Taking articles out of a review, and bringing them back, by keys."""

from __future__ import annotations

from pathlib import Path

from briefing_tui.model import Span
from briefing_tui.workspace import Workspace
from tests.tui.imports import article, document, go_to, review, told
from tests.tui.tools import opened


async def test_forgetting_asks_and_is_refused_while_a_brief_quotes(empty: Workspace, tmp_path: Path) -> None:
    async with opened(empty) as shell:
        await review(shell, document(tmp_path))
        one = article(empty)
        empty.briefs.new("desk", "T")
        with empty.briefs.open("desk") as session:
            empty.briefs.pin(session, one, Span(one.text.index("The mayor"), one.text.index(" for years")))
        await shell.press("d")
        await told(shell, "as desk quotes it")
        await go_to(shell, "¶ 1 ")
        await shell.press("J")
        await told(shell, "Its passages in desk (1 ")
        await shell.press("c")
        (empty.path / "briefs" / "desk.yaml").unlink()
        await shell.go("d", to="Confirm")
        await shell.go("n", to="ReviewScreen")
        await shell.go("d", to="Confirm")
        await shell.go("y", to="ImportScreen")
        await told(shell, "corpus/.trash/")
        assert not empty.articles.headers()


async def test_what_was_just_taken_out_is_brought_back(workspace: Workspace) -> None:
    ids = [h.id for h in workspace.articles.headers() if not workspace.removal.quoting(h.id)][:3]
    async with opened(workspace) as shell:
        shell.place.correct(ids)
        await shell.on("ReviewScreen")
        await shell.press("n", "N", "n")
        was = workspace.articles.article(ids[1])
        await shell.go("d", to="Confirm")
        await shell.go("y", to="ReviewScreen")
        await told(shell, f"{ids[1]} lies in corpus/.trash/{ids[1]} now; u brings it back")
        assert ids[1] not in {h.id for h in workspace.articles.headers()}
        await shell.press("u")
        await told(shell, f"{ids[1]} is back")
        assert workspace.articles.article(ids[1]) == was
        await shell.until(lambda: shell.place.article_id == ids[1])  # type: ignore[attr-defined]
        assert "2 of 3" in shell.seen()
        await shell.press("u")
        await told(shell, "Nothing was changed here")


async def test_on_another_article_undo_is_of_that_one(workspace: Workspace) -> None:
    ids = [h.id for h in workspace.articles.headers() if not workspace.removal.quoting(h.id)][:3]
    async with opened(workspace) as shell:
        shell.place.correct(ids)
        await shell.on("ReviewScreen")
        await shell.go("d", to="Confirm")
        await shell.go("y", to="ReviewScreen")
        await told(shell, "u brings it back")
        await shell.press("n")
        await shell.press("u")
        await told(shell, "Nothing was changed here")
        assert ids[0] not in {h.id for h in workspace.articles.headers()}
