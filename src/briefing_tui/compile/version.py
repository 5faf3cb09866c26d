"""The code by which copies of a briefing are told apart, on paper too: made from all that it says, however it looks."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from .document import Document
from .parts import parts
from .wording import Wording

NOTICE = "notice"
"""The key of what a draft says of itself."""
LENGTH = 8
"""Characters of the code."""


def with_version(document: Document, words: Wording) -> Document:
    """The same with its version: a draft and the final briefing that says the same have the same one."""
    said = "\n".join(f"{part.key}\t{part.text}" for part in parts(document) if part.key != NOTICE)
    code = hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:LENGTH]
    return replace(document, version=words("version", code=code))
