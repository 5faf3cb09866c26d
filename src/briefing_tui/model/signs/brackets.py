"""Brackets of every script: which sign closes which, and the pairs of a text."""

from __future__ import annotations

from collections.abc import Iterator

_PAIRS = (
    "() [] {} ༺༻ ༼༽ ᚛᚜ ⁅⁆ ⁽⁾ ₍₎ ⌈⌉ ⌊⌋ ❨❩ ❪❫ ❲❳ ❴❵ ⟅⟆ ⟦⟧ ⟬⟭ ⟮⟯ ⦃⦄ ⦅⦆ ⦇⦈ ⦉⦊ ⦋⦌ ⦍⦎ ⦏⦐ ⦓⦔ ⦕⦖ ⦗⦘ ⧘⧙ ⧚⧛ ⸦⸧ ⸨⸩ "
    "⹕⹖ ⹗⹘ ⹙⹚ ⹛⹜ 【】 〔〕 〖〗 〘〙 〚〛 ﴿﴾ ︗︘ ︵︶ ︷︸ ︹︺ ︻︼ ﹇﹈ ﹙﹚ ﹛﹜ ﹝﹞ （） ［］ ｛｝ ｟｠ "
)
BRACKETS = {pair[0]: pair[1] for pair in _PAIRS.split()}
"""What closes each bracket: all of Unicode that open and close, but for those that are set as quotation marks."""
_OPENED_BY = {closing: opening for opening, closing in BRACKETS.items()}


def bracket_pairs(text: str) -> Iterator[tuple[int, int]]:
    """Where the two signs of each pair stand; one that has no partner, as in `a)`, is none."""
    opened: list[int] = []
    open_now: dict[str, int] = {}
    for at, sign in enumerate(text):
        if sign in BRACKETS:
            opened.append(at)
            open_now[sign] = open_now.get(sign, 0) + 1
        elif open_now.get(partner := _OPENED_BY.get(sign, "")):
            while True:
                before = opened.pop()
                open_now[text[before]] -= 1
                if text[before] == partner:
                    break
            yield before, at
