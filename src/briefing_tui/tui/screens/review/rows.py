"""The rows of a review: fields, what else is known, then the text with the dropped lines in place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from ....model import Heading, Paragraph, State, TextKind, naming
from ....model.reshaping import places
from ....workspace.articles.metadata import value_of
from ...lines import Line, Piece, cut, fit, line, trim, wrap
from ...wording import count
from .reviewed import Reviewed, fields_of

SIGNS = {
    State.STATED: Piece("✓ ", "good"),
    State.INFERRED: Piece("? ", "warn"),
    State.USER: Piece("✎ ", "accent"),
    State.MISSING: Piece("– ", "dim"),
}
WORDS = {State.STATED: "stated", State.INFERRED: "inferred", State.USER: "yours", State.MISSING: "stated nowhere"}
UNTOLD = "taken for it: nothing says how"
"""Of a type whose article says nothing about it: every article has one."""
PLAIN = {
    "container-title": "outlet",
    "issued": "date",
    "genre": "kind",
    "admiralty": "grade",
    "URL": "address",
}
"""What people call a field that has another name in the file, which stands beside it."""
FIELD_CELLS, NUMBER_CELLS = 25, 6
"""Cells before the values of fields, and before the text: the passage is what needs the room."""
EVIDENCE_CELLS = 24
"""Cells of a row that its evidence gets where the value leaves them."""
NONE = Piece("  ")


@dataclass(frozen=True, slots=True)
class Entry:
    """A row: what it is, what it says, and how that is known."""

    key: str
    name: str
    text: str
    note: str = ""
    sign: Piece = NONE
    role: str = "plain"
    cells: int = FIELD_CELLS
    """Room for the name."""


@dataclass(frozen=True, slots=True)
class ReviewRows:
    """All rows of a review."""

    entries: Sequence[Entry]
    beside: bool = False
    """Whether what the cursor is on is shown in full beside the list."""

    def __len__(self) -> int:
        return len(self.entries)

    def key(self, index: int) -> str:
        """What kind of row it is, and which."""
        return self.entries[index].key

    def line(self, index: int, width: int) -> Line:
        """Sign, name, as much of the value as fits, and of its evidence."""
        entry = self.entries[index]
        parts = _wrapped(entry, width)
        shown = f"{parts[0]} …" if len(parts) > 1 else parts[0]
        name = Piece(fit(entry.name, entry.cells - 1) + " ", "dim" if entry.role == "dim" else "strong")
        note = cut(_beside(entry, parts, width), width - 2 - entry.cells - cell_len(shown) - 2)
        return trim(line(entry.sign, name, Piece(shown, entry.role), Piece(f"  {note}" if note else "", "dim")), width)

    def opened(self, index: int, width: int) -> Sequence[Line]:
        """The rest of a long text, and of the note."""
        if self.beside:
            return ()
        entry = self.entries[index]
        parts = _wrapped(entry, width)
        rest = [Piece(part, entry.role) for part in parts[1:]]
        if entry.note and _beside(entry, parts, width) != entry.note:
            rest += [Piece(part, "dim") for part in wrap(entry.note, _room(entry, width))]
        return [line(" " * (2 + entry.cells), piece) for piece in rest]


def _room(entry: Entry, width: int) -> int:
    """Cells of a line for the value, with room for the sign that there is more."""
    return max(8, width - 2 - entry.cells - 2)


def _wrapped(entry: Entry, width: int) -> list[str]:
    return wrap(entry.text, _room(entry, width))


def _beside(entry: Entry, parts: Sequence[str], width: int) -> str:
    """What of the note stands behind a value: all of it, a beginning that is worth it, or nothing."""
    left = _room(entry, width) - cell_len(parts[0])
    if len(parts) > 1 or (left < EVIDENCE_CELLS and left < cell_len(entry.note)):
        return ""
    return cut(entry.note, left)


def in_full(entry: Entry, width: int) -> list[Line]:
    """What the cursor is on, beside the list."""
    lines = [line(entry.sign, Piece(cut(entry.name, width - 2), "strong")), line()] if entry.name else []
    lines += [line(Piece(part, entry.role)) for part in wrap(entry.text, width)]
    if entry.note:
        lines += [line(), *(line(Piece(part, "dim")) for part in wrap(entry.note, width))]
    return lines


def entries_of(reviewed: Reviewed) -> list[Entry]:
    """Everything that a review shows, in order."""
    return [*_fields(reviewed), *_facts(reviewed), *_text(reviewed)]


def _fields(reviewed: Reviewed) -> Iterator[Entry]:
    metadata = reviewed.article.metadata
    for name in fields_of(metadata):
        state = metadata.state(name)
        evidence = metadata.evidence.get(name, "")
        word = WORDS[state] if name in metadata.states or name != "type" or evidence else UNTOLD
        word = f"{word}, as inferred" if state is State.USER and evidence else word
        note = f"{word}: {evidence}" if evidence else word
        if name in reviewed.unfinished:
            note = f"your unfinished text: {reviewed.unfinished[name]}"
        value = value_of(metadata, name)
        if name == "speakers" and value:
            value = f"{count(len(metadata.speakers), 'person', 'people')}"
        sign = SIGNS[state] if word != UNTOLD else NONE
        called = f"{PLAIN[name]} ({name})" if name in PLAIN else name
        yield Entry(f"field:{name}", called, value or "–", note, sign, "plain" if metadata.value(name) else "dim")


def _facts(reviewed: Reviewed) -> Iterator[Entry]:
    metadata = reviewed.article.metadata
    for n, speaker in enumerate(metadata.speakers):
        where = f"¶ {', '.join(map(str, speaker.paragraphs))}" if speaker.paragraphs else ""
        yield Entry(f"speaker:{n}", "", ", ".join(filter(None, (speaker.name, speaker.role))), where)
    on = [
        f"{reviewed.labels.get(theme, theme)} ({n} ¶{', yours' if theme in metadata.themes else ''})"
        for theme, n in zip(reviewed.themes.themes, reviewed.themes.counts(), strict=True)
    ]
    off = [reviewed.labels.get(t[1:], t[1:]) for t in metadata.themes if t.startswith("-")]
    yield Entry("themes:", "themes", " · ".join(on) or "–", f"not, as you say: {', '.join(off)}" if off else "")
    for n, link in enumerate(reviewed.links):
        yield Entry(f"link:{n}", link.relation.value, link.article)
    if metadata.original:
        part = f", {metadata.original['part']}" if metadata.original.get("part") else ""
        yield Entry("original:", "original", f"{metadata.original.get('file', '')}{part}")
    if reviewed.trouble:
        yield Entry("trouble:", "source", reviewed.trouble, "fields can be corrected all the same", Piece("✗ ", "bad"))


def _text(reviewed: Reviewed) -> Iterator[Entry]:
    """The paragraphs and headings, and each dropped block that is not in the text before what follows it."""
    article = reviewed.article
    text, segments = article.text, article.segments
    dropped = [(at, 0, block) for block, at, is_there in places(text, reviewed.blocks) if not is_there]
    kind = "our digest" if article.metadata.text is TextKind.DIGEST else "text"
    size = f"{count(len(segments.paragraphs), 'paragraph')}, {count(article.words, 'word')}"
    left = f" · {len(dropped)} dropped" if dropped else ""
    yield Entry("text:", kind, f"{size if text.strip() else 'there is none: a attaches that of a file'}{left}")
    shown = [(p.span.start, 1, p) for p in segments.paragraphs] + [(h.span.start, 1, h) for h in segments.headings]
    for _, _, block in sorted([*dropped, *shown], key=lambda place: place[:2]):
        if isinstance(block, Paragraph):
            pages = article.metadata.pages_of(block.n, block.n)
            note = naming.pages(*pages) if pages else ""
            yield Entry(f"paragraph:{block.n}", f"¶ {block.n}", block.span.slice(text), note, cells=NUMBER_CELLS)
        elif isinstance(block, Heading):
            words = f"## {block.span.slice(text)}"
            yield Entry(f"heading:{block.span.start}", "", words, role="strong", cells=NUMBER_CELLS)
        else:
            note = f"dropped: line {block.first} of the source"
            words = f"{block.kind}: {block.text}"
            yield Entry(f"line:{block.first}", "", words, note, Piece("· ", "dim"), "dim", NUMBER_CELLS)
