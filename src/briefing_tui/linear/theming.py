"""Correcting a theme: its name, its words, or taking it out of the theme file; and making one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.display import one_line
from ..workspace.drafting.brief_ids import free_id
from ..workspace.themes.changes import WORDS, shown

if TYPE_CHECKING:
    from .desk import Desk

NEW = "+"
"""The answer that makes a theme; no id is so."""


def correct_theme(desk: Desk, theme_id: str) -> str:
    """Ask what of a theme is to change, and change it; what to say of it, nothing where nothing was."""
    themes, talk, relative = desk.workspace.themes, desk.talk, desk.workspace.places.relative
    theme = themes.theme(theme_id)
    lists = [(name, said, one_line(shown(theme, name))) for name, said in WORDS.items()]
    ways = [("name", "its name", one_line(theme.pref_label)), *lists, ("remove", "remove it", "")]
    what = talk.choose(f"“{one_line(theme.pref_label)}”: what is to change?", [*ways, (NEW, "a new theme", "")])
    if what == NEW:
        return new_theme(desk)
    if what == "remove":
        ways = [("no", "leave it", ""), ("yes", "remove it", "what was set by hand stays with the articles")]
        if talk.choose("Remove it?", ways, "no") != "yes":
            return ""
        kept = themes.remove(theme_id)
        return _said(desk, f"{theme_id} is removed; the file as it was: {relative(kept)}")
    if what == "name":
        label = talk.ask("Another name", theme.pref_label)
        if not label or label.strip() in ("", theme.pref_label):
            return ""
        themes.rename(theme_id, label)
        return _said(desk, f"{theme_id} is called “{one_line(label.strip())}” now")
    words = talk.ask(f"{WORDS[what]}, with commas between", shown(theme, what)) if what else None
    if not what or words is None or words.strip() == shown(theme, what):
        return ""
    kept = themes.correct(theme_id, {what: words})
    return _said(desk, f"The words of {theme_id} are changed; the file as it was: {relative(kept)}")


def new_theme(desk: Desk) -> str:
    """Ask for a new theme and write it into the theme file; what to say of it, nothing where none was made."""
    workspace, talk = desk.workspace, desk.talk
    label = talk.ask("A new theme: its name")
    if not label or not label.strip():
        return ""
    words = talk.ask(f"{WORDS['any']}, with commas between; an empty line for none")
    if words is None:
        return ""
    theme = free_id(label, {one.id for one in workspace.articles.matcher.themes})
    workspace.themes.add(theme, label, any_of=words.split(","))
    return _said(desk, f"“{one_line(label.strip())}” is in {workspace.places.relative(workspace.places.themes)} now")


def _said(desk: Desk, done: str) -> str:
    """What was done to a theme, and how it is undone."""
    desk.workspace.themes.steps.mark(desk.brief)
    return f"{done}; {desk.keymap.keys['everywhere.undo'][0]} in the library undoes it"
