"""Unfinished texts of a brief that is only read: what compiling it leaves out, since nobody has taken them over."""

from __future__ import annotations

from pathlib import Path

from ...model import Brief
from ..places import Places
from . import entries


def not_in_it(brief: Brief, places: Places, state: Path) -> str:
    """Says which texts, still being typed or left unfinished, a compiled brief does not have; nothing where none is.

    Args:
        brief: what is compiled.
        places: where briefs are.
        state: where their journals are.
    """
    from ...storage import typed_in

    return entries.not_in_it(brief, typed_in(places.brief(brief.id), state))
