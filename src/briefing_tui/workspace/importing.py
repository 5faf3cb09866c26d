"""Importing: documents become articles; the originals are kept beside them, byte for byte."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from ..errors import BriefingError, ImportFailedError
from ..ingest import MAX_BYTES, Document, Dropped, read, suffixes, suggest_id
from ..model import Article, Filters, Metadata, Sort
from ..storage import write_article
from ..support import atomic
from .corpus import Corpus
from .metadata import with_fields
from .places import Places

STANDARD_INPUT = Path("-")


@dataclass(frozen=True, slots=True)
class Imported:
    """One document that became an article."""

    article: Article
    source: str
    file: str
    """The article's file, from the workspace's folder."""
    dropped: tuple[Dropped, ...]
    warnings: tuple[str, ...]
    same_as: str = ""
    """Id of an article that has this very file or text already; then nothing was written."""
    digest: str = ""
    """Id of our digest of this document."""


@dataclass(frozen=True, slots=True)
class Failed:
    """One document that did not."""

    source: str
    error: BriefingError


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of all documents of a call."""

    imported: tuple[Imported, ...]
    failed: tuple[Failed, ...]


def import_files(
    paths: Sequence[Path],
    corpus: Corpus,
    places: Places,
    *,
    overrides: Mapping[str, str],
    progress: Callable[[int, int], None] | None,
    cancelled: Callable[[], bool] | None,
    read_input: Callable[[], bytes] | None = None,
) -> ImportReport:
    """Import documents one by one; one that fails never stops the others.

    Args:
        paths: files, folders (walked), or `-` for what `read_input` gives.
        corpus: the articles so far.
        places: the workspace's folders.
        overrides: metadata set for every document, by CSL name.
        progress: called with how many are done and how many there are.
        cancelled: asked between two documents.
        read_input: gives standard input.
    """
    with_fields(Metadata(), overrides)  # a wrong field stops everything before the first file
    sources = list(_walk(paths))
    imported: list[Imported] = []
    failed: list[Failed] = []
    with corpus.writing():
        corpus.scan(None, None)
        importer = _Importer(corpus, places, overrides)
        for n, path in enumerate(sources):
            if cancelled and cancelled():
                break
            if progress:
                progress(n, len(sources))
            try:
                data = read_input() if path == STANDARD_INPUT and read_input else _bytes(path)
                imported.append(importer.take_in(path, data))
            except BriefingError as error:
                failed.append(Failed(str(path), error))
        corpus.scan(None, None)
    return ImportReport(tuple(imported), tuple(failed))


class _Importer:
    """Takes documents into one corpus; knows what is there already."""

    def __init__(self, corpus: Corpus, places: Places, overrides: Mapping[str, str]) -> None:
        self._corpus = corpus
        self._places = places
        self._overrides = overrides
        self._ids = {p.stem for p in places.corpus.rglob("*.md")}
        self._by_text: dict[str, str] = {}
        self._by_original: dict[str, str] = {}
        self._digests: dict[str, str] = {}
        for header in corpus.headers(Filters(), Sort.DATE):
            with suppress(BriefingError):
                self._know(corpus.article(header.id))

    def take_in(self, path: Path, data: bytes) -> Imported:
        """Make an article of one document, unless its file or its text is there already."""
        name = "pasted.txt" if path == STANDARD_INPUT else path.name
        digest = hashlib.sha256(data).hexdigest()
        document = read(name, data)
        metadata = with_fields(document.metadata, self._overrides)
        article = Article("", replace(metadata, original={"file": name, "sha256": digest}), document.text)
        same = self._by_original.get(digest) or self._by_text.get(article.sha256, "")
        if same:
            known, file = self._corpus.article(same), self._places.relative(self._corpus.path(same))
            return Imported(known, str(path), file, document.dropped, document.warnings, same_as=same)
        taken = self._ids | {p.name for p in self._places.originals.glob("*")}
        article = replace(article, id=suggest_id(metadata, document.text, taken, digest[:8]))
        _write(article, name, data, document, self._places)
        self._know(article)
        file = self._places.relative(self._places.corpus / f"{article.id}.md")
        of = self._digests.get(digest, "")
        return Imported(article, str(path), file, document.dropped, document.warnings, digest=of)

    def _know(self, article: Article) -> None:
        self._ids.add(article.id)
        self._by_text[article.sha256] = article.id
        if original := article.metadata.original.get("sha256", ""):
            self._by_original[original] = article.id
        if article.metadata.digest_of:
            self._digests[article.metadata.digest_of] = article.id


def _write(article: Article, name: str, data: bytes, document: Document, places: Places) -> None:
    """The original first: an article never stands without what it was made from."""
    folder = places.originals / article.id
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ImportFailedError(
            f"cannot keep the original: {error.strerror}",
            where=str(folder),
            hint="make room, or make the folder writable",
        ) from error
    atomic.write_bytes(folder / name, data)
    dropped = [{"line": d.line, "kind": d.kind, "text": d.text} for d in document.dropped]
    atomic.write_text(folder / "dropped.json", json.dumps(dropped, ensure_ascii=False, indent=1) + "\n")
    write_article(places.corpus / f"{article.id}.md", article)


def _walk(paths: Sequence[Path]) -> Iterator[Path]:
    """Files as they are named; folders with what can be imported in them, hidden ones left out."""
    for path in paths:
        if path == STANDARD_INPUT or not path.is_dir():
            yield path
            continue
        for inside in sorted(path.rglob("*")):
            visible = not any(part.startswith(".") for part in inside.relative_to(path).parts)
            if visible and inside.is_file() and inside.suffix.lower() in suffixes():
                yield inside


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise ImportFailedError(
                f"the file is larger than {MAX_BYTES // 2**20} MB",
                where=str(path),
                hint="split it, or import its text alone",
            )
        return path.read_bytes()
    except OSError as error:
        raise ImportFailedError(
            f"cannot read the file: {error.strerror or error}",
            where=str(path),
            hint="check the path and its permissions",
        ) from error
