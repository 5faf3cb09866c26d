"""What the reader tells the screen that it stands on."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

from ...model import Span


@dataclass
class PinRequested(Message):
    """Pin a passage; `note` asks for its kind, a note and a place first."""

    span: Span
    note: bool = False


@dataclass
class UnpinRequested(Message):
    """Take one of these excerpts, which lie under the cursor, out of the draft."""

    offset: int
    excerpts: tuple[str, ...]


@dataclass
class SpeakerRequested(Message):
    """Say who says one of these excerpts, which lie under the cursor."""

    excerpts: tuple[str, ...]


@dataclass
class AlterationRequested(Message):
    """Alter one of these excerpts, which lie under the cursor."""

    excerpts: tuple[str, ...]


@dataclass
class CopyRequested(Message):
    """Copy a passage with its citation."""

    span: Span


class EditRequested(Message):
    """Correct the article."""


@dataclass
class FindRequested(Message):
    """Ask for words to find in the article."""

    again: bool = False
    """Whether the next place was asked for of the words that were looked for before, and none is marked."""


class ParagraphRequested(Message):
    """Ask for the number of a paragraph to go to."""


class OutlineRequested(Message):
    """List the headings."""


class RelatedRequested(Message):
    """List what is related to the paragraph."""


class BesideRequested(Message):
    """Read another article beside this one."""


@dataclass
class PassageRequested(Message):
    """Go on to the next (1) or previous (-1) passage of what one came by: a list of passages, or of articles."""

    step: int
    beyond: bool = False
    """Whether in another article, whatever is left in this one."""
    hits: bool = False
    """Whether to where something was found there, and not to what is on the theme."""


class ThemeRequested(Message):
    """Ask which theme's paragraphs to go through."""


@dataclass
class PositionChanged(Message):
    """Another sentence is lit."""

    offset: int


@dataclass
class Told(Message):
    """Something that the person should know: why a key did nothing."""

    text: str
    """What to tell; `{}` stands for the key of a command."""
    commands: tuple[str, ...] = ()
    """These commands, by their ids, in order."""
