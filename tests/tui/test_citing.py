"""Passages are listed where an `@` begins a cite in a text of one's own; keys choose one, letters narrow the list."""

from __future__ import annotations

import re

import pytest
from textual import events
from textual.widgets import TextArea

from briefing_tui.model import Excerpt, Header
from briefing_tui.model.own_text import cited
from briefing_tui.tui.widgets.citing import CitableList, Cite
from briefing_tui.workspace import Workspace
from tests.tui.drafts import BRIEF, brief
from tests.tui.tools import LARGE, SMALL, Shell, opened

TINY = (60, 20)


@pytest.mark.parametrize(
    ("before", "behind", "written"),
    [
        ("@", "", "[@e3]"),
        ("So it is @e", " and", "[@e3]"),
        ("So it is [@", "", "[@e3]"),
        ("So it is [@", "] and", "[@e3"),
        ("so[@", "", "[@e3]"),
        ("So [@e1; @", "]", "@e3"),
        ("So [@e1, @e", "", "@e3]"),
        ("(@Magen", ")", "[@e3]"),
        ("So [@e", "@e5] end", "[@e3; "),
        ("So [@e", "; @e5] end", "[@e3"),
        ("So [@e1; @e", "; @e5] end", "@e3"),
        ("So @e", " and [@e5]", "[@e3]"),
    ],
)
def test_a_cite_is_written_with_the_brackets_that_are_missing(before: str, behind: str, written: str) -> None:
    cite = Cite.at(before)
    assert cite is not None
    assert cite.written("e3", behind) == written
    assert before[len(before) - cite.length :].lstrip("[").startswith("@")


@pytest.mark.parametrize("before", ["", "name@example.org", "name@", "[@e1]", "@e1 and", "a @b@", "2@"])
def test_other_signs_begin_no_cite(before: str) -> None:
    assert Cite.at(before) is None


@pytest.mark.parametrize(
    ("before", "behind", "rest"),
    [("So [@e", "12] end", 2), ("So @e", "2 and", 1), ("So @", "word", 0), ("So @Mag", "12", 0), ("So @e", "12th", 0)],
)
def test_the_rest_of_an_id_is_replaced_and_no_other_word(before: str, behind: str, rest: int) -> None:
    cite = Cite.at(before)
    assert cite is not None
    assert cite.replaced(behind) == rest


@pytest.mark.parametrize(
    ("text", "back", "keys", "made"),
    [
        ("So [@e3] end", len("@e3] end"), ("@", "e", "2"), "So [@e2; @e3] end"),
        ("So [@e12] end", len("2] end"), ("backspace", "enter"), None),
        ("So [@e3; @e5] end", len("; @e5] end"), ("backspace", "2"), "So [@e2; @e5] end"),
    ],
)
async def test_a_cite_that_is_there_is_changed_and_stays_one(
    workspace: Workspace, text: str, back: int, keys: tuple[str, ...], made: str | None
) -> None:
    async with opened(workspace, SMALL, BRIEF) as shell:
        field = await own_text(shell)
        field.text = text
        field.move_cursor((0, len(text) - back))
        await shell.press(*keys, *(["enter"] if made else []))
        assert field.text == made if made else not re.search(r"\]\d", field.text), field.text
        assert len(cited(field.text)) == field.text.count("@"), "each is read as a cite"


async def test_a_cite_and_enter_in_one_burst_is_written_whole(workspace: Workspace) -> None:
    async with opened(workspace, SMALL, BRIEF) as shell:
        field = await own_text(shell)
        for key in (*" @e2", "enter", "]", "enter"):
            name = {" ": "space", "@": "at", "]": "right_square_bracket"}.get(key, key)
            field.post_message(events.Key(name, key if len(key) == 1 else None))
        await shell.until(lambda: brief(shell).bottom_line.endswith(" [@e2]]"))


async def own_text(shell: Shell) -> TextArea:
    await shell.go("2", to="DraftScreen")
    await shell.go("e", to="Prompt")
    return shell.one(TextArea)


@pytest.mark.parametrize("size", [SMALL, LARGE, TINY])
async def test_a_passage_is_chosen_by_keys_and_cited(workspace: Workspace, size: tuple[int, int]) -> None:
    async with opened(workspace, size, BRIEF) as shell:
        field = await own_text(shell)
        listed = shell.one(CitableList)
        assert not listed.is_open
        await shell.type(" Write to a@b.org")
        assert not listed.is_open
        await shell.type(" @")
        assert listed.option_count == len(brief(shell).excerpts)
        assert "e1" in shell.seen()
        await shell.type("e1")
        assert listed.chosen == "e1"
        await shell.press("down", "up", "enter")
        assert field.text.endswith("a@b.org [@e1]")
        assert not listed.is_open
        await shell.type(", so")
        await shell.go("enter", to="DraftScreen")
        await shell.until(lambda: brief(shell).bottom_line.endswith("a@b.org [@e1], so"))


async def test_words_of_a_passage_find_it_and_escape_closes_the_list_alone(workspace: Workspace) -> None:
    async with opened(workspace, SMALL, BRIEF) as shell:
        field = await own_text(shell)
        listed = shell.one(CitableList)
        wanted = brief(shell).excerpts["e12"]
        word = max(wanted.exact.split(), key=len).strip(".,;:“”")
        await shell.type(" [@" + word)
        assert "e12" in [listed.get_option_at_index(n).id for n in range(listed.option_count)]
        await shell.press("escape")
        assert not listed.is_open
        assert field.text.endswith(" [@" + word)
        await shell.type("zzz")
        assert not listed.is_open
        await shell.press("left", "left", "up")
        assert not listed.is_open, "moving opens nothing"


async def test_a_passage_is_listed_with_its_outlet_and_found_by_the_names_first(workspace: Workspace) -> None:
    headers = {h.id: h for h in workspace.articles.headers()}
    async with opened(workspace, SMALL, BRIEF) as shell:
        await own_text(shell)
        listed = shell.one(CitableList)
        known = brief(shell).excerpts
        nobody = next(e for e in known.values() if e.speaker is None and headers[e.article].outlet)
        await shell.type(" @" + nobody.id)
        assert nobody.article not in str(listed.get_option(nobody.id).prompt)
        assert f"¶{nobody.paragraph} ‘" in str(listed.get_option(nobody.id).prompt)
        listed.offer(Cite(9, "israel"))
        found = [known[str(listed.get_option_at_index(n).id)] for n in range(listed.option_count)]
        by_name = [named(e, headers[e.article], "israel") for e in found]
        assert sorted(by_name, reverse=True) == by_name
        assert set(by_name) == {True, False}


def named(excerpt: Excerpt, header: Header, word: str) -> bool:
    names = (excerpt.speaker.name if excerpt.speaker else "", *header.authors, header.outlet, header.title)
    return word in " ".join(names).casefold()
