"""Markdown: its blocks, without its marks. What a reader of the page sees is what can be quoted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..document import Block, Line, Shape, Source
from ..joining import join_all
from ..rules.ours import check_format
from .encoding import decode
from .front_matter import split as split_header
from .inline import words

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]|\Z)")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*\Z")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})[^`]*\Z")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})\Z")
_ITEM = re.compile(r"(\s*)((?:[-*+]|\d{1,9}[.)])[ \t]+)(\S.*)\Z")
_QUOTED = re.compile(r" {0,3}> ?")
_DEFINITION = re.compile(r" {0,3}\[([^\]^][^\]]{0,200})\]:\s*\S+")
_TABLE = re.compile(r"\s*\|?\s*:?-{3,}:?\s*(?:\|\s*:?-{3,}:?\s*)+\|?\Z")
_COMMENT_OPEN, _COMMENT_CLOSE = "<!--", "-->"
_WHOLLY_EMPHASISED = re.compile(r"(\*{1,3}|_{1,3})(?=[^\s*_])(?:(?!\1).)+(?<=[^\s])\1\Z")

LONGEST_UNDERLINED = 200
"""Characters of a heading that is underlined; a line of dashes under more than that is a rule."""

_SIGNS = (
    re.compile(r"^#{1,6} \S", re.MULTILINE),
    re.compile(r"(?<![\w*])\*\*[^\s*][^*\n]*\*\*(?![\w*])"),
    re.compile(r"\[[^\[\]\n]+\]\((?:#|https?:|/|mailto:)[^()\s]*\)"),
    re.compile(r"^<https?://[^\s<>]+>$", re.MULTILINE),
    re.compile(r"^```", re.MULTILINE),
)


def looks_like_markdown(text: str) -> bool:
    """Whether a plain text file clearly is Markdown: it has signs of two different kinds, or a header."""
    sample = text[:65_536]
    if text.startswith("---\n") and split_header("", _lines(sample))[1]:
        return True
    return sum(bool(sign.search(sample)) for sign in _SIGNS) >= 2


def read_markdown(name: str, data: bytes) -> Source:
    """Read a Markdown file."""
    decoded = decode(name, data)
    return parse(name, decoded.text, decoded.warnings)


def parse(name: str, text: str, warnings: tuple[str, ...] = ()) -> Source:
    """Read Markdown text; an article of ours is taken as it is, for its text is no Markdown."""
    lines, header, fields, field_lines, found = split_header(name, _lines(text))
    check_format(name, fields)
    verbatim = "\n".join(line.text.rstrip(" \t") for line in lines).strip("\n") if fields.get("format") else None
    blocks = () if verbatim is not None else tuple(_Parser(lines).blocks())
    return Source(
        blocks=(*([header] if header else []), *blocks),
        fields=fields,
        field_lines=field_lines,
        verbatim=verbatim,
        markup=any(b.shape is Shape.HEADING and b.level > 1 for b in blocks),
        warnings=(*warnings, *found),
    )


def _without_closing(title: str) -> str:
    """A heading without the number signs that may close it."""
    bare = title.rstrip("#")
    return bare.rstrip() if not bare or bare[-1].isspace() else title


def _lines(text: str) -> list[Line]:
    """Lines as they stand: two spaces at the end of one mean something here."""
    return [Line(number, line) for number, line in enumerate(text.split("\n"), 1)]


class _Parser:
    """Walks over the lines once; each kind of block takes the lines that are its own."""

    def __init__(self, lines: list[Line]) -> None:
        self.lines = lines
        self.at = 0
        self.last_close = max((n for n, line in enumerate(lines) if _COMMENT_CLOSE in line.text), default=-1)
        self.references = frozenset(m[1].lower() for line in lines if (m := _DEFINITION.match(line.text)))

    def blocks(self) -> Iterator[Block]:
        """All blocks, in order."""
        while self.at < len(self.lines):
            line = self.lines[self.at]
            text = line.text
            if not text.strip():
                self.at += 1
            elif text.lstrip().startswith(_COMMENT_OPEN):
                yield from self._comment()
            elif fence := _FENCE.match(text):
                yield from self._code(fence[1])
            elif heading := _HEADING.match(text):
                self.at += 1
                if title := _without_closing(text[heading.end() :].strip()):
                    yield from self._inline([line], [title], Shape.HEADING, len(heading[1]))
            elif _RULE.match(text):
                self.at += 1
                yield Block(text.strip(), (line,), Shape.FURNITURE, kind="rule")
            elif _DEFINITION.match(text):
                self.at += 1
                yield Block(text.strip(), (line,), Shape.FURNITURE, kind="link-target")
            elif _QUOTED.match(text):
                yield from self._quotation()
            elif _ITEM.match(text):
                yield from self._list()
            else:
                yield from self._paragraph()

    def _take(self, until: int) -> list[Line]:
        taken = self.lines[self.at : until]
        self.at = until
        return taken

    def _comment(self) -> Iterator[Block]:
        end = self.at
        while end <= self.last_close and _COMMENT_CLOSE not in self.lines[end].text:
            end += 1
        if end > self.last_close:
            yield from self._paragraph()
            return
        after = self.lines[end].text.partition(_COMMENT_CLOSE)[2]
        taken = self._take(end + 1)
        yield Block("\n".join(line.text for line in taken), tuple(taken), Shape.FURNITURE, kind="comment")
        if after.strip():
            yield from self._inline([taken[-1]], [after.strip()])

    def _code(self, fence: str) -> Iterator[Block]:
        """The lines between two fences, as they are; blank ones part it into blocks."""
        start = self.at + 1
        end = start
        while end < len(self.lines) and not self.lines[end].text.strip().startswith(fence):
            end += 1
        self.at = min(end + 1, len(self.lines))
        run: list[Line] = []
        for line in [*self.lines[start:end], Line(0, "")]:
            if line.text.strip():
                run.append(line)
            elif run:
                yield Block("\n".join(part.text.rstrip() for part in run), tuple(run), Shape.LINES)
                run = []

    def _quotation(self) -> Iterator[Block]:
        """Paragraphs of a block quotation, each on one line that keeps the sign of being quoted."""
        end = self.at
        while end < len(self.lines) and _QUOTED.match(self.lines[end].text):
            end += 1
        run: list[Line] = []
        for line in [*self._take(end), Line(0, ">")]:
            if _QUOTED.sub("", line.text, count=1).strip():
                run.append(line)
            elif run:
                parts = [_QUOTED.sub("", part.text, count=1).strip() for part in run]
                nested = any(p.startswith(">") or _ITEM.match(p) for p in parts)
                text = "\n".join(f"> {p}" for p in parts) if nested else "> " + join_all(parts)
                yield from self._inline(run, text.split("\n"), Shape.LINES)
                run = []

    def _list(self) -> Iterator[Block]:
        """Items until the next blank line, each on one line with its marker."""
        taken: list[Line] = []
        items: list[list[str]] = []
        while self.at < len(self.lines) and self.lines[self.at].text.strip():
            line = self.lines[self.at]
            if taken and self._interrupts(line.text) and not _ITEM.match(line.text):
                break
            if _ITEM.match(line.text) or not items:
                items.append([line.text.rstrip()])
            else:
                items[-1].append(line.text.strip())
            taken.append(line)
            self.at += 1
        yield from self._inline(taken, [join_all(item) for item in items], Shape.LINES)

    def _interrupts(self, text: str) -> bool:
        """Whether a line begins a block of its own without a blank line before it."""
        return bool(
            _HEADING.match(text) or _FENCE.match(text) or _QUOTED.match(text) or _RULE.match(text)
            or text.lstrip().startswith(_COMMENT_OPEN)
        )  # fmt: skip

    def _paragraph(self) -> Iterator[Block]:
        start = self.at
        end = start + 1
        while end < len(self.lines) and self.lines[end].text.strip():
            text = self.lines[end].text
            if (under := _UNDERLINE.match(text)) and end > start:
                title = join_all(line.text.strip() for line in self.lines[start:end])
                if len(title) > LONGEST_UNDERLINED:
                    break
                level = 1 if under[1][0] == "=" else 2
                yield from self._inline(self._take(end + 1), [title], Shape.HEADING, level)
                return
            if self._interrupts(text) or re.match(r"\s*(?:[-*+]|1[.)])[ \t]+\S", text):
                break
            end += 1
        taken = self._take(end)
        if len(taken) > 1 and any(_TABLE.match(line.text) for line in taken[:2]):
            kept = [line.text for line in taken if not _TABLE.match(line.text)]
            yield from self._inline(taken, kept, Shape.LINES)
            return
        parts = _between_hard_breaks(taken)
        yield from self._inline(taken, parts, Shape.LINES if len(parts) > 1 else Shape.PARAGRAPH)

    def _inline(
        self, lines: list[Line], parts: list[str], shape: Shape = Shape.PARAGRAPH, level: int = 0
    ) -> Iterator[Block]:
        """A block of the words of its parts, and the images in it."""
        marked = [_ITEM.match(part) if shape is Shape.LINES else None for part in parts]
        shown = [words(m[3] if m else part, self.references) for m, part in zip(marked, parts, strict=True)]
        texts = [m[1] + m[2] + s.text if m else s.text for m, s in zip(marked, shown, strict=True)]
        for image in (image for s in shown for image in s.images):
            where = next((line for line in lines if image in line.text), lines[0])
            yield Block(image, (Line(where.number, image),), Shape.FURNITURE, kind="image-alternative")
        text = "\n".join(filter(str.strip, texts)).strip(" \t\n" if shape is not Shape.LINES else "\n")
        if text.strip():
            whole = len(parts) == 1 and bool(_WHOLLY_EMPHASISED.match(parts[0].strip()))
            yield Block(text, tuple(lines), shape, level, emphasised=whole)


def _between_hard_breaks(lines: list[Line]) -> list[str]:
    """Lines joined by one space, but where two spaces or a backslash at the end of one make it a line of its own."""
    parts: list[list[str]] = [[]]
    for line in lines:
        hard = line.text.endswith(("\\", "  ")) and line is not lines[-1]
        parts[-1].append((line.text.removesuffix("\\") if hard else line.text).strip())
        if hard:
            parts.append([])
    return [join_all(part) for part in parts]
