"""Small workspaces for the tests of the search: files in a tiny format, and a count of how often they are read."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from briefing_tui.errors import FormatError
from briefing_tui.model import Article, Matcher, Metadata, Name, NamedSpeaker, PartialDate, Rules, Theme
from briefing_tui.search import Catalogue, Hit, Results, ScanResult, parse_query, scan, search

LONG_AGO = 1_700_000_000_000_000_000
"""A time of writing, in nanoseconds, that no later write falls together with."""

THEMES = (
    Theme("iran", "Iran", rules=Rules(any=("iran*", "tehran"))),
    Theme("trade", "Trade", rules=Rules(any=("trade", "tariff*"))),
)


def load(path: Path) -> Article:
    """Read `title | date | outlet | themes | kind | language | speaker` on the first line and the text after it.

    Behind a speaker and an `@` may stand the paragraphs in which they speak.
    """
    head, _, text = path.read_text("utf-8").partition("\n")
    if head.startswith("broken"):
        raise FormatError("There is no header", file=path.name, line=3, field="title", hint="begin the file with ---")
    parts = ([part.strip() for part in head.split("|")] + [""] * 7)[:7]
    title, date, outlet, themes, kind, language, speaker = parts
    name, _, spoken = speaker.partition("@")
    metadata = Metadata(
        title=title,
        author=(Name("Doe", "Jane"), Name(literal="Agency")),
        container_title=outlet,
        issued=PartialDate.parse(date) if date else None,
        themes=tuple(themes.split()),
        genre=kind,
        language=language,
        speakers=(NamedSpeaker(name.strip(), paragraphs=tuple(map(int, spoken.split()))),) if speaker else (),
    )
    return Article(path.stem, metadata, text.strip("\n"))


@dataclass
class Library:
    """A corpus folder beside a cache, with the files that were loaded."""

    root: Path
    themes: tuple[Theme, ...] = THEMES
    loaded: list[str] = field(default_factory=list)
    catalogue: Catalogue = field(init=False)

    def __post_init__(self) -> None:
        self.corpus = self.root / "corpus"
        self.corpus.mkdir(parents=True, exist_ok=True)
        self.catalogue = self.open()

    def open(self) -> Catalogue:
        """Another look at the same catalogue, as a second process has it."""
        return Catalogue.open(self.root / "cache", "test")

    def write(self, name: str, text: str, *, head: str = "", age: int = 0) -> Path:
        """Write an article that was last changed `age` nanoseconds after `LONG_AGO`."""
        path = self.corpus / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{head}\n{text}\n", "utf-8")
        os.utime(path, ns=(LONG_AGO + age, LONG_AGO + age))
        return path

    def scan(self, catalogue: Catalogue | None = None, **options: Any) -> ScanResult:
        """Scan, noting which files are loaded."""

        def noting(path: Path) -> Article:
            self.loaded.append(path.name)
            return load(path)

        self.loaded.clear()
        return scan(self.corpus, catalogue or self.catalogue, noting, Matcher(self.themes), **options)

    def find(self, query: str, **options: Any) -> Results:
        """Search with a query as it is typed."""
        return search(self.catalogue, parse_query(query, self.themes), **options)

    def found(self, query: str, **options: Any) -> list[tuple[str, int]]:
        """Article and ¶ of the hits."""
        return [(hit.article, hit.paragraph) for hit in self.find(query, **options).hits]


def shown(hits: Sequence[Hit], text: Callable[[Hit], str]) -> list[list[str]]:
    """The marked words of each hit, cut out of the article's text."""
    return [[span.slice(text(hit)) for span in hit.spans] for hit in hits]
