"""The draft: its entries as rows, arranged and edited by lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from ..errors import InvalidError, NotFoundError
from ..model import Excerpt
from ..model.display import one_line
from ..model.naming import count
from ..settings import Where
from ..workspace.drafting import entries, steps
from ..workspace.drafting.alterations import quote_at
from .altering import alter, said_of
from .draft_rows import rows_of
from .drafting import NEW
from .editing import Editing
from .listing import Row, lists
from .speaking import name_speaker

if TYPE_CHECKING:
    from .desk import Desk


class DraftPlace(Editing):
    """The open brief.

    Args:
        desk: what all places share.
        entry: the entry to begin on.
    """

    PLACES = lists(Where.DRAFT)
    NAME: ClassVar[str] = "Draft"
    ROWS: ClassVar[tuple[str, str]] = ("entry", "entries")
    NUMBER: ClassVar[str] = "a number says one whole, edit edits it"

    def __init__(self, desk: Desk, entry: str = "") -> None:
        super().__init__(desk)
        self._key = entry

    def about(self) -> str:
        """What is drafted."""
        return f"Draft “{self.desk.title}”"

    def make_rows(self) -> Sequence[Row]:
        """The entries, each with how its passage stands."""
        brief = self.desk.brief
        if brief is None:
            return ()
        verified = self.desk.workspace.briefing.verify(brief)
        wanted = {e.article for e in brief.excerpts.values()}
        headers = {h.id: h for h in self.desk.workspace.articles.headers() if h.id in wanted}
        return [Row(key, one_line(text)) for key, text in rows_of(brief, verified, headers)]

    def show_entry(self, entry: str) -> None:
        """Go to an entry."""
        self.go_to(entry)

    def opened(self, row: Row) -> None:
        """Say the entry whole, as where one is: nothing is edited but by its own command."""

    # Arranging

    def do_shift_down(self) -> None:
        """Move the entry down."""
        self._shift(1)

    def do_shift_up(self) -> None:
        """Move the entry up."""
        self._shift(-1)

    def _shift(self, step: int) -> None:
        _, key = self.entry()
        self.put(self.desk.edit(lambda now: steps.shifted(now, key, step)))

    def do_indent(self) -> None:
        """Put the section under the one before it."""
        self._level(2)

    def do_outdent(self) -> None:
        """Make it a section of its own again."""
        self._level(1)

    def _level(self, level: int) -> None:
        _, key = self.entry()
        self.put(self.desk.edit(lambda now: steps.on_level(now, key, level)))

    def do_promote(self, words: str = "") -> None:
        """Make a key judgement of the item; with words, of these, resting on it."""
        brief, key = self.entry()
        item = brief.item(key)
        if item is None and not words:
            raise InvalidError("only an item can become a key judgement", hint="judge, then the words of one")
        if item is not None and (item.core or item.text) and not words:
            self.put_judgement(lambda now: steps.promoted(now, key))
            return
        self.judge(words, (item.excerpt,) if item and item.excerpt else ())

    def do_delete(self) -> None:
        """Delete the entry."""
        _, key = self.entry()
        self.put(self.desk.edit(lambda now: steps.without(now, key)))

    def do_move(self, words: str = "") -> None:
        """Move the item to another section: by its name, or asked for."""
        brief, key = self.entry()
        if brief.item(key) is None:
            raise InvalidError("only an item can move to another section", hint="J and K move a section or a judgement")
        options = [(s.id, one_line(s.title), count(len(s.items), "item")) for s in brief.sections]
        if words:
            section = next((i for i, title, _ in options if words.casefold() in {i, title.casefold()}), "")
            if not section:
                raise NotFoundError(f"there is no section '{words}'", hint=", ".join(title for _, title, _ in options))
        else:
            section = self.desk.talk.choose("Move it to", [*options, (NEW, "a new section", "")]) or ""
        if section == NEW:
            title = self.desk.ask_text("new.section", "The section's title")
            if title:
                self.put(self.desk.edit(lambda now: steps.moved_to_new(now, key, title)))
        elif section:
            self.put(self.desk.edit(lambda now: steps.moved(now, key, section)))

    # Sources

    def _which_passage(self) -> str:
        """The passage that the entry rests on; of several, the one asked for, an empty text where there is no answer.

        Raises:
            InvalidError: where it rests on none.
        """
        brief = self.desk.brief
        excerpts = entries.passages_of(brief, self.here().key) if brief else []
        if not excerpts:
            raise InvalidError("this entry rests on no passage")
        if len(excerpts) == 1:
            return excerpts[0].id
        return self.desk.talk.choose("Which passage?", _passages(excerpts)) or ""

    def do_speaker(self) -> None:
        """Say who says the passage."""
        chosen = self._which_passage()
        if chosen and (said := name_speaker(self.desk, chosen)):
            self.changed()
            self.desk.talk.say(said)

    def do_alter(self, words: str = "") -> None:
        """Alter the quote: omit, insert, sic, emphasise, case, or back; then the words: alter omit of Russia."""
        brief, key = self.entry()
        excerpt = quote_at(brief, key).id
        if made := alter(self.desk, excerpt, words):
            self.changed()
            self.desk.talk.say(said_of(self.desk, made, excerpt))

    def do_source(self) -> None:
        """Read the passage in its source."""
        from .pinning import ReaderPlace

        chosen, brief = self._which_passage(), self.desk.brief
        if chosen and brief:
            excerpt = brief.excerpts[chosen]
            found = self.desk.workspace.briefing.verify(brief).get(chosen)
            span = found.span if found and found.span else excerpt.span
            self.desk.go(ReaderPlace(self.desk, excerpt.article, offset=span.start))

    def do_widen(self) -> None:
        """Give the passage more or fewer words: select them in its source, where pin takes them."""
        from .recutting import RecutPlace

        chosen = self._which_passage()
        if chosen:
            brief = self.desk.to_edit().brief
            self.desk.go(RecutPlace(self.desk, self.desk.workspace.recutting.place(brief, chosen)))

    def do_support(self) -> None:
        """Choose what speaks for the judgement."""
        self._rest("for")

    def do_contrary(self) -> None:
        """Choose what speaks against it."""
        self._rest("against")

    def _rest(self, side: str) -> None:
        brief, key = self.entry()
        judgement = brief.judgement(key)
        if judgement is None:
            raise InvalidError("only a key judgement rests on passages", hint="judge makes one of an item")
        if not brief.excerpts:
            raise InvalidError("nothing is pinned yet", hint="pin while reading")
        before = judgement.for_ if side == "for" else judgement.against
        options = _passages(list(brief.excerpts.values()))
        chosen = self.desk.talk.several(f"What speaks {side} {entries.label(brief, key)}?", options, before)
        if chosen is not None and chosen != before:
            self.put(self.desk.edit(lambda now: steps.rested(now, key, side, chosen, before)))


def _passages(excerpts: Sequence[Excerpt]) -> list[tuple[str, str, str]]:
    return [
        (e.id, f"{e.id}, “{one_line(' '.join(e.exact.split()))}”", f"{e.article} ¶ {e.paragraph}") for e in excerpts
    ]
