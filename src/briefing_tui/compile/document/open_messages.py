"""What a check says, as a reader of the pages would say it: their numbers instead of ids, and words for marks. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping

_ID = re.compile(
    r"“[^”]*”|‘[^’]*’"
    r"|(?<![@\w'])(?:(?P<kind>quote|paraphrase|text|item|judgement|excerpt) )?(?P<id>[a-z][0-9]+)(?![\w'])"
)
"""An id, with the word for what it is; none within quotation marks, which have words of a source or of the author."""
_DIFFERENCE = re.compile(r"(?P<before>.*?, ¶ \S+: )(?P<words>.*(?:\[-.*-\]|\{\+.*\+\}).*)\Z", re.DOTALL)
_PINNED, _FOUND = re.compile(r"\[-(.*?)-\]", re.DOTALL), re.compile(r"\{\+(.*?)\+\}", re.DOTALL)


def as_printed(message: str, names: Mapping[str, str]) -> str:
    """A message with ids as the pages call them, and a difference between two texts in words."""
    apart = _DIFFERENCE.match(message)
    if apart:
        return _named(apart["before"], names) + _in_words(apart["words"])
    return _named(message, names)


def _named(message: str, names: Mapping[str, str]) -> str:
    return _ID.sub(lambda match: _name(match, names), message)


def _name(match: re.Match[str], names: Mapping[str, str]) -> str:
    name, kind = names.get(match["id"] or "", ""), match["kind"] or ""
    if not name:
        return match.group()
    if kind == "excerpt":
        return f"the excerpt of {name}" if name.startswith("note") else name
    bare = name.removeprefix("paragraph ").removeprefix("judgement ")
    return f"{kind} {bare}" if kind else name


def _in_words(difference: str) -> str:
    """‘the source has “the new words” instead of “the old words”’, of words with both marked."""
    pinned = " ".join(_PINNED.sub(r"\1", _FOUND.sub("", difference)).split())
    found = " ".join(_PINNED.sub("", _FOUND.sub(r"\1", difference)).split())
    return f"the source has “{found}” instead of “{pinned}”"
