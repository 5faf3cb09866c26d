"""Where an omission within a quote joins words of two sentences to one that the source does not have."""

from __future__ import annotations

from ...model import Span, sentences

_WINDOW = 4_000
"""Characters looked at before an omission."""
_BEHIND = 200
"""And behind it: more are not needed to know whether a sentence ends there."""
_STOPS = frozenset(".!?…。！？؟۔։।॥")
_CLOSING = " \"'“”’»)]"
"""What may stand between the last word of a sentence and its stop."""
_SHOWN = 2
"""Words on either side."""


def joint(text: str, span: Span, language: str) -> str:
    """The words on either side of an omission that takes the end of a sentence away; empty where it takes none.

    A sentence that keeps its stop or is given that of another, or of which nothing is kept, is joined to none.

    Args:
        text: of the quote.
        span: what is left out of it.
        language: of the source, as a tag.
    """
    sentence = sentence_of(text, span, language)
    kept, left = text[sentence.start : span.start], text[span.end : sentence.end]
    after = text[span.end : span.end + _BEHIND]
    if after.lstrip(_CLOSING)[:1] in _STOPS:
        return ""
    ends = sentence.end < len(text.rstrip()) and not any(sign.isalnum() or sign in _STOPS for sign in left)
    if not ends or not any(map(str.isalnum, kept)) or not any(map(str.isalnum, after)):
        return ""
    return " ".join((*kept.split()[-_SHOWN:], "[…]", *after.split()[:_SHOWN]))


def sentence_of(text: str, span: Span, language: str) -> Span:
    """The sentence of a quote in which an omission begins."""
    begin = max(text.rfind("\n\n", 0, span.start) + 2 if "\n\n" in text[: span.start] else 0, span.start - _WINDOW)
    stop = text.find("\n\n", span.start)
    end = min(len(text) if stop < 0 else stop, span.end + _BEHIND)
    found = sentences(text, Span(begin, max(begin + 1, end)), language)
    return next((one for one in found if span.start < one.end), Span(span.start, span.end))
