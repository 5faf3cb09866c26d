"""Importing: documents become articles; the originals are kept beside them, byte for byte."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from ...errors import BriefingError, CancelledError
from ...ingest import Document, Reading, Unread, suggest_id
from ...model import Article, Metadata
from ...search import Catalogue, Reuse
from ...storage import Originals, write_article
from ..briefs import Briefs
from ..corpus import Corpus
from ..metadata import with_fields
from ..places import Places
from .affected import affected
from .attaching import attach
from .differences import differences
from .log import Log
from .outcome import Failed, Imported, ImportReport
from .recognition import Known, Recognised
from .records import with_speakers, with_text
from .sources import STANDARD_INPUT, file_name, read_file, walk

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


class Importing:
    """Takes documents into one workspace."""

    def __init__(self, corpus: Corpus, catalogue: Catalogue, briefs: Briefs, places: Places) -> None:
        self._corpus = corpus
        self._catalogue = catalogue
        self._briefs = briefs
        self._places = places

    def attach(self, article_id: str, path: Path) -> Imported:
        """Give a record without a text the text of a document; what the record states stays.

        Raises:
            RefusedError: where the article has a text.
            ImportFailedError: where the document cannot be read.
        """
        with self._corpus.writing(), Reading() as reading:
            imported = attach(self._corpus.article(article_id, again=True), path, reading, self._places)
            self._corpus.write(imported.article)
        return imported

    def run(
        self,
        paths: Sequence[Path],
        *,
        overrides: Mapping[str, str] | None = None,
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
        read_input: Callable[[], bytes] | None = None,
    ) -> ImportReport:
        """Import documents one by one; one that fails never stops the others. Slow.

        Args:
            paths: files, folders (walked), or `-` for what `read_input` gives.
            overrides: metadata set for every document, by CSL name.
            progress: called with how many files are done and how many there are.
            cancelled: asked between two documents and while one is read; what is in stays in.
            read_input: gives standard input.

        Raises:
            InvalidError: for a field that is none; then nothing is imported.
            HeldError, StorageError: where the corpus cannot be written.
        """
        with_fields(Metadata(), overrides or {})
        found = walk(paths)
        stopped = False
        with self._corpus.writing(), Reading(cancelled=cancelled) as reading:
            self._corpus.scan()
            call = _Call(
                self._corpus, self._catalogue, self._briefs, self._places, reading=reading, overrides=overrides or {}
            )
            try:
                for n, path in enumerate(found.files):
                    if progress:
                        progress(n, len(found.files))
                    if stopped := bool(cancelled and cancelled()):
                        break
                    call.take(path, read_input)
            except CancelledError:
                stopped = True
            finally:
                Log(self._places.originals).note([one.article.id for one in call.imported if one.is_new])
                self._corpus.scan()
        return ImportReport(tuple(call.imported), tuple(call.failed), found.skipped, stopped)


class _Call:
    """One call: what is known so far, and what became of each document."""

    def __init__(
        self,
        corpus: Corpus,
        catalogue: Catalogue,
        briefs: Briefs,
        places: Places,
        *,
        reading: Reading,
        overrides: Mapping[str, str],
    ) -> None:
        self._corpus = corpus
        self._briefs = briefs
        self._places = places
        self._reading = reading
        self._overrides = overrides
        self._originals = Originals(places.originals)
        reuse = Reuse(catalogue)
        reuse.update()
        self._known = Known(catalogue.identities(), reuse, {path.stem for path in places.corpus.rglob("*.md")})
        self.imported: list[Imported] = []
        self.failed: list[Failed] = []

    def take(self, path: Path, read_input: Callable[[], bytes] | None) -> None:
        """Import all that a file holds."""
        try:
            data = read_input() if path == STANDARD_INPUT and read_input else read_file(path)
            parts = self._reading.read(file_name(path), data)
        except CancelledError:
            raise
        except BriefingError as error:
            self.failed.append(Failed(str(path), error))
            return
        for part in parts:
            source = f"{path} ({part.part})" if part.part else str(path)
            try:
                if isinstance(part, Unread):
                    raise part.error
                self.imported.append(self._document(path, source, data, part))
            except BriefingError as error:
                self.failed.append(Failed(source, error))

    def _document(self, path: Path, source: str, data: bytes, document: Document) -> Imported:
        document = self._with_linked_text(path, document)
        name, digest = file_name(path), hashlib.sha256(data).hexdigest()
        original = {"file": name, "sha256": digest} | ({"part": document.part} if document.part else {})
        metadata = replace(with_fields(document.metadata, self._overrides), original=original)
        article = Article("", metadata, document.text)
        seen = self._known.recognise(article)
        if seen.already:
            return self._already(seen.already, source, article, document)
        article = article.with_metadata(speakers=with_speakers(metadata, document.text).speakers)
        return self._new(article, name, source, data, document=document, seen=seen)

    def _already(self, article_id: str, source: str, fresh: Article, document: Document) -> Imported:
        """Nothing is written: what the document gives otherwise is told."""
        article = self._corpus.article(article_id)
        file = self._places.relative(self._corpus.path(article_id))
        different = differences(article.metadata, fresh.metadata)
        warnings = document.warnings
        if self._overrides:
            warnings = (*warnings, f"nothing was set: it is there already; use: briefing article set {article_id} …")
        return Imported(article, source, file, document.dropped, warnings, same_as=article_id, differences=different)

    def _new(
        self, article: Article, name: str, source: str, data: bytes, *, document: Document, seen: Recognised
    ) -> Imported:
        article = replace(article, id=self._free_id(article, data, part=bool(document.part)))
        if seen.version_of:
            article = article.with_metadata(version_of=seen.version_of)
        # The original first: an article never stands without what it was made from.
        self._originals.keep(article.id, name, data, document.blocks, part=bool(document.part))
        path = self._places.corpus / f"{article.id}.md"
        write_article(path, article)
        self._known.add(article)
        return Imported(
            article=article,
            source=source,
            file=self._places.relative(path),
            dropped=document.dropped,
            warnings=document.warnings,
            same_as=seen.same_text,
            digest=seen.digest,
            digest_guessed=seen.digest_guessed,
            version_of=seen.version_of,
            affected=affected(seen.version_of, article, self._briefs) if seen.version_of else (),
            shares=seen.shares,
        )

    def _free_id(self, article: Article, data: bytes, *, part: bool) -> str:
        taken = set(self._known.ids)
        while True:
            found = suggest_id(article.metadata, article.text, taken, article.metadata.original["sha256"][:8])
            if part or self._originals.is_free(found, data):
                return found
            taken.add(found)

    def _with_linked_text(self, path: Path, document: Document) -> Document:
        """A record with the text of the file that it names, where that lies with the file of references."""
        if document.text.strip() or not document.links:
            return document
        warnings = []
        for link in document.links:
            linked = (path.parent / link).resolve()
            if not linked.is_relative_to(path.parent.resolve()):
                warnings.append(f"its file '{link}' is outside the folder of the references: attach it by hand")
                continue
            try:
                data = read_file(linked)
                read = next((p for p in self._reading.read(linked.name, data) if isinstance(p, Document)), None)
            except CancelledError:
                raise
            except BriefingError as error:
                warnings.append(f"its file '{link}' could not be read: {error}")
                continue
            if read and read.text.strip():
                return with_text(document, read, f"the file '{link}'")
        return replace(document, warnings=(*document.warnings, *warnings))
