"""The code by which copies of a briefing are told apart, on paper too: made from all that it says, however it looks."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from ..document.gaps import without_gaps
from ..document.runs import Gap
from ..document.tree import Document
from ..languages.wording import Wording
from .parts import parts

NOTICE = "notice"
"""The key of what a draft says of itself."""
LENGTH = 8
"""Characters of the code."""


def with_version(document: Document, words: Wording) -> Document:
    """The same with its version: a draft and the final briefing that says the same have the same one.

    What a draft alone has does not count: its notice, and the marks of what its head and its judgements lack.
    """
    written = tuple(fact for fact in document.facts if not isinstance(fact.value, Gap))
    points = tuple(replace(point, confidence=without_gaps(point.confidence)) for point in document.points)
    counted = replace(document, facts=written, points=points, unmarked="")
    said = "\n".join(f"{part.key}\t{part.text}" for part in parts(counted) if part.key != NOTICE)
    code = hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:LENGTH]
    return replace(document, version=words("version", code=code))
