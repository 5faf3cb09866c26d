"""Restoring, splitting and joining the blocks of an article: a new text, and where its paragraphs went.

No character inside a block changes; only the white space between blocks does, and whole blocks come in. What refers to
paragraphs by number (pages, themes by hand, speakers) follows; excerpts are compared as after any change of a text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice, takewhile
from typing import TypeVar

from ..errors import InvalidError, NotFoundError
from .article import Article
from .segments import HEADING, Paragraph
from .source import Shape, SourceBlock

GAP = "\n\n"
_BLANK = re.compile(r"\n[^\S\n]*\n")
V = TypeVar("V")


def split(article: Article, paragraph: int, offset: int) -> Article:
    """The article with a paragraph made two.

    Args:
        article: the article.
        paragraph: ¶ number.
        offset: characters from the beginning of the paragraph to where the second begins.

    Raises:
        NotFoundError: where there is no such paragraph.
        InvalidError: where the cut would leave nothing on one side, or divide a word.
    """
    span = _paragraph(article, paragraph).span
    words = span.slice(article.text)
    if not 0 < offset < len(words) or not words[:offset].strip() or not words[offset:].strip():
        raise InvalidError(
            f"¶ {paragraph} cannot be split at {offset}",
            where=f"{article.id} ¶ {paragraph}",
            hint=f"a place between 1 and {len(words) - 1}, counted in characters from the beginning of the paragraph",
        )
    before, after = words[offset - 1], words[offset]
    if not (before.isspace() or after.isspace() or _is_wide(before) or _is_wide(after)):
        raise InvalidError(
            f"{offset} is inside a word",
            where=f"{article.id} ¶ {paragraph}",
            hint=f"this one begins at {words.rfind(' ', 0, offset) + 1}",
        )
    at = span.start + offset
    text = article.text[:at].rstrip() + GAP + article.text[at:].lstrip()
    return _renumbered(article, text, lambda n: (n, n + 1) if n == paragraph else (n + (n > paragraph),))


def join(article: Article, paragraph: int) -> Article:
    """The article with a paragraph and the one after it made one.

    Raises:
        NotFoundError: where one of the two is not there.
        InvalidError: where a heading stands between them.
    """
    first, second = _paragraph(article, paragraph), _paragraph(article, paragraph + 1)
    if first.heading != second.heading:
        raise InvalidError(
            f"a heading stands between ¶ {paragraph} and ¶ {paragraph + 1}",
            where=f"{article.id} ¶ {paragraph}",
            hint="only paragraphs that follow each other can be joined",
        )
    before, after = article.text[: first.span.end], article.text[second.span.start :]
    space = "" if _is_wide(before[-1]) and _is_wide(after[0]) else " "
    return _renumbered(article, before + space + after, lambda n: (n - (n > paragraph),))


def restore(article: Article, blocks: Sequence[SourceBlock], lines: Sequence[int]) -> Article:
    """The article with dropped lines taken back into its text, each where the source has it.

    Args:
        article: the article.
        blocks: the whole source.
        lines: lines of the source, each of them dropped.

    Raises:
        NotFoundError: for a line that was not dropped, or is in the text again.
    """
    for line in sorted(set(lines)):
        article = _restored(article, blocks, line)
    return article


def _restored(article: Article, blocks: Sequence[SourceBlock], line: int) -> Article:
    dropped = [found for found in places(article.text, blocks) if found[0].first <= line <= found[0].last]
    if not dropped:
        known = ", ".join(str(b.first) for b in blocks if b.kind) or "none"
        raise NotFoundError(f"line {line} was not dropped", where=article.id, hint=f"these were: {known}")
    block, position, is_there = min(dropped, key=lambda found: found[2])  # of two on a line, one that is not back yet
    if is_there:
        raise NotFoundError(f"line {line} is in the text already", where=article.id, hint="nothing needs to be done")
    words = _words(block)
    before, after = article.text[:position].rstrip("\n"), article.text[position:].lstrip("\n")
    text = GAP.join(filter(None, (before, words, after)))
    if block.shape is Shape.HEADING:
        return replace(article, text=text)
    place = sum(p.span.end <= position for p in article.segments.paragraphs)
    return _renumbered(article, text, lambda n: (n + (n > place),))


def places(text: str, blocks: Sequence[SourceBlock]) -> Iterator[tuple[SourceBlock, int, bool]]:
    """Each block of the source that was dropped, where it belongs in a text, and whether it stands there already.

    A block belongs after the last block before it that the text has, wherever edits have moved that.
    """
    position = 0
    for index, block in enumerate(blocks):
        words = block.text.strip()
        if block.kind:
            place = position
            if position:
                end = _BLANK.search(text, position)
                place = end.start() if end else len(text)  # never into a paragraph that was joined, or made longer
            at = _stands(text, words, position, islice(blocks, index + 1, None))
            yield block, place, at >= 0 or _stands(text, words, place, islice(blocks, index + 1, None)) >= 0
        else:
            at = _find(text, words, position)
        if words and at >= 0:
            position = at + len(words)


def _stands(text: str, words: str, position: int, later: Iterable[SourceBlock]) -> int:
    """Where a dropped block stands again; not where one behind it does, as a caption that its picture's words begin."""
    at = _follows(text, words, position)
    if at < 0:
        return at
    dropped = (block.text.strip() for block in takewhile(lambda block: block.kind, later))
    rivals = [other for other in dropped if other.startswith(words) and text.startswith(other, at)]
    longer = any(len(other) > len(words) for other in rivals)
    return -1 if longer or not text.startswith(GAP.join([words] * (1 + rivals.count(words))), at) else at


