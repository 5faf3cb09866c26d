"""Help: every key that works where one was, as it is at this moment, searched while one types."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby, zip_longest
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Label

from ...settings import FIXED, NAMES, Command, Where
from ..commands import Active, active, textual_key
from ..lines import Line, Piece, fit, line, wrap
from ..reader.looks import MARGIN
from ..widgets.asking import Asking
from ..widgets.filter_line import FilterLine
from ..widgets.row_list import GUTTER, RowList
from ..widgets.rows import Lines

if TYPE_CHECKING:
    from ..app import BriefingApp
    from .place import PlaceScreen

SIGNS: dict[Where, tuple[tuple[str, str], ...]] = {
    Where.LIBRARY: (
        ("●", "You have not read it yet"),
        ("*", "You have marked it"),
        ("?", "Only inferred from the text, not stated in it"),
        ("43 %", "Where in its text you were last, from the beginning: a place, not how much you have read"),
        ("7¶ 2/7¶", "It has 7 paragraphs; 2 of them are on the theme"),
        ("5 46¶", "Behind a theme: on it are 5 articles, with 46 paragraphs of theirs"),
        ("e4 e4+", "The open draft uses this passage of it; with a +, more of them"),
    ),
    Where.FACETS: (
        ("✓", "Chosen: articles with this value are shown; several of one heading are alternatives"),
        ("12", "How many articles it would leave, with all that is chosen under other headings"),
        ("…", "There are more values; it shows them"),
    ),
    Where.READER: (
        ("{pin} e4", "Pinned in the open draft, as e4"),
        ("{other}", "Pinned in another brief"),
        ("≠ ✗ !", "Pinned in the open draft: reads otherwise now, is no longer here, is used with an error"),
        ("?", "Pinned in the open draft, and in doubt: for what the cut leaves out, or for who says it"),
        ("▸", "Of two articles, the one that keys go to"),
        ("{pointer}", "Where the lit sentence begins, or the end of the selection that moves"),
        ("12", "A paragraph's number; bold where it is on the theme"),
    ),
    Where.DRAFT: (
        ("✓", "The source says this, word for word"),
        ("→", "The source has changed; the same words stand elsewhere in it"),
        ("≠", "The source now says something else"),
        ("✗", "The source no longer says this"),
        ("~", "A paraphrase, in your own words"),
        ("¶", "A text of your own"),
        ("*1", "A key judgement"),
        ("≈1.4/2 p", "Pages, of those wanted: estimated by its words and sources until it is compiled"),
    ),
    Where.CHECKLIST: (
        ("✗", "An error: there is no final briefing with it"),
        ("!", "A warning"),
        ("·", "A remark"),
        ("–", "Suppressed, with a reason"),
    ),
    Where.ARTICLE: (
        ("✓", "The document states it; the evidence is below"),
        ("?", "Only inferred: nobody has said that it is right"),
        ("✎", "You said so"),
        ("–", "Stated nowhere"),
        ("·", "Dropped from the text, with its kind"),
    ),
}
"""What the signs of a place mean; those of the margin, which can be a person's own, by name."""
KEY_CELLS = 14
"""Cells for the keys, where a third of the width is not less."""
SCROLLBAR = 1
"""Cells that are left to a scrollbar, whether there is one yet or not."""
LATER = (
    "Altering a quote",
    "Where a cut",
    "Where a paragraph is split",
    "Where it is split",
    "Where themes are ticked",
)
"""How what is said of keys begins that one question has, which shows them itself: a search finds them."""
Entry = tuple[str, str, str]
"""Keys or a sign, what it does or means, and by which other words it is found."""


