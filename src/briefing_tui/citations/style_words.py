"""Words of a citation style's own that would stand between quotation marks: in no source, and looked at by no rule.

A style is read as if all of its branches were printed in a row, with a stand-in for what comes from the work.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefing_tui.model.quotation_marks import nested_quotations

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

CSL = "{http://purl.org/net/xbiblio/csl}"
"""The namespace of its elements."""
_WORK = "ꙮ"
"""Stands for words that come from the work, or from the terms that pandoc has."""
_FROM_WORK = frozenset(f"{CSL}{name}" for name in ("names", "name", "et-al", "date", "date-part", "number", "label"))
_FIXED = ("prefix", "suffix", "delimiter", "separator", "initialize-with")
"""How the names of the attributes end that are printed as they stand."""
_PLAIN = re.compile(r"(?:[\w\s.:;!?()\[\]/&*–—-]|,(?!,)|(?<=\w)['’](?=\w)){9,}")
"""A stretch in which no mark stands."""
_SHORT, _LONGEST, _SHOWN = 40, 10_000, 60
"""Characters that are kept as they are, of which nobody could tell what is quoted, and that are named of those."""
_COMMAS = re.compile(r",(?=\s*,)")
"""One behind another, which pandoc takes away."""
_OWN = re.compile(rf"[^\W\d_{_WORK}]+")


def quoted_words(root: Element) -> Iterator[str]:
    """What a style prints between quotation marks that is its own.

    Args:
        root: of a style whose macros are all there and none of which calls itself.
    """
    style = _Style(root)
    for element in root.iter():
        for name, value in element.items():
            if name.endswith(_FIXED):
                yield from _quoted(value)
    for name, text in style.terms():
        yield from _quoted(f"“{text}”" if name.endswith("-quote") else text)
    for layout in root.iter(f"{CSL}layout"):
        text = style.words(layout)
        yield from _quoted(text)
        if (mark := nested_quotations(text)[1]) and _OWN.search(text):
            yield text[max(0, mark.start - _SHOWN // 2) : mark.end + _SHOWN // 2].replace(_WORK, "…")
    yield from style.quoted


def _quoted(text: str) -> Iterator[str]:
    """The style's own words between marks."""
    for quotation in nested_quotations(text)[0]:
        said = quotation.words.slice(text)
        if _OWN.search(said):
            yield " ".join(said.replace(_WORK, "…").split())


class _Style:
    """What the parts of a style print."""

    def __init__(self, root: Element) -> None:
        self.quoted: dict[str, None] = {}
        """Its own words between marks."""
        self._macros = {macro.get("name", ""): macro for macro in root.iter(f"{CSL}macro")}
        self._known: dict[str, str] = {}
        self._terms: dict[str, list[str]] = {}
        for term in root.iter(f"{CSL}term"):
            self._terms.setdefault(term.get("name", ""), []).extend(part.text or "" for part in (term, *term))
        own = _OWN.search(" ".join(text for _, text in self.terms()))
        self._with_terms = f"{_WORK} {own.group()}" if own else _WORK

    def terms(self) -> Iterator[tuple[str, str]]:
        """Its own terms, by name."""
        return ((name, text) for name, texts in self._terms.items() for text in texts)

    def words(self, part: Element) -> str:
        """What an element prints, in short; its own words between marks are noted."""
        if part.tag == f"{CSL}text":
            inner = self._text(part)
        else:
            parts = [self._with_terms] * (part.tag in _FROM_WORK) + [self.words(child) for child in part]
            between = " " if part.tag == f"{CSL}choose" else part.get("delimiter", "")
            inner = between.join(filter(None, parts))
        if part.get("quotes") == "true":
            inner = f"“{inner}”"
        text = _COMMAS.sub("", f"{part.get('prefix', '')}{inner}{part.get('suffix', '')}")
        return self._short(text) if len(text) > _SHORT else text

    def _text(self, part: Element) -> str:
        name = part.get("macro", "")
        if name and name not in self._known:
            self._known[name] = self.words(self._macros[name])
        terms = self._terms.get(part.get("term", ""), [])
        return self._known[name] if name else part.get("value") or " ".join(terms) or _WORK

    def _short(self, text: str) -> str:
        """Without pairs of marks and without long stretches that have none."""
        self.quoted |= dict.fromkeys(_quoted(text))
        kept, done = "", 0
        for quotation in nested_quotations(text)[0]:
            if quotation.span.start >= done:
                kept += text[done : quotation.span.start] + _WORK
                done = quotation.span.end
        short = _PLAIN.sub(_gist, kept + text[done:])
        if len(short) > _LONGEST:
            self.quoted[short[:_SHOWN]] = None
            return _WORK
        return short


def _gist(match: re.Match[str]) -> str:
    """The ends of a stretch, and a word of the style's own that it has."""
    words = match.group()
    own = _OWN.search(words)
    return f"{words[0]} {own.group()[:6] if own else _WORK} {words[-1]}"
