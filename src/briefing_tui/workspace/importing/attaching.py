"""Giving a record that has no text the text of a document."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from ...errors import ImportFailedError, RefusedError
from ...ingest import Document, Reading
from ...model import Article
from ...storage import Originals
from ..places import Places
from .outcome import Imported
from .records import TextFile, single, with_text
from .sources import file_name, read_file, shown


def attach(article: Article, path: Path, reading: Reading, places: Places) -> Imported:
    """The article with the text; the document is kept beside what is kept already, the article is not written yet.

    Raises:
        RefusedError: where the article has a text, and for a file that holds several documents.
        ImportFailedError: where the document cannot be read, or holds no text.
    """
    if article.text.strip():
        hint = "import it as an article of its own: a newer version is recognised"
        raise RefusedError("the article has a text, which is frozen", where=article.id, hint=hint)
    data = read_file(path)
    read = single(reading.read(file_name(path), data), shown(path))
    if read is None:
        raise ImportFailedError("the file holds no text", where=shown(path), hint="check that it was saved whole")
    record = Document("", article.metadata)
    document = with_text(record, read, f"the file '{file_name(path)}'")
    Originals(places.originals).keep(article.id, file_name(path), data, document.blocks, part=False)
    original = {**article.metadata.original, **TextFile(file_name(path), data).noted()}
    return Imported(
        article=replace(article, metadata=replace(document.metadata, original=original), text=document.text),
        source=shown(path),
        file=places.relative(places.corpus / f"{article.id}.md"),
        dropped=document.dropped,
        warnings=document.warnings,
    )
