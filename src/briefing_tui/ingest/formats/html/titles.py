"""The title of a page: the heading that its head bears out; the site's name goes only where it is proved to be that."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape

from ....model import State
from ...document import Clue
from ...rules.names import folded
from .heads import folded_space
from .view import ELSEWHERE, View, named, parts_of

_META = ("citation_title", "dc.title", "dcterms.title", "og:title", "twitter:title", "parsely-title", "sailthru.title")
_LONGEST = 400


def title_of(view: View) -> Clue | None:
    """The title; sets `view.title_at` where a heading shows it."""
    stated = [(text, source) for text, source in _statements(view) if not view.is_outlet(text)]
    heading = _borne_out(view, stated)
    if heading is not None:
        return heading
    counts: dict[str, list[tuple[str, str]]] = {}
    for text, source in stated:
        bare = _bare(view, text)
        counts.setdefault(folded(bare), []).append((bare, source))
    lone = _lone_heading(view)
    for found in counts.values():
        sources = list(dict.fromkeys(source for _, source in found))
        if len(sources) > 1 and "title" in sources and not lone and len(parts_of(found[0][0])) == 1:
            return Clue(found[0][0], State.INFERRED, f"{', '.join(sources)} agree")
        if sources[0] == "JSON-LD headline" and not lone:
            return Clue(found[0][0], State.STATED, "JSON-LD headline")
        if sources[0].startswith("meta citation"):
            return Clue(found[0][0], State.STATED, sources[0])
    if lone:
        return Clue(lone, State.INFERRED, "the only heading of the first level")
    for found in counts.values():
        if found[0][1] in {"meta og:title", "title"} and len(parts_of(found[0][0])) == 1:
            return Clue(found[0][0], State.INFERRED, found[0][1])
    return None


def _statements(view: View) -> Iterator[tuple[str, str]]:
    """Titles that the page's head states, and where."""
    for node in view.articles:
        text = folded_space(unescape(named(node.get("headline")) or named(node.get("name"))))
        if text and len(text) < _LONGEST:
            yield text, "JSON-LD headline"
    for key in _META:
        for text in view.head.meta.get(key, [])[:1]:
            yield text, f"meta {key}"
    if view.head.title:
        yield view.head.title, "title"


def _borne_out(view: View, stated: list[tuple[str, str]]) -> Clue | None:
    """A visible heading that the head states too, whole or parted from the site's name: the highest such."""
    whole: dict[str, list[str]] = {}
    parted: dict[str, list[str]] = {}
    for text, source in stated:
        whole.setdefault(folded(text), []).append(source)
        for part in _spans(text):
            parted.setdefault(folded(part), []).append(source)
    best: tuple[int, int, int] | None = None
    for index, piece in enumerate(view.pieces):
        key = folded(piece.text) if piece.level and not piece.kind else ""
        if not key or view.is_outlet(piece.text) or len(piece.text) > _LONGEST:
            continue
        rank = 0 if key in whole else 1 if key in parted else 2
        if rank < 2 and (ELSEWHERE & set(piece.zones) or piece.level > 3):
            rank += 2
        elif rank == 2:
            continue
        candidate = (rank, piece.level, index)
        if best is None or candidate < best:
            best = candidate
    if best is None:
        return None
    view.title_at = best[2]
    text = " ".join(view.pieces[view.title_at].text.split("\n"))
    sources = dict.fromkeys(whole.get(folded(text), []) + parted.get(folded(text), []))
    return Clue(text, State.STATED, f"the page's heading; {', '.join(sources)} agree{'s' if len(sources) == 1 else ''}")


def _spans(text: str) -> Iterator[str]:
    """What a title is without its first or last parts."""
    parts = parts_of(text)
    for start in range(len(parts)):
        for end in range(start + 1, len(parts) + 1):
            if end - start < len(parts):
                yield "".join(parts[start:end])


def _lone_heading(view: View) -> str:
    """The one heading of the first level that is not the site's name."""
    found = [
        (index, piece)
        for index, piece in enumerate(view.pieces)
        if piece.level == 1 and not view.is_outlet(piece.text) and not ELSEWHERE & set(piece.zones)
    ]
    if len(found) != 1 or len(found[0][1].text) > _LONGEST:
        return ""
    view.title_at = found[0][0]
    return " ".join(found[0][1].text.split("\n"))


def _bare(view: View, text: str) -> str:
    """A title without the site's name at its end or its beginning, where the page says what the site's name is."""
    parts = parts_of(text)
    while len(parts) > 1 and view.is_outlet(parts[-1]):
        text = text[: text.rindex(parts.pop())].rstrip(" |–—·:»›•«~/-")
    while len(parts) > 1 and view.is_outlet(parts[0]):
        text = text[text.index(parts[0]) + len(parts.pop(0)) :].lstrip(" |–—·:»›•«~/-")
    return text
