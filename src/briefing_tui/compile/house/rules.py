"""Whether a declaration of a house's style sheet is let through, and what to do where it is not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from briefing_tui.model.signs.fixed_words import borrowed
from briefing_tui.model.signs.stacked_marks import overladen

from .values import CUSTOM, EVERYWHERE, MARGINS, PAGE, PICTURES, SIZED, Values, admits_font

PAGES = "@page"
FACE = "@font-face"
_PICTURE = re.compile(r"(?:img(?:[.:][\w-]+)*|(?:[\w-]+)?(?:\.[\w-]+)*\.logo(?:[.:][\w-]+)*)", re.IGNORECASE)
_TABLE = re.compile(r"(?:table|td|th|col)(?:[.:][\w-]+)*", re.IGNORECASE)
_DIRECTED = re.compile(r"\[dir=[\"']?(ltr|rtl)[\"']?\]$")
"""An element that says its direction itself."""
_BEGINNING = re.compile(r":first-l(?:ine|etter)\b", re.IGNORECASE)
_NUMBERED = ("::footnote-marker", "::marker")
"""Ends of the selectors whose content is a number."""
_AFTER_NUMBER = " .)\u2002\u2003\u00a0"
_NUMBERS = ("footnote", "page", "pages")
"""The counters that count what a reader sees."""
_DESCRIPTORS = (
    "font-family",
    "font-weight",
    "font-style",
    "font-stretch",
    "font-display",
    "unicode-range",
)
_FILES = ("url", "format", "local")
_TANGLED = re.compile(r"/\*|\*/|</|[\\{};\n]|var\(")
"""What no string can hold: a sheet that is put together of others could be read in another way with it."""
_KNOWN = "a form sets type, colours, borders, distances, columns and breaks: take it out"
_FIXED = "no words and no signs: fixed words belong in page.html"


def fault(selector: str, name: str, tokens: Sequence[Any]) -> str:
    """What to do about a declaration; nothing where it may stand.

    Args:
        selector: one, or an element; `@page` and its boxes as `@page :first @top-left`.
        name: of the property, in small letters.
        tokens: of the value, without room and comments.
    """
    if any(_TANGLED.search(text) for text in _strings(tokens)):
        return "a name in quotes has no brackets, semicolons, escapes or comments"
    if selector == FACE:
        return _face(name, tokens)
    if _BEGINNING.search(selector):
        return "the first line or letter looks as the rest does: it would emphasise words of a source, or hide them"
    if name == "content":
        return _running(tokens) if selector.startswith(PAGES) else _content(selector, tokens)
    if name == "direction" and _is_said(selector, tokens):
        return ""
    if name == "font":
        return "" if admits_font(tokens) else "a size, a face, and lines of 1 or more"
    values = CUSTOM if name.startswith("--") else _values(selector, name)
    if values is None:
        return _KNOWN
    signs = [token for token in tokens if not (_is_file(token) if values.pictures else _is_empty(token))]
    return "" if values.admit(signs) or (tokens and not signs) else values.hint or "another value"


def _values(selector: str, name: str) -> Values | None:
    known = EVERYWHERE.get(name)
    if selector.startswith(PAGES):
        margin = " @" in selector
        return (MARGINS.get(name) or SIZED.get(name) or known) if margin else known or PAGE.get(name)
    last = re.split(r"[\s>+~]+", selector)[-1]
    if _PICTURE.fullmatch(last):
        known = known or PICTURES.get(name) or SIZED.get(name)
    elif _TABLE.fullmatch(last):
        known = known or SIZED.get(name)
    return known


def _is_said(selector: str, tokens: Sequence[Any]) -> bool:
    """Whether a direction is that of the element's own attribute."""
    own = _DIRECTED.search(selector.lower())
    return own is not None and [token.type == "ident" and token.lower_value for token in tokens] == [own[1]]


def _content(selector: str, tokens: Sequence[Any]) -> str:
    """Within the text: nothing, and the number of a note."""
    if len(tokens) == 1 and tokens[0].type == "ident" and tokens[0].lower_value in ("none", "normal"):
        return ""
    numbered = selector.lower().endswith(_NUMBERED)
    for token in tokens:
        if not _is_empty(token, _AFTER_NUMBER * numbered) and not (numbered and _counts(token)):
            return _FIXED
    return "" if tokens else _FIXED


def _running(tokens: Sequence[Any]) -> str:
    """In the margins: words, numbers, and what the program says there."""
    for token in tokens:
        if token.type == "ident" and token.lower_value in ("none", "normal") and len(tokens) == 1:
            continue
        if token.type == "string" or _is_file(token) or _counts(token):
            continue
        if token.type == "function" and token.lower_name in ("string", "element"):
            continue
        return "words, counter(page), counter(pages), string() and element() can stand here"
    said = "".join(token.value if token.type == "string" else "·" for token in tokens)
    if overladen(said):
        return "fewer marks on each letter: they would cover other lines"
    found = borrowed([said])
    return f"it has {found.what}; {found.hint}" if found else ""


def _counts(token: Any) -> bool:
    if token.type != "function" or token.lower_name != "counter":
        return False
    said = [part.value.lower() for part in token.arguments if part.type in ("ident", "literal")]
    others = [part for part in token.arguments if part.type not in ("ident", "literal", "whitespace")]
    return not others and said[:1] != [] and said[0] in _NUMBERS and said[1:] in ([], [",", "decimal"])


def _is_file(token: Any) -> bool:
    return bool(token.type == "url" or (token.type == "function" and token.lower_name == "url"))


def _is_empty(token: Any, but: str = "") -> bool:
    return bool(token.type == "string" and not token.value.strip(but or None) and (but or not token.value))


def _face(name: str, tokens: Sequence[Any]) -> str:
    if name == "src":
        known = (
            t.type in ("url", "string") or (t.type == "function" and t.lower_name in _FILES) or t == "," for t in tokens
        )
        return "" if all(known) else "url(), format() and local() can stand here"
    if name == "font-variant":
        return "" if EVERYWHERE[name].admit(tokens) else EVERYWHERE[name].hint
    return "" if name in _DESCRIPTORS else "one of: src, " + ", ".join(_DESCRIPTORS)


def _strings(tokens: Sequence[Any]) -> Iterator[str]:
    for token in tokens:
        if token.type == "string":
            yield token.value
        elif token.type == "function":
            yield from _strings(token.arguments)
