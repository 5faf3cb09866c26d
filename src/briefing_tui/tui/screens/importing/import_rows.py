"""Rows of an import: what became of each document, and what its opened row says about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from rich.cells import cell_len

from ....model import Header
from ...lines import Line, Piece, fit, line, trim, wrap
from ...wording import count

if TYPE_CHECKING:
    from ....workspace.importing import Failed, Imported, ImportReport

PASTED = "pasted text"
FACTS = 29
"""Cells for what became of a document."""
SHARING = 5
"""Articles with shared passages that are named."""
Said = tuple[str, str]
"""A text and its role."""


@dataclass(frozen=True)
class ResultRows:
    """One row a document, those that failed first; opened it says what was found, and what to do."""

    report: ImportReport
    headers: Mapping[str, Header] = field(default_factory=dict)
    """The articles as they are now, by id; one that is not there was taken out again."""

    def __len__(self) -> int:
        return len(self.report.failed) + len(self.report.imported)

    def _failed(self, index: int) -> Failed | None:
        return self.report.failed[index] if index < len(self.report.failed) else None

    def imported(self, index: int) -> Imported:
        """The document of a row that did not fail."""
        return self.report.imported[index - len(self.report.failed)]

    def key(self, index: int) -> str:
        """The row's number: one document can be named twice."""
        return f"{'failed' if self._failed(index) else 'article'}:{index}"

    def line(self, index: int, width: int) -> Line:
        """The document, what became of it, and the article's title."""
        name = Piece(fit(self._names[index], min(self._longest, width // 3)) + "  ", "strong")
        if failed := self._failed(index):
            return trim(line(Piece("✗ ", "bad"), name, failed.error.message), width)
        one = self.imported(index)
        header = self.headers.get(one.article.id)
        if header is None:
            return trim(line(Piece("– ", "dim"), name, "taken out again"), width)
        sign, facts = _facts(one, header)
        return trim(line(sign, name, fit(facts, FACTS), "  ", Piece(header.stand_in, "dim")), width)

    @cached_property
    def _names(self) -> list[str]:
        sources = [one.source for one in self.report.failed] + [one.source for one in self.report.imported]
        return list(map(_name, sources))

    @cached_property
    def _longest(self) -> int:
        """Cells of the longest name of a document."""
        return max(map(cell_len, self._names), default=0)

    def opened(self, index: int, width: int) -> Sequence[Line]:
        """All that is to be said about the document."""
        if failed := self._failed(index):
            said: Sequence[Said] = [(failed.source, "dim"), (failed.error.message, "bad"), (failed.error.hint, "plain")]
        else:
            said = list(_told(self.imported(index)))
        return [line("  ", Piece(part, role)) for text, role in said for part in wrap(text, width - 2)]


def _facts(one: Imported, header: Header) -> tuple[Piece, str]:
    """The sign of what became of a document, and what that is in a few words."""
    if not one.is_new:
        differing = f" · {count(len(one.differences), 'difference')}" if one.differences else ""
        return Piece("= ", "dim"), f"there already{differing}"
    if one.version_of or one.older_than:
        return Piece("↑ " if one.version_of else "↓ ", "warn"), "newer version" if one.version_of else "older version"
    inferred = sum(state == "inferred" for _, state in header.states)
    facts = [f"{header.paragraphs} ¶" if header.paragraphs else "no text"]
    facts += [f"{inferred} ?"] if inferred else []
    facts += [f"{one.left_out} dropped"] if one.left_out else []
    return Piece("✓ ", "good"), " · ".join(facts)


def head(report: ImportReport) -> str:
    """The counts, those that matter most first."""
    new = [one for one in report.imported if one.is_new]
    newer, older = (sum(bool(getattr(one, name)) for one in new) for name in ("version_of", "older_than"))
    there = len(report.imported) - len(new)
    counts = [
        f"{len(new)} imported",
        f"{len(report.failed)} failed" if report.failed else "",
        f"{there} there already" if there else "",
        count(newer, "newer version") if newer else "",
        count(older, "older version") if older else "",
        f"{report.skipped} of other kinds skipped" if report.skipped else "",
    ]
    return " · ".join(filter(None, counts))


def _name(source: str) -> str:
    return PASTED if source == "-" else source.rpartition("/")[2] or source


def _told(one: Imported) -> Iterator[Said]:
    yield f"{PASTED if one.source == '-' else one.source} → {one.file}", "dim"
    for d in one.differences:
        kept = "yours" if d.state == "user" else "kept"
        yield f"{d.field}: {kept} ‘{d.kept or '–'}’; the document gives ‘{d.document or '–'}’", "plain"
    guess = f": a guess, as {one.digest_guessed} agree" if one.digest_guessed else ""
    if one.digest:
        yield f"our digest {one.digest} is of this document{guess}", "plain"
    if one.digest_of:
        yield f"our digest of {one.digest_of}{guess}", "plain"
    if one.same_as and one.is_new:
        yield f"the same text as {one.same_as}, from another source", "plain"
    if one.version_of:
        yield f"a newer version of {one.version_of}, which stays as it is", "plain"
    if one.older_than:
        yield f"an older version of {one.older_than}, by its date; nothing links the two", "plain"
    for brief in one.affected:
        states = ", ".join(f"{n} {state}" for state, n in brief.states.items())
        yield f"brief {brief.brief} quotes the older version; in the newer one: {states}", "warn"
    for other in one.shares[:SHARING]:
        shared = f"{count(len(other.passages), 'passage')} ({other.words} words)"
        yield f"shares {shared} with {other.article}", "plain"
    if len(one.shares) > SHARING:
        yield f"… and with {count(len(one.shares) - SHARING, 'further article')}", "dim"
    for warning in one.warnings:
        yield str(warning), "warn"


def articles(rows: ResultRows) -> list[str]:
    """The articles of an import in the order of the rows, each once; without those taken out again."""
    found = (one.article.id for one in rows.report.imported)
    return [article for article in dict.fromkeys(found) if article in rows.headers]


def article_at(rows: ResultRows, key: str) -> str:
    """The article of a row; empty for a document that failed or was taken out again."""
    kind, _, index = key.partition(":")
    if kind != "article":
        return ""
    article = rows.imported(int(index)).article.id
    return article if article in rows.headers else ""
