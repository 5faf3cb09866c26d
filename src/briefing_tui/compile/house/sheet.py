"""A style sheet of a house, read as the PDF engine reads it: each declaration is let through or refused.

The engine gets what was read, written anew, and never the file: so both understand the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NoReturn

from .rules import FACE, PAGES, fault

SHIPPED = Path(__file__).parents[1] / "templates"
_UNREADABLE = "see that each bracket and string is closed"
_TANGLED = re.compile(r"/\*|\*/|</|[\\{}]")
"""What nothing that is written anew can hold: put together with others, it could be read in another way."""
_NOTHING = {"skip_comments": True, "skip_whitespace": True}

Declared = tuple[str, str, str]
"""A selector, a property and its value."""


class HouseSheetError(ValueError):
    """What a style sheet cannot have, with its line and what to do."""

    def __init__(self, message: str, line: int, hint: str) -> None:
        super().__init__(message)
        self.line, self.hint = line, hint


@dataclass(frozen=True, slots=True)
class Named:
    """A file that a sheet names: a font or a picture, or the sheet that it brings in."""

    name: str
    line: int
    sheet: bool = False


@lru_cache(maxsize=16)
def let_through(css: str) -> tuple[str | Named, ...]:
    """A style sheet of a house, written anew, in pieces.

    Raises:
        HouseSheetError: for what it cannot have.
    """
    from tinycss2 import parse_stylesheet

    if "</" in css:
        raise HouseSheetError("a style sheet cannot hold '</'", css.count("\n", 0, css.index("</")) + 1, "take it out")
    return tuple(piece for rule in parse_stylesheet(css, **_NOTHING) for piece in (*_rule(rule), "\n"))


def attribute_fault(style: str, element: str) -> str:
    """What is wrong with the attribute `style` of an element of a page; nothing where it may have it."""
    from tinycss2 import parse_blocks_contents

    for part in parse_blocks_contents(style, **_NOTHING):
        if part.type != "declaration":
            return "write declarations alone, as 'color: red; margin: 0'"
        if found := fault(element, part.lower_name, _parts(part.value)):
            return f"'{part.lower_name}': {found}"
    return ""


@cache
def shipped() -> frozenset[Declared]:
    """What the program's own style sheets declare: it may stand in those of a house too."""
    from tinycss2 import parse_stylesheet

    found: set[Declared] = set()

    def note(selectors: Sequence[str], part: Any) -> None:
        found.update((selector, part.lower_name, _value(part)) for selector in selectors)

    for sheet in SHIPPED.rglob("*.css"):
        for rule in parse_stylesheet(sheet.read_text(encoding="utf-8"), **_NOTHING):
            if rule.content is not None:
                _each(rule, _heads(rule), note)
    return frozenset(found)


def _rule(rule: Any) -> Iterator[str | Named]:
    """A rule of the outermost level."""
    if rule.type == "error":
        _refuse(rule, f"this cannot be read: {rule.message}", _UNREADABLE)
    if rule.type == "at-rule" and rule.lower_at_keyword == "import":
        yield _imported(rule)
    elif rule.content is None or (rule.type == "at-rule" and f"@{rule.lower_at_keyword}" not in (PAGES, FACE)):
        _refuse(rule, f"a form cannot have '@{rule.at_keyword}'", "it has @import, @page, @font-face and plain rules")
    else:
        yield from _block(rule, _heads(rule))


def _imported(rule: Any) -> Named:
    named = [_address(token) or (token.value if token.type == "string" else "") for token in _parts(rule.prelude)]
    if len(named) != 1 or rule.content is not None:
        _refuse(rule, "this cannot be imported", 'write @import "base.css";')
    return Named(named[0], rule.source_line, sheet=True)


def _block(rule: Any, heads: Sequence[str]) -> Iterator[str | Named]:
    """A rule and what is in its braces."""
    own = heads[0].rpartition(" @")[2] if " @" in heads[0] else ""
    yield f"@{own} {{ " if own else f"{', '.join(heads)} {{ "
    for part in _contents(rule):
        if part.type == "declaration":
            yield from _declaration(part, heads)
        elif part.type == "at-rule" and heads[0].startswith(PAGES) and not own and part.content is not None:
            yield from _block(part, [f"{heads[0]} @{part.lower_at_keyword}"])
        elif part.type == "error":
            _refuse(part, f"this cannot be read: {part.message}", _UNREADABLE)
        else:
            _refuse(part, "a rule cannot stand within another", "write it by itself")
    yield "}"


def _declaration(part: Any, heads: Sequence[str]) -> Iterator[str | Named]:
    value = _value(part)
    for selector in heads:
        if (selector, part.lower_name, value) in shipped():
            continue
        found = fault(selector, part.lower_name, _parts(part.value))
        if found:
            _refuse(part, f"'{part.name}: {value}' of '{selector}' cannot be used in a form", found)
    yield f"{part.name}: "
    for token in part.value:
        name = _address(token)
        yield Named(name, token.source_line) if name else _text([token], part)
    yield " !important; " if part.important else "; "


def _heads(rule: Any) -> list[str]:
    """The selectors of a rule, each in one way."""
    said = " ".join(_text(rule.prelude, rule).split())
    if rule.type == "at-rule":
        return [f"@{rule.lower_at_keyword} {said}".strip()]
    heads: list[list[Any]] = [[]]
    for token in rule.prelude:
        if token.type == "literal" and token.value == ",":
            heads.append([])
        else:
            heads[-1].append(token)
    return [" ".join(_text(head, rule).split()) for head in heads]


def _each(rule: Any, heads: Sequence[str], note: Callable[[Sequence[str], Any], None]) -> None:
    for part in _contents(rule):
        if part.type == "declaration":
            note(heads, part)
        elif part.type == "at-rule":
            _each(part, [f"{heads[0]} @{part.lower_at_keyword}"], note)


def _contents(rule: Any) -> list[Any]:
    from tinycss2 import parse_blocks_contents

    return parse_blocks_contents(rule.content, **_NOTHING)  # type: ignore[no-any-return]


def _value(part: Any) -> str:
    return " ".join([*_text(part.value, part).split(), *["!important"] * part.important])


def _parts(tokens: Sequence[Any]) -> list[Any]:
    """A value without the room between its parts."""
    return [token for token in tokens if token.type not in ("whitespace", "comment")]


def _address(token: Any) -> str:
    """The file that a token names; nothing for any other."""
    if token.type == "url":
        return str(token.value)
    if token.type != "function" or token.lower_name != "url":
        return ""
    return "".join(part.value for part in token.arguments if part.type == "string")


def _text(tokens: Sequence[Any], at: Any) -> str:
    """Tokens as they are written; comments are room."""
    from tinycss2 import serialize

    try:
        pieces = (" " if token.type == "comment" else str(serialize([token])) for token in tokens)
        text = "".join(pieces).replace("/**/", " ")
    except TypeError:
        _refuse(at, "this cannot be read", _UNREADABLE)
    if _TANGLED.search(text):
        _refuse(
            at, f"'{text.strip()[:40]}' cannot be used in a form", "no braces, no escapes, no comment within a value"
        )
    return text


def _refuse(at: Any, message: str, hint: str) -> NoReturn:
    raise HouseSheetError(message, at.source_line, hint)
