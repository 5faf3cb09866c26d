"""Style sheets of a house: how they look is the house's, what the pages say is not.

A form may say how words look. It may not add any: what is generated inside a part would read as said by a source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing_tui.model.template import QUOTATION_MARKS

_STRING = r""""(?:\\[\s\S]|[^"\\\n])*"|'(?:\\[\s\S]|[^'\\\n])*'"""
_TEXT_OR_COMMENT = re.compile(rf"({_STRING}|\\.)|/\*.*?(?:\*/|\Z)", re.DOTALL)
_ESCAPED_LETTER = re.compile(r"\\(?:0{0,4}([46][1-9a-fA-F]|[57][0-9aA])(?![0-9a-fA-F])[ \t\n\f]?|([g-zG-Z]))")
"""A letter of ours that is written as an escape, as in `u\\72l(`."""
_ESCAPE = re.compile(r"\\([0-9a-fA-F]{1,6})\s?")
_TOKEN = re.compile(rf"""(?:{_STRING}|\\.|(?i:url)\([^)]*\))|([{{}};"'])""", re.DOTALL)
_ADDRESS = re.compile(rf"url\(\s*(?:{_STRING}|[^\"')]*)\s*\)", re.IGNORECASE)
_WORDED = ("content", "quotes", "hyphenate-character", "string-set", "text-overflow", "block-ellipsis")
"""Properties that put something on the pages."""
_PLAIN_TEXT = ("font", "src", "grid", "--")
"""How the names of those begin that hold names of faces, files and areas."""
_GENERATED = re.compile(r"(?:\s|\x00|none|normal|inherit|initial|!important|counters?\([\w-]+(?:,\s*[\w-]+)?\))*")
"""What may be generated: numbers and signs."""


def normalised(css: str) -> str:
    """A style sheet without comments, its lines as they were, and with no letter of ours behind an escape."""

    def without(match: re.Match[str]) -> str:
        return match[1] or "\n" * match[0].count("\n") or " "

    def letter(match: re.Match[str]) -> str:
        return match[2] or chr(int(match[1], 16))

    return _ESCAPED_LETTER.sub(letter, _TEXT_OR_COMMENT.sub(without, css))


def refused(css: str) -> Iterator[tuple[int, str, str]]:
    """What a style sheet of a house cannot have.

    Args:
        css: as `normalised` gives it.

    Yields:
        where it stands, what is wrong, and what to do.
    """
    if "</" in css:
        yield css.index("</"), "a style sheet cannot hold '</'", "take it out"
    for token in _TOKEN.finditer(css):
        if token[1] in ('"', "'"):
            yield token.start(), "a string is not closed on its line", "close it"
    if found := re.search(r"@counter-style", css, re.IGNORECASE):
        yield found.start(), "a form cannot have counters of its own words", "use one of CSS, as 'decimal'"
    for position, name, value in _declarations(css):
        if _adds_words(name, value):
            yield (
                position,
                f"'{name}' cannot put words or quotation marks on the pages",
                "fixed words belong in page.html",
            )


def _declarations(css: str) -> Iterator[tuple[int, str, str]]:
    """The declarations outside of `@page`, each with where it begins."""
    begin, depth, page = 0, 0, 0
    for token in _TOKEN.finditer(css):
        if not token[1] or token[1] in "\"'":
            continue
        said = css[begin : token.start()]
        if token[1] == "{":
            depth += 1
            if not page and re.match(r"\s*@page\b", said, re.IGNORECASE):
                page = depth
        else:
            name, colon, value = said.partition(":")
            if colon and not page:
                yield begin + len(said) - len(said.lstrip()), name.strip().lower(), value
            if token[1] == "}":
                page = 0 if page == depth else page
                depth -= 1
        begin = token.end()
    name, colon, value = css[begin:].partition(":")
    if colon and not page:
        yield begin, name.strip().lower(), value


def _adds_words(name: str, value: str) -> bool:
    value = _ADDRESS.sub("url()", value)
    strings = [_decoded(match[1:-1]) for match in re.findall(_STRING, value)]
    worded = any(map(_says_something, strings))
    if name == "content":
        return worded or not _GENERATED.fullmatch(re.sub(_STRING, "\0", value).lower())
    if name in _WORDED and "var(" in value.lower():
        return True
    return worded and not name.startswith(_PLAIN_TEXT)


def _decoded(text: str) -> str:
    return _ESCAPE.sub(lambda match: chr(min(int(match[1], 16), 0x10FFFF)), text)


def _says_something(text: str) -> bool:
    return any(c.isalpha() or c in QUOTATION_MARKS or c == "\\" for c in text)
