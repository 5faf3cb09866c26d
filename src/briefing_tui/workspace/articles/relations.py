"""What one article is to another: a digest, its original, a version, the same text. Pure."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ...search import Identity


class Relation(StrEnum):
    """What another article is to this one."""

    DIGEST = "digest"
    """Our summary of it."""
    ORIGINAL = "original"
    """What this one, a digest, summarises."""
    NEWER = "newer version"
    OLDER = "older version"
    SAME_TEXT = "same text"
    """From another source."""

    @property
    def said(self) -> str:
        """What the other article is, in words that stand alone."""
        return {"digest": "digest of this article", "original": "the original of this digest"}.get(self.value, self)


def relation_of(own: Identity, other: Identity) -> Relation | None:
    """What another article is to one; `None` where it is something else altogether."""
    if own.digest_of and own.digest_of == other.original:
        return Relation.ORIGINAL
    if other.digest_of and other.digest_of == own.original:
        return Relation.DIGEST
    if other.version_of == own.article:
        return Relation.NEWER
    if own.version_of == other.article:
        return Relation.OLDER
    if own.text and own.text == other.text:
        return Relation.SAME_TEXT
    return None
