"""Whether own text says that somebody says or thinks something, by words of a list."""

from __future__ import annotations


def puts_down(text: str, language: str) -> bool | None:
    """Whether words of a text put what it says down to somebody: 'according to', 'argues', 'said'.

    Args:
        text: own text of a brief.
        language: of the brief, as a tag.

    Returns:
        `None` where no such words are known for the language.
    """
    from ..phrasing.lexicon import lexicon_for
    from ..phrasing.phrases import fold
    from ..phrasing.reports import tells_who

    lexicon = lexicon_for(language)
    if lexicon is None:
        return tells_who(text, language)
    said, folded = lexicon.attribution, fold(text)
    return any(phrases.first(folded) for phrases in (said.frames, said.say, said.think, said.behind))
