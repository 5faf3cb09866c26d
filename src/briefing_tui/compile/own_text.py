"""The author's own prose: paragraphs, `*emphasis*`, `**strong**` and cites like `[@e1]`. Nothing else is markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefing_tui.citations import Text, joined

_PARAGRAPHS = re.compile(r"\n[^\S\n]*\n\s*")
_TOKEN = re.compile(r"\\([\\*\[])|(\*{1,3})|\s*\[@(e\d+)\]")


@dataclass(frozen=True, slots=True)
class CiteMark:
    """A place where own text cites an excerpt."""

    excerpt: str


@dataclass(frozen=True, slots=True)
class _Stars:
    """One asterisk or two (three are both); whether it can open and close emphasis depends on its neighbours."""

    count: int
    opens: bool
    closes: bool


Own = Text | CiteMark


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text: what blank lines separate."""
    return [p for p in _PARAGRAPHS.split(text.strip()) if p.strip()]


def cited(text: str) -> list[str]:
    """Ids of the excerpts that a text cites, in order; one that is escaped is no cite."""
    return [token.excerpt for token in _tokens(text) if isinstance(token, CiteMark)]


def inlines(text: str) -> tuple[Own, ...]:
    """Read emphasis and cites; an asterisk without its partner stays an asterisk."""
    tokens = list(_tokens(text))
    look = Text("")
    result: list[Own] = []
    for i, token in enumerate(tokens):
        if not isinstance(token, _Stars):
            result.append(replace(look, text=token) if isinstance(token, str) else token)
            continue
        on = look.italic if token.count == 1 else look.bold
        if (on and token.closes) or (not on and token.opens and _closer(tokens, i)):
            look = replace(look, italic=not look.italic) if token.count == 1 else replace(look, bold=not look.bold)
        else:
            result.append(replace(look, text="*" * token.count))
    return _joined(result)


def _tokens(text: str) -> Iterator[str | CiteMark | _Stars]:
    position = 0
    for match in _TOKEN.finditer(text):
        if match.start() > position:
            yield text[position : match.start()]
        position = match.end()
        if match[1]:
            yield match[1]
        elif match[2]:
            before = text[match.start() - 1 : match.start()] if match.start() else ""
            after = text[match.end() : match.end() + 1]
            opens = bool(after.strip()) and not before.isalnum()
            closes = bool(before.strip()) and not after.isalnum()
            for count in (2, 1) if len(match[2]) == 3 else (len(match[2]),):
                yield _Stars(count, opens=opens, closes=closes)
        else:
            yield CiteMark(match[3])
    if position < len(text):
        yield text[position:]


def _closer(tokens: list[str | CiteMark | _Stars], start: int) -> bool:
    """Whether a later run of as many asterisks can close the one at `start`."""
    opener = tokens[start]
    return any(
        isinstance(t, _Stars) and isinstance(opener, _Stars) and t.count == opener.count and t.closes
        for t in tokens[start + 1 :]
    )


def _joined(parts: list[Own]) -> tuple[Own, ...]:
    result: list[Own] = []
    run: list[Text] = []
    for part in parts:
        if isinstance(part, Text):
            run.append(part)
        else:
            result += [*joined(run), part]
            run = []
    return (*result, *joined(run))
