"""Differences between two passages, word by word, for people."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_CONTEXT = 4
"""Tokens of agreement shown on either side of a difference."""


def difference(pinned: str, found: str) -> str:
    """What changed, in one line: `… words [-as pinned-] {+as found+} words …`."""
    a, b = _TOKEN.findall(pinned), _TOKEN.findall(found)
    parts: list[str] = []
    steps = SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
    for n, (tag, a0, a1, b0, b1) in enumerate(steps):
        if tag == "equal":
            parts.append(_shorten(a[a0:a1], first=n == 0, last=n == len(steps) - 1))
            continue
        parts.append(_marked("".join(a[a0:a1]), "[-", "-]"))
        parts.append(_marked("".join(b[b0:b1]), "{+", "+}"))
    return "".join(parts).strip()


def _marked(words: str, opening: str, closing: str) -> str:
    """Words between marks; spaces at their ends stay outside, unless there is nothing else."""
    bare = words.strip()
    if not words or not bare:
        return f"{opening}{words}{closing}" if words else ""
    start = words.index(bare)
    return f"{words[:start]}{opening}{bare}{closing}{words[start + len(bare) :]}"


def _shorten(tokens: list[str], *, first: bool, last: bool) -> str:
    if len(tokens) <= 2 * _CONTEXT + 1:
        return "".join(tokens)
    head = "" if first else "".join(tokens[:_CONTEXT])
    tail = "" if last else "".join(tokens[-_CONTEXT:])
    return f"{head} … {tail}"
