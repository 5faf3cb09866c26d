"""Whether a citation style can be used as it is: refused with the reason where pandoc could not finish with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_tui.errors import FormatError

from .style_words import CSL, quoted_words

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

NOTE, IN_TEXT = "note", "in-text"
"""The classes of styles."""
MOST_CALLS = 1_000_000
"""Calls of macros, every branch counted; the longest of the styles that are published have 150,000."""


def understood(text: str, file: str) -> Element:
    """The root of a style that pandoc can use by itself.

    Raises:
        FormatError: for what is no independent CSL style, one that does not say how a citation reads, or one that
            would never end.
    """
    root = _root(text, file)
    if root.tag.rpartition("}")[2] != "style":
        raise FormatError("this is no CSL style", file=file, line=1, hint="a .csl file begins with <style …>")
    parents = (link for link in root.iter(f"{CSL}link") if link.get("rel") == "independent-parent")
    for parent in parents:
        raise FormatError(
            "the citation style depends on another one, which would have to be fetched",
            file=file,
            line=_line(text, "independent-parent"),
            hint=f"use the independent style that it names as its parent: {parent.get('href', '')}",
        )
    if root.get("class") not in (NOTE, IN_TEXT):
        raise FormatError(
            "the citation style does not say whether it is made for notes or for the text",
            file=file,
            line=_line(text, "class"),
            hint=f'its class is "{NOTE}" or "{IN_TEXT}"',
        )
    if root.find(f"{CSL}citation/{CSL}layout/*") is None:
        hint = "an independent style has <citation><layout>… with the parts of a citation in it"
        raise FormatError("the citation style does not say how a citation reads", file=file, hint=hint)
    _check_macros(root, text, file)
    _check_words(root, text, file)
    return root


def _check_macros(root: Element, text: str, file: str) -> None:
    """Refuse a macro that is not there, and those that pandoc would not finish: they call themselves or too many."""
    called = {m.get("name", ""): _calls(m) for m in root.iter(f"{CSL}macro")}
    for name in dict.fromkeys(_calls(root)):
        if name not in called:
            raise FormatError(
                f"the citation style calls the macro '{name}', which it does not have",
                file=file,
                line=_line(text, f'"{name}"'),
                hint="correct the name, or get the style again",
            )
    left = {name: set(names) for name, names in called.items()}
    costs: dict[str, int] = {}
    while done := {name for name, names in left.items() if not names}:
        costs |= {name: _cost(called[name], costs) for name in done}
        left = {name: names - done for name, names in left.items() if name not in done}
    if left:
        name = next(iter(left))
        raise FormatError(
            f"macros of the citation style call themselves: {', '.join(left)}",
            file=file,
            line=_line(text, f'"{name}"'),
            hint="take the call out, or get the style again",
        )
    for part in ("citation", "bibliography"):
        if any(_cost(_calls(e), costs) > MOST_CALLS for e in root.iter(f"{CSL}{part}")):
            raise FormatError(
                f"the macros of the citation style call each other more than {MOST_CALLS:,} times",
                file=file,
                line=_line(text, f"<{part}"),
                hint="call each once where it is needed, or get the style again",
            )


def _cost(names: list[str], costs: dict[str, int]) -> int:
    """How many macros are called by those names and all that they call in turn."""
    return sum(1 + costs[name] for name in names)


def _check_words(root: Element, text: str, file: str) -> None:
    """Refuse what a style puts between quotation marks and is no title: words of its own, or a field of the work."""
    try:
        found = list(quoted_words(root))
    except RecursionError:
        hint = "take some of the groups and macros apart, or get the style again"
        raise FormatError(
            "the parts of the citation style stand too deep in each other", file=file, hint=hint
        ) from None
    for one in found:
        words = one.words
        own = any(map(str.isalpha, words))
        first = next((word for word in words.split() if word in text and any(map(str.isalpha, word))), words)
        what = f"words of its own between quotation marks: {words}"
        other = f"what is no title between quotation marks: {', '.join(one.variables)}"
        raise FormatError(
            f"the citation style puts {what if own else other}",
            file=file,
            line=_line(text, first if own else f'"{one.variables[0]}"'),
            hint="take the marks out: a style cannot quote",
        )


def _calls(part: Element) -> list[str]:
    """The names of the macros that are called within a part of a style."""
    return [name for e in part.iter() if e.tag in (f"{CSL}text", f"{CSL}key") and (name := e.get("macro"))]


def _root(text: str, file: str) -> Element:
    from xml.etree import ElementTree as ET

    try:
        return ET.fromstring(text)  # noqa: S314 - expat follows no address and limits entities
    except ET.ParseError as error:
        line, column = error.position
        message = f"this is no CSL style: {str(error).partition(':')[0]} (column {column + 1})"
        raise FormatError(message, file=file, line=line, hint="correct it there, or get the style again") from None


def _line(text: str, words: str) -> int:
    return text[: max(0, text.find(words))].count("\n") + 1
