"""What became of the documents of an import."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ...errors import BriefingError
from ...ingest import Dropped
from ...model import Article, ExcerptState, State
from ...search import Sharing


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that a document gives otherwise than the article that was made from it; nothing was overwritten."""

    field: str
    """CSL name."""
    kept: str
    """What the article has, as people read it."""
    state: State
    """How the article has it: `user` where a person set it."""
    document: str
    """What the document gives."""


@dataclass(frozen=True, slots=True)
class Affected:
    """A brief with excerpts from an article that a newer version of was imported."""

    brief: str
    states: Mapping[ExcerptState, int]
    """How many of its excerpts from the older version would be in each state in the newer one."""


@dataclass(frozen=True, slots=True)
class Imported:
    """One document that became an article, or is one already."""

    article: Article
    source: str
    file: str
    """The article's file, from the workspace's folder."""
    dropped: tuple[Dropped, ...] = ()
    warnings: tuple[str, ...] = ()
    same_as: str = ""
    """Id of an article with this very text; where it is the article's own id, nothing was written."""
    digest: str = ""
    """Id of our digest of this document."""
    digest_of: str = ""
    """Id of the article that this is our digest of."""
    digest_guessed: str = ""
    """Why one is only taken to be a digest of the other; empty where the hash of the original proves it."""
    version_of: str = ""
    """Id of the article that this is a newer version of."""
    older_than: str = ""
    """Id of an article that is a newer version of this, by their dates; nothing links the two."""
    affected: tuple[Affected, ...] = ()
    """The briefs that quote the older version; none of them was changed."""
    shares: tuple[Sharing, ...] = ()
    """Articles with passages in common, the largest share first."""
    differences: tuple[Difference, ...] = ()
    """What the document gives otherwise than the article that is there."""

    left_out: int = 0
    """How many blocks of the document are no part of the text; `dropped` has them line by line."""

    @property
    def is_new(self) -> bool:
        """Whether an article was made."""
        return self.same_as != self.article.id


@dataclass(frozen=True, slots=True)
class Failed:
    """One document that became none."""

    source: str
    error: BriefingError


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of all documents of a call."""

    imported: tuple[Imported, ...] = ()
    failed: tuple[Failed, ...] = ()
    skipped: int = 0
    """Files in the folders that are of no kind that can be imported."""
    stopped: bool = False
    """Whether it was stopped before the last document; another call goes on where this one ended."""
