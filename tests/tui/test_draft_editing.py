"""Editing the entries of a draft, by keys alone."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest
from textual.app import App
from textual.widgets import Input, Label, TextArea

from briefing_tui.citations.style import FOLDER as STYLES
from briefing_tui.model import Confidence, ItemKind
from briefing_tui.tui.widgets.row_list import RowList
from briefing_tui.workspace import Workspace
from tests.tui.drafts import BRIEF, brief, first, to
from tests.tui.tools import LARGE, SMALL, opened


async def test_an_item_becomes_a_judgement_in_one_go_and_one_step(workspace: Workspace) -> None:
    async with opened(workspace, SMALL, BRIEF) as shell:
        await shell.go("2", to="DraftScreen")
        item, before = first(shell, ItemKind.PARAPHRASE), brief(shell)
        await to(shell, item)
        await shell.go("*", to="Prompt")
        assert brief(shell) == before
        await shell.go("enter", to="Choice")
        assert shell.rows()[5].startswith("likely ")
        await shell.press(*"jjjjj", "enter")
        await shell.until(lambda: shell.rows()[1].startswith("low"), "the next question")
        await shell.go("j", "j", "enter", to="Prompt")
        await shell.type("two sources agree")
        await shell.go("enter", to="DraftScreen")
        await shell.until(lambda: len(brief(shell).judgements) == len(before.judgements) + 1)
        new, old = brief(shell).judgements[-1], before.item(item)
        assert old is not None
        assert (new.text, new.for_) == (old.core or old.text, (old.excerpt,))
        assert (new.likelihood, new.confidence) == ("likely", Confidence("moderate", "two sources agree"))
        assert shell.one(RowList).key == new.id
        assert not shell.app.desk.session.typed()  # type: ignore[union-attr]
        await shell.press("u")
        await shell.until(lambda: brief(shell).judgements == before.judgements)


async def test_a_judgement_is_edited_from_field_to_field_and_escape_keeps_what_was_answered(
    workspace: Workspace,
) -> None:
    async with opened(workspace, SMALL, BRIEF) as shell:
        await shell.go("2", to="DraftScreen")
        before = brief(shell).judgements[0]
        await to(shell, before.id)
        await shell.go("e", to="Prompt")
        await shell.type(" So far.")
        await shell.go("enter", to="Choice")
        await shell.until(lambda: "far." in shell.seen(), "the words that are judged")
        assert shell.app.desk.session is not None
        assert shell.app.desk.session.typed()[f"{before.id}.text"].endswith("So far."), "it would outlive a crash"
        await shell.press("g", "j", "enter")
        await shell.until(lambda: shell.rows()[1].startswith("low"), "the next question")
        assert shell.app.desk.session.typed()[f"{before.id}.likelihood"] == "remote chance", "so would this"
        await shell.go("escape", to="DraftScreen")
        await shell.until(lambda: brief(shell).judgements[0].likelihood == "remote chance")
        after = brief(shell).judgements[0]
        assert after == replace(before, text=f"{before.text} So far.", likelihood="remote chance")
        await shell.until(lambda: "unfinished" not in shell.seen(), "nothing is left to go on with")
        assert not shell.app.desk.session.typed()
        await shell.press("u")
        await shell.until(lambda: brief(shell).judgements[0] == before)
        await shell.go("e", to="Prompt")
        await shell.go("escape", to="DraftScreen")
        shell.app.desk.session.typing(f"{before.id}.likelihood", "likely")
        await shell.go("e", to="Prompt")
        await shell.go("enter", to="Choice")
        assert "your unfinished answer" in shell.seen()
        await shell.press("enter")
        await shell.until(lambda: shell.rows()[1].startswith("low"))
        await shell.go("escape", to="DraftScreen")
        await shell.until(lambda: brief(shell).judgements[0] == replace(before, likelihood="likely"))
        assert not shell.app.desk.session.typed()
        await shell.press("u")
        await shell.until(lambda: brief(shell).judgements[0] == before)
        await shell.go("e", to="Prompt")
        shell.one(TextArea).text = ""
        await shell.press("enter")
        await shell.until(lambda: "a judgement needs words" in shell.seen(), "and the question stays")
        await shell.press("escape", "escape")
        await shell.on("DraftScreen")
        assert brief(shell).judgements[0] == before


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
        assert said.endswith("A quote is never edited, only altered (A); w gives it more or fewer words of its source")
        assert not any(row.startswith(("text", "quote")) for row in shell.rows())
        at = next(n for n, row in enumerate(shell.rows()) if row.startswith("note"))
        await shell.go(*"j" * at, "enter", to="Prompt")
        await shell.type("said in Moscow")
        await shell.go("enter", to="DraftScreen")
        await shell.until(lambda: brief(shell).item(item).note.endswith("said in Moscow"))  # type: ignore[union-attr]
        await shell.press("E")
        await shell.until(lambda: "w gives it" in shell.app.notices.last)


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
        await shell.go("enter", to="Choice")
        await shell.go("escape", to="DraftScreen")
        await shell.until(lambda: brief(shell).judgements[-1].text == "It holds")


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
        await shell.until(lambda: "2026-11-21" in shell.app.notices.last, "what a date looks like")
        assert brief(shell).cut_off != "yesterday"


async def test_a_style_of_the_house_is_offered_and_another_can_be_typed(workspace: Workspace) -> None:
    (workspace.places.root / "styles").mkdir()
    ours = (STYLES / "briefing-note.csl").read_text(encoding="utf-8")
    for name in ("house.csl", "other.csl"):
        (workspace.places.root / "styles" / name).write_text(ours, encoding="utf-8")
    async with opened(workspace, SMALL, BRIEF) as shell:
        await shell.go("2", to="DraftScreen")
        await shell.go("i", to="FieldsScreen")
        names = [row.split()[0] for row in shell.rows()]
        await shell.go(*"j" * names.index("style"), "enter", to="Choice")
        shown = [row.split()[0] for row in shell.rows()]
        assert shown[-3:] == ["styles/house.csl", "styles/other.csl", "another"]
        await shell.go(
            *"j" * (shown.index("styles/other.csl") - shown.index("briefing-note")), "enter", to="FieldsScreen"
        )
        await shell.until(lambda: brief(shell).style == "styles/other.csl")
        (workspace.places.root / "styles" / "other.csl").rename(workspace.places.root / "moved.txt")
        await shell.go("enter", to="Choice")
        await shell.go("enter", to="Prompt")
        assert shell.one(Input).value == "styles/other.csl", (
            "what is no longer offered is there to be typed anew, and not replaced"
        )
        await shell.press("ctrl+u")
        await shell.type("styles/house.csl")
        await shell.go("enter", to="FieldsScreen")
        await shell.until(lambda: brief(shell).style == "styles/house.csl")


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
        await shell.until(lambda: "no-such-editor" in shell.app.notices.last)


async def test_the_core_statement_says_what_it_is(workspace: Workspace) -> None:
    async with opened(workspace, LARGE, BRIEF) as shell:
        await shell.go("2", to="DraftScreen")
        await to(shell, first(shell, ItemKind.PARAPHRASE))
        await shell.go("e", to="Choice")
        assert any(row.startswith("core statement (one line: what this item says)") for row in shell.rows())


async def test_who_types_on_is_not_told_to_go_away(workspace: Workspace) -> None:
    async with opened(workspace, SMALL, BRIEF) as shell:
        await shell.go("2", to="DraftScreen")
        await shell.go("e", to="Prompt")
        await shell.type("x")
        await shell.press("escape")
        await shell.until(lambda: "esc again" in shell.seen())
        await shell.type("y")
        await shell.until(lambda: "esc again" not in shell.seen())
        assert "enter done" in shell.seen()
        await shell.press("escape")
        await shell.until(lambda: "esc again" in shell.seen())
        assert type(shell.screen).__name__ == "Prompt"


async def test_another_form_and_the_text_that_it_asks_for(workspace: Workspace) -> None:
    async with opened(workspace, SMALL, BRIEF) as shell:
        await shell.go("2", "i", to="FieldsScreen")
        rows = shell.one(RowList)
        rows.go_to("template")
        await shell.go("enter", to="Choice")
        await shell.until(lambda: any("memo" in row for row in shell.rows()))
        at = next(n for n, row in enumerate(shell.rows()) if "Decision memo" in row)
        await shell.go("g", *"j" * at, "enter", to="FieldsScreen")
        await shell.until(lambda: brief(shell).template == "memo")
        assert dict(brief(shell).fields) == {"recommendation": ""}
        await shell.go("q", to="DraftScreen")
        await to(shell, "recommendation")
        await shell.go("e", to="Prompt")
        await shell.type("Agree to this.")
        await shell.go("ctrl+s", to="DraftScreen")
        await shell.until(lambda: brief(shell).fields["recommendation"] == "Agree to this.")
        assert any("Agree to this." in row for row in shell.rows())
        await shell.press("u")
        await shell.until(lambda: not brief(shell).fields["recommendation"])
