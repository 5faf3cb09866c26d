"""Which briefs quote an article, and what a change of it is to their passages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....model import Article

if TYPE_CHECKING:
    from ....workspace import Workspace


def told(workspace: Workspace, before: Article, after: Article) -> str:
    """Says which briefs quote an article and, where its text changed, how their passages stand now; else nothing."""
    from ....workspace.importing import affected

    if before.text == after.text:
        briefs = workspace.removal.quoting(after.id)
        return f"Quoted by {', '.join(briefs)}: cited so from now on" if briefs else ""
    found = affected(after.id, after, workspace.briefs)
    said = (f"{one.brief} ({', '.join(f'{n} {state}' for state, n in one.states.items())})" for one in found)
    return f"Its passages in {', '.join(said)}" if found else ""
