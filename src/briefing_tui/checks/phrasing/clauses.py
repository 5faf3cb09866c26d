"""How far a word reaches within its sentence: over parentheses, never into the next clause."""

from __future__ import annotations

import re

from .lexicon import Clauses

_STOP = re.compile(r"[;]|[!?…][\"“”')\]]*\s|:(?=\s*\S)")
_COMMA = re.compile(r",(?=[\s\"“”')\]]|$)")
_DASH = re.compile(r"[—–]|\s-\s")


def reaches(between: str, clause: Clauses, *, set_off: bool = False) -> bool:
    """Whether a word reaches the kept words that follow it.

    Args:
        between: what stands between them, folded.
        clause: where clauses end in the language.
        set_off: whether the word stands between commas itself, and the one behind it does not count.
    """
    if _stopped(between) or any(m.start() or m.group()[0] == "," for m in clause.before.find(between)):
        return False
    commas = len(_COMMA.findall(between)) - set_off
    return commas % 2 == 0 and len(_DASH.findall(between)) % 2 == 0


def reaches_back(between: str, clause: Clauses) -> bool:
    """Whether a word reaches back to the kept words before it."""
    if _stopped(between) or clause.after.first(between):
        return False
    return len(_COMMA.findall(between)) % 2 == 0 and len(_DASH.findall(between)) % 2 == 0


def frames(between: str, clause: Clauses) -> bool:
    """Whether a condition or an attribution reaches the kept words; commas do not stop it."""
    return not (_stopped(between) or clause.breaks.first(between))


def governs(between: str, clause: Clauses) -> bool:
    """Whether a condition at the front of a sentence reaches the kept words: 'if …, which …, and …'."""
    return not (_stopped(between) or clause.turns.first(between))


def _stopped(between: str) -> bool:
    """Whether a sentence, or a bracket that was opened before, ends there."""
    return bool(_STOP.search(between)) or between.count(")") > between.count("(")


def set_off(text: str, match: re.Match[str]) -> bool:
    """Whether commas, or the beginning of the sentence and a comma, stand around some words: 'perhaps,'."""
    before = text[: match.start()].rstrip(" \"“”'")
    return text[match.end() :].lstrip().startswith(",") and (not before or before[-1] in ",;:—–(")


def fronted(text: str, match: re.Match[str], clause: Clauses) -> bool:
    """Whether some words stand at the beginning of a clause."""
    before = text[: match.start()].rstrip(" \"“”'‘([")
    return not before or before[-1] in ",;:—–(" or before.split()[-1].strip("“”\"',") in clause.joints
