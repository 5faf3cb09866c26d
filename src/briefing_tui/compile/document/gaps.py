"""What a judgement still lacks, marked in a draft where it would stand."""

from __future__ import annotations

from collections.abc import Iterator

from briefing_tui.citations import Text
from briefing_tui.model import Judgement
from briefing_tui.model.blank import is_blank

from ..languages.wording import Wording
from .runs import Gap, Inline


def with_gaps(said: tuple[Inline, ...], judgement: Judgement, scale: str, words: Wording) -> tuple[Inline, ...]:
    """What is said of the confidence, and behind it a mark for each thing that no final briefing may lack.

    Args:
        said: of the confidence.
        judgement: whose.
        scale: of likelihood, that the brief uses.
        words: the fixed words of the briefing.
    """
    result = [*said]
    for key in _absent(judgement, scale):
        result += [*[Text(" ")] * bool(result), Gap(words(key))]
    return tuple(result)


def without_gaps(said: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """The same without the marks."""
    end = next((n for n, part in enumerate(said) if isinstance(part, Gap)), len(said))
    return said[: end - 1] if 0 < end < len(said) else said[:end]


def _absent(judgement: Judgement, scale: str) -> Iterator[str]:
    """The keys of the marks."""
    if not judgement.likelihood and scale != "none":
        yield "no-likelihood"
    if not judgement.confidence.level:
        yield "no-confidence"
    elif is_blank(judgement.confidence.because):
        yield "no-reason"
    if not judgement.for_:
        yield "no-evidence"
