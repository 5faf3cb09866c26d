"""From the short code of a note to its passage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....workspace.briefing.codes import locate_code
from ...flows import before_keys, flow
from ...widgets.prompt import Prompt

if TYPE_CHECKING:
    from ..place import PlaceScreen


@flow
async def open_code(screen: PlaceScreen) -> None:
    """Ask for the code of a note, and read its passage."""
    question = Prompt("The code at the end of the note", placeholder="K7Q2-M9X4-W")
    code = await screen.app.push_screen_wait(question)
    if not code:
        return
    found = await before_keys(locate_code, screen.briefing.workspace, code)
    if found.article is None or found.verification is None or found.verification.span is None:
        screen.briefing.notice(f"The passage of {found.code} is no longer in {found.excerpt.article}")
    else:
        screen.read(found.article.id, offset=found.verification.span.start)
