"""What documents get before they become articles: records their texts, texts their speakers."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from ...errors import RefusedError
from ...ingest import Document, Unread, holds_records, speakers_in
from ...model import Metadata, State, TextKind, text_hash

QUOTED = "who is quoted in the text"
"""The evidence for speakers that a person has not looked at."""


@dataclass(frozen=True, slots=True)
class TextFile:
    """The file that a record has its text from."""

    name: str
    data: bytes

    @property
    def sha256(self) -> str:
        """Of its bytes."""
        return hashlib.sha256(self.data).hexdigest()

    def noted(self) -> dict[str, str]:
        """What `custom.original` says about it."""
        return {"text-file": self.name, "text-sha256": self.sha256}


def records_first(files: Iterable[Path]) -> list[Path]:
    """Files of references before all others, so that a record takes the text of the file that it links."""
    return sorted(files, key=lambda path: not holds_records(path.name))


def is_record(document: Document) -> bool:
    """Whether it is an entry of a file of references."""
    return bool(document.part) and not document.text.strip()


def record_hash(metadata: Metadata) -> str:
    """What a record is recognised by when its file has grown, and the article was corrected: what it says of itself."""
    year = str(metadata.issued.year) if metadata.issued else ""
    names = (n.literal or " ".join(filter(None, (n.given, n.family))) for n in metadata.author)
    return text_hash("\n".join((metadata.title, "; ".join(names), year)))


def single(parts: Iterable[Document | Unread], where: str) -> Document | None:
    """The one document that a file holds; `None` where it holds no text.

    Raises:
        RefusedError: for a mailbox and a file of references, which hold several.
    """
    found = tuple(parts)
    if len(found) > 1 or any(part.part for part in found):
        hint = "import it: each of them becomes an article of its own"
        raise RefusedError("the file is made to hold several documents", where=where, hint=hint)
    return next((part for part in found if isinstance(part, Document) and part.text.strip()), None)


def with_speakers(metadata: Metadata, text: str) -> Metadata:
    """Metadata with the people whom a text quotes, but for its authors; what names them already stays."""
    if metadata.speakers or metadata.text is TextKind.DIGEST or not text:
        return metadata
    authors = {str(name) for name in metadata.author}
    found = tuple(s for s in speakers_in(text, metadata.language) if s.name not in authors)
    if not found:
        return metadata
    states, evidence = {**metadata.states, "speakers": State.INFERRED}, {**metadata.evidence, "speakers": QUOTED}
    return replace(metadata, speakers=found, states=states, evidence=evidence)


def with_text(record: Document, read: Document, source: str) -> Document:
    """A record with the text of a document; what the record does not state, the document may.

    Args:
        record: what a reference manager knows.
        read: the document that it is about.
        source: how messages name that document.
    """
    ours, theirs = record.metadata, read.metadata
    added = [name for name in theirs.states if theirs.value(name) and not ours.value(name)]
    pages, unlike = _fitting(theirs.pages, str(ours.extra.get("page", "")))
    metadata = replace(
        ours,
        **{{"URL": "url"}.get(name, name.replace("-", "_")): theirs.value(name) for name in added},
        states={**ours.states, **{name: theirs.state(name) for name in added}},
        evidence={**ours.evidence, **{name: f"{source}: {theirs.evidence.get(name, '')}" for name in added}},
        pages=pages,
    )
    return replace(
        record,
        text=read.text,
        metadata=with_speakers(metadata, read.text),
        dropped=read.dropped,
        blocks=read.blocks,
        warnings=(
            *record.warnings,
            *read.warnings,
            f"its text is that of {source}",
            *unlike,
            *(
                f"{source} states the {name} '{stated}', the record '{kept}': check that it is the right file"
                for name, stated, kept in _contradictions(theirs, ours)
            ),
        ),
    )


def _fitting(
    pages: Mapping[int, tuple[int, int]], stated: str
) -> tuple[Mapping[int, tuple[int, int]], tuple[str, ...]]:
    """The pages of a text, unless the record states others: then a file merely counts its sheets; and what to say."""
    numbers = [int(number) for number in re.findall(r"\d{1,6}", stated)[:2]]
    if not pages or not numbers:
        return pages, ()
    first, last = numbers[0], max(numbers)
    if len(numbers) < 2 or all(first <= a and b <= last for a, b in pages.values()):
        return pages, ()
    return {}, (f"its pages are not those that the record states ({stated}): passages are cited by ¶ alone",)


def _contradictions(read: Metadata, record: Metadata) -> Iterator[tuple[str, str, str]]:
    """What a document states otherwise than the record: field, the document's value and the record's."""

    def both(name: str) -> bool:
        return read.state(name) is State.STATED and bool(record.value(name))

    if both("title") and not _begins(_words(read.title), _words(record.title)):
        yield "title", read.title, record.title
    if both("author"):
        names = [{" ".join(_words(name.short)) for name in one.author} for one in (read, record)]
        if not names[0] & names[1]:
            yield "author", *("; ".join(map(str, one.author)) for one in (read, record))  # type: ignore[misc]
    if both("issued") and not _begins(str(read.issued).split("-"), str(record.issued).split("-")):
        yield "date", str(read.issued), str(record.issued)


def _begins(a: list[str], b: list[str]) -> bool:
    """Whether one is the beginning of the other: a title without its subtitle, a date without its day."""
    shorter = min(len(a), len(b))
    return a[:shorter] == b[:shorter]


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())
