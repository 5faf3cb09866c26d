"""Correcting a theme: its name, its words, or taking it out of the theme file; and making one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....errors import BriefingError
from ....workspace.drafting.brief_ids import free_id
from ....workspace.themes.changes import WORDS, shown
from ...flows import before_keys
from ...lines import cut, harmless
from ...widgets.choice import Choice
from ...widgets.confirm import Confirm
from ...widgets.prompt import Prompt

if TYPE_CHECKING:
    from ...app import BriefingApp

CELLS = 40
"""Of what stands there now, beside what it is."""
HINT = "commas between · enter done · esc cancel"
EXAMPLE = "ferr*, quay, harbour*"


async def correct_theme(app: BriefingApp, theme_id: str, *, new: bool = False) -> str:
    """Ask what of a theme is to change, and change it. Call it from a flow.

    Args:
        app: the app.
        theme_id: which theme.
        new: whether a new one is offered too.

    Returns:
        the theme that was changed, made or removed; empty where none was.
    """
    theme = app.workspace.themes.theme(theme_id)
    lists = [(name, said, cut(harmless(shown(theme, name)), CELLS)) for name, said in WORDS.items()]
    options = [("name", "its name", cut(harmless(theme.pref_label), CELLS)), *lists, ("remove", "remove it", "")]
    options += [("new", "a new theme…", "beside this one")] if new else []
    title = f"‘{harmless(theme.pref_label)}’: what is to change?"
    answer = await app.push_screen_wait(Choice(title, options))
    what = answer[0] if answer else ""
    if what == "new":
        return await new_theme(app)
    try:
        if what == "remove":
            changed = await _remove(app, theme_id, theme.pref_label)
        elif what == "name":
            changed = await _rename(app, theme_id, theme.pref_label)
        else:
            changed = bool(what) and await _reword(app, theme_id, what)
    except BriefingError as error:
        app.report(error)
        return ""
    return theme_id if changed else ""


async def new_theme(app: BriefingApp) -> str:
    """Ask for a new theme and write it into the theme file; its id, or nothing. Call it from a flow."""
    workspace = app.workspace
    label = await app.push_screen_wait(Prompt("A new theme: its name", placeholder="Ferries and harbours"))
    if not label or not label.strip():
        return ""
    question = f"{harmless(label.strip())}: {WORDS['any']}; may stay empty"
    words = await app.push_screen_wait(Prompt(question, placeholder=EXAMPLE, hint=HINT))
    if words is None:
        return ""
    theme = free_id(label, {one.id for one in workspace.articles.matcher.themes})
    try:
        await before_keys(workspace.themes.add, theme, label, any_of=words.split(","))
    except BriefingError as error:
        app.report(error)
        return ""
    _say(app, f"‘{harmless(label.strip())}’ is in {workspace.places.relative(workspace.places.themes)} now")
    return theme


async def rename_theme(app: BriefingApp, theme_id: str) -> None:
    """Ask for another name of a theme and write it into the theme file. Call it from a flow."""
    try:
        await _rename(app, theme_id, app.workspace.themes.theme(theme_id).pref_label)
    except BriefingError as error:
        app.report(error)


async def _rename(app: BriefingApp, theme_id: str, known: str) -> bool:
    label = await app.push_screen_wait(Prompt(f"‘{harmless(known)}’: another name", harmless(known)))
    if not label or label.strip() in ("", known):
        return False
    await before_keys(app.workspace.themes.rename, theme_id, label)
    _say(app, f"‘{harmless(known)}’ is called ‘{harmless(label.strip())}’ now")
    return True


async def _reword(app: BriefingApp, theme_id: str, name: str) -> bool:
    themes = app.workspace.themes
    theme = themes.theme(theme_id)
    known, called = shown(theme, name), f"‘{harmless(theme.pref_label)}’"
    words = await app.push_screen_wait(
        Prompt(f"{called}: {WORDS[name]}", harmless(known), placeholder=EXAMPLE, hint=HINT)
    )
    if words is None or words.strip() == known:
        return False
    kept = await before_keys(themes.correct, theme_id, {name: words})
    _say(app, f"The words of {called} are changed; the file as it was: {app.workspace.places.relative(kept)}")
    return True


async def _remove(app: BriefingApp, theme_id: str, label: str) -> bool:
    question = f"Remove the theme ‘{harmless(label)}’? What articles were put on it by hand stays with them."
    if not await app.push_screen_wait(Confirm(question, "remove")):
        return False
    kept = await before_keys(app.workspace.themes.remove, theme_id)
    _say(app, f"‘{harmless(label)}’ is removed; the file as it was: {app.workspace.places.relative(kept)}")
    return True


def _say(app: BriefingApp, done: str) -> None:
    """Tell what was done to a theme, and how it is undone."""
    app.workspace.themes.steps.mark(app.brief)
    app.notice(f"{done} · {app.key_of('everywhere.undo')} in the library undoes it")
