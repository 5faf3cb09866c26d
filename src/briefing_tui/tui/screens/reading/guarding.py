"""The question before a pin whose cut leaves out what bears on it: widen, pin all the same, or go back."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.geometry import Size
from textual.widgets import Label

from ....model import Article, ContextChoice, Span, Speaker
from ...flows import before_keys
from ...lines import Line, Piece, flowed, harmless, line, wrap
from ...turns import Unforeseen
from ...widgets.asking import Asking
from ...widgets.passage import Passage

if TYPE_CHECKING:
    from ....checks.context import ContextReport, ContextWarning
    from ...app import BriefingApp

MOST = 6
"""Warnings that are listed; more are counted."""
AROUND = 90
"""Characters that are shown on either side of the passage."""
WORD = 30
"""Characters within which a word that would be cut ends; a script without spaces is cut anywhere."""
KEPT = 330
"""Characters of the passage that are shown; of a longer one its two ends."""
INDENT = 11
NARROW = 40
"""Cells of a screen below which the keys are said in few words."""
FRAME = 6
"""Rows of the question that are neither warnings nor passage: its border, its title, its keys."""

Look = Callable[[Span], "ContextReport | None"]
Who = Callable[[Span], Speaker | None]
"""Who certainly says a passage, if anybody does."""


@dataclass(frozen=True, slots=True)
class Guarded:
    """A passage that may be pinned, and what was chosen about it."""

    span: Span
    context: ContextChoice | None = None
    speaker: Speaker | None = None
    """Whom the person named; `None` where they named nobody, whoever certainly says it."""


class Answer(NamedTuple):
    """What a person did with the question."""

    span: Span
    speaker: bool = False
    """Whether they want to name the speaker first."""


async def guarded(
    briefing: BriefingApp,
    article: Article,
    span: Span,
    ask_speaker: Callable[[Article, Span], Awaitable[Speaker | None]],
    who: Who,
) -> Guarded | None:
    """Show what a cut leaves out, if it leaves out anything; `None` where the person went back. Call it from a flow.

    Args:
        briefing: the app.
        article: the source.
        span: the passage.
        ask_speaker: asks who said a passage.
        who: says who certainly says a passage: then who says so is not left out. A wider one is asked about anew.
    """
    named: Speaker | None = None

    def look(there: Span) -> ContextReport | None:
        return briefing.workspace.briefs.context(article, there)

    def credited(there: Span) -> Speaker | None:
        return who(there) if named is None else named

    first = await before_keys(look, span)
    if first is None or not first.spoken(await before_keys(who, span)).warnings:
        return Guarded(span)
    now = span
    while answer := await briefing.push_screen_wait(Guarding(article, span, now, look, credited)):
        now = answer.span
        if answer.speaker:
            named = await ask_speaker(article, now) or named
            continue
        report = look(now) or first
        kept = first.taken_in(report, whole=now.covers(span))
        return Guarded(now, report.spoken(credited(now)).choice(kept), named)
    return None


class Guarding(Asking["Answer | None"], Unforeseen):
    """Shows what a cut leaves out.

    Args:
        article: the source.
        cut: the passage that was selected.
        span: the passage as it is now, where it was widened before.
        look: what says what a passage leaves out.
        who: says who is credited with a passage, where that is known by now.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("w", "widen", "widen"),
        Binding("m", "leave_mark", "leave the mark out"),
        Binding("p", "pin", "pin"),
        Binding("@", "speaker", "speaker"),
        Binding("escape,q", "back", "back"),
        *(Binding(str(n), f"keep({n})", "widen to one", show=False) for n in range(1, MOST + 1)),
    ]

    def __init__(self, article: Article, cut: Span, span: Span, look: Look, who: Who) -> None:
        super().__init__()
        self._article, self._cut, self._span = article, cut, span
        self._look, self._who = look, who
        self._left: tuple[ContextWarning, ...] = ()
        self._narrow: Span | None = None

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Label(classes="question", markup=False)
            yield Said(id="left-out")
            yield Said(id="passage")
            yield Label(classes="hint", markup=False)

    def on_mount(self) -> None:
        super().on_mount()
        self._show()
        self.seen_at = monotonic()  # it is painted within a few hundredths of a second

    def _show(self) -> None:
        """Look at the passage as it is now, and show what it leaves out."""
        report, speaker = self._look(self._span), self._who(self._span)
        left = self._left = report.spoken(speaker).warnings if report else ()
        self._narrow = report.narrowed() if report else None
        changed = self._span != self._cut
        title = "This cut leaves out:" if left else "Nothing is left out any more that the guard knows of."
        if left and changed:
            title = f"{'Wider' if self._span.covers(self._cut) else 'Without the mark'} now; this is still left out:"
        self.query_one(".question", Label).update(title)
        self.query_one("#left-out", Said).maker = lambda width: [*_listed(left, width), *_spoken(speaker)]
        self.query_one("#passage", Said).maker = lambda width: self._fitting(
            _passage(self._article, self._span, left, width)
        )
        narrow, wider = self.app.size.width < NARROW, _wider(self._span, left)
        several = len(left) > 1 and not narrow
        keys = [
            ("w widen to all" if several else "w widen") if wider else "",
            f"1–{min(len(left), MOST)} to that one" if several and wider else "",
            ("m no mark" if narrow else "m leave the mark out") if self._narrow else "",
            "p pin" if narrow else "p pin as it is" if left else "p pin it",
            "@ speaker",
            "esc" if narrow else "esc the cut as it was" if changed else "esc back",
        ]
        self.query_one(".hint", Label).update(" · ".join(filter(None, keys)))

    def _fitting(self, lines: list[Line]) -> list[Line]:
        """As many lines as leave room for the keys."""
        left = self.query_one("#left-out", Said)
        room = self.app.size.height * 9 // 10 - FRAME - left.get_content_height(self.size, self.size, left.size.width)
        return lines[: max(2, room)]

    def action_widen(self) -> None:
        self._take(_wider(self._span, self._left))

    def action_leave_mark(self) -> None:
        self._take(self._narrow)

    def action_keep(self, number: int) -> None:
        self._take(_wider(self._span, self._left[number - 1 : number]))

    def _take(self, other: Span | None) -> None:
        if other is None:
            self.app.bell()
            return
        self._span = other
        self._show()

    def action_pin(self) -> None:
        self.answer(Answer(self._span))

    def action_speaker(self) -> None:
        self.answer(Answer(self._span, speaker=True))

    def action_back(self) -> None:
        if self._span == self._cut:
            self.answer(None)
        else:
            self._span = self._cut
            self._show()