class HelpScreen(Asking[None]):
    """The commands that work on a screen, by place, each with the keys that reach it, and what its signs mean.

    Args:
        asked: the screen on which help was asked for.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,question_mark,h", "back", "back")]

    def __init__(self, asked: PlaceScreen) -> None:
        super().__init__()
        keymap = cast("BriefingApp", asked.app).keymap
        found = active(asked, keymap)
        margin = {**MARGIN, **asked.briefing.workspace.settings.margin}
        self._parts = [*parts((f for f in found if f.command.name != asked.NAME.casefold()), margin), *fixed()]
        self._words = ""
        self._bindings.bind(",".join(map(textual_key, keymap.keys["everywhere.help"])), "back", "back")
        down, up, words = (keymap.keys[f"lists.{name}"][0] for name in ("down", "up", "filter"))
        self._hint = f"{down} {up} move · {words} search · esc back"
        panes = asked.panes()
        here = next((asked.pane_name(pane) for pane in panes if pane.has_focus_within), "") if len(panes) > 1 else ""
        self._title = f"Keys that work here ({here})" if here else "Keys that work here"

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog help"):
            yield Label(self._title, classes="question", markup=False)
            yield HelpList()
            words = FilterLine(placeholder="words of what a key does, or the key", compact=True)
            words.display = False
            yield words
            yield Label(self._hint, classes="hint", markup=False)

    def fill(self) -> None:
        """Show what contains the words, wrapped to the width at hand."""
        shown = self.query_one(HelpList)
        width = shown.region.shrink(shown.styles.gutter).width - SCROLLBAR - GUTTER
        if width > 0:
            lines = (line for title, entries in self._parts for line in rows(title, self._with_words(entries), width))
            shown.rows = Lines([(str(n), line) for n, line in enumerate(lines)])

    def _with_words(self, entries: Iterable[Entry]) -> list[Entry]:
        """Those that contain the words; without words, those whose keys work here or in any question."""
        wanted = self._words.casefold().split()
        if not wanted:
            return [entry for entry in entries if not entry[1].startswith(LATER)]
        return [entry for entry in entries if all(word in " ".join(entry).casefold() for word in wanted)]

    @on(RowList.FilterAsked)
    def start_filter(self, event: RowList.FilterAsked) -> None:
        """Let a person type words."""
        self.query_one(FilterLine).start(event.list, self._words)

    @on(Input.Changed)
    def follow_filter(self, event: Input.Changed) -> None:
        """Show what contains the words, while they are typed."""
        self._words = event.value
        self.fill()

    @on(Input.Submitted)
    def keep_filter(self) -> None:
        """Go on with the keys that are left."""
        self.query_one(FilterLine).action_leave()

    def action_back(self) -> None:
        self.answer(None)

    action_outward = action_back


class HelpList(RowList):
    """The lines of help, wrapped anew where the width changes; pages turn at once, whichever line the cursor is on."""

    def action_page_down(self) -> None:
        self.cursor = max(self.cursor, int(self.scroll_offset.y) + self.size.height - 1)
        super().action_page_down()

    def action_page_up(self) -> None:
        self.cursor = min(self.cursor, int(self.scroll_offset.y))
        super().action_page_up()

    def on_resize(self, event: events.Resize) -> None:
        super().on_resize(event)
        cast("HelpScreen", self.screen).fill()


def parts(commands: Iterable[Active], margin: Mapping[str, str] = MARGIN) -> Iterable[tuple[str, list[Entry]]]:
    """For each place its name and its commands, and behind them what its signs mean: those of the margin as given."""
    for where, of_place in groupby(commands, key=lambda found: found.command.where):
        yield NAMES[where], [_entry(found.command, found.keys) for found in of_place]
        if where in SIGNS:
            yield "Signs", [(sign.format_map(margin), said, "") for sign, said in SIGNS[where]]


def fixed() -> Iterable[tuple[str, list[Entry]]]:
    """The keys of questions and of fields, which are the same everywhere."""
    for where, keys in groupby(FIXED, key=lambda command: command.where):
        yield NAMES[where], [_entry(command, command.keys) for command in keys]


def _entry(command: Command, keys: Iterable[str]) -> Entry:
    return " ".join(keys), command.help, f"{command.title} {command.id}"


def rows(title: str, entries: Sequence[Entry], width: int) -> Iterable[Line]:
    """A heading and its entries; what is too long goes on in the next line. Nothing where there is no entry."""
    cells = min(KEY_CELLS, width // 3)
    if entries:
        yield line(Piece(title, "strong"))
    for keys, said, _ in entries:
        for left, right in zip_longest(wrap(keys, cells), wrap(said, width - cells - 3), fillvalue=""):
            yield line("  ", Piece(fit(left, cells), "accent"), " ", right)
