"""Who is quoted in an article, with the role that its text gives them and the paragraphs where they speak.

The words of an article are read sentence by sentence: whatever stands in quotation marks is blotted out, people,
institutions and speakers without a name are found, and those are kept who are subjects of verbs of saying or to whom
words are put down. Where two readings are possible nobody is named.
"""

from __future__ import annotations

from ...model import NamedSpeaker, segment
from .claims import kind_of
from .lexicon import lexicon_for
from .near import speakers_near
from .walk import Walk

__all__ = ["kind_of", "speakers_in", "speakers_near"]


def speakers_in(text: str, language: str) -> tuple[NamedSpeaker, ...]:
    """The speakers of an article, in the order in which they come up.

    Args:
        text: the article's frozen text.
        language: a language tag (`en-GB`). English is read best, German, French and Russian by short lists of words; in
            other languages only interviews show who speaks (`Name: “…”`).

    Returns:
        people by their full name where the text has it; speakers without a name ('senior Israeli official') and
        institutions by the words of the text, without article. Each role is a passage of the text.
    """
    return Walk(text, segment(text).paragraphs, language, lexicon_for(language)).speakers()
