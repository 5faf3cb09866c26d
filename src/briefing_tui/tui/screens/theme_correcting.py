"""Correcting a theme: its name, its words, or taking it out of the theme file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...errors import BriefingError
from ...workspace.theme_changes import WORDS, shown
from ..flows import before_keys
from ..lines import cut, harmless
from ..widgets.choice import Choice
from ..widgets.confirm import Confirm
from ..widgets.prompt import Prompt

if TYPE_CHECKING:
    from ..app import BriefingApp

CELLS = 40
"""Of what stands there now, beside what it is."""
HINT = "commas between · enter done · esc cancel"


async def correct_theme(app: BriefingApp, theme_id: str) -> bool:
    """Ask what of a theme is to change, and change it; whether something was. Call it from a flow."""
    themes = app.workspace.themes
    theme = themes.theme(theme_id)
    lists = [(name, said, cut(harmless(shown(theme, name)), CELLS)) for name, said in WORDS.items()]
    options = [("name", "its name", cut(harmless(theme.pref_label), CELLS)), *lists, ("remove", "remove it", "")]
    title = f"‘{harmless(theme.pref_label)}’: what is to change?"
    answer = await app.push_screen_wait(Choice(title, options))
    what = answer[0] if answer else ""
    try:
        if what == "remove":
            return await _remove(app, theme_id, theme.pref_label)
        if what == "name":
            return await _rename(app, theme_id, theme.pref_label)
        return bool(what) and await _reword(app, theme_id, what)
    except BriefingError as error:
        app.report(error)
        return False


async def _rename(app: BriefingApp, theme_id: str, known: str) -> bool:
    label = await app.push_screen_wait(Prompt(f"{theme_id}: another name", harmless(known)))
    if not label or label.strip() in ("", known):
        return False
    await before_keys(app.workspace.themes.rename, theme_id, label)
    app.notice(f"{theme_id} is called ‘{harmless(label.strip())}’ now")
    return True


async def _reword(app: BriefingApp, theme_id: str, name: str) -> bool:
    themes = app.workspace.themes
    known = shown(themes.theme(theme_id), name)
    words = await app.push_screen_wait(
        Prompt(f"{theme_id}: {WORDS[name]}", harmless(known), placeholder="ferr*, quay, harbour*", hint=HINT)
    )
    if words is None or words.strip() == known:
        return False
    kept = await before_keys(themes.correct, theme_id, {name: words})
    app.notice(f"The words of {theme_id} are changed; the file as it was: {app.workspace.places.relative(kept)}")
    return True


async def _remove(app: BriefingApp, theme_id: str, label: str) -> bool:
    question = f"Remove the theme ‘{harmless(label)}’? What articles were put on it by hand stays with them."
    if not await app.push_screen_wait(Confirm(question, "remove")):
        return False
    kept = await before_keys(app.workspace.themes.remove, theme_id)
    app.notice(f"‘{harmless(label)}’ is removed; the file as it was: {app.workspace.places.relative(kept)}")
    return True
