"""The next sentence where it turns against what is kept, in the same voice: 'But I also think …'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ...model import Certainty, Span, Speaker
from ...model.signs.spoken import QUOTED, masked
from ..phrasing.listed import word_lists
from ..phrasing.passage import Cut
from ..phrasing.phrases import Phrases
from ..phrasing.sides import Beside
from ..phrasing.warning import ContextKind, ContextWarning, Side
from ..speaking.crediting import may_be, speakers_at

_LEAD = re.compile(r"[^\w(]*")
"""Marks and dashes before the first word of a sentence; a bracket begins something else."""
_FIRST = re.compile(r"(?:[^\s,.;:!?…()]+(?:\s+|\Z)){1,5}")
"""The words behind which a turn may stand within a sentence."""
_BORDER = re.compile(r"[,;:—–()]|[.!?…][\"“”’»]*(?=\s|\Z)|\s-\s")
_LEAST, _SHOWN = 4, 70
"""Words of the sentence that are shown at least, and characters at most."""
_NEAR = 240
"""Characters in which its first words stand and what turns behind them."""


@dataclass(frozen=True, slots=True)
class Turns:
    """What turns against the sentence before it, in one language."""

    opens: Phrases
    within: Phrases
    exempt: Phrases

    def turns(self, folded: str) -> bool:
        """Whether a sentence, folded and without the marks before its first word, is a turn."""
        found = self.opens.opens(folded) is not None or self._turns_within(folded)
        return found and self.exempt.opens(folded) is None

    def _turns_within(self, folded: str) -> bool:
        """Whether one stands behind a few first words."""
        near = folded[:_NEAR]
        return any(_FIRST.fullmatch(near, 0, match.start()) for match in self.within.find(near))


@lru_cache(maxsize=8)
def turns_of(language: str) -> Turns | None:
    """The turns of a language by its tag (`en-GB`); `None` where they are not known."""
    lists = word_lists(language)
    if lists is None or not lists.has("turns"):
        return None
    opens, within, exempt = (lists.listed("turns", name, "") for name in ("opens", "within", "exempt"))
    return Turns(opens, within, exempt)


def turned(cut: Cut) -> Iterator[ContextWarning]:
    """The warning of the next sentence, if it turns against the end of the kept words and nobody else says it."""
    known = turns_of(cut.article.metadata.language)
    following = cut.following
    if known is None or following is None:
        return
    after = Beside.sentence(cut, following, Side.AFTER)
    lead = _LEAD.match(after.folded)
    begins = lead.end() if lead else 0
    turns = known.turns(after.folded[begins:]) and _ends_there(cut)
    if turns and _same_voice(cut, following, following.start + begins):
        yield after.warning(ContextKind.CONTRAST, begins, begins + _shown(after.folded[begins:]))


def _ends_there(cut: Cut) -> bool:
    """Whether the cut keeps the end of its sentence, but for signs and for who says a quotation."""
    quoted = _quoted(cut, cut.span.end - 1)
    tail = cut.tail
    spoken = _is_quoted(cut, Span(max(cut.opening.start, cut.span.start), cut.span.end))
    left = (offset for offset in range(tail.start, tail.end) if cut.text[offset].isalnum())
    return not any(not spoken or offset in quoted for offset in left)


def _quoted(cut: Cut, offset: int) -> frozenset[int]:
    """The offsets that stand in quotation marks, of the paragraph at an offset as far as it is looked at."""
    block = cut.last if offset < cut.last.span.end else cut.beside(1) or cut.last
    covered, _ = masked(cut.text, block.span)
    return frozenset(block.span.start + n for n, sign in enumerate(covered) if sign == QUOTED)


def _is_quoted(cut: Cut, span: Span) -> bool:
    """Whether words of the last sentence of a cut stand in quotation marks."""
    quoted = _quoted(cut, span.end - 1)
    start = max(span.start, cut.closing.start)
    return any(cut.text[offset].isalnum() for offset in range(start, span.end) if offset in quoted)


def _same_voice(cut: Cut, following: Span, first: int) -> bool:
    """Whether nobody else turns: the one who says what is kept, or the source where both are its own words."""
    kept = Span(max(cut.span.start, min(cut.closing.start, cut.span.end - 1)), cut.span.end)
    one, other = (_speaker(cut, span) for span in (kept, following))
    if one and other:
        return may_be(speakers_at(cut.article, following)[:1], one)
    return _is_quoted(cut, kept) == (first in _quoted(cut, first))


def _speaker(cut: Cut, span: Span) -> Speaker | None:
    """Who says some words as a reader would take it."""
    found = speakers_at(cut.article, span)[:1]
    told = [each for each in found if each.certainty is not Certainty.POSSIBLE]
    return Speaker(told[0].name, told[0].role, told[0].kind) if told else None


def _shown(words: str) -> int:
    """How much of a sentence says what it turns to: up to its first border behind some words."""
    ends = (m.start() for m in _BORDER.finditer(words) if len(words[: m.start()].split()) >= _LEAST)
    end = next(ends, len(words))
    if end <= _SHOWN:
        return len(words[:end].rstrip())
    return len(words[: words.rfind(" ", 0, _SHOWN) if " " in words[:_SHOWN] else _SHOWN].rstrip(" ,;:—–"))
