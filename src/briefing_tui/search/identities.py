"""What tells one article from another: hashes of texts and originals, and what names a source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from briefing_tui.model import Article, State


@dataclass(frozen=True, slots=True)
class Identity:
    """What an article is recognised by."""

    article: str
    text: str
    """sha256 of its text; empty where it has none."""
    original: str
    """sha256 of the file it was made from."""
    file: str
    """Name of that file."""
    part: str
    """Which part of the file it is."""
    record: str
    """Hash of what a record of a file of references said of itself; empty for what is none."""
    text_file: str
    """sha256 of the file that a record has its text from."""
    digest_of: str
    """sha256 of the original that it is a digest of."""
    version_of: str
    """Id of the article that it is a newer version of."""
    title: str
    url: str
    outlet: str
    author: str
    """All names, as people read them."""
    issued: str
    dated: str
    """The same, where it is more than inferred."""


def identity(article: Article) -> Identity:
    """What an article is recognised by."""
    metadata = article.metadata
    return Identity(
        article=article.id,
        text=article.sha256 if article.text else "",
        original=metadata.original.get("sha256", ""),
        file=metadata.original.get("file", ""),
        part=metadata.original.get("part", ""),
        record=metadata.original.get("record", ""),
        text_file=metadata.original.get("text-sha256", ""),
        digest_of=metadata.digest_of,
        version_of=metadata.version_of,
        title=metadata.title,
        url=metadata.url,
        outlet=metadata.container_title,
        author="; ".join(map(str, metadata.author)),
        issued=str(metadata.issued or ""),
        dated="" if metadata.state("issued") is State.INFERRED else str(metadata.issued or ""),
    )


def newest(article: str, identities: Iterable[Identity]) -> str:
    """The last of the versions that follow an article; itself where there is none."""
    newer = {one.version_of: one.article for one in identities if one.version_of}
    seen = {article}
    while (following := newer.get(article)) and following not in seen:
        seen.add(following)
        article = following
    return article
