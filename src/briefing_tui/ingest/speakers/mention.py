"""Someone who is named in a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class Kind(Enum):
    """What kind of speaker is mentioned."""

    PERSON = auto()
    SOURCE = auto()
    """Someone without a name: 'a senior official'."""
    BODY = auto()
    """An institution."""
    PRONOUN = auto()
    BACK = auto()
    """Someone named before: 'the minister'."""


@dataclass(slots=True)
class Mention:
    """Someone who is named, from the first word of title or article to before the word `last`."""

    kind: Kind
    first: int
    last: int
    name: str
    role: str = ""
    """The title before the name."""
    gender: str = ""
    addressed: bool = False
    """Whether a form of address stands before the name: 'Dr. Levi'."""
    head: str = ""
    """The noun by which a later 'the official' goes back to this one."""
    special: bool = False
    """Whether a BACK says enough to stand by itself: 'the Danish ambassador'."""
    possessive: bool = False
    apposed: str = ""
    """The role that stands after the name."""
    clause: str = ""
    """The role that a relative clause tells."""
    reach: int = 0
    """The end of what stands after the name in apposition."""
    metonym: bool = False
    """Whether a state or a capital stands for its government."""
    nested: bool = False
    """Whether it stands within the apposition of another."""
