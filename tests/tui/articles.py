"""What the tests of reading share: a few articles, and the way to one."""

from __future__ import annotations

from briefing_tui.tui.reader import ReaderView
from briefing_tui.tui.screens.reading.reader import ReaderScreen

from .tools import Shell

FULL = """---
format: 1
type: article-newspaper
title: The line between two armies
author: [{family: Levi, given: Dana}]
container-title: The Daily Paper
issued: 2019-11-20
language: en
genre: op-ed
custom:
  text: full
  states: {author: stated, issued: inferred}
  evidence: {author: 'line 7: By Dana Levi'}
---
## What it is

The line is staffed at both ends. It rings twice a week.

Nobody likes it. “It works,” the general said. “That is all.”

## What ends it

A war would end it at once. Peace would end it slowly.
"""
DIGEST = """---
format: 1
type: article-newspaper
custom:
  text: digest
---
The report says that the line is quiet. It names no source.
"""
THEMES = """format: 1
themes:
- id: wars
  prefLabel: Wars
  rules:
    any: [war, general]
"""


def lit(shell: Shell) -> str:
    view = shell.one(ReaderView)
    return view.selection.slice(view.article.text) if view.selection else ""


async def read(shell: Shell, article: str, **where: object) -> None:
    shell.place.read(article, **where)
    await shell.on("ReaderScreen")
    await shell.until(lambda: isinstance(shell.screen, ReaderScreen) and shell.screen.article is not None)
    await shell.until(lambda: shell.one(ReaderView).sentence is not None)