def _follows(text: str, words: str, position: int) -> int:
    """Where words stand, if they are the very next block, or the beginning of what is left of one; else -1."""
    rest = text[position:].lstrip()
    block = rest.removeprefix("\\").removeprefix(HEADING)
    if not words or not block.startswith(words) or block[len(words) :][:1] not in ("", "\n", " "):
        return -1
    return len(text) - len(block)


def _find(text: str, words: str, start: int) -> int:
    """Where words stand as a block of their own, or as the beginning or the end of a joined one; else -1."""
    at = text.find(words, start) if words else -1
    while at >= 0:
        before, after = text[:at].removesuffix(HEADING), text[at + len(words) :][:1]
        if before.endswith(("\n", "\\")) or not before or after in ("", "\n"):
            return at
        at = text.find(words, at + 1)
    return -1


def _words(block: SourceBlock) -> str:
    """A block as the text of an article has it."""
    words = re.sub(r"\n\s*\n", "\n", block.text.strip("\n"))
    if block.shape is Shape.HEADING:
        return HEADING + words
    return "\\" + words if words.startswith(HEADING) else words


def _paragraph(article: Article, number: int) -> Paragraph:
    paragraphs = article.segments.paragraphs
    if not 1 <= number <= len(paragraphs):
        hint = f"it has ¶ 1 to {len(paragraphs)}" if paragraphs else "it has no text"
        raise NotFoundError(f"no ¶ {number}", where=article.id, hint=hint)
    return paragraphs[number - 1]


def _is_wide(character: str) -> bool:
    """Whether a character belongs to a script that puts no spaces between words (Korean does)."""
    return unicodedata.east_asian_width(character) in "WF" and not "\uac00" <= character <= "\ud7a3"


def _renumbered(article: Article, text: str, now: Callable[[int], tuple[int, ...]]) -> Article:
    """The article with another text, and with all that names a paragraph following it."""
    metadata = article.metadata

    def numbers(old: Sequence[int]) -> tuple[int, ...]:
        return tuple(dict.fromkeys(m for n in old for m in now(n)))

    pages: dict[int, tuple[int, int]] = {}
    for old, (first, last) in metadata.pages.items():
        for n in now(old):
            known = pages.get(n, (first, last))
            pages[n] = min(first, known[0]), max(last, known[1])
    themes: dict[int, tuple[str, ...]] = {}
    for old, ids in metadata.paragraph_themes.items():
        for n in now(old):
            themes[n] = tuple(dict.fromkeys((*themes.get(n, ()), *ids)))
    changed = replace(
        metadata,
        pages=pages,
        paragraph_themes=themes,
        original_paragraphs=_merged(metadata.original_paragraphs, now),
        speakers=tuple(replace(s, paragraphs=numbers(s.paragraphs)) for s in metadata.speakers),
    )
    return Article(article.id, changed, text)


def _merged(values: Mapping[int, tuple[V, ...]], now: Callable[[int], tuple[int, ...]]) -> dict[int, tuple[V, ...]]:
    merged: dict[int, tuple[V, ...]] = {}
    for old, entries in values.items():
        for n in now(old):
            merged[n] = tuple(dict.fromkeys((*merged.get(n, ()), *entries)))
    return merged
