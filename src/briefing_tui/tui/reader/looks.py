"""How the parts of an article look: in colours, and in a terminal's own, where nothing is known by colour alone."""

from __future__ import annotations

from enum import IntFlag


class Look(IntFlag):
    """What a run of text is; the parts add up."""

    PLAIN = 0
    HEADING = 1
    PIN = 2
    HIT = 4
    SENTENCE = 8
    SELECTION = 16
    HERE = 32


_HIDDEN = ((Look.SELECTION, Look.PIN | Look.HIT | Look.SENTENCE), (Look.HIT, Look.PIN))
"""What is not drawn below what; the margin shows a pin all the same, and a hit keeps its line."""
_OF_LOOK = {look: f"reader--{look.name.lower()}" for look in Look if look.name}
_OF_MARGIN = ("number", "on-theme", "pointer", "mark", "other", "finding", "label")
CLASSES = (*_OF_LOOK.values(), *(f"reader--{name}" for name in _OF_MARGIN))
"""The component classes of the pane."""
MARGIN = {"pin": "▌", "other": "┊", "pointer": "›"}
"""The signs in the margin by name, where a person has no others; a finding brings its own."""

PLAIN = "plain"

CSS = """
TextPane {
    scrollbar-size-vertical: 1;
    scrollbar-gutter: stable;
    overflow-x: hidden;
    & > .reader--number { color: $foreground 65%; }
    & > .reader--on-theme { color: $accent; text-style: bold; }
    & > .reader--pointer { color: $primary; text-style: bold; }
    & > .reader--mark { color: $accent; }
    & > .reader--other { color: $foreground 65%; }
    & > .reader--finding { color: $error; text-style: bold; }
    & > .reader--label { color: $background; background: $accent; text-style: bold; }
    & > .reader--heading { text-style: bold; }
    & > .reader--pin { background: $accent 16%; }
    & > .reader--hit { background: $warning 25%; text-style: underline; }
    & > .reader--sentence { background: $primary 26%; }
    & > .reader--selection { background: $primary 45%; text-style: bold; }
    & > .reader--here { color: $background; background: $foreground; }
}
TextPane:ansi {
    & > .reader--number, & > .reader--other { color: ansi_default; text-style: dim; }
    & > .reader--on-theme { color: ansi_default; text-style: bold underline; }
    & > .reader--pointer, & > .reader--mark { color: ansi_default; text-style: bold; }
    & > .reader--finding { color: ansi_default; text-style: bold; }
    & > .reader--label { color: ansi_default; background: ansi_default; text-style: bold underline reverse; }
    & > .reader--pin { background: ansi_default; text-style: underline; }
    & > .reader--hit { background: ansi_default; text-style: underline italic; }
    & > .reader--sentence { background: ansi_default; text-style: bold; }
    & > .reader--selection { background: ansi_default; text-style: reverse; }
    & > .reader--here { background: ansi_default; text-style: bold reverse; }
}
"""


def class_names(what: str | Look) -> list[str]:
    """The component classes of a look, or of a part of the margin; a ground hides what would make it too light."""
    if isinstance(what, Look):
        for above, below in _HIDDEN:
            what = what & ~below if what & above else what
        return [name for look, name in _OF_LOOK.items() if look & what]
    return [] if what == PLAIN else [f"reader--{what}"]


def part_names(what: str | Look) -> list[str]:
    """What a look or a part of the margin is called in the settings."""
    return [name.removeprefix("reader--") for name in class_names(what)]
