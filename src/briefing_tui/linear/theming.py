"""Correcting a theme: its name, its words, or taking it out of the theme file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.display import one_line
from ..workspace.theme_changes import WORDS, shown

if TYPE_CHECKING:
    from .desk import Desk


def correct_theme(desk: Desk, theme_id: str) -> str:
    """Ask what of a theme is to change, and change it; what to say of it, nothing where nothing was."""
    themes, talk = desk.workspace.themes, desk.talk
    theme = themes.theme(theme_id)
    lists = [(name, said, one_line(shown(theme, name))) for name, said in WORDS.items()]
    ways = [("name", "its name", one_line(theme.pref_label)), *lists, ("remove", "remove it", "")]
    what = talk.choose(f"“{one_line(theme.pref_label)}”: what is to change?", ways)
    if what == "remove":
        ways = [("no", "leave it", ""), ("yes", "remove it", "what was set by hand stays with the articles")]
        if talk.choose("Remove it?", ways, "no") != "yes":
            return ""
        kept = themes.remove(theme_id)
        return f"{theme_id} is removed; the file as it was: {desk.workspace.places.relative(kept)}"
    if what == "name":
        label = talk.ask("Another name", theme.pref_label)
        if not label or label.strip() in ("", theme.pref_label):
            return ""
        themes.rename(theme_id, label)
        return f"{theme_id} is called “{one_line(label.strip())}” now"
    words = talk.ask(f"{WORDS[what]}, with commas between", shown(theme, what)) if what else None
    if not what or words is None or words.strip() == shown(theme, what):
        return ""
    kept = themes.correct(theme_id, {what: words})
    return f"The words of {theme_id} are changed; the file as it was: {desk.workspace.places.relative(kept)}"
