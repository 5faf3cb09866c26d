"""The plain text of a mail: flowed lines joined; what is quoted, signed or added by a list told from the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from ...document import Block, Line, Shape
from ..plain import split_blocks

LONGEST_SIGNATURE = 15
"""Lines below the mark '-- '."""
LONGEST_LIST_FOOTER = 10

_QUOTED = re.compile(r"\s{0,2}>")
_MARKS = re.compile(r"(?:\s{0,2}>)+ ?")
_ATTRIBUTION = re.compile(
    r"(?:On|Am|Le|El|Il|Op|Em)\b.{6,300}(?:wrote|schrieb|écrit|escribió|scritto|schreef|escreveu)\b.{0,80}:\s*\Z"
    r"|.{4,200}(?:пишет|написал\w*|כתב\w*)\s?:\s*\Z"
)
_LIST_FOOTER = re.compile(r"[_=-]{20,}\s*\Z")
_OF_LIST = re.compile(r"mailing list|unsubscribe|listinfo|list archive", re.IGNORECASE)


def unflowed(text: str, *, joined: bool) -> str:
    """The text of a `format=flowed` part (RFC 3676) with every paragraph on one line.

    Args:
        text: with LF line ends.
        joined: whether the space at the end of a line that goes on is to be taken away (DelSp).
    """
    done: list[str] = []
    open_depth = -1
    for line in text.split("\n"):
        bare = line.lstrip(">")
        depth = len(line) - len(bare)
        bare = bare.removeprefix(" ")
        soft = bare.endswith(" ") and bare != "-- "
        if open_depth == depth and bare != "-- ":
            done[-1] += bare
        else:
            done.append(f"{'>' * depth} {bare}" if depth else bare)
        open_depth = depth if soft else -1
        if soft and joined:
            done[-1] = done[-1][:-1]
    return "\n".join(done)


def blocks_of(text: str) -> list[Block]:
    """The blocks of a plain mail, with what is no text marked by its kind."""
    lines = text.split("\n")
    kinds = _kinds(lines)
    if sum(len(line.split()) for line, kind in zip(lines, kinds, strict=True) if not kind) < 5:
        lines = [
            _MARKS.sub("", line) if kind == "quoted-message" else line for line, kind in zip(lines, kinds, strict=True)
        ]
        kinds = ["" if kind == "quoted-message" else kind for kind in kinds]
    blocks: list[Block] = []
    numbered = list(zip(range(len(lines)), kinds, strict=True))
    for kind, run in groupby(numbered, key=lambda pair: pair[1]):
        indices = [index for index, _ in run]
        blocks.extend(_run(lines, indices, kind))
    return blocks


def _run(lines: Sequence[str], indices: Sequence[int], kind: str) -> Iterator[Block]:
    first = indices[0]
    if not kind:
        for block in split_blocks("\n".join(lines[i] for i in indices)):
            yield replace(block, lines=tuple(Line(line.number + first, line.text) for line in block.lines))
        return
    kept = tuple(Line(i + 1, lines[i].rstrip()) for i in indices if lines[i].strip())
    if kept:
        yield Block("\n".join(line.text for line in kept), kept, Shape.FURNITURE, kind=kind)


def _kinds(lines: Sequence[str]) -> list[str]:
    """By line, the kind of what is no text of the sender's own."""
    kinds = ["quoted-message" if _QUOTED.match(line) else "" for line in lines]
    for index in range(1, len(lines)):
        if kinds[index] and not kinds[index - 1]:
            above = next((i for i in range(index - 1, max(index - 4, -1), -1) if lines[i].strip()), -1)
            for start in (above, above - 1):
                if start >= 0 and _ATTRIBUTION.match(" ".join(lines[start : above + 1])):
                    kinds[start:index] = ["quoted-message"] * (index - start)
                    break
    _mark_end(lines, kinds, "list-footer", LONGEST_LIST_FOOTER)
    _mark_end(lines, kinds, "signature", LONGEST_SIGNATURE)
    return kinds


def _mark_end(lines: Sequence[str], kinds: list[str], kind: str, longest: int) -> None:
    """Mark a signature or a list's lines, from their mark to the end of the text or to what is marked already."""
    end = len(lines)
    while end and (kinds[end - 1] == "list-footer" or not lines[end - 1].strip()):
        end -= 1
    for index in range(end - 1, max(end - longest - 1, 0) - 1, -1):
        rest = "\n".join(lines[index + 1 : end])
        if kind == "signature":
            found = lines[index] == "-- " or (lines[index].strip() == "--" and index > 0)
        else:
            found = bool(_LIST_FOOTER.match(lines[index])) and bool(_OF_LIST.search(rest))
        if found:
            kinds[index:end] = [kind] * (end - index)
            return
