"""Text with emphasis and links, as notes and lists of sources need it: what every output format can print."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Text:
    """A run of characters that look alike."""

    text: str
    italic: bool = False
    bold: bool = False
    href: str = ""
    """An address that the run links to, or `#` and a place of the document; empty for none."""
    small: bool = False
    """Whether it stands back behind what is around it."""


def plain(inlines: Iterable[Text]) -> str:
    """The characters alone."""
    return "".join(inline.text for inline in inlines)


def joined(inlines: Iterable[Text]) -> tuple[Text, ...]:
    """The same with neighbours that look alike made one, and without empty runs."""
    result: list[Text] = []
    for inline in inlines:
        if not inline.text:
            continue
        if result and replace(result[-1], text="") == replace(inline, text=""):
            result[-1] = replace(inline, text=result[-1].text + inline.text)
        else:
            result.append(inline)
    return tuple(result)
