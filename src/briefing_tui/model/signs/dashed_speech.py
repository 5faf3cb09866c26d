"""Speech by dashes, as Russian, French, Spanish and Polish write it: which lines of own text have somebody speak."""

from __future__ import annotations

import re

from .quotation_marks import quotation_marks
from .quote_signs import UNSEEN

_DASH = "[\u2012-\u2015\u2212\u2e3a\u2e3b\u2500\u2501\u23af\ufe31\ufe32\ufe58]"
_HYPHEN = "[-\u2010\u2011\ufe63\uff0d\u30fc]"
_OPENS = re.compile(rf"[\s…]*(?:{_DASH}+(?:\s+|(?=[^\W\d_]|[¡¿…]))|{_HYPHEN}+\s+)(?P<words>\S.*)", re.DOTALL)
"""A line that begins with a dash; –5 is a number."""
_SAID = (
    "(?:сказа|заяви|отмети|подчеркну|добави|сообщи|поясни|объясни|рассказа|напомни|уточни|призна|написа|ответи|отвеча"
    "|предупреди|подтверди|спроси|воскликну|возрази|продолжи|заключи|пообеща|говор|заявля|отмеча|утвержда|признаё|счита)"
    "(?:л(?:а|и|ся|ась|ись)?|[еёи]т(?:ся)?|[ую]т|ят|ет)|каза(?:в|ла|ли)|сказа(?:в|ла|ли)|заяви(?:в|ла|ли)|визна(?:в|ла)"
    "|(?:powiedzia|stwierdzi|przyzna|doda|odpowiedzia|oświadczy|wyjaśni|zapyta|podkreśli|zaznaczy|rzek)ł[aoiy]?"
    "|mówi|twierdzi|przyznaje|dodaje"
    "|dij[oe]|dijeron|dice|afirmó|declaró|añadió|agregó|reconoció|admitió|confesó|explicó|respondió|contestó|señaló"
    "|preguntó|aseguró|advirtió|comentó|exclamó|replicó|insistió|disse|declarou|afirmou|admitiu|respondeu|confessou"
    "|dit|dis(?:ait|ent)|répond(?:it)?|déclar[ea]|affirm[ea]|ajout[ea]|avou[ea]|reconnaît|reconnut|expliqu[ea]|admet"
    "|(?:a|ont)\\s(?:dit|répondu|déclaré|affirmé|ajouté|avoué|reconnu|expliqué|admis)|a-t-(?:il|elle)\\s\\w+"
    "|disse|dichiar[aò]|afferm[aò]|ammise|ammette|aggiun(?:se|ge)|rispose|spieg[aò]|ha\\s(?:detto|ammesso|dichiarato)"
    "|said|says|admitted|replied|told|added|asked|wrote|confessed|conceded|explained|declared|insisted|warned|recalled"
)
"""Verbs that stand before the speaker."""
_VERB = re.compile(rf"(?:{_SAID})(?!\w)")
_TELLS = re.compile(
    rf"(?:(?<![»”\"“’›」]),|(?<=[!?…]))\s*(?:{_DASH}+\s*|{_HYPHEN}\s+)(?:{_SAID})(?!\w)"
    rf"|(?<=\w)\s{_DASH}+(?:{_SAID})(?!\w)"
)
"""Behind words, before who said them."""
_COLON = re.compile(rf":\s*{_DASH}+\s*(?P<words>[^\W\d_].*)", re.DOTALL)
"""Behind the speaker, before the words."""
_NEXT = re.compile(r"(?:[^\W\d_]{4}[.!?…]\s+[—―]|[^\W\d_]{5}[.!?…]\s+–)\s+(?P<words>(?P<first>[^\W\d_]).*)", re.DOTALL)
"""Behind the stop of a sentence, and of no abbreviation as in U.S. – Russia; a capital follows."""
_TURN = re.compile(rf"[,.!?…;:]+\s+(?:{_DASH}|{_HYPHEN})+\s+|\s{_DASH}+(?=\w)|(?<=\w){_DASH}+(?=[\s,.!?…;:])")
"""Where speech ends and who says it begins, or the other way round."""
_CLOSED = tuple("»”\"“’›」’'")
_NAME = re.compile(r"[,(\d]")
_LINKS = frozenset("de da di du der den van von zu bin ibn al el la le of the".split())
_SHOWN = 8
"""Words before a verb that are shown; and those that the line of a name has at most."""


def dashed_speech(lines: list[str]) -> list[tuple[str, ...]]:
    """What is said in lines that are printed one below the other, for each line that has somebody speak.

    Args:
        lines: each begins a line on paper.

    Returns:
        the stretches of speech in each such line, without who says them.
    """
    found = []
    for n, line in enumerate(lines):
        shown = UNSEEN.sub("", line)
        blotted = _without_quoted(shown)
        before = lines[n - 1].rstrip(" .") if n else ""
        opened = _OPENS.match(blotted) or _COLON.search(blotted) or _behind_a_stop(blotted)
        if opened and any(map(str.isalpha, opened["words"])):
            if not (before.endswith(_CLOSED) and _is_name(opened["words"])):
                found.append(_said(shown[opened.start("words") :]))
        elif told := _TELLS.search(blotted):
            found.append((" ".join(shown[: told.start()].split()[-_SHOWN:]).strip(),))
    return found


def _behind_a_stop(line: str) -> re.Match[str] | None:
    found = _NEXT.search(line)
    while found and not found["first"].isupper():
        found = _NEXT.search(line, found.start("words"))
    return found


def _said(words: str) -> tuple[str, ...]:
    """What dashes divide, but for every other part that begins with a verb of saying."""
    parts = ((n, part.strip(" ,.;:")) for n, part in enumerate(_TURN.split(words)))
    return tuple(part for n, part in parts if part and not (n % 2 and _VERB.match(part)))


def _is_name(words: str) -> bool:
    """Whether it is who said the words of the line before: a name, with what else fits in a line."""
    head = _NAME.split(words)[0].split()
    short = len(words.split()) <= _SHOWN and not words.rstrip().endswith((".", "!", "?", "…"))
    return short and bool(head) and all(word[:1].isupper() or word in _LINKS for word in head)


def _without_quoted(line: str) -> str:
    """A line with other signs for the words between its quotation marks, which are looked at by themselves."""
    for quoted in quotation_marks(line, plain=True).quoted:
        span = quoted.span
        line = f"{line[: span.start]}{'·' * len(span)}{line[span.end :]}"
    return line
