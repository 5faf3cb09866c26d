"""The people quoted in an article as a person types them: `Anna Petrova (general) ¶ 4, 9-11; Ida Berg`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...errors import InvalidError
from ...model import NamedSpeaker

GRAMMAR = "Name (role) ¶ 4, 9-11; Name (role) …; role and ¶ can be left out"
_SPEAKER = re.compile(
    r"(?P<name>[^¶]+?)\s*(?:\((?P<role>[^()¶]*(?:\([^()¶]*\)[^()¶]*)*)\))?\s*(?:¶+(?P<paragraphs>[\d\s,–¶-]+))?"
)
_RANGE = re.compile(r"(\d{1,6})(?:\s*[-–]\s*(\d{1,6}))?")


def named_speakers(text: str, known: Sequence[NamedSpeaker] = (), paragraphs: int = 0) -> tuple[NamedSpeaker, ...]:
    """Read speakers; those who are known keep what cannot be typed.

    Args:
        text: as `GRAMMAR` says.
        known: the speakers so far.
        paragraphs: how many paragraphs there are; 0 where that is not known.

    Raises:
        InvalidError: for what is not of that form, and for a paragraph that is not there.
    """
    before = {speaker.name: speaker for speaker in known}
    found: dict[str, NamedSpeaker] = {}
    for part in filter(None, map(str.strip, _parts(text))):
        match = _SPEAKER.fullmatch(part)
        if match is None:
            raise InvalidError(f"'{part}' is no speaker", where="speakers", hint=GRAMMAR)
        name = " ".join(match["name"].split())
        if not name[0].isalnum() or name.count("(") != name.count(")"):
            raise InvalidError(f"'{part}' is no speaker", where="speakers", hint=GRAMMAR)
        numbers = tuple(sorted(set(_numbers(match["paragraphs"] or "", part))))
        if paragraphs and (gone := [n for n in numbers if not 1 <= n <= paragraphs]):
            hint = f"it has ¶ 1 to {paragraphs}"
            raise InvalidError(f"there is no ¶ {gone[0]}", where=f"speakers: {name}", hint=hint)
        if name in found:
            hint = "give all their paragraphs in one place"
            raise InvalidError(f"'{name}' is there twice", where="speakers", hint=hint)
        role = " ".join((match["role"] or "").split())
        found[name] = replace(before.get(name, NamedSpeaker(name)), role=role, paragraphs=numbers)
    return tuple(found.values())


def shown_speakers(speakers: Sequence[NamedSpeaker]) -> str:
    """Speakers as they are typed."""
    return "; ".join(map(shown_speaker, speakers))


def shown_speaker(speaker: NamedSpeaker) -> str:
    """One speaker as they are typed."""
    numbers = ", ".join(map(str, speaker.paragraphs))
    return speaker.name + (f" ({speaker.role})" if speaker.role else "") + (f" ¶ {numbers}" if numbers else "")


def _parts(text: str) -> Iterator[str]:
    """The text cut at each semicolon that stands in no brackets."""
    depth, start = 0, 0
    for at, character in enumerate(text):
        depth = max(0, depth + (character == "(") - (character == ")"))
        if character == ";" and not depth:
            yield text[start:at]
            start = at + 1
    yield text[start:]


def _numbers(text: str, part: str) -> Iterator[int]:
    for piece in filter(None, map(str.strip, re.split(r"[,¶]", text))):
        match = _RANGE.fullmatch(piece)
        first, last = (int(match[1]), int(match[2] or match[1])) if match else (1, 0)
        if not first <= last <= first + 10_000:
            raise InvalidError(f"'{piece}' is no paragraph", where=f"speakers: {part}", hint=GRAMMAR)
        yield from range(first, last + 1)
