"""Articles as files: YAML front matter, then the text, plain and frozen."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from ..errors import FormatError, NotFoundError
from ..model.article import Article, Metadata
from ..model.formats import FORMAT
from ..support import atomic, yaml
from ..support.text_files import MIB, decoded, display_name, read_bytes, unix_lines
from .copies import has_comments, keep_copy
from .fields import FieldError
from .formats import current
from .metadata import metadata_from_plain, metadata_to_plain

LIMIT = 64 * MIB
"""Bytes of an article file; the longest books have five MiB of text."""

OLDER = ".older"
"""The folder beside articles that keeps what rewriting would lose; nothing under a dot folder is loaded."""

_CLOSING = re.compile(r"^---[ \t]*$", re.MULTILINE)


def read_article(path: Path) -> Article:
    """Read an article; its id is the name of the file.

    Raises:
        NotFoundError: where there is no such file.
        StorageError: where it cannot be read.
        FormatError: where it is no article, with line, field and what to do.
    """
    return parse_article(decoded(read_bytes(path, limit=LIMIT), file=display_name(path)), path)


def parse_article(content: str, path: Path) -> Article:
    """The article that a file's content is.

    Raises:
        FormatError: where it is no article, with line, field and what to do.
    """
    file = display_name(path)
    header, text = _split(content, file)
    plain = current(yaml.load(header, file=file), file=file, text=header)
    try:
        metadata = metadata_from_plain(plain)
    except FieldError as error:
        raise error.located(file, header) from None
    return Article(path.stem, metadata, text)


def render_article(article: Article) -> str:
    """An article as the file has it; `canonical` says what becomes of its text."""
    return f"---\n{_front_matter(article.metadata)}---\n{canonical(article.text)}\n"


def write_article(path: Path, article: Article) -> None:
    """Put an article in place of its file.

    Where that would drop comments from the front matter, or raise its format, a copy of the file as it was is kept in
    `.older/` beside it.

    Raises:
        StorageError: when it cannot be written; the file is then as it was.
    """
    data = atomic.encoded(render_article(article), where=display_name(path))
    _keep_older(path)
    atomic.write_bytes(path, data)


def canonical(text: str) -> str:
    """A text as it is after it was written and read: LF line ends, no empty lines at either end."""
    return unix_lines(text).strip("\r\n")


def front_matter(content: str) -> str | None:
    """The front matter of a file's content, its opening line made empty so that lines keep their numbers."""
    if not content.startswith("---") or content[3:].split("\n", 1)[0].strip(" \t"):
        return None
    start = content.find("\n") + 1
    closing = _CLOSING.search(content, start) if start else None
    return "\n" + content[start : closing.start()] if closing else None


def _split(content: str, file: str) -> tuple[str, str]:
    """Front matter and text."""
    if not content.strip():
        raise FormatError("the file is empty", file=file, hint="delete it, or import the article again")
    header = front_matter(content)
    if header is None:
        opened = content.startswith("---\n")
        message = "the front matter has no end" if opened else "the front matter is missing"
        hint = "put a line '---' below its last field" if opened else "take it in with 'briefing import'"
        raise FormatError(message, file=file, line=1, hint=hint)
    at = content.find("\n") + len(header)
    return header, canonical(content[at:].partition("\n")[2])


def _front_matter(metadata: Metadata) -> str:
    plain: dict[str, Any] = metadata_to_plain(metadata)
    issued = metadata.issued
    if issued and not issued.month and issued.year >= 1000:
        plain["issued"] = issued.year  # a year alone is written as people write it, without quotation marks
    return yaml.dump(plain)


def _keep_older(path: Path) -> None:
    """Keep a copy of a file whose front matter has comments or an older format."""
    try:
        data = read_bytes(path, limit=LIMIT)
    except NotFoundError:
        return
    header = front_matter(data.decode("utf-8", "replace"))
    if header is None or has_comments(header) or not re.search(rf"^format: *{FORMAT}\s*$", header, re.MULTILINE):
        keep_copy(data, path.name, path.parent / OLDER)