class Said(Passage):
    """Lines as high as they need."""

    def watch_maker(self) -> None:
        """Other lines may need another height."""
        super().watch_maker()
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """As many rows as lines."""
        return sum(1 for _ in self.maker(width)) if self.maker else 0


def _wider(span: Span, warnings: Sequence[ContextWarning]) -> Span | None:
    """The passage with what the warnings name; `None` where nothing can be taken in."""
    spans = [span, *(warning.widen for warning in warnings)]
    wider = Span(min(s.start for s in spans), max(s.end for s in spans))
    return wider if wider != span else None


def _listed(warnings: Sequence[ContextWarning], width: int) -> Iterator[Line]:
    """Each warning with its words, numbered."""
    from ....checks.context import SENTENCES

    for n, warning in enumerate(warnings[:MOST], 1):
        words = f"‘{' '.join(harmless(warning.words).split())}’"
        rows = wrap(f"{words} · {SENTENCES[warning.kind]}", max(8, width - INDENT))
        for row, text in enumerate(rows):
            lead = f" {n} {warning.side.value:<{INDENT - 3}}" if row == 0 else " " * INDENT
            yield line(Piece(lead, "dim"), text)
    if len(warnings) > MOST:
        yield line(Piece(f"   and {len(warnings) - MOST} more", "dim"))


def _spoken(speaker: Speaker | None) -> Iterator[Line]:
    if speaker and speaker.name:
        yield line(Piece(" speaker   ", "dim"), harmless(speaker.name))


def _passage(article: Article, span: Span, warnings: Sequence[ContextWarning], width: int) -> list[Line]:
    """The passage between ▸ and ◂, with what stands around it and the words that the warnings name."""
    block = article.segments.at(span.start), article.segments.at(span.end - 1)
    first = block[0].span.start if block[0] else span.start
    last = block[1].span.end if block[1] else span.end
    reach = [w.span for w in warnings if first <= w.span.start and w.span.end <= last]
    before_it, behind_it = (word_at(article.text, at) for at in (span.start - AROUND, span.end + AROUND))
    start = max(first, min([before_it.end, *(s.start for s in reach)]))
    end = min(last, max([behind_it.start, *(s.end for s in reach)]))
    kept = span.slice(article.text)
    if len(kept) > KEPT:
        kept = f"{kept[: KEPT // 2].rsplit(maxsplit=1)[0]} … {kept[-KEPT // 2 :].split(maxsplit=1)[-1]}"
    before = ("…" if start > first else "") + article.text[start : span.start]
    after = article.text[span.end : end] + ("…" if end < last else "")
    return [(), *flowed([Piece(before, "dim"), Piece(f"▸{kept}◂", "strong"), Piece(after, "dim")], width)]


def word_at(text: str, at: int) -> Span:
    """The word that is cut at a place, with the space behind it; nothing there where no word is cut."""
    if not 0 < at < len(text) or text[at - 1].isspace():
        return Span(max(0, at), max(0, at))
    start, end = text.rfind(" ", max(0, at - WORD), at) + 1, text.find(" ", at, at + WORD) + 1
    return Span(start or at, end or at)
