"""What the tests of the draft share: the open brief, and the way to an entry."""

from __future__ import annotations

from briefing_tui.model import Brief, ItemKind
from briefing_tui.tui.widgets.row_list import RowList
from briefing_tui.workspace.drafting import entries
from tests.tui.tools import Shell

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
