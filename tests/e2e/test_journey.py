"""The main job from end to end, by keys alone, in a real terminal: read, pin, arrange, judge, compile."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.e2e.conftest import Start
from tests.e2e.steps import (
    answer,
    choose,
    draft,
    go_to,
    leave,
    library,
    open_article,
    pages,
    row,
    squeezed,
    text_of,
    yaml_of,
)
from tests.e2e.terminal import Terminal

pytestmark = pytest.mark.e2e

BRIEF = "what-held-the-line"
BOTTOM_LINE = "Either side had something to lose. It proves no friendship."
JUDGEMENT = "The line outlasted the Il-20 because closing it would have cost both sides more."
REASON = "Two notes agree."
FIRST = "That is a sturdier base than friendship, but it lasts only as long as both stakes do"
SECOND = "Fifteen deaths did not close the line, apparently because neither government saw a cheaper way"
IL20, BRIDGE, LINE = "note-il20-2018", "note-washington-bridge", "note-deconfliction-line"
THIRD = (
    "Moscow raised the price of Israeli operations instead of forbidding them. "
    "That is how a power behaves when it is angry and still has something to lose."
)
FOURTH = "Israel had shown that it could bring the two powers to one table."


def go_to_paragraph(terminal: Terminal, number: int) -> None:
    """Jump to a paragraph by its number."""
    terminal.press("#")
    terminal.wait("go to ¶")
    terminal.type(str(number))
    terminal.wait(f"go to ¶ {number}")
    terminal.press("enter")
    terminal.wait(lambda screen: "go to ¶" not in screen and f"¶ {number} of" in screen)


def pinned(terminal: Terminal, number: int, paragraph: int) -> None:
    """See that a pin is told, marked in the margin and counted."""
    terminal.wait(f"Pinned e{number} · ¶{paragraph} · verified")
    terminal.wait(lambda screen: re.search(rf"^▌.*\be{number}\b", screen, re.MULTILINE))
    terminal.wait(f"{number} item{'s' if number > 1 else ''} ")


def choose_theme(terminal: Terminal) -> None:
    """Go to the themes and open one."""
    terminal.press("tab")
    terminal.wait("▸ All articles")
    go_to(terminal, "Syria and deconf")
    terminal.press("enter")
    terminal.wait("Syria and deconfliction · newest first")


def pin_four(terminal: Terminal) -> None:
    """Pin sentences from three articles, selected by sentence and trimmed by word at either end."""
    open_article(terminal, "The deconfliction line: what it was")
    go_to_paragraph(terminal, 5)
    terminal.press("j", "j", "s")
    terminal.wait("17 words: That is a … both stakes do.")
    terminal.press(",")
    terminal.wait(lambda screen: re.search(r"17 words: That is a … both stakes do$", screen, re.MULTILINE))
    terminal.press("p")
    choose(terminal, "No brief is open: which one?", "a new one")
    answer(terminal, "A new brief: its title", "What held the line?")
    choose(terminal, "In which form?", "bluf")
    terminal.wait("This cut leaves out:")  # what 'That' refers to
    terminal.press("p")
    pinned(terminal, 1, 5)

    open_article(terminal, "Fifteen dead off the Syrian")
    go_to_paragraph(terminal, 6)
    terminal.press("j", "s")
    terminal.wait("the forces apart.")
    terminal.press(*"<<<<<")
    terminal.wait("a cheaper way")
    terminal.press("p")
    pinned(terminal, 2, 6)
    terminal.press("j", "s", "+", "p")
    pinned(terminal, 3, 6)

    open_article(terminal, "A bridge to Washington: the")
    go_to_paragraph(terminal, 3)
    terminal.press("j", "j", "s", "+")
    terminal.wait("either of them.")
    terminal.press("-")
    terminal.wait("one table.")
    terminal.press("p")
    pinned(terminal, 4, 3)


def arrange(terminal: Terminal) -> None:
    """Order the items, and give one a section of its own."""
    draft(terminal)
    go_to(terminal, "e4")
    terminal.press("K", "K")
    terminal.wait(lambda screen: re.search(r"e1 .*▸ +e4 .*e2 .*e3 ", screen, re.DOTALL))
    terminal.press("a")
    choose(terminal, "Add", "a section")
    answer(terminal, "The section's title", "What it could not do")
    terminal.wait(lambda screen: "▸ 2 What it could not do" in screen)
    go_to(terminal, "e3")
    terminal.press("m")
    choose(terminal, "Move e3 to", "What it could not do")
    terminal.wait(lambda screen: re.search(r"e2 .*2 What it could not do.*e3 ", screen, re.DOTALL))
    go_to(terminal, "e1")


def judge(terminal: Terminal) -> None:
    """Make a key judgement of an item, and say how likely and how sure."""
    terminal.press("*")
    answer(terminal, "A new judgement: judgement", JUDGEMENT)
    choose(terminal, "A new judgement: likelihood", "highly likely")
    choose(terminal, "A new judgement: confidence", "moderate")
    answer(terminal, "A new judgement: reason for the confidence", REASON)
    terminal.wait(lambda screen: "highly likely · moderate" in row(screen))
    terminal.wait("Two notes agree")
    terminal.press("u")
    terminal.wait(lambda screen: "Two notes agree" not in screen and "highly likely · moderate" not in screen)
    terminal.press("U")
    terminal.wait("highly likely · moderate")
    go_to(terminal, "*1")
    terminal.wait("Two notes agree")


def fields(terminal: Terminal) -> None:
    """Fill in the brief's own fields."""
    terminal.press("i")
    terminal.wait("The brief's own fields")
    go_to(terminal, "addressee")
    terminal.press("enter")
    answer(terminal, "addressee: who", "The Deputy Minister")
    go_to(terminal, "marking")
    terminal.press("enter")
    choose(terminal, "marking: printed", "TLP:AMBER+STRICT")
    go_to(terminal, "bottom-line")
    terminal.press("enter")
    answer(terminal, "bottom-line: the", BOTTOM_LINE)
    terminal.wait("TLP:AMBER+STRICT")
    terminal.press("q")
    terminal.wait("J K move")


