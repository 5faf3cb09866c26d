"""Commands of the app that this face does not have, each with the reason and what to do instead."""

from __future__ import annotations

from collections.abc import Mapping

from ..settings import COMMANDS, Where

_ONE_PLACE = "there are no panes here, one place at a time is said"
_CORRECTING = "edit corrects a field of an article here; the rest, the app or the command: briefing article"
_FACETS = "there is no pane of facets here: in the library, facets asks for one, or takes it: facets year 2019"

_PAGES = "pages are said at once here: in the draft or the checklist, preview says them all, preview 2 the second"

ABSENT: Mapping[str, str] = {
    "everywhere.next_pane": _ONE_PLACE,
    "everywhere.previous_pane": _ONE_PLACE,
    "everywhere.jump": _ONE_PLACE,
    "everywhere.zoom": _ONE_PLACE,
    "reader.beside": _ONE_PLACE,
    "reader.reorder": "letters are said in the order of the text, which is the order in which they are read",
    "draft.edit_outside": "no other program gets the terminal; edit takes the text as a line",
    **{command.id: _PAGES for command in COMMANDS if command.where is Where.PREVIEW},
    **{command.id: _FACETS for command in COMMANDS if command.where is Where.FACETS},
    **{command.id: _CORRECTING for command in COMMANDS if command.where is Where.ARTICLE},
}
"""Why, by the id of the command."""
