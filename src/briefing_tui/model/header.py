"""Headers: the little of an article that lists show, without its text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Header:
    """One row of the catalogue."""

    id: str
    title: str
    """Empty where the source states none."""
    stand_in: str
    """What lists show for a title: the title itself, or the opening words in brackets (rule 6)."""
    authors: tuple[str, ...]
    container_title: str
    issued: str
    """As in the front matter: `2019`, `2019-11`, `2019-11-20`, or empty."""
    genre: str
    language: str
    text: str
    """`full` or `digest`."""
    words: int
    paragraphs: int
    themes: tuple[str, ...]
    """Ids of the themes that the article is on."""
    theme_paragraphs: tuple[int, ...] = ()
    """How many paragraphs are on each of `themes`, in the same order."""
    speakers: tuple[str, ...] = ()
    publisher: str = ""
    states: tuple[tuple[str, str], ...] = ()
    """The states that are not plainly stated, by CSL name: what lists mark with a question mark."""

    @property
    def outlet(self) -> str:
        """The outlet, else the publisher, else an empty text."""
        return self.container_title or self.publisher

    @property
    def outlet_field(self) -> str:
        """The CSL name of the field that `outlet` has its value of."""
        return "publisher" if self.publisher and not self.container_title else "container-title"

    @property
    def year(self) -> str:
        """The year that is stated or inferred, or an empty text."""
        return self.issued[:4]


@dataclass(frozen=True, slots=True)
class Problem:
    """A file that could not be read: what `list` and the library show instead of hiding it."""

    file: str
    line: int
    field: str
    message: str
    hint: str = ""
    in_part: bool = False
    """Whether the file is used all the same, but for what is wrong."""

    @property
    def place(self) -> str:
        """File, line and field, as far as they are known."""
        return ", ".join(filter(None, (self.file, f"line {self.line}" if self.line else "", self.field)))

    def __str__(self) -> str:
        return f"{self.place}: {self.message}" + (f"; {self.hint}" if self.hint else "")
