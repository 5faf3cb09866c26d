"""How missing and inferred metadata is named (rule 6): never by the site, the file name or today."""

from __future__ import annotations

from .article import Article, Metadata, State, TextKind
from .excerpt import Standing
from .header import Header

NO_AUTHOR = "[no author stated]"
NO_DATE = "n.d."
FIRST_WORDS = 8
"""Words of the text that stand in for a title that is not stated."""


def untitled(text: str) -> str:
    """What stands in for a missing title: `[untitled: “first words …”]`."""
    opening = first_words(text)
    return f"[untitled: “{opening}”]" if opening else "[untitled]"


def first_words(text: str) -> str:
    """How a text begins, without quotation marks at either end."""
    words = text.split()
    opening = " ".join(words[:FIRST_WORDS]).strip("“”\"'‘’")
    return f"{opening.rstrip(',;:–—')} …" if opening and len(words) > FIRST_WORDS else opening


def first_paragraph(article: Article) -> str:
    """The text of its ¶ 1."""
    paragraph = article.segments.paragraph(1)
    return paragraph.span.slice(article.text) if paragraph else ""


def title(article: Article) -> str:
    """The title as it is printed: as stated, in brackets with a question mark if inferred, else the stand-in."""
    if article.metadata.title:
        return marked(article.metadata, "title", article.metadata.title)
    opening = first_paragraph(article)
    if article.metadata.text is TextKind.DIGEST and opening:
        return f"[untitled; our digest begins: {' '.join(opening.split()[:FIRST_WORDS])} …]"  # not the source's words
    return untitled(opening)


def marked(metadata: Metadata, field: str, value: str) -> str:
    """A value as it is printed: in brackets with a question mark while it is only inferred."""
    return f"[{value}?]" if metadata.state(field) is State.INFERRED else value


def shown(header: Header, field: str, value: str) -> str:
    """A value as lists show it: with a question mark while it is only inferred."""
    return f"{value}?" if value and (field, State.INFERRED.value) in header.states else value


def authors(metadata: Metadata) -> str:
    """All authors in one line, or what says that none is stated."""
    if not metadata.author:
        return NO_AUTHOR
    return marked(metadata, "author", ", ".join(map(str, metadata.author)))


def issued(metadata: Metadata) -> str:
    """The date in the file's form, or `n.d.`."""
    return marked(metadata, "issued", str(metadata.issued)) if metadata.issued else NO_DATE


def outlet(metadata: Metadata) -> str:
    """The outlet, else the publisher, else an empty text."""
    if metadata.container_title:
        return marked(metadata, "container-title", metadata.container_title)
    return marked(metadata, "publisher", metadata.publisher) if metadata.publisher else ""


def paragraphs(first: int, last: int) -> str:
    """A locator as people read it: '¶ 4' or '¶¶ 4–5'."""
    return f"¶ {first}" if last <= first else f"¶¶ {first}–{last}"


def place(here: Standing) -> str:
    """Where a passage is: '¶ 4', '¶¶ 4–5', or 'heading before ¶ 4'."""
    return "heading before " * here.heading + paragraphs(here.first, here.last)


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun: '1 item', '3 items'."""
    return f"{number} {one if number == 1 else many or f'{one}s'}"


def pages(first: int, last: int) -> str:
    """Pages as people read them: 'p. 3' or 'pp. 3–4'."""
    return f"p. {first}" if last <= first else f"pp. {first}–{last}"