def compile_both(terminal: Terminal, out: Path) -> None:
    """Look at the checklist, then make a draft and a final one."""
    terminal.press("C")
    terminal.wait("Nothing stands in the way")
    terminal.press("D")
    terminal.wait("Draft: 2 pages · 4 of 4 quotes verified")
    assert (out / f"{BRIEF}.draft.pdf").exists()
    assert not (out / f"{BRIEF}.pdf").exists()
    terminal.press("F")
    terminal.wait("Final: 1 page · 4 of 4 quotes verified")


def check_file(workspace: Path) -> None:
    """The file says what was done, and every span is what stands in its article."""
    brief = yaml_of(workspace, BRIEF)
    assert brief["addressee"] == "The Deputy Minister"
    assert brief["marking"] == "TLP:AMBER+STRICT"
    assert brief["bottom-line"] == BOTTOM_LINE
    (judgement,) = brief["judgements"]
    assert judgement["text"] == JUDGEMENT
    assert judgement["likelihood"] == "highly likely"
    assert judgement["confidence"] == {"level": "moderate", "because": REASON}
    assert judgement["for"] == ["e1"]
    sections = {section["title"]: [item["excerpt"] for item in section["items"]] for section in brief["sections"]}
    assert sections == {"Findings": ["e1", "e4", "e2"], "What it could not do": ["e3"]}
    for excerpt in brief["excerpts"].values():
        start, end = int(excerpt["start"]), int(excerpt["end"])
        assert text_of(workspace, excerpt["article"])[start:end] == excerpt["exact"]
    assert [e["article"] for e in brief["excerpts"].values()] == [LINE, IL20, IL20, BRIDGE]
    assert [e["exact"] for e in brief["excerpts"].values()] == [FIRST, SECOND, THIRD, FOURTH]


def check_pdf(file: Path, *, final: bool) -> None:
    """The PDF has the quotes, a note for each, the marking and the page's number on every page."""
    found = pages(file)
    text = squeezed(" ".join(found))
    for quote in (FIRST, SECOND, THIRD, FOURTH):
        assert squeezed(f"“{quote}”") in text or squeezed(f"‘{quote}’") in text, quote
    for part in ("The Deputy Minister", BOTTOM_LINE, JUDGEMENT, "highly likely", REASON, "What it could not do"):
        assert squeezed(part) in text, part
    for note in ("¶ 5", "¶ 6", "¶ 3", "The deconfliction line: what it was for and what it could not do"):
        assert squeezed(note) in text, note
    for number, page in enumerate(found, 1):
        assert "TLP:AMBER+STRICT" in page
        assert re.search(rf"\b{number} of {len(found)}\b", page)
        assert ("draft" in page.lower()) is not final


@pytest.mark.parametrize("size", [(80, 24), (160, 48)], ids=["80x24", "160x48"])
def test_from_a_theme_to_the_final_pdf(start: Start, shipped: Path, size: tuple[int, int]) -> None:
    terminal = start(shipped, columns=size[0], rows=size[1])
    library(terminal)
    choose_theme(terminal)
    pin_four(terminal)
    arrange(terminal)
    judge(terminal)
    fields(terminal)
    compile_both(terminal, shipped / "out")
    assert leave(terminal) == 0
    check_file(shipped)
    check_pdf(shipped / "out" / f"{BRIEF}.draft.pdf", final=False)
    check_pdf(shipped / "out" / f"{BRIEF}.pdf", final=True)
