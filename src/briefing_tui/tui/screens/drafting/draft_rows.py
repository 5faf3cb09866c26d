"""Rows of the draft: one line an entry, and the whole of the one that the cursor is on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from rich.cells import cell_len

from ....model import Brief, Excerpt, Header, Item, ItemKind, Judgement, Section, Verification
from ....workspace.drafting import alterations, entries
from ....workspace.drafting.standing_words import cut_out, source_of, stands
from ...lines import Line, Piece, cut, fit, line, wrap
from ...short_sources import short_source
from ...wording import count
from .quote_lines import marks_beside, printed_line, printed_lines

MEASURE = 96
"""Cells. Opened texts are no wider, however wide the list is."""
SIGNS = 8
"""Code points to a cell that are looked at: a quote may be a whole chapter."""


@dataclass(frozen=True)
class DraftRows:
    """The entries of a brief."""

    brief: Brief
    verifications: Mapping[str, Verification] = field(default_factory=dict)
    headers: Mapping[str, Header] = field(default_factory=dict)
    compact: bool = False
    """Whether no entry is opened, as beside an article."""

    @cached_property
    def _keys(self) -> list[str]:
        return entries.keys(self.brief)

    @cached_property
    def _numbers(self) -> dict[str, str]:
        return numbered(self.brief.sections)

    @cached_property
    def _entries(self) -> dict[str, Item | Judgement | Section]:
        found: dict[str, Item | Judgement | Section] = {j.id: j for j in self.brief.judgements}
        found |= {s.id: s for s in self.brief.sections}
        return found | {item.id: item for _, item in self.brief.items()}

    def __len__(self) -> int:
        return len(self._keys)

    def key(self, index: int) -> str:
        """The entry's id."""
        return self._keys[index]

    def line(self, index: int, width: int) -> Line:
        """The entry in one line."""
        entry = self._entries.get(self._keys[index])
        if isinstance(entry, Judgement):
            return self._judgement(entry, width)
        if isinstance(entry, Section):
            indent = "  " * (entry.level - 1)
            return line(Piece(cut(f"{indent}{self._numbers[entry.id]} {entry.title}", width), "strong"))
        if isinstance(entry, Item):
            return self._item(entry, width)
        name, text = self._own(self._keys[index])
        words = len(text.split())
        return _sides(
            [
                Piece(f"{name}  ", "strong"),
                Piece(text or ("not written yet" if self.compact else "not written yet: e writes it")),
            ],
            [Piece(count(words, "word") if words else "", "dim")],
            width,
        )

    def opened(self, index: int, width: int) -> Sequence[Line]:
        """The whole text, where it comes from and how it stands."""
        entry = self._entries.get(self._keys[index])
        if self.compact:
            return ()
        inside = min(width - 5, MEASURE)
        if isinstance(entry, Item):
            return [line("     ", *pieces) for pieces in self._item_opened(entry, inside)]
        if isinstance(entry, Judgement):
            return [line("     ", piece) for piece in self._judgement_opened(entry, inside)]
        if isinstance(entry, Section):
            return ()
        _, text = self._own(self._keys[index])
        return [line("     ", part) for part in wrap(text, inside)] if text else ()

    def _own(self, key: str) -> tuple[str, str]:
        """The name of a text that is a part of the form, and the text."""
        text = self.brief.bottom_line if key == entries.BOTTOM_LINE else self.brief.fields[key]
        return key.replace("-", " ").capitalize(), text

    def _judgement(self, judgement: Judgement, width: int) -> Line:
        n = [j.id for j in self.brief.judgements].index(judgement.id) + 1
        said = " · ".join(filter(None, (judgement.likelihood, judgement.confidence.level))) or "likelihood not stated"
        rests = _rests_on(judgement) if width >= 90 else ""
        return _sides(
            [Piece(f"*{n} ", "accent"), Piece(judgement.text or "no text yet")],
            [Piece(said, "dim"), Piece(f"  {rests}" if rests else "", "dim")],
            width,
        )

    def _judgement_opened(self, judgement: Judgement, width: int) -> list[Piece]:
        pieces = [Piece(part) for part in wrap(judgement.text, width)]
        confidence = judgement.confidence
        because = f"{confidence.level} confidence" if confidence.level else "confidence not stated"
        because += f": {confidence.because}" if confidence.because else ", no reason given"
        pieces += [Piece(part, "dim") for part in wrap(because, width)]
        return [*pieces, Piece(_rests_on(judgement) or "rests on nothing yet: + for, - against", "dim")]

    def _item(self, item: Item, width: int) -> Line:
        excerpt = self.brief.excerpts.get(item.excerpt)
        sign, words, mark = self._words(item, excerpt)
        room = max(12, width * 3 // 10)
        source = self._where(excerpt, room) if excerpt else ""
        state = self.verifications.get(item.excerpt)
        role = "plain" if not state else ("good" if state.state.verified else "bad")
        return _sides(
            [Piece("  "), Piece(fit(item.excerpt or item.id, 4), "dim"), Piece(sign, "accent"), Piece(words)],
            [Piece(source, "dim"), Piece(f" {mark}" if excerpt else "", role)],
            width,
        )

    def _where(self, excerpt: Excerpt, room: int) -> str:
        """Whose words, and in a column of their own the ¶."""
        names, _, number = short_source(
            excerpt, self.headers.get(excerpt.article), room, self.verifications.get(excerpt.id)
        ).rpartition(" ")
        return fit(names, room - cell_len(number) - 1) + f" {number}"

    def _words(self, item: Item, excerpt: Excerpt | None) -> tuple[str, str, str]:
        """The sign of the kind, the words, the sign of the state."""
        mark = self._mark(item.excerpt)
        if item.kind is ItemKind.QUOTE:
            return "", printed_line(excerpt.printed()) if excerpt else "“?”", mark
        if item.kind is ItemKind.PARAPHRASE:
            return "~ ", item.text, mark
        return "¶ ", item.text, " "

    def _mark(self, excerpt_id: str) -> str:
        found = self.verifications.get(excerpt_id)
        if found:
            return found.state.mark
        return "✗" if excerpt_id not in self.brief.excerpts else "…"

    def _item_opened(self, item: Item, width: int) -> list[Line]:
        excerpt = self.brief.excerpts.get(item.excerpt)
        header = self.headers.get(excerpt.article) if excerpt else None
        found = self.verifications.get(item.excerpt)
        quoted: list[Line] = []
        pieces: list[Piece] = []
        if excerpt and item.kind is ItemKind.QUOTE:
            printed = excerpt.printed()
            quoted += printed_lines(printed, width, marks_beside(printed))
            pieces += [Piece(part, "dim") for part in wrap(alterations.remarks(excerpt), width) if part]
        elif excerpt:
            pieces += [Piece(part, "dim") for part in wrap(f"“{excerpt.exact}”", width)]
        if item.text:
            pieces += [Piece(part) for part in wrap(item.text, width)]
        if excerpt:
            pieces += [Piece(part, "accent") for part in wrap(source_of(excerpt, header, found), width)]
            pieces += self._state(excerpt, item.kind, width)
        for name, value in (("core", item.core), ("note", item.note)):
            pieces += [Piece(part, "dim") for part in wrap(f"{name}: {value}", width)] if value else []
        return [*quoted, *map(line, pieces)]

    def _state(self, excerpt: Excerpt, kind: ItemKind, width: int) -> list[Piece]:
        found = self.verifications.get(excerpt.id)
        if found is None:
            return [Piece("… not compared yet", "dim")]
        said = f"{found.state.mark} {stands(excerpt, found, kind, self.headers.get(excerpt.article))}"
        if kind is not ItemKind.QUOTE:
            said += "; whether the paraphrase is fair is for you to say"
        pieces = [Piece(part, "good" if found.state.verified else "bad") for part in wrap(said, width)]
        if lost := cut_out(excerpt):
            pieces += [Piece(part, "bad") for part in wrap(f"! {lost}", width)]
        if not found.state.verified and found.found:
            pieces += [Piece(part, "dim") for part in wrap(f"now: “{found.found}”", width)]
        return pieces


def numbered(sections: Sequence[Section]) -> dict[str, str]:
    """Section numbers by id: 1, 2, 2.1."""
    numbers: dict[str, str] = {}
    first = second = 0
    for section in sections:
        if section.level > 1 and first:
            second += 1
            numbers[section.id] = f"{first}.{second}"
        else:
            first, second = first + 1, 0
            numbers[section.id] = str(first)
    return numbers


def _rests_on(judgement: Judgement) -> str:
    for_ = f"+ {' '.join(judgement.for_)}" if judgement.for_ else ""
    against = f"− {' '.join(judgement.against)}" if judgement.against else ""
    return "   ".join(filter(None, (for_, against)))


def _sides(left: list[Piece], right: list[Piece], width: int) -> Line:
    """Pieces at the left, the last of them cut to make room for those at the right."""
    taken = sum(cell_len(piece.text) for piece in (*left[:-1], *right)) + 1
    room = max(0, width - taken)
    last = Piece(fit(left[-1].text[: room * SIGNS], room), left[-1].role)
    return line(*left[:-1], last, " ", *right)
