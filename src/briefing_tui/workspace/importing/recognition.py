"""Recognising a document: the same file, the same text, a newer version, our digest of it, shared passages."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Set
from dataclasses import dataclass

from ...model import Article
from ...search import Identity, Reuse, Sharing, identity, newest

NEARLY_ALL = 0.5
"""Share of the words of either text that has to be common to call one a version of the other."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """What a document is to the articles that are there."""

    already: str = ""
    """Id of the article that this very document is already."""
    same_text: str = ""
    """Id of another source's article with the same text."""
    version_of: str = ""
    digest: str = ""
    digest_guessed: str = ""
    """What agrees, where the digest is only guessed to be one of this document."""
    shares: tuple[Sharing, ...] = ()


class Known:
    """All articles of a corpus, as far as they can be recognised."""

    def __init__(self, identities: Iterable[Identity], reuse: Reuse, ids: Set[str]) -> None:
        self.ids = set(ids)
        self._reuse = reuse
        self._all: dict[str, Identity] = {}
        self._by_original: dict[tuple[str, str], str] = {}
        self._by_part: dict[tuple[str, str], str] = {}
        self._by_text: dict[str, list[str]] = {}
        for one in identities:
            self._note(one)

    def add(self, article: Article) -> None:
        """Know a new article."""
        self._note(identity(article))
        self._reuse.add({article.id: article.text})

    def recognise(self, article: Article) -> Recognised:
        """What an article that is not written yet is to those that are; its id is not looked at."""
        new = identity(article)
        if already := self._already(new):
            return Recognised(already=already)
        same = self._by_text.get(new.text, [])
        if again := next((other for other in same if not _another_source(new, self._all[other])), ""):
            return Recognised(already=again)
        shares = self._reuse.sharing(article.text) if article.text else ()
        digest, why = self._digest(new)
        return Recognised(
            same_text=same[0] if same else "",
            version_of=self._version_of(new, shares),
            digest=digest,
            digest_guessed=why,
            shares=tuple(s for s in shares if s.article not in same),
        )

    def _note(self, one: Identity) -> None:
        self.ids.add(one.article)
        self._all[one.article] = one
        if one.original:
            self._by_original[one.original, one.part] = one.article
        if one.part:
            self._by_part[one.file, one.part] = one.article
        if one.text:
            self._by_text.setdefault(one.text, []).append(one.article)

    def _already(self, new: Identity) -> str:
        """The article made from this very file, or from this part of an earlier state of it."""
        if found := self._by_original.get((new.original, new.part)):
            return found
        found = self._by_part.get((new.file, new.part), "") if new.part else ""
        return found if found and self._all[found].text == new.text else ""

    def _version_of(self, new: Identity, shares: Iterable[Sharing]) -> str:
        """The newest version of what this is another version of: nearly the same text of the same source."""
        for sharing in shares:
            other = self._all.get(sharing.article)
            alike = sharing.here >= NEARLY_ALL and sharing.there >= NEARLY_ALL
            if other and alike and not other.digest_of and _same_source(new, other):
                return newest(other.article, self._all.values())
        return ""

    def _digest(self, new: Identity) -> tuple[str, str]:
        """Our digest of a document: by the hash of the original, else by metadata that agree, which is a guess."""
        digests = [one for one in self._all.values() if one.digest_of]
        for one in digests:
            if one.digest_of == new.original:
                return one.article, ""
        for one in digests:
            agreeing = [name for name in ("title", "URL", "author", "issued") if _agree(new, one, name)]
            if {"title", "URL"} & set(agreeing) or len(agreeing) > 1:
                return one.article, " and ".join(agreeing)
        return "", ""


def _agree(a: Identity, b: Identity, name: str) -> bool:
    first, second = (_folded(getattr(one, name.lower())) for one in (a, b))
    return bool(first) and first == second


def _another_source(a: Identity, b: Identity) -> bool:
    """Whether two of the same text were published by different outlets or at different addresses."""
    return any(
        first and second and _folded(first) != _folded(second)
        for first, second in ((a.url, b.url), (a.outlet, b.outlet))
    )


def _same_source(a: Identity, b: Identity) -> bool:
    """Whether two of nearly the same text are one publication: by address, by title, or by the file's name."""
    if a.url and b.url:
        return _folded(a.url) == _folded(b.url)
    if _another_source(a, b):
        return False
    return _agree(a, b, "title") or (not (a.title and b.title) and bool(a.file) and a.file == b.file)


def _folded(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold()
    address = folded.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
    return " ".join(address.split())
