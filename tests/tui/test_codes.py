"""The code of a note opens its passage."""

from __future__ import annotations

from briefing_tui.model import Span, take
from briefing_tui.model.codes import code_of
from briefing_tui.tui.widgets.prompt import Prompt
from briefing_tui.workspace import Workspace
from tests.tui.articles import lit
from tests.tui.tools import opened


async def test_it_is_asked_for_and_leads_to_the_lit_sentence(small: Workspace) -> None:
    article = small.articles.article("line")
    start = article.text.index("Peace would end it slowly.")
    span = Span(start, start + 26)
    with small.briefs.open_to_write("note") as session:
        small.briefs.pin(session, article, span)
        session.flush()
    async with opened(small, brief="note") as shell:
        await shell.press("&")
        await shell.until(lambda: isinstance(shell.app.screen, Prompt))
        await shell.type(code_of(take(article, span)).lower())
        await shell.go("enter", to="ReaderScreen")
        assert lit(shell) == "Peace would end it slowly."
