"""Attributions: who may be the speaker of a passage, and how surely."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from .excerpt import SpeakerKind
from .span import Span


class Certainty(IntEnum):
    """How surely someone says the words of a passage."""

    POSSIBLE = 0
    """Someone who is found near, or one of several readings."""
    LIKELY = 1
    """What a reader would take it for: the words go on from those of someone, or are only reported."""
    CERTAIN = 2
    """The sentence of the quotation says so, and can be read in one way."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Someone who may be the speaker of a passage, with the words that say so."""

    name: str
    role: str
    kind: SpeakerKind
    via: tuple[str, ...]
    """Through whom the words came, nearest to the speaker first."""
    evidence: tuple[Span, ...]
    """The mention and the verb as they stand in the text; none for someone who is only named near."""
    distance: int
    """Paragraphs between the passage and the evidence; 0 in the same one."""
    certainty: Certainty
    nearby: bool = False
    """Whether they were only found near the passage: then the evidence says nothing of its words."""
