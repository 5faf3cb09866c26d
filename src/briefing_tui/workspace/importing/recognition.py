"""Recognising a document: the same file, the same text, a newer version, our digest of it, shared passages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass

from ...errors import BriefingError
from ...model import Article, SourceBlock
from ...search import Identity, Reuse, Sharing, identity, newest

NEARLY_ALL = 0.5
"""Share of the words of either text that has to be common to call one a version of the other."""
_PLACE = re.compile(r"(?:line |record )?\d+(?: \(\d+\))?\Z")
"""What a record without a key is called by: where it stands, which the next state of its file gives to another one."""

Lines = Callable[[str], Sequence[SourceBlock]]
"""All that the source of an article holds, by the article's id."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """What a document is to the articles that are there."""

    already: str = ""
    """Id of the article that this very document is already."""
    same_text: str = ""
    """Id of another source's article with the same text."""
    version_of: str = ""
    older_than: str = ""
    """Id of an article that is a newer version of this, by their dates; nothing links the two."""
    version_note: str = ""
    """Which of two versions is the newer one, and how that is known."""
    digest: str = ""
    """Id of our digest of this document."""
    digest_of: str = ""
    """Id of the article that this is our digest of."""
    digest_guessed: str = ""
    """What agrees, where one of the two is only guessed to be a digest of the other."""
    shares: tuple[Sharing, ...] = ()


class Known:
    """All articles of a corpus, as far as they can be recognised."""

    def __init__(self, identities: Iterable[Identity], reuse: Reuse, ids: Set[str], lines: Lines) -> None:
        self.ids = set(ids)
        self._lines = lines
        self._reuse = reuse
        self._all: dict[str, Identity] = {}
        self._by_original: dict[tuple[str, str], str] = {}
        self._records: dict[tuple[str, str], list[str]] = {}
        self._read_from: dict[str, set[str]] = {}
        self._by_text: dict[str, list[str]] = {}
        for one in identities:
            self._note(one)

    def add(self, article: Article) -> None:
        """Know a new article."""
        self._note(identity(article))
        self._reuse.add({article.id: article.text})

    def holding(self, text: str, original: str) -> str:
        """The article that was made of a file, or of its text, and of no record."""
        made = self._by_original.get((original, ""), "")
        same = [made, *self._by_text.get(text, ())]
        return next((one for one in same if one and not self._all[one].record), "")

    def recognise(self, article: Article, blocks: Sequence[SourceBlock] = ()) -> Recognised:
        """What an article that is not written yet is to those that are; its id is not looked at.

        Args:
            article: as it would be written.
            blocks: all that its source holds.
        """
        new = identity(article)
        if already := self._already(new):
            return Recognised(already=already)
        same = self._by_text.get(new.text, [])
        if again := next((other for other in same if _same_document(new, self._all[other])), ""):
            return Recognised(already=again)
        shares = self._reuse.sharing(article.text) if article.text else ()
        alike = [] if same else self._alike(shares)
        if again := next((o.article for o in alike if _same_document(new, o) and self._was_extracted(o, blocks)), ""):
            return Recognised(already=again)
        versions = [one for one in alike if _same_source(new, one)]
        digested, why = self._digested(new)
        version_of, older_than, note = self._newer(new, versions[0]) if versions else ("", "", "")
        return Recognised(
            same_text=same[0] if same else "",
            version_of=version_of,
            older_than=older_than,
            version_note=note,
            digest="" if new.digest_of else digested,
            digest_of=digested if new.digest_of else "",
            digest_guessed=why,
            shares=tuple(s for s in shares if s.article not in same),
        )

    def _note(self, one: Identity) -> None:
        self.ids.add(one.article)
        self._all[one.article] = one
        if one.original:
            self._by_original.setdefault((one.original, one.part), one.article)
        if one.text_file:
            self._by_original.setdefault((one.text_file, ""), one.article)
        if one.record:
            self._records.setdefault((one.file, _key(one.part)), []).append(one.article)
            self._read_from.setdefault(one.article, set()).add(one.original)
        if one.text:
            self._by_text.setdefault(one.text, []).append(one.article)

    def _already(self, new: Identity) -> str:
        """The article made from this very file, or from this record in an earlier state of its file."""
        if found := self._by_original.get((new.original, new.part)):
            return found
        for found in self._records.get((new.file, _key(new.part)), ()) if new.record else ():
            # No two records of one file are one article.
            if new.original not in self._read_from[found] and _same_record(new, self._all[found]):
                self._read_from[found].add(new.original)
                return found
        return ""

    def _alike(self, shares: Iterable[Sharing]) -> list[Identity]:
        """The articles with nearly the same text."""
        alike = (s.article for s in shares if s.here >= NEARLY_ALL and s.there >= NEARLY_ALL)
        return [self._all[one] for one in alike if one in self._all and not self._all[one].digest_of]

    def _was_extracted(self, other: Identity, blocks: Sequence[SourceBlock]) -> bool:
        """Whether an article had this very text before a person restored, split or joined something in it."""
        own = [block.text for block in blocks if not block.kind]
        try:
            return bool(own) and own == [block.text for block in self._lines(other.article) if not block.kind]
        except BriefingError:
            return False  # lines that cannot be read prove nothing

    def _newer(self, new: Identity, other: Identity) -> tuple[str, str, str]:
        """The newest version of what this is a newer version of, or an older one; and how that is known."""
        last = self._all[newest(other.article, self._all.values())]
        exact = min(len(new.dated), len(last.dated))
        first, second = new.dated[:exact], last.dated[:exact]
        if first < second:
            note = f"an older version of '{last.article}' by its date: {new.dated}, not {last.dated}"
            return "", last.article, note
        if first == second:
            what = f"another version of '{last.article}'"
            return last.article, "", f"{what}; no date says which is newer: taken as newer, as it came later"
        return last.article, "", ""

    def _digested(self, new: Identity) -> tuple[str, str]:
        """Our digest of a document, or the document of a digest: by the hash of the original, else by a guess.

        Guessed is where metadata agree.
        """
        others = [one for one in self._all.values() if bool(one.digest_of) != bool(new.digest_of)]
        for one in others:
            if (one.digest_of or one.original) == (new.digest_of or new.original):
                return one.article, ""
        for one in others:
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


def _same_document(new: Identity, other: Identity) -> bool:
    """Whether two of the same text are one; records that link one file are, where they are of one work."""
    if new.record:
        return bool(other.record) and new.original != other.original and _same_work(new, other, agreeing=2)
    return not _another_source(new, other)


def _same_record(new: Identity, other: Identity) -> bool:
    """Whether records of the same file name, with the same key or none, are one."""
    if _key(new.part):
        return _same_work(new, other, agreeing=1)
    return not _another_source(new, other) and _same_work(new, other, agreeing=2)


def _same_work(new: Identity, other: Identity, *, agreeing: int) -> bool:
    """Whether at least so many of title, author and year agree, and none disagrees."""
    ours, theirs = ((one.title, one.author, one.issued[:4]) for one in (new, other))
    if other.record == new.record:  # a person may have corrected the article since
        return sum(map(bool, ours)) >= agreeing or agreeing == 1
    both = [(_folded(a), _folded(b)) for a, b in zip(ours, theirs, strict=True) if a and b]
    return len(both) >= agreeing and all(a == b for a, b in both)


def _key(part: str) -> str:
    """The key of a record; empty where it is only called by its place."""
    return "" if _PLACE.match(part) else part


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
