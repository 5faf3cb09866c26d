"""What may go wrong while one works: the program dies, a second terminal, files changed by others. Nothing is lost."""

from __future__ import annotations

import getpass
import re
from pathlib import Path

import pytest

from tests.e2e.conftest import Start
from tests.e2e.steps import draft, go_to, leave, library, row, yaml_of
from tests.e2e.terminal import Terminal

pytestmark = pytest.mark.e2e

BRIEF = "washington-channel"
TITLE = "Israel as Russia’s channel"


def work_on_brief(terminal: Terminal) -> None:
    """Choose the brief that is half done."""
    library(terminal)
    terminal.press("B")
    terminal.wait("n new")
    go_to(terminal, TITLE)
    terminal.press("enter")
    terminal.wait("draft: Israel as")


def add_text(terminal: Terminal, text: str) -> None:
    """Write a text of one's own into the draft."""
    terminal.press("a")
    terminal.wait_box("a text of your own")
    go_to(terminal, "a text of your own")
    terminal.press("enter")
    terminal.wait_box("ctrl+j new line")
    terminal.type(text)
    terminal.wait(lambda screen: text.rsplit(maxsplit=1)[-1] in screen)


def test_killed_in_the_middle_of_edits_nothing_is_lost(start: Start, shipped: Path) -> None:
    terminal = start(shipped)
    work_on_brief(terminal)
    draft(terminal)
    add_text(terminal, "Written just before the end.")
    terminal.press("enter")
    terminal.wait(lambda screen: "Written just" in row(screen))
    terminal.press("K")
    terminal.wait(lambda screen: re.search(r"▸ +i7 .*\bi6 ", screen, re.DOTALL))
    terminal.kill()

    terminal = start(shipped)
    terminal.wait("draft: Israel as")
    draft(terminal)
    terminal.wait(lambda screen: re.search(r"i7 .*Written just.*\bi6 ", screen, re.DOTALL))
    terminal.press("u")
    terminal.wait(lambda screen: re.search(r"i6 .*\bi7 .*Written just", screen, re.DOTALL))
    terminal.press("u")
    terminal.wait("Undone: add")
    terminal.wait_gone("Written just")
    terminal.press("U")
    terminal.wait("Written just")
    assert leave(terminal) == 0
    items = [item["id"] for item in yaml_of(shipped, BRIEF)["sections"][-1]["items"]]
    assert items[-2:] == ["i6", "i7"]
    assert "Written just before the end." in (shipped / "briefs" / f"{BRIEF}.yaml").read_text(encoding="utf-8")


def test_killed_while_typing_the_words_come_back(start: Start, shipped: Path) -> None:
    terminal = start(shipped)
    work_on_brief(terminal)
    draft(terminal)
    add_text(terminal, "Half a thought about bridges")
    terminal.kill()

    terminal = start(shipped)
    terminal.wait("Unfinished text kept for")
    draft(terminal)
    terminal.press("a")
    terminal.wait_box("a text of your own")
    go_to(terminal, "a text of your own")
    terminal.press("enter")
    terminal.wait_box("Half a thought about bridges")
    terminal.type(" and banks.")
    terminal.wait_box("Half a thought about bridges and banks.")
    terminal.press("enter")
    terminal.wait(lambda screen: "Half a thought" in row(screen))
    assert leave(terminal) == 0
    assert yaml_of(shipped, BRIEF)["sections"][-1]["items"][-1]["text"] == "Half a thought about bridges and banks."


def test_second_terminal_reads_only_and_says_who_holds_the_brief(start: Start, shipped: Path) -> None:
    first = start(shipped)
    work_on_brief(first)
    second = start(shipped)
    second.wait(f"held by {getpass.getuser()}@")
    assert f"process {first.pid}," in second.text
    before = (shipped / "briefs" / f"{BRIEF}.yaml").read_bytes()
    draft(second)
    second.press("a")
    second.wait(lambda screen: "┌─" not in screen and "✗" in screen and "held by" in screen)
    go_to(second, "e1 ")
    second.press("d")
    second.wait(lambda screen: "✗" in screen and "held by" in screen)
    draft(first)
    go_to(first, "e1 ")
    first.press("J")
    first.wait("▸   e1")
    assert leave(first) == 0
    assert leave(second) == 0
    order = [item["excerpt"] for item in yaml_of(shipped, BRIEF)["sections"][0]["items"]]
    assert order[:2] == ["e2", "e1"]
    assert before != (shipped / "briefs" / f"{BRIEF}.yaml").read_bytes()


def test_brief_changed_outside_is_taken_over_as_a_step_that_can_be_undone(start: Start, shipped: Path) -> None:
    terminal = start(shipped)
    work_on_brief(terminal)
    file = shipped / "briefs" / f"{BRIEF}.yaml"
    title = yaml_of(shipped, BRIEF)["title"]
    file.write_text(file.read_text(encoding="utf-8").replace(title, "By another hand", 1), encoding="utf-8")
    terminal.wait("draft: By another hand")
    terminal.press("u")
    terminal.wait("draft: Israel as")
    terminal.wait("Undone")
    terminal.wait_for(lambda: yaml_of(shipped, BRIEF)["title"] == title)
    terminal.press("U")
    terminal.wait("draft: By another hand")
    assert leave(terminal) == 0
    assert yaml_of(shipped, BRIEF)["title"] == "By another hand"


def test_one_letter_changed_in_a_pinned_sentence_is_seen(start: Start, shipped: Path) -> None:
    terminal = start(shipped)
    work_on_brief(terminal)
    draft(terminal)
    terminal.wait("5 of 5 p")
    article = shipped / "corpus" / "note-washington-bridge.md"
    text = article.read_text(encoding="utf-8")
    article.write_text(text.replace("bring the two powers to one table", "bring the two powers to one cable"), "utf-8")
    terminal.press("1")
    terminal.wait("f facets")
    draft(terminal)
    terminal.wait(lambda screen: re.search(r"e5 .*≠", screen))
    assert "4 of 5 p" in terminal.text
    terminal.press("C")
    terminal.wait(lambda screen: re.search(r"✗ e5 .*differs from Background notes", screen))
    terminal.press("F")
    terminal.wait(lambda screen: "✗" in screen and "no final briefing" in " ".join(screen.split()))
    assert not (shipped / "out").exists()
    assert leave(terminal) == 0
