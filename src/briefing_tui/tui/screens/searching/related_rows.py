"""Rows of what is related to a paragraph: the words that it has in common, and at the cursor from where and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ....model import Header, Related
from ...lines import Line, Piece, cut, flowed, harmless, line, wrap
from ...widgets.choice import Choice
from ..library.article_rows import dated
from .passage_rows import PassageRows, lit


@dataclass(frozen=True)
class RelatedRows(PassageRows):
    """One row a passage, its shared words lit."""

    reasons: Sequence[str] = ()
    """Why each is there, and what its article is to the one in front."""

    @classmethod
    def of(cls, found: Sequence[Related], headers: Mapping[str, Header]) -> RelatedRows:
        """The rows of passages with what lists show of their articles."""
        reasons = tuple(" · ".join(filter(None, (one.relation, one.reason))) for one in found)
        return cls(tuple(one.passage for one in found), headers, reasons)

    def opened(self, index: int, width: int) -> Sequence[Line]:
        """Why it is there, all of its words that are known, and where the article is from."""
        passage = self.passages[index]
        header = self.headers.get(passage.article)
        facts = (header.outlet, dated(header), header.stand_in) if header else (passage.article,)
        article = cut(harmless(" · ".join(filter(None, facts))), width - 2)
        said = [line(Piece(part, "dim")) for part in (*wrap(harmless(self.reasons[index]), width - 2), article)]
        words = flowed(lit(passage.snippet, passage.marks), width - 2) if passage.snippet else []
        return [(Piece("  "), *part) for part in (*said, *words)]

    def tallest(self, width: int) -> int:
        """Lines that all rows need, whichever the cursor is on."""
        return len(self) + max((len(self.opened(n, width)) for n in range(len(self))), default=0)


class RelatedChoice(Choice):
    """Asks which of the related passages to read.

    Args:
        title: the question.
        rows: the passages.
    """

    def __init__(self, title: str, rows: RelatedRows) -> None:
        super().__init__(title, [(rows.key(n), "") for n in range(len(rows))])
        self._related = rows

    def _rows(self) -> RelatedRows:
        return self._related
