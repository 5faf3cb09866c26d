"""What the tests of the reader share: one reader alone, on an article of forty paragraphs."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from time import monotonic

from textual import events
from textual.app import App, ComposeResult
from textual.keys import _character_to_key
from textual.pilot import Pilot

from briefing_tui.model import Article, Metadata
from briefing_tui.tui.reader import ReaderView

PARAGRAPHS = [
    f"Sentence {n} a opens here. Sentence {n} b, the “middle” one, is rather longer than it has to be so that it wraps."
    f" Sentence {n} c ends."
    for n in range(1, 41)
]
TEXT = "\n\n".join(
    f"## Part {n // 10 + 1}\n\n{words}" if n % 10 == 0 else words for n, words in enumerate(PARAGRAPHS)
)  # fmt: skip
PATIENCE = 10.0
"""Seconds after which a wait has failed."""
ARTICLE = Article("long", Metadata(), TEXT)


class Host(App[None]):
    """One reader, and what it said."""

    def __init__(self, article: Article = ARTICLE, **shown: object) -> None:
        super().__init__()
        self.article = article
        self.shown = shown
        self.said: list[object] = []

    def compose(self) -> ComposeResult:
        yield ReaderView()

    def on_mount(self) -> None:
        self.view.show(self.article, **self.shown)  # type: ignore[arg-type]
        self.view.focus()

    @property
    def view(self) -> ReaderView:
        return self.query_one(ReaderView)

    def note(self, message: object) -> None:
        self.said.append(message)

    on_pin_requested = on_unpin_requested = on_copy_requested = on_find_requested = note
    on_paragraph_requested = on_theme_requested = on_told = note
    on_outline_requested = on_related_requested = on_beside_requested = on_passage_requested = note

    def lines(self) -> list[str]:
        """What is seen."""
        return [self.view.render_line(y).text for y in range(self.view.size.height)]


@asynccontextmanager
async def reading(
    article: Article = ARTICLE, size: tuple[int, int] = (80, 24), **shown: object
) -> AsyncIterator[tuple[Host, Pilot[None]]]:
    app = Host(article, **shown)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: app.view.wrapped is not None or not article.text)
        yield app, pilot


async def until(pilot: Pilot[None], condition: Callable[[], bool]) -> None:
    end = monotonic() + PATIENCE
    while not condition():
        assert monotonic() < end
        await pilot.pause(0.01)


def lit(app: Host) -> str:
    selection = app.view.selection
    return selection.slice(app.article.text) if selection else ""


CHARACTERS = {"space": " ", "comma": ",", "quotation_mark": '"', "vertical_line": "|", "percent_sign": "%"}


async def press(pilot: Pilot[None], keys: str) -> None:
    """Type keys, each as soon as the one before has been looked at by the reader and the app.

    A pilot would wait after each key until the machine has nothing to do.
    """
    app = pilot.app
    assert isinstance(app, Host)
    for key in keys.split():
        name = _character_to_key(key) if len(key) == 1 else key
        app.post_message(events.Key(name, CHARACTERS.get(key, key if len(key) == 1 else None)))
        for node in (app, app.view, *app.view.ancestors, app):
            done = asyncio.Event()
            node.call_later(done.set)
            await done.wait()
