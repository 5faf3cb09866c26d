"""Citations that stand in the text: what the calls become where a style has no notes. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from briefing_tui.citations import Citations, Text, joined, plain
from briefing_tui.model import Span, sentences

from .points import Reference, Support
from .runs import Bullet, Call, Inline
from .tree import Block, Document, Quote

_OPEN = tuple("([{\u201c\u2018\u00ab\u201e\u2013\u2014")


def set_in_text(document: Document, citations: Citations) -> Document:
    """The same document with the words of each citation in its call: those at one place make one parenthesis."""
    return _Setting(citations).document(document)


@dataclass(frozen=True, slots=True)
class _Setting:
    citations: Citations

    def document(self, document: Document) -> Document:
        return replace(
            document,
            bottom_line=tuple(map(self.inlines, document.bottom_line)),
            prose={name: tuple(map(self.inlines, texts)) for name, texts in document.prose.items()},
            points=tuple(
                replace(
                    point,
                    inlines=self.inlines(point.inlines),
                    confidence=self.inlines(point.confidence),
                    support=tuple(map(self._support, point.support)),
                )
                for point in document.points
            ),
            chapters=tuple(replace(c, blocks=tuple(map(self._block, c.blocks))) for c in document.chapters),
        )

    def inlines(self, parts: tuple[Inline, ...]) -> tuple[Inline, ...]:
        """A text with the words of its citations, before the full stop of their sentence."""
        result: list[Inline] = []
        for are_calls, group in groupby(parts, lambda part: isinstance(part, Call)):
            if not are_calls:
                following = list(group)
                if isinstance(following[0], Text) and following[0].text.startswith("."):
                    result = _without_stop(result)
                result += following
                continue
            stop = ""
            if result and isinstance(before := result[-1], Text) and _stops(before.text):
                result[-1], stop = replace(before, text=before.text[:-1]), "."
            gap = " " if result and not isinstance(result[-1], Bullet) and not _is_open(result[-1]) else ""
            result += self._cluster([part for part in group if isinstance(part, Call)], gap)
            result = [*_without_stop(result), Text(stop)] if stop else result
        return tuple(result)

    def _cluster(self, calls: list[Call], gap: str) -> Iterator[Call]:
        """Calls with their words, what opens the parenthesis, what stands between them, and what closes it."""
        opening, between, closing = self.citations.around
        for n, call in enumerate(calls):
            words = [Text(between if n else gap + opening), *self.citations.notes[call.excerpt]]
            words = [*with_remark(words, call.note), *([Text(closing)] if n == len(calls) - 1 else [])]
            yield replace(call, number=0, note=(), words=joined(words))

    def _block(self, block: Block) -> Block:
        if not isinstance(block, Quote):
            return replace(block, inlines=self.inlines(block.inlines))
        silent = replace(block.call, number=0, note=())
        cited = self.citations.notes[block.call.excerpt]
        if self.citations.names:  # who and where is told once
            return replace(block, call=silent, attribution=with_remark(cited, block.call.note))
        (numbered,) = self._cluster([replace(block.call, note=())], " ")
        return replace(block, call=numbered, attribution=with_remark(block.attribution, block.call.note))

    def _support(self, support: Support) -> Support:
        """Pointers and citations in a row: without parentheses, as commas stand within a citation."""
        _, between, _ = self.citations.around
        cites = self._bare and any(reference.call for reference in support.references)
        references = tuple(map(self._reference, support.references))
        return replace(support, references=references, comma=between if cites else support.comma)

    def _reference(self, reference: Reference) -> Reference:
        """The words of a citation where the call of a note would be."""
        if not reference.call:
            return reference
        opening, _, closing = ("", "", "") if self._bare else self.citations.around
        words = joined((Text(opening), *self.citations.notes[reference.call.excerpt], Text(closing)))
        return Reference(call=replace(reference.call, number=0, note=(), words=words))

    @property
    def _bare(self) -> bool:
        """Whether a citation that stands in a row of its own needs no brackets: those of a number are part of it."""
        return self.citations.around[0] == "("


def with_remark(said: Sequence[Text], remark: Sequence[Text]) -> tuple[Text, ...]:
    """What is said, with a remark behind it: after a comma, or as a sentence of its own if it begins like one.

    More may follow, so it has no full stop.
    """
    if not remark:
        return joined(said)
    *others, last = remark
    ended = replace(last, text=last.text[:-1]) if _stops(plain(remark)) else last
    sentence = not remark[0].text[:1].islower()
    stop = "" if said and said[-1].text.endswith((".", "!", "?", "…")) else "." if sentence else ","
    return joined((*said, Text(f"{stop} "), *others, ended))


def _without_stop(parts: list[Inline]) -> list[Inline]:
    """Without the full stop that the last citation ends with: that of its sentence follows."""
    if not parts or not isinstance(call := parts[-1], Call) or not call.words:
        return parts
    *words, last = call.words
    ended = replace(last, text=last.text.removesuffix("."))
    return [*parts[:-1], replace(call, words=joined((*words, ended)))]


def _is_open(part: Inline) -> bool:
    return isinstance(part, Text) and (part.text[-1:].isspace() or part.text.endswith(_OPEN))


def _stops(text: str) -> bool:
    """Whether a text ends with the full stop of a sentence, not with that of an abbreviation."""
    if not text.endswith(".") or text.endswith(".."):
        return False
    followed = f"{text} Then"
    return sentences(followed, Span(0, len(followed)))[-1].start > len(text)
