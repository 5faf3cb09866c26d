"""Links to the very words on a web page: text fragments (https://wicg.github.io/scroll-to-text-fragment/). Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import quote

from briefing_tui.model import Article, Span, TextKind
from briefing_tui.model.alteration import printed
from briefing_tui.model.segments import HEADING
from briefing_tui.model.web_address import is_web_address

WHOLE = 12
"""Words. A passage that is longer, or that goes over several blocks of the page, is named by its start and end."""
END = 5
"""Words of a start or an end."""
AROUND = 3
"""Words before and after, which tell a passage from others with the same words."""
_DIRECTIVE = ":~:"
_WORD = re.compile(r"\w")


def passage_url(article: Article | None, span: Span) -> str:
    """Where a passage can be seen on the web; empty where its source has no address.

    A digest is our own words, which no page has.
    """
    if article is None or article.metadata.text is not TextKind.FULL or not is_web_address(article.metadata.url):
        return ""
    words = _whole_words(article.text, span)
    blocks = [stretch.text.split() for stretch in printed(words.slice(article.text)) if stretch.text.split()]
    address, _, place = article.metadata.url.partition("#")
    place = place.partition(_DIRECTIVE)[0]
    return f"{address}#{place}{_DIRECTIVE}text={_fragment(blocks, article.text, words)}" if blocks else ""


def _whole_words(text: str, span: Span) -> Span:
    """The passage with the rest of a word in which it begins or ends: nothing less is found."""
    start, end = span.start, span.end
    while start > 0 and _WORD.match(text[start - 1]) and _WORD.match(text[start]):
        start -= 1
    while end < len(text) and _WORD.match(text[end - 1]) and _WORD.match(text[end]):
        end += 1
    return Span(start, end)


def _fragment(blocks: Sequence[Sequence[str]], text: str, span: Span) -> str:
    """`prefix-,start,end,-suffix`."""
    short = len(blocks) == 1 and len(blocks[0]) <= WHOLE
    parts = [_encoded(blocks[0])] if short else [_encoded(blocks[0][:END]), _encoded(blocks[-1][-END:])]
    before = text[: span.start].rpartition("\n")[2].split()[-AROUND:] or _further_before(text, span)
    after = text[span.end :].partition("\n")[0].split()[:AROUND]
    if before and not before[0].startswith(HEADING.strip()):
        parts.insert(0, f"{_encoded(before)}-")
    if after:
        parts.append(f"-{_encoded(after)}")
    return ",".join(parts)


def _further_before(text: str, span: Span) -> list[str]:
    """For a passage that begins its block, and whose words stand before as well: words of the blocks before it.

    As many as tell it from those places, where any do; a page is searched from its beginning.
    """
    said = " ".join(span.slice(text).split())
    there = " ".join(_unheaded(text))
    earlier = _unheaded(text[: span.start])
    before = " ".join(earlier)
    if said not in before:
        return []
    more = (" ".join(earlier[-n:]) for n in range(AROUND, WHOLE + 1))
    told = (words for words in more if there.find(f"{words} {said}") == len(before) - len(words))
    return next(told, " ".join(earlier[-AROUND:])).split()


def _unheaded(text: str) -> list[str]:
    """The words of a text, without the signs of its headings."""
    return [word for word in text.split() if word != HEADING.strip()]


def _encoded(words: Sequence[str]) -> str:
    """Percent-encoded, with the hyphen, which has a meaning of its own."""
    return quote(" ".join(words).encode("utf-8", "replace"), safe="").replace("-", "%2D")
