"""The gauge that is laid out while one writes, the preview, and what is done with the finished file; by keys alone."""

from __future__ import annotations

import re
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual._compositor import Compositor
from textual.widgets import Input, Label

from briefing_tui.errors import ToolError
from briefing_tui.model import Brief, LayoutFacts
from briefing_tui.tui import gauge
from briefing_tui.tui.widgets.row_list import RowList
from briefing_tui.workspace import Workspace
from tests.tui.test_compiling_screen import Made
from tests.tui.tools import LARGE, SMALL, Shell, opened

BRIEF = "deconfliction"


class Engine:
    """Stands in for the process that lays pages out."""

    def __init__(self, workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
        self.asked: list[Brief] = []
        self.go = threading.Event()
        self.go.set()
        self.facts = LayoutFacts(2, 0.31, 0, 0)
        self.fails = False
        self.cancelled = 0
        monkeypatch.setattr(workspace.briefing, "measure", self.measure)
        monkeypatch.setattr(workspace.briefing, "get_ready", lambda: None)

    def measure(self, brief: Brief, cancelled: Callable[[], bool]) -> LayoutFacts:
        self.asked.append(brief)
        while not self.go.wait(0.01):
            if cancelled():
                break
        if self.fails:
            raise ToolError("the process was ended from outside")
        return self.facts


@pytest.fixture
def engine(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> Iterator[Engine]:
    made = Engine(workspace, monkeypatch)
    yield made
    made.go.set()


@asynccontextmanager
async def laying_out(workspace: Workspace, size: tuple[int, int] = LARGE) -> AsyncIterator[Shell]:
    async with opened(workspace, size, BRIEF) as shell:
        shell.app.pages.lays_out = True
        shell.app.watch_brief()
        yield shell


async def test_the_gauge_follows_every_edit(workspace: Workspace, engine: Engine) -> None:
    async with laying_out(workspace) as shell:
        await shell.until(lambda: " 1.4/2 p" in shell.seen(), "the layout")
        engine.facts = LayoutFacts(1, 0.5, 0, 0)
        engine.go.clear()
        await shell.go("2", to="DraftScreen")
        await shell.press("j", "d")
        await shell.until(lambda: "≈1.3/2 p" in shell.seen(), "an estimate at once")
        engine.go.set()
        await shell.until(lambda: " 0.5/2 p" in shell.seen(), "the layout of what is left")
        assert engine.asked[-1] is shell.app.brief


async def test_what_is_being_typed_counts(workspace: Workspace, engine: Engine) -> None:
    async with laying_out(workspace) as shell:
        await shell.until(lambda: bool(shell.app.laid), "the layout")
        await shell.go("2", to="DraftScreen")
        engine.facts = LayoutFacts(3, 0.2, 0, 0)
        await shell.press("e", "x", "y")
        await shell.until(lambda: engine.asked[-1].bottom_line.endswith("xy"), "what is typed")
        await shell.until(lambda: shell.app.pages.in_words() == "2.2/2 p, cut 15 words", "its pages")
        engine.go.clear()
        await shell.press("z")
        assert shell.app.pages.in_words() == "≈2.2/2 p", "an old figure is told as an estimate"
        engine.go.set()
        await shell.until(lambda: shell.app.pages.in_words() == "2.2/2 p, cut 15 words", "its pages again")
        engine.facts = LayoutFacts(2, 0.31, 0, 0)
        await shell.press("escape", "escape")
        await shell.until(lambda: shell.app.pages.in_words() == "1.4/2 p", "without it")


async def test_the_gauge_below_a_question_is_painted_once_a_key(
    workspace: Workspace, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    paint = Compositor.render_full_update

    async with laying_out(workspace) as shell:

        def painting(self: Compositor, **options: Any) -> Any:
            shown.extend(re.findall(r"≈?[\d.]+/2 p", shell.seen()))
            return paint(self, **options)

        async def typed(key: str, length: float) -> None:
            engine.facts = LayoutFacts(1, length, 0, 0)
            await shell.press(key)
            await shell.until(lambda: shown and shown[-1] == f"{length}/2 p", "the layout of what is typed is painted")

        await shell.until(lambda: bool(shell.app.laid), "the layout")
        await shell.go("2", to="DraftScreen")
        await shell.press("e")
        monkeypatch.setattr(Compositor, "render_full_update", painting)
        await typed("x", 0.5)
        shown.clear()
        await typed("y", 0.6)
        await typed("z", 0.7)
        monkeypatch.undo()
        await shell.press("escape", "escape")
    assert shown == ["0.6/2 p", "0.7/2 p"], "each paints all of the screen"


async def test_the_gauge_is_counted_once_however_many_lines_show_it(
    workspace: Workspace, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted: list[str] = []
    in_words = gauge.in_words

    def count(*asked: Any) -> str:
        counted.append(in_words(*asked))
        return counted[-1]

    monkeypatch.setattr(gauge, "in_words", count)
    async with opened(workspace, SMALL, BRIEF) as shell:
        pages = shell.app.pages
        before = len(counted)
        assert pages.in_words() == pages.in_words()
        assert len(counted) <= before + 1
        before = len(counted)
        shell.app.typed = ("bottom-line", "word " * 2000)
        longer = pages.in_words()
        assert longer == pages.in_words() == counted[-1]
        assert len(counted) == before + 1, "one count for what is typed, for all that show it"


async def test_the_newest_wins_and_a_stale_layout_is_dropped(workspace: Workspace, engine: Engine) -> None:
    async with laying_out(workspace) as shell:
        await shell.until(lambda: bool(shell.app.laid), "the first")
        engine.go.clear()
        await shell.go("2", to="DraftScreen")
        await shell.press("j", "d")
        await shell.until(lambda: len(engine.asked) == 2, "the second begins")
        await shell.press("d")
        engine.facts = LayoutFacts(9, 0.5, 0, 0)
        seen = []
        shell.app.watch(shell.app, "laid", lambda laid: seen.append(laid.brief), init=False)
        await shell.until(lambda: shell.app.pages._asked == 3, "a third is wanted")
        engine.go.set()
        await shell.until(lambda: len(engine.asked) == 3 and bool(seen), "the newest")
        assert seen == [shell.app.brief]


async def test_a_layout_that_fails_shows_a_dash_and_disturbs_nothing(workspace: Workspace, engine: Engine) -> None:
    engine.fails = True
    async with laying_out(workspace, SMALL) as shell:
        await shell.until(lambda: "– p" in shell.seen(), "the dash")
        assert not shell.app.notices.last
        engine.fails = False
        await shell.go("2", to="DraftScreen")
        await shell.press("j", "d")
        await shell.until(lambda: " 1.4/2 p" in shell.seen(), "the next one")


async def test_the_checklist_shows_what_the_layout_found(workspace: Workspace, engine: Engine) -> None:
    engine.facts = LayoutFacts(3, 0.3, 0, 0, missing_glyphs="\u4e16")
    engine.go.clear()
    async with laying_out(workspace) as shell:
        await shell.go("C", to="ChecklistScreen")
        await shell.until(lambda: any("not checked yet" in row for row in shell.rows()), "what is not known")
        engine.go.set()
        await shell.until(lambda: any("page 2.3 of 2: cut about" in row for row in shell.rows()), "the pages")
        assert any("no font has 世" in row for row in shell.rows())


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "160x48"])
async def test_the_preview_shows_the_pages(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    deep = Path("/srv/harbours/ledgers of the year/2026/November/out/deconfliction.draft.pdf")
    made = Made(pages=1, texts=(("", "      What the harbour ledger tells us", ""),), file=deep)
    monkeypatch.setattr(workspace.briefing, "compile", lambda *_, **__: made)
    async with opened(workspace, size, BRIEF) as shell:
        await shell.go("2", to="DraftScreen")
        await shell.go("v", to="PreviewScreen")
        await shell.until(lambda: "page 1 of 1" in shell.seen(), "the pages")
        assert "What the harbour ledger tells us" in shell.seen()
        said = str(shell.one(Label, ".said").render())
        assert said == f"Draft · page 1 of 1 · {made.file.name if size == SMALL else made.file}"
        await shell.press("]")
        assert shell.app.notices.last == "There is no page there"
        await shell.press("G", "[")
        assert shell.one(RowList).cursor == 0
        await shell.press("q")
        await shell.until(lambda: type(shell.screen).__name__ == "DraftScreen", "the draft")


async def test_a_preview_that_cannot_be_made_leaves_and_tells_why(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def compile_brief(*_: Any, **__: Any) -> Made:
        raise ToolError("no Pango", hint="install it")

    monkeypatch.setattr(workspace.briefing, "compile", compile_brief)
    async with opened(workspace, SMALL, BRIEF) as shell:
        await shell.go("C", to="ChecklistScreen")
        await shell.press("v")
        await shell.until(lambda: "no Pango" in shell.app.notices.last, "why")
        await shell.until(lambda: type(shell.screen).__name__ == "ChecklistScreen", "the checklist")


async def test_exporting_asks_for_form_state_and_folder(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    calls: list[dict[str, Any]] = []

    def compile_brief(_: Brief, **how: Any) -> Made:
        calls.append(how)
        made = Made(file=how["folder"] / "deconfliction.docx", layout=None)
        made.files = (made.file,)  # type: ignore[attr-defined]
        return made

    monkeypatch.setattr(workspace.briefing, "compile", compile_brief)
    async with opened(workspace, SMALL, BRIEF) as shell:
        await shell.go("C", to="ChecklistScreen")
        await shell.go("x", to="Choice")
        await shell.press("j", "enter", "j", "enter")
        await shell.until(lambda: type(shell.screen).__name__ == "PathPrompt", "the folder")
        shell.one(Input).value = f"{tmp_path}/new"
        await shell.go("enter", to="Confirm")
        await shell.until(lambda: "There is no folder" in shell.seen(), "the question")
        await shell.press("y")
        await shell.until(lambda: "Exported" in shell.app.notices.last, "where it is")
        assert "deconfliction.docx" in shell.app.notices.last
        (call,) = calls
        assert (call["form"], call["final"], call["folder"]) == ("docx", True, tmp_path / "new")


async def test_printing_is_asked_about(workspace: Workspace, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(workspace.briefing, "compile", lambda *_, **__: Made())
    monkeypatch.setattr("shutil.which", lambda _: "")
    monkeypatch.setattr(
        "briefing_tui.workspace.briefing.outlets.print_out", lambda file: f"request id is a-1 ({file.name})"
    )
    async with opened(workspace, SMALL, BRIEF) as shell:
        await shell.go("C", to="ChecklistScreen")
        await shell.press("D")
        await shell.until(lambda: "Draft: 2 pages" in str(shell.one(Label, "#result").render()))
        await shell.go("P", to="Confirm")
        await shell.press("y")
        await shell.until(lambda: "request id is a-1" in shell.app.notices.last)
        monkeypatch.setattr("shutil.which", lambda _: None)
        await shell.press("P")
        await shell.until(lambda: "there is no lp" in shell.app.notices.last, "nothing is asked")


async def test_before_a_layout_no_limit_is_told_of_a_form_that_may_have_none(
    workspace: Workspace, engine: Engine
) -> None:
    with workspace.briefs.open_to_write(BRIEF) as session:
        workspace.briefs.set_fields(session, {"template": "research"})
    engine.go.clear()
    async with laying_out(workspace) as shell:
        await shell.until(lambda: bool(shell.app.pages.in_words()), "an estimate")
        assert "/" not in shell.app.pages.in_words()
        engine.go.set()
        await shell.until(lambda: shell.app.pages.in_words() == "1.4 p", "the layout")
