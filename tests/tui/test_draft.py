"""The draft, by keys alone."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest
from textual.app import App
from textual.widgets import Label

from briefing_tui.model import Brief, ItemKind, Speaker, edits
from briefing_tui.tui import entries
from briefing_tui.tui.screens.draft_rows import short_source
from briefing_tui.tui.widgets.row_list import RowList
from briefing_tui.workspace import Workspace
from tests.tui.tools import LARGE, SMALL, Shell, opened

both = pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "160x48"])
BRIEF = "deconfliction"


def brief(shell: Shell) -> Brief:
    assert shell.app.brief is not None
    return shell.app.brief


async def to(shell: Shell, entry: str) -> None:
    """Put the cursor on an entry by pressing j."""
    rows = shell.one(RowList)
    await shell.press("g", *"j" * entries.keys(brief(shell)).index(entry))
    assert rows.key == entry


def first(shell: Shell, kind: ItemKind) -> str:
    return next(item.id for _, item in brief(shell).items() if item.kind is kind)


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
        assert "Undone: move" in shell.app.last_notice
        await shell.press("U")
        assert "Done again" in shell.app.last_notice


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
        await shell.until(lambda: "first section" in shell.app.last_notice)


async def test_an_item_becomes_a_judgement_with_likelihood_and_confidence(workspace: Workspace) -> None:
    async with opened(workspace, SMALL, BRIEF) as shell:
        await shell.go("2", to="DraftScreen")
        item = first(shell, ItemKind.PARAPHRASE)
        count = len(brief(shell).judgements)
        await to(shell, item)
        await shell.press("*")
        await shell.until(lambda: len(brief(shell).judgements) == count + 1)
        new = brief(shell).judgements[-1]
        assert new.for_ == (brief(shell).item(item).excerpt,)  # type: ignore[union-attr]
        await to(shell, new.id)
        await shell.go("e", to="Choice")
        await shell.press("j", "enter")
        await shell.until(lambda: any("likely" in row and "%" in row for row in shell.rows()), "the scale")
        at = next(n for n, row in enumerate(shell.rows()) if row.startswith("likely"))
        await shell.go(*"k" * 9, *"j" * at, "enter", to="DraftScreen")
        await shell.until(lambda: brief(shell).judgement(new.id).likelihood == "likely")  # type: ignore[union-attr]
        await shell.go("e", to="Choice")
        await shell.press("j", "j", "enter")
        await shell.until(lambda: shell.rows()[0].startswith("low"))
        await shell.go("g", "j", "enter", to="Prompt")
        await shell.type("two sources agree")
        await shell.go("enter", to="DraftScreen")
        await shell.until(lambda: brief(shell).judgement(new.id).confidence.because == "two sources agree")  # type: ignore[union-attr]
        assert brief(shell).judgement(new.id).confidence.level == "moderate"  # type: ignore[union-attr]


async def test_passages_for_and_against(workspace: Workspace) -> None:
    async with opened(workspace, SMALL, BRIEF) as shell:
        await shell.go("2", to="DraftScreen")
        judgement = brief(shell).judgements[0]
        ids = list(brief(shell).excerpts)
        free = next(i for i in ids if i not in (*judgement.for_, *judgement.against))
        await to(shell, judgement.id)
        await shell.go("-", to="Several")
        await shell.press(*"j" * ids.index(free), "space")
        await shell.go("enter", to="DraftScreen")
        await shell.until(lambda: free in brief(shell).judgement(judgement.id).against)  # type: ignore[union-attr]
        await shell.go("+", to="Several")
        await shell.press(*"j" * ids.index(free), "space")
        await shell.go("enter", to="DraftScreen")
        await shell.until(lambda: free in brief(shell).judgement(judgement.id).for_)  # type: ignore[union-attr]
        assert free not in brief(shell).judgement(judgement.id).against  # type: ignore[union-attr]


async def test_a_quotes_words_cannot_be_edited_but_its_note_can(workspace: Workspace) -> None:
    async with opened(workspace, SMALL, BRIEF) as shell:
        await shell.go("2", to="DraftScreen")
        item = first(shell, ItemKind.QUOTE)
        await to(shell, item)
        await shell.go("e", to="Choice")
        said = str(shell.one(Label, ".question").render())
        assert said.endswith("A quote is never edited: x unpins it in its source (o), then pin again")
        assert not any(row.startswith(("text", "quote")) for row in shell.rows())
        at = next(n for n, row in enumerate(shell.rows()) if row.startswith("note"))
        await shell.go(*"j" * at, "enter", to="Prompt")
        await shell.type("said in Moscow")
        await shell.go("enter", to="DraftScreen")
        await shell.until(lambda: brief(shell).item(item).note.endswith("said in Moscow"))  # type: ignore[union-attr]
        await shell.press("E")
        await shell.until(lambda: "x unpins it" in shell.app.last_notice)


async def test_what_is_typed_is_kept_while_it_is_typed(workspace: Workspace) -> None:
    async with opened(workspace, SMALL, BRIEF) as shell:
        await shell.go("2", to="DraftScreen")
        await shell.go("e", to="Prompt")
        await shell.type(" and more")
        assert shell.app.session is not None
        place = f"{entries.BOTTOM_LINE}.text"
        assert shell.app.session.typed()[place].endswith(" and more")
        await shell.press("escape")
        assert "esc again" in shell.seen()
        await shell.go("escape", to="DraftScreen")
        await shell.until(lambda: place not in shell.app.session.typed())  # type: ignore[union-attr]
        assert not brief(shell).bottom_line.endswith(" and more")


async def test_text_from_before_a_crash_comes_back(workspace: Workspace) -> None:
    session = workspace.open_brief(BRIEF)
    session.typing(f"{entries.BOTTOM_LINE}.text", "half a sent")
    session.close()
    async with opened(workspace, SMALL, BRIEF) as shell:
        title = brief(shell).title
        said = f"Unfinished text kept for the bottom line in '{title}': e on the entry goes on with it"
        assert said in shell.app.last_notice
        await shell.go("2", to="DraftScreen")
        await shell.go("e", to="Prompt")
        assert "half a sent" in shell.seen()
        await shell.type("ence")
        await shell.go("enter", to="DraftScreen")
        await shell.until(lambda: brief(shell).bottom_line == "half a sentence")
        assert not shell.app.session.typed()  # type: ignore[union-attr]


async def test_adding_a_section_a_text_and_a_judgement(workspace: Workspace) -> None:
    async with opened(workspace, SMALL, BRIEF) as shell:
        await shell.go("2", to="DraftScreen")
        await to(shell, brief(shell).sections[0].id)
        await shell.go("a", to="Choice")
        await shell.go("enter", to="Prompt")
        await shell.type("What comes next")
        await shell.go("enter", to="DraftScreen")
        await shell.until(lambda: brief(shell).sections[1].title == "What comes next")
        assert shell.one(RowList).key == brief(shell).sections[1].id
        await shell.go("a", to="Choice")
        await shell.go("j", "enter", to="Prompt")
        await shell.type("Own words")
        await shell.go("enter", to="DraftScreen")
        await shell.until(lambda: [i.text for i in brief(shell).sections[1].items] == ["Own words"])
        await shell.go("a", to="Choice")
        await shell.go("G", "enter", to="Prompt")
        await shell.type("It holds")
        await shell.go("enter", to="DraftScreen")
        await shell.until(lambda: brief(shell).judgements[-1].text == "It holds")


async def test_deleting_and_bringing_back(workspace: Workspace) -> None:
    async with opened(workspace, SMALL, BRIEF) as shell:
        await shell.go("2", to="DraftScreen")
        before = brief(shell)
        section = before.sections[0].id
        await to(shell, section)
        await shell.press("d")
        await shell.until(lambda: brief(shell).section(section) is None)
        assert f"Deleted '{before.sections[0].title}' with its" in shell.app.last_notice
        await shell.press("u")
        assert brief(shell).sections == before.sections
        assert brief(shell).excerpts == before.excerpts


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


async def test_the_briefs_own_fields(workspace: Workspace) -> None:
    async with opened(workspace, SMALL, BRIEF) as shell:
        await shell.go("2", to="DraftScreen")
        await shell.go("i", to="FieldsScreen")
        await shell.go("enter", to="Prompt")
        await shell.press("ctrl+u")
        await shell.type("A new title")
        await shell.go("enter", to="FieldsScreen")
        await shell.until(lambda: brief(shell).title == "A new title")
        names = [row.split()[0] for row in shell.rows()]
        await shell.go(*"j" * names.index("marking"), "enter", to="Choice")
        await shell.go("g", "enter", to="FieldsScreen")
        await shell.until(lambda: brief(shell).marking == "TLP:RED")
        await shell.press("g", *"j" * names.index("cut-off"))
        await shell.go("enter", to="Prompt")
        await shell.press("ctrl+u")
        await shell.type("yesterday")
        await shell.press("enter")
        await shell.until(lambda: "2026-11-21" in shell.app.last_notice, "what a date looks like")
        assert brief(shell).cut_off != "yesterday"


async def test_the_editor_outside(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    @contextmanager
    def lend(app: App[Any]) -> Iterator[None]:
        yield

    monkeypatch.setattr(App, "suspend", lend)
    monkeypatch.delenv("VISUAL", raising=False)
    script = 'import sys; open(sys.argv[1], "w").write("from outside\\n")'
    monkeypatch.setenv("EDITOR", f"python3 -c {shlex.quote(script)}")
    async with opened(workspace, SMALL, BRIEF) as shell:
        await shell.go("2", to="DraftScreen")
        await shell.press("E")
        await shell.until(lambda: brief(shell).bottom_line == "from outside")
        monkeypatch.setenv("EDITOR", "no-such-editor")
        await shell.press("E")
        await shell.until(lambda: "no-such-editor" in shell.app.last_notice)


async def test_a_brief_held_elsewhere_is_read_only_and_says_so(workspace: Workspace) -> None:
    other = workspace.open_brief(BRIEF)
    try:
        async with opened(workspace, SMALL, BRIEF) as shell:
            await shell.go("2", to="DraftScreen")
            before = brief(shell)
            assert "can only be read here: held by" in shell.app.last_notice
            shell.app.quiet()
            shell.app.last_notice = ""
            await shell.press("j", "d")
            await shell.until(lambda: "Close it there, and you can go on here" in shell.app.last_notice)
            assert brief(shell).judgements == before.judgements
            shell.app.last_notice = ""
            await shell.press("u")
            await shell.until(lambda: "Close it there" in shell.app.last_notice)
    finally:
        other.close()


async def test_a_change_from_outside_comes_in_and_can_be_undone(workspace: Workspace) -> None:
    path = workspace.path / "briefs" / f"{BRIEF}.yaml"
    async with opened(workspace, SMALL, BRIEF) as shell:
        await shell.go("2", to="DraftScreen")
        title = brief(shell).title
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("addressee:", "addressee: The Minister #", 1), encoding="utf-8")
        shell.app.poll()
        await shell.until(lambda: brief(shell).addressee == "The Minister")
        assert brief(shell).title == title
        assert shell.app.last_notice
        await shell.press("u")
        await shell.until(lambda: brief(shell).addressee != "The Minister")


async def test_a_brief_that_becomes_free_can_be_edited_without_leaving(workspace: Workspace) -> None:
    other = workspace.open_brief(BRIEF)
    try:
        async with opened(workspace, SMALL, BRIEF) as shell:
            await shell.go("2", to="DraftScreen")
            count = len(brief(shell).judgements)
            other.close()
            await shell.press("j", "d")
            await shell.until(lambda: "You can edit now" in shell.app.last_notice)
            assert shell.app.session is not None
            assert not shell.app.session.read_only
            await shell.press("d")
            await shell.until(lambda: len(brief(shell).judgements) < count, "the edit")
    finally:
        other.close()


async def test_a_brief_that_becomes_free_says_so(workspace: Workspace) -> None:
    other = workspace.open_brief(BRIEF)
    try:
        async with opened(workspace, SMALL, BRIEF) as shell:
            await shell.go("2", to="DraftScreen")
            other.edit(edits.set_field(other.brief, "title", "Theirs"), "set title")
            other.close()
            shell.app.poll()
            await shell.until(lambda: "You can edit now: 'Theirs' is free" in shell.app.last_notice)
            assert brief(shell).title == "Theirs"
    finally:
        other.close()


async def test_an_edit_never_goes_over_what_the_other_changed_last(workspace: Workspace) -> None:
    other = workspace.open_brief(BRIEF)
    try:
        async with opened(workspace, SMALL, BRIEF) as shell:
            await shell.go("2", to="DraftScreen")
            count = len(brief(shell).judgements)
            other.edit(edits.set_field(other.brief, "title", "Theirs"), "set title")
            other.close()
            await shell.press("j", "d")
            await shell.until(lambda: "You can edit now" in shell.app.last_notice)
            assert brief(shell).title == "Theirs"
            assert len(brief(shell).judgements) == count
    finally:
        other.close()


async def test_an_entry_is_called_what_the_draft_calls_it(workspace: Workspace) -> None:
    async with opened(workspace, SMALL, BRIEF) as shell:
        await shell.go("2", to="DraftScreen")
        item = brief(shell).sections[0].items[1]
        await to(shell, item.id)
        target = brief(shell).sections[1].title
        await shell.go("m", to="Choice")
        assert f"Move {item.excerpt} to" in shell.seen()
        await shell.go("j", "enter", to="DraftScreen")
        await shell.until(lambda: shell.app.last_notice == f"Moved {item.excerpt} to '{target}'")
        await to(shell, brief(shell).judgements[0].id)
        await shell.press("d")
        await shell.until(lambda: "Deleted *1: " in shell.app.last_notice)
        await shell.press("u", "u")
        await shell.until(lambda: shell.app.last_notice == f"Undone: move {item.excerpt} to '{target}'")


async def test_unfinished_text_of_an_item_names_the_item(workspace: Workspace) -> None:
    session = workspace.open_brief(BRIEF)
    item = session.brief.sections[0].items[1]
    session.typing(f"{item.id}.note", "half a note")
    session.close()
    async with opened(workspace, SMALL, BRIEF) as shell:
        assert f"kept for {item.excerpt} in '{brief(shell).title}'" in shell.app.last_notice
        await shell.go("2", to="DraftScreen")
        await to(shell, item.id)
        await shell.go("e", to="Choice")
        assert any("your unfinished text" in row for row in shell.rows())


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
    headers = {h.id: h for h in workspace.headers()}
    async with opened(workspace, SMALL, BRIEF) as shell:
        excerpt = next(e for e in brief(shell).excerpts.values() if headers[e.article].authors == ("Briefing project",))
        excerpt = replace(excerpt, speaker=None)
        title = headers[excerpt.article].title
        assert short_source(excerpt, headers[excerpt.article], 90) == f"{title} ¶{excerpt.paragraph}"
        said = replace(excerpt, speaker=Speaker("Anna Petrova"))
        assert short_source(said, headers[excerpt.article], 90).startswith("Petrova, ")


async def test_pinning_into_a_brief_that_is_held_says_what_to_do(workspace: Workspace) -> None:
    other = workspace.open_brief(BRIEF)
    try:
        async with opened(workspace, SMALL, BRIEF) as shell:
            await shell.go("enter", to="ReaderScreen")
            shell.app.last_notice = ""
            await shell.press("p")
            await shell.until(lambda: "Close it there, and you can go on here" in shell.app.last_notice)
            other.close()
            await shell.press("p")
            await shell.until(lambda: "You can edit now" in shell.app.last_notice)
    finally:
        other.close()


async def test_the_core_statement_says_what_it_is(workspace: Workspace) -> None:
    async with opened(workspace, LARGE, BRIEF) as shell:
        await shell.go("2", to="DraftScreen")
        await to(shell, first(shell, ItemKind.PARAPHRASE))
        await shell.go("e", to="Choice")
        assert any(row.startswith("core statement (one line: what this item says)") for row in shell.rows())
