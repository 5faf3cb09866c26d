"""Importing: documents become articles; the originals are kept beside them, byte for byte."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from ...errors import BriefingError, CancelledError
from ...ingest import Document, Reading, Unread, suggest_id
from ...model import Article, Metadata, text_hash
from ...search import Catalogue, Reuse
from ...storage import Originals, write_article
from ..articles.corpus import Corpus
from ..articles.corrections import write_step
from ..articles.metadata import with_fields
from ..drafting.briefs import Briefs
from ..places import Places
from .affected import affected
from .attaching import attach
from .differences import differences
from .log import Log
from .outcome import Failed, Imported, ImportReport
from .recognition import Known, Recognised
from .records import TextFile, is_record, record_hash, records_first, single, with_speakers, with_text
from .sources import STANDARD_INPUT, file_name, in_plain_words, read_file, shown, walk

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
            before = self._corpus.article(article_id, again=True)
            imported = attach(before, path, reading, self._places)
            label = f"attached {file_name(path)}"
            return replace(imported, article=write_step(self._corpus, self._places, label, before, imported.article))

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
        with_fields(Article("", Metadata(), ""), overrides or {})
        found = walk(paths)
        stopped = False
        failed = list(found.failed)
        with self._corpus.writing(), Reading(cancelled=cancelled) as reading:
            self._corpus.scan()
            call = _Call(
                self._corpus, self._catalogue, self._briefs, self._places, reading=reading, overrides=overrides or {}
            )
            try:
                for n, path in enumerate(records_first(found.files)):
                    if progress:
                        progress(n, len(found.files))
                    if stopped := bool(cancelled and cancelled()):
                        break
                    call.take(path, read_input)
            except CancelledError:
                stopped = True
            finally:
                try:
                    self._corpus.scan()
                except Exception as error:  # noqa: BLE001 - the next scan makes up for it; this report comes but once
                    failed.append(Failed("catalogue", in_plain_words(error, self._places.corpus)))
        return ImportReport(tuple(call.imported), (*failed, *call.failed), found.skipped, stopped)


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
        self._log = Log(places.originals)
        reuse = Reuse(catalogue)
        reuse.update()
        ids = {path.stem for path in places.corpus.rglob("*.md")}
        self._known = Known(catalogue.identities(), reuse, ids, self._originals.blocks)
        self.imported: list[Imported] = []
        self.failed: list[Failed] = []

    def take(self, path: Path, read_input: Callable[[], bytes] | None) -> None:
        """Import all that a file holds."""
        try:
            data = read_input() if path == STANDARD_INPUT and read_input else read_file(path)
            parts = self._reading.read(file_name(path), data)
        except CancelledError:
            raise
        except Exception as error:  # noqa: BLE001 - whatever one file does, the others are imported
            self.failed.append(Failed(shown(path), in_plain_words(error, path)))
            return
        for part in parts:
            source = f"{shown(path)} ({part.part})" if part.part else shown(path)
            if isinstance(part, Unread):
                self.failed.append(Failed(source, part.error))
                continue
            try:
                self.imported.append(self._document(path, source, data, part))
            except CancelledError:
                raise
            except Exception as error:  # noqa: BLE001 - the same
                self.failed.append(Failed(source, in_plain_words(error, path)))

    def _document(self, path: Path, source: str, data: bytes, document: Document) -> Imported:
        name, digest = file_name(path), hashlib.sha256(data).hexdigest()
        original = {"file": name, "sha256": digest} | ({"part": document.part} if document.part else {})
        if is_record(document):
            original["record"] = record_hash(document.metadata)
        article, seen = self._seen(document, original)
        text_file = None
        if not seen.already and is_record(document):
            document, text_file = self._with_linked_text(path, document)
            article, seen = self._seen(document, original | (text_file.noted() if text_file else {}))
        if seen.already:
            return self._already(seen.already, source, article, document)
        article = replace(article, metadata=with_speakers(article.metadata, document.text))
        return self._new(article, name, source, data, document=document, seen=seen, text_file=text_file)

    def _seen(self, document: Document, original: Mapping[str, str]) -> tuple[Article, Recognised]:
        """The article that a document would be, without an id, and what that is to those that are there."""
        article = Article("", replace(document.metadata, original=original), document.text)
        article = with_fields(article, self._overrides)
        return article, self._known.recognise(article, document.blocks)

    def _already(self, article_id: str, source: str, fresh: Article, document: Document) -> Imported:
        """Nothing is written: what the document gives otherwise is told."""
        article = self._corpus.article(article_id)
        file = self._places.relative(self._corpus.path(article_id))
        different = differences(article.metadata, fresh.metadata)
        warnings = document.warnings
        if document.links and not article.text.strip():
            named = ", ".join(f"'{link}'" for link in document.links)
            warnings = (*warnings, f"it is there without a text: briefing article attach {article_id} FILE ({named})")
        if self._overrides:
            warnings = (*warnings, f"nothing was set: it is there already; use: briefing article set {article_id} …")
        return Imported(article, source, file, document.dropped, warnings, same_as=article_id, differences=different)

    def _new(
        self,
        article: Article,
        name: str,
        source: str,
        data: bytes,
        *,
        document: Document,
        seen: Recognised,
        text_file: TextFile | None,
    ) -> Imported:
        own = text_file.data if text_file else b"" if document.part else data
        article = replace(article, id=self._free_id(article, own))
        if seen.version_of:
            article = article.with_metadata(version_of=seen.version_of)
        self._log.add(article.id)
        # The original first: an article never stands without what it was made from.
        self._originals.keep(article.id, name, data, document.blocks, part=bool(document.part))
        if text_file:
            self._originals.keep(article.id, text_file.name, text_file.data, document.blocks, part=False)
        path = self._places.corpus / f"{article.id}.md"
        write_article(path, article)
        self._known.add(article)
        return Imported(
            article=article,
            source=source,
            file=self._places.relative(path),
            dropped=document.dropped,
            left_out=sum(bool(block.kind) for block in document.blocks),
            warnings=(*document.warnings, *filter(None, (seen.version_note,))),
            same_as=seen.same_text,
            digest=seen.digest,
            digest_of=seen.digest_of,
            digest_guessed=seen.digest_guessed,
            version_of=seen.version_of,
            older_than=seen.older_than,
            affected=affected(seen.version_of, article, self._briefs) if seen.version_of else (),
            shares=seen.shares,
        )

    def _free_id(self, article: Article, data: bytes) -> str:
        """An id that no article has; nor has one that is gone, where its original would be pushed out by `data`."""
        taken = set(self._known.ids)
        while True:
            found = suggest_id(article.metadata, article.text, taken, article.metadata.original["sha256"][:8])
            if not data or self._originals.is_free(found, data):
                return found
            taken.add(found)

    def _with_linked_text(self, path: Path, record: Document) -> tuple[Document, TextFile | None]:
        """A record with the text of the file that it names, where that lies with the file of references."""
        warnings = []
        for link in record.links:
            linked = (path.parent / link).resolve()
            if not linked.is_relative_to(path.parent.resolve()):
                warnings.append(f"its file '{link}' is outside the folder of the references: attach it by hand")
                continue
            try:
                text_file = TextFile(file_name(linked), read_file(linked))
                read = single(self._reading.read(text_file.name, text_file.data), link)
            except CancelledError:
                raise
            except BriefingError as error:
                warnings.append(f"its file '{link}' could not be read: {error}")
                continue
            if read is None:
                warnings.append(f"its file '{link}' holds no text")
            elif there := self._known.holding(text_hash(read.text), text_file.sha256):
                hint = f"attach {link} to the record, or forget '{there}' and attach it then"
                warnings.append(f"its file '{link}' is article '{there}' already: {hint}")
            else:
                return with_text(record, read, f"the file '{link}'"), text_file
        return replace(record, warnings=(*record.warnings, *warnings)), None
