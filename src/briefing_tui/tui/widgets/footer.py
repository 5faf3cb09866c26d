"""The last line: the keys that matter here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, cast

from rich.text import Text
from textual.app import ComposeResult
from textual.reactive import reactive
from textual.widget import Widget

from ...settings import Where
from ..commands import Active, active

if TYPE_CHECKING:
    from ..app import BriefingApp
    from ..screens.place import PlaceScreen

Entry = tuple[str, str]
"""A key, or several with spaces between them, and what it does."""
SHARED = frozenset({Where.EVERYWHERE, Where.LISTS})
"""The places whose commands work in many panes."""


class KeyFooter(Widget, can_focus=False):
    """Shows the keys of the pane with the focus, as many as there is room for, then help and commands.

    Where those that matter leave room, the other commands of the pane follow by their titles.
    A field that is typed into names its own keys in `HINTS`, since letters go into the text there.
    """

    DEFAULT_CSS = """
    KeyFooter { dock: bottom; height: 1; width: 100%; padding: 0 1; }
    """
    here: reactive[tuple[Entry, ...]] = reactive[tuple[Entry, ...]](())
    more: reactive[tuple[Entry, ...]] = reactive[tuple[Entry, ...]](())
    always: reactive[tuple[Entry, ...]] = reactive[tuple[Entry, ...]](())

    def compose(self) -> ComposeResult:
        return ()

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, lambda _: self.call_after_refresh(self.look))
        self.call_after_refresh(self.look)

    def look(self) -> None:
        """See what works now."""
        if not (self.is_attached and self.screen.is_current):
            return
        hints: Sequence[Entry] = getattr(self.screen.focused, "HINTS", ())
        if hints:
            self.here, self.more, self.always = tuple(hints), (), ()
            return
        screen = cast("PlaceScreen", self.screen)
        found = active(screen, cast("BriefingApp", self.app).keymap)
        words = screen.footer_words()
        self.always = _entries((a for a in found if _is_always(a) and a.command.id not in words), {})
        places = {a.command.where for a in found}
        of_place = (
            a for a in found if a.command.id in words or (not _is_always(a) and a.command.footer_in in {None, *places})
        )
        self.here = _entries(of_place, words)
        others = (a for a in found if a.command.where not in SHARED and a.command.id not in words)
        self.more = tuple((a.keys[0], a.command.title) for a in others if a.keys and not a.command.footer)

    def render(self) -> Text:
        width = self.size.width
        for gap, right in ((3, self.always), (2, self.always), (2, self.always[:1])):
            end = _joined(right, gap)
            if _fits(self.here, end, gap, width):
                break
        entries = (*self.here, *self.more) if gap > 2 else self.here
        shown = next(n for n in range(len(entries), -1, -1) if not n or _fits(entries[:n], end, gap, width))
        left = _joined(entries[:shown], gap)
        return left.append(" " * max(1, width - left.cell_len - end.cell_len)).append(end)


def _is_always(found: Active) -> bool:
    return found.command.where is Where.EVERYWHERE and found.command.footer_in is None


def _entries(commands: Iterable[Active], words: Mapping[str, str]) -> tuple[Entry, ...]:
    """What the footer says of commands; `words` are a screen's own by id, and an empty one leaves a command out."""
    named = [(words.get(a.command.id, a.command.footer), a.keys[0]) for a in commands if a.keys]
    groups = groupby(named, key=lambda entry: entry[0])
    return tuple((" ".join(key for _, key in group), word) for word, group in groups if word)


def _joined(entries: Iterable[Entry], gap: int) -> Text:
    return Text(" " * gap).join(Text.assemble((keys, "bold"), " ", word) for keys, word in entries)


def _fits(entries: Sequence[Entry], end: Text, gap: int, width: int) -> bool:
    return _joined(entries, gap).cell_len + end.cell_len + gap <= width
