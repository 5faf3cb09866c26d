"""The looks: dark, light and the terminal's own colours; one accent, and no sign by colour alone."""

from __future__ import annotations

from typing import Any

from textual.app import App
from textual.theme import BUILTIN_THEMES, Theme

_QUIET = {
    "block-cursor-text-style": "none",
    "ansi-background": "ansi_default",  # named in Textual's own rules; not every version defines it for every theme
    "ansi-foreground": "ansi_default",
}

DARK = Theme(
    "briefing-dark",
    primary="#7aa2c8",
    secondary="#7aa2c8",
    accent="#e0b04c",
    warning="#e0b04c",
    error="#ef8c82",
    success="#8fb573",
    foreground="#d6d3cb",
    background="#17181a",
    surface="#17181a",
    panel="#222428",
    dark=True,
    variables={**_QUIET, "dim": "#a2a5aa", "cursor": "#2c3845", "rule": "#3a3d43"},
)
LIGHT = Theme(
    "briefing-light",
    primary="#2a5d8f",
    secondary="#2a5d8f",
    accent="#8a5a00",
    warning="#8a5a00",
    error="#b3261e",
    success="#3d6b1f",
    foreground="#1f2023",
    background="#fbfaf7",
    surface="#fbfaf7",
    panel="#ecebe6",
    dark=False,
    variables={**_QUIET, "dim": "#5f6166", "cursor": "#d9e4ef", "rule": "#c9c8c2"},
)
ANSI = Theme(
    "briefing-ansi",
    primary="ansi_blue",
    secondary="ansi_blue",
    accent="ansi_yellow",
    warning="ansi_yellow",
    error="ansi_red",
    success="ansi_green",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    dark=True,
    ansi=True,
    variables={
        **BUILTIN_THEMES["ansi-dark"].variables,
        **_QUIET,
        "dim": "ansi_default",
        "cursor": "ansi_default",
        "rule": "ansi_default",
    },
)
_NAMES = {"dark": DARK.name, "light": LIGHT.name, "ansi": ANSI.name}


def register(app: App[Any]) -> None:
    """Make the themes known to an app."""
    for theme in (DARK, LIGHT, ANSI):
        app.register_theme(theme)


def name_for(setting: str, *, no_color: bool) -> str:
    """The theme of a setting; where colour is not wanted, the terminal's own, whose signs need none."""
    return ANSI.name if no_color else _NAMES.get(setting, DARK.name)
