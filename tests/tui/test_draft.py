"""The draft, by keys alone: what it shows, and how its entries are arranged."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing_tui.model import ItemKind, Speaker, SpeakerKind
from briefing_tui.tui.short_sources import short_source
from briefing_tui.tui.widgets.row_list import RowList
from briefing_tui.workspace import Workspace
from briefing_tui.workspace.drafting import entries
from tests.tui.drafts import BRIEF, brief, first, to
from tests.tui.tools import LARGE, SMALL, opened

both = pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "160x48"])


@both
async def test_it_shows_every_entry_and_opens_the_one_at_the_cursor(
    workspace: Workspace, size: tuple[int, int]
) -> None:
    async with opened(workspace, size, BRIEF) as shell:
        await shell.go("2", to="DraftScreen")
        rows = shell.rows()
        assert len(rows) == len(entries.keys(brief(shell)))
        assert rows[0].startswith("Bottom line")
        assert sum(row.startswith("*") for row in rows) == len(brief(shell).judgements)
        await to(shell, first(shell, ItemKind.QUOTE))
        await shell.until(lambda: "✓ verified" in shell.seen(), "the state of the passage")
        excerpt = brief(shell).excerpts[brief(shell).item(shell.one(RowList).key).excerpt]  # type: ignore[union-attr]
        assert " ".join(excerpt.exact.split()[-2:]) in " ".join(shell.seen().split())


async def test_moving_and_taking_it_back(workspace: Workspace) -> None:
    async with opened(workspace, SMALL, BRIEF) as shell:
        await shell.go("2", to="DraftScreen")
        before = brief(shell)
        item = before.sections[1].items[0].id
        await to(shell, item)
        await shell.press("J")
        await shell.until(lambda: brief(shell).sections[1].items[1].id == item)
        assert shell.one(RowList).key == item
        await shell.press("K", "K")
        await shell.until(lambda: brief(shell).sections[0].items[-1].id == item, "over the border")
        await shell.press("u", "u", "u")
        assert brief(shell).sections == before.sections
        assert "Undone: move" in shell.app.notices.last
        await shell.press("U")
        assert "Done again" in shell.app.notices.last


async def test_levels_belong_to_sections(workspace: Workspace) -> None:
    async with opened(workspace, SMALL, BRIEF) as shell:
        await shell.go("2", to="DraftScreen")
        second = brief(shell).sections[1].id
        await to(shell, second)
        await shell.press(">")
        await shell.until(lambda: brief(shell).sections[1].level == 2)
        assert any(row.strip().startswith("1.1 ") for row in shell.rows())
        await shell.press("<")
        await shell.until(lambda: brief(shell).sections[1].level == 1)
        await to(shell, brief(shell).sections[0].id)
        await shell.press(">")
        await shell.until(lambda: "first section" in shell.app.notices.last)


async def test_deleting_and_bringing_back(workspace: Workspace) -> None:
    async with opened(workspace, SMALL, BRIEF) as shell:
        await shell.go("2", to="DraftScreen")
        before = brief(shell)
        section = before.sections[0].id
        await to(shell, section)
        await shell.go("d", to="Confirm")
        await shell.go("n", to="DraftScreen")
        assert brief(shell) is before
        await shell.go("1", to="LibraryScreen")
        await shell.go("2", to="DraftScreen")
        assert shell.one(RowList).key == section, "where one was"
        await shell.go("d", to="Confirm")
        await shell.go("y", to="DraftScreen")
        await shell.until(lambda: brief(shell).section(section) is None)
        assert f"Deleted '{before.sections[0].title}' with its" in shell.app.notices.last
        await shell.press("u")
        assert brief(shell).sections == before.sections
        assert brief(shell).excerpts == before.excerpts
        assert shell.one(RowList).key == section, "what came back"


async def test_moving_to_another_section_and_a_new_one(workspace: Workspace) -> None:
    async with opened(workspace, SMALL, BRIEF) as shell:
        await shell.go("2", to="DraftScreen")
        item = brief(shell).sections[0].items[0].id
        await to(shell, item)
        await shell.go("m", to="Choice")
        await shell.go("j", "enter", to="DraftScreen")
        await shell.until(lambda: brief(shell).sections[1].items[-1].id == item)
        await shell.go("m", to="Choice")
        await shell.go("G", "enter", to="Prompt")
        await shell.type("Elsewhere")
        await shell.go("enter", to="DraftScreen")
        await shell.until(lambda: brief(shell).sections[-1].title == "Elsewhere")
        assert [i.id for i in brief(shell).sections[-1].items] == [item]
        assert shell.one(RowList).key == item


@both
async def test_to_the_source_and_back(workspace: Workspace, size: tuple[int, int]) -> None:
    async with opened(workspace, size, BRIEF) as shell:
        await shell.go("2", to="DraftScreen")
        await to(shell, first(shell, ItemKind.QUOTE))
        await shell.go("o", to="ReaderScreen")
        await shell.go("2", to="DraftScreen")
        await to(shell, brief(shell).judgements[0].id)
        await shell.go("o", to="Choice")
        await shell.go("enter", to="ReaderScreen")
        await shell.go("q", to="DraftScreen")
        await shell.go("1", to="LibraryScreen")


async def test_filtering_the_entries(workspace: Workspace) -> None:
    async with opened(workspace, SMALL, BRIEF) as shell:
        await shell.go("2", to="DraftScreen")
        count = len(shell.rows())
        await shell.press("slash")
        await shell.type("bottom")
        await shell.until(lambda: len(shell.rows()) < count)
        await shell.press("enter", "escape")
        await shell.until(lambda: len(shell.rows()) == count)


async def test_an_entry_is_called_what_the_draft_calls_it(workspace: Workspace) -> None:
    async with opened(workspace, SMALL, BRIEF) as shell:
        await shell.go("2", to="DraftScreen")
        item = brief(shell).sections[0].items[1]
        await to(shell, item.id)
        target = brief(shell).sections[1].title
        await shell.go("m", to="Choice")
        assert f"Move {item.excerpt} to" in shell.seen()
        await shell.go("j", "enter", to="DraftScreen")
        await shell.until(lambda: shell.app.notices.last == f"Moved {item.excerpt} to '{target}'")
        await to(shell, brief(shell).judgements[0].id)
        await shell.press("d")
        await shell.until(lambda: "Deleted *1: " in shell.app.notices.last)
        await shell.press("u", "u")
        await shell.until(lambda: shell.app.notices.last == f"Undone: move {item.excerpt} to '{target}'")


async def test_an_altered_source_is_seen_while_the_draft_is_open(workspace: Workspace) -> None:
    async with opened(workspace, SMALL, BRIEF) as shell:
        await shell.go("2", to="DraftScreen")
        item = brief(shell).item(first(shell, ItemKind.QUOTE))
        assert item is not None
        await to(shell, item.id)
        await shell.until(lambda: "✓ verified" in shell.seen(), "the state")
        excerpt = brief(shell).excerpts[item.excerpt]
        article = workspace.path / "corpus" / f"{excerpt.article}.md"
        text = article.read_text(encoding="utf-8")
        head = excerpt.exact.split()[0]
        assert text.count(excerpt.exact[:20]) >= 1
        article.write_text(text.replace(excerpt.exact[:20], f"Never{excerpt.exact[len(head) : 20]}"), encoding="utf-8")
        shell.app.poll()
        await shell.until(lambda: "ALTERED" in shell.seen() or "VANISHED" in shell.seen(), "the new state")


async def test_an_organisations_articles_are_told_apart_by_their_titles(workspace: Workspace) -> None:
    headers = {h.id: h for h in workspace.articles.headers()}
    async with opened(workspace, SMALL, BRIEF) as shell:
        excerpt = next(e for e in brief(shell).excerpts.values() if headers[e.article].authors == ("Briefing project",))
        excerpt = replace(excerpt, speaker=None)
        title = headers[excerpt.article].title
        assert short_source(excerpt, headers[excerpt.article], 90) == f"{title} ¶{excerpt.paragraph}"
        said = replace(excerpt, speaker=Speaker("Anna Petrova"))
        assert short_source(said, headers[excerpt.article], 90).startswith("Petrova, ")
        nameless = replace(excerpt, speaker=Speaker("senior official in Jerusalem", kind=SpeakerKind.UNNAMED))
        assert short_source(nameless, headers[excerpt.article], 90).startswith("senior official in Jerusalem, ")


async def test_what_is_empty_is_not_deleted(small: Workspace) -> None:
    async with opened(small, SMALL, "note") as shell:
        await shell.go("2", to="DraftScreen")
        await shell.press("g", "d")
        await shell.until(lambda: shell.app.notices.last == "There is nothing to delete: the bottom line is empty")
