"""Pandoc's inlines as words, with what does not belong to them set apart: notes, comments, alternative texts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from . import marks
from .convert import Node

NO_WORDS = frozenset({"image", "picture", "graphic", "bild", "grafik"})
"""Alternative texts that a program puts where a person wrote none."""

_WITHIN = frozenset({"Emph", "Underline", "Strong", "Strikeout", "Superscript", "Subscript", "SmallCaps"})
_CALL = re.compile(r"[\[(]?(?:\d{1,4}|[a-z*†‡§])[\])]?")
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
"""The target of a link that leads out of the document."""
_NOTE_REFERENCE = frozenset({"noteref", "footnote-ref", "doc-noteref", "footnoteref"})
_QUOTES = {"DoubleQuote": ("“", "”"), "SingleQuote": ("‘", "’")}


@dataclass(slots=True)
class Words:
    """The words of some inlines."""

    pieces: list[str] = field(default_factory=list)
    apart: list[tuple[str, str]] = field(default_factory=list)
    """Kind and text of what stands beside them, in order."""
    changes: int = 0
    """Insertions and deletions that were followed."""
    joins: bool = False
    """Whether the end of the paragraph was deleted, so that the next one continues it."""
    plain: bool = False
    """Whether any word is in neither bold nor italics."""

    @property
    def text(self) -> str:
        """As the document has it, lines parted by line feeds."""
        return "".join(self.pieces)


def read(inlines: Iterable[Any]) -> Words:
    """The words of some inlines."""
    words = Words()
    _walk(inlines, words, emphasised=False)
    return words


def _walk(inlines: Iterable[Any], words: Words, *, emphasised: bool) -> None:
    for inline in inlines:
        if isinstance(inline, str):
            words.pieces.append(inline)
            words.plain |= not emphasised and bool(inline.strip(f" \n{marks.SPACE}"))
            continue
        kind, content = inline["t"], inline.get("c")
        if kind in {"Superscript", "Link"} and _is_call(inline):
            continue
        if kind in _WITHIN:
            _walk(content, words, emphasised=emphasised or kind in {"Emph", "Strong"})
        elif kind in {"Link", "Cite"}:
            _walk(content[1], words, emphasised=emphasised)
        elif kind == "Span":
            _span(content, words, emphasised=emphasised)
        elif kind == "Quoted":
            left, right = _QUOTES[content[0]["t"]]
            _walk([left, *content[1], right], words, emphasised=emphasised)
        elif kind in {"Code", "Math"}:
            _walk([content[1]], words, emphasised=emphasised)
        elif kind == "Image":
            _image(content, words)
        elif kind == "Note":
            _note(content, words)


def _is_call(inline: Node) -> bool:
    """Whether it is a raised link to a note elsewhere in the document, or a link that says that it is one."""
    content = inline["c"] if inline["t"] == "Superscript" else inline["c"][1]
    if inline["t"] == "Link" and _NOTE_REFERENCE & {*inline["c"][0][1], *(value for _, value in inline["c"][0][2])}:
        return True
    inner = content[0] if len(content) == 1 and isinstance(content[0], dict) else {"t": ""}
    if {inline["t"], inner["t"]} != {"Superscript", "Link"}:
        return False
    link, words = (inline, inner["c"]) if inline["t"] == "Link" else (inner, inner["c"][1])
    text = "".join(word for word in words if isinstance(word, str))
    return not _ELSEWHERE.match(link["c"][2][0]) and bool(_CALL.fullmatch(text.strip()))


def _span(content: Any, words: Words, *, emphasised: bool) -> None:
    """Insertions are followed, deletions left out, comments set apart."""
    classes = set(content[0][1])
    words.changes += bool(classes & {"insertion", "deletion", "paragraph-insertion", "paragraph-deletion"})
    words.joins |= "paragraph-deletion" in classes
    if "comment-start" in classes:
        words.apart.append(("comment", read(content[1]).text))
    elif "deletion" not in classes:
        _walk(content[1], words, emphasised=emphasised)


def _image(content: Any, words: Words) -> None:
    alternative = " ".join(read(content[1]).text.replace(marks.SPACE, " ").split())
    title = str(content[2][1]).removeprefix("fig:").strip()
    text = alternative or title
    if text and text.lower() not in NO_WORDS:
        words.apart.append(("image-alternative", text))


def _note(blocks: list[Node], words: Words) -> None:
    """The words of a note, without the call that some programs repeat in it."""
    parts: list[str] = []
    beside: list[tuple[str, str]] = []
    for paragraph in paragraphs(blocks):
        found = read(paragraph)
        parts.append(found.text.strip(f" {marks.SPACE}"))
        beside += found.apart
    kind, text = marks.split("\n".join(filter(None, parts)))
    words.apart += [(kind or "footnote", text), *beside]


def paragraphs(blocks: Iterable[Node]) -> Iterator[list[Any]]:
    """The inlines of the paragraphs under some blocks, whatever shape they have."""
    for block in blocks:
        kind, content = block["t"], block.get("c", [])
        if words := _WORDS.get(kind):
            yield from words(content)
        elif inner := _INNER.get(kind):
            yield from paragraphs(inner(content))


def rows(table: Any) -> Iterator[list[list[Node]]]:
    """The blocks of each cell of each row of a table."""
    _, _, _, head, bodies, foot = table
    for row in [*head[1], *(row for body in bodies for part in body[2:] for row in part), *foot[1]]:
        yield [cell[4] for cell in row[1]]


def _defined(content: Any) -> Iterator[Node]:
    for term, meanings in content:
        yield {"t": "Plain", "c": term}
        yield from chain.from_iterable(meanings)


_WORDS: dict[str, Callable[[Any], Iterable[list[Any]]]] = {
    "Para": lambda content: [content],
    "Plain": lambda content: [content],
    "Header": lambda content: [content[2]],
    "LineBlock": lambda content: content,
    "CodeBlock": lambda content: [[content[1]]],
}
_INNER: dict[str, Callable[[Any], Iterable[Node]]] = {
    "BlockQuote": lambda content: content,
    "Div": lambda content: content[1],
    "BulletList": chain.from_iterable,
    "OrderedList": lambda content: chain.from_iterable(content[1]),
    "DefinitionList": _defined,
    "Figure": lambda content: [*content[1][1], *content[2]],
    "Table": lambda content: (block for row in rows(content) for cell in row for block in cell),
}
