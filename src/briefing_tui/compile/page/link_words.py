"""What a screen reader says of the links in a briefing: the words for the places that they lead to. Pure."""

from __future__ import annotations

from briefing_tui.citations import source_place

from ..document.tree import Document
from ..document.uses import part_place
from ..languages.scripts import printable
from ..languages.wording import Wording

SOURCE = 80
"""Characters of a source that are said."""


def link_words(document: Document, words: Wording) -> dict[str, str]:
    """The words for each place, by its name."""
    said: dict[str, str] = {}
    for call in document.calls():
        said[f"n{call.number}"] = words("notes", n=call.number)
        said[f"c{call.number}"] = words("link-back", n=call.number)
    for name in document.parts:
        said[part_place(name)] = document.headings.get(name, "")
    for chapter in document.chapters:
        said[chapter.id] = printable(chapter.title)
    for block in filter(lambda block: block.number, document.blocks()):
        said.setdefault(block.item, words("link-paragraph", n=block.number))
    for point in document.points:
        said[point.id] = words("link-judgement", n=point.number)
    for entry in document.annex:
        said[entry.place] = words("link-annex", n=entry.number)
    for number, source in enumerate(document.sources, 1):
        name = printable("".join(text.text for text in source)).strip()
        said[source_place(number)] = words("link-source", name=name if len(name) <= SOURCE else f"{name[:SOURCE]}…")
    return said
