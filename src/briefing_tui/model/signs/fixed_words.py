"""What a form's fixed words cannot have, as they are no source's: quotation marks, speech by dashes, calls of notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .dashed_speech import dashed_speech
from .note_calls import false_calls, round_calls
from .quotation_marks import quotation_marks

_MARKS = "between quotation marks stand the words of sources alone: take them out"
_SPEECH = "a dash has somebody speak, and the words of sources alone are said by somebody: take it out"
_CALL = "what looks like the call of a note would credit a source with what is before it: take it out"


@dataclass(frozen=True, slots=True)
class Borrowed:
    """What of fixed words looks like a source's, and what to do."""

    what: str
    """As the end of 'it has …' and of 'it has no …'."""
    line: int
    """From 0."""
    hint: str


def borrowed(lines: Sequence[str]) -> Borrowed | None:
    """The first of what fixed words cannot have.

    Quotation marks are looked for in all lines together, as each may have one of a pair.

    Args:
        lines: each begins a line on paper.
    """
    marks = quotation_marks("\n".join(lines), plain=True)
    starts = [quoted.span.start for quoted in marks.quoted] + [mark.start for mark in (marks.unpaired,) if mark]
    if starts:
        return Borrowed("quotation marks", "\n".join(lines).count("\n", 0, min(starts)), _MARKS)
    for n, line in enumerate(lines):
        if said := next(iter(dashed_speech([line])), None):
            return Borrowed(f"speech by a dash: ‘{said[0] if said else ''}’", n, _SPEECH)
        if call := next(iter((*false_calls(line), *round_calls(line))), None):
            return Borrowed(f"signs like the call of a note: ‘{call}’", n, _CALL)
    return None
