"""Words in Markdown as pandoc reads it: every character comes back as it was, with emphasis and lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from briefing_tui.citations import Text

from ..document.runs import Bullet, Call, Inline
from ..languages.scripts import printable

_SPECIAL = re.compile(
    r"""(?x) [\\`*_{}\[\]<>\#@$~^|"']  # what marks, opens or closes something
    | &(?=[\#\w])  # an entity
    | -(?=-) | (?<=-)- | \.(?=\.) | (?<=\.)\.  # dashes and an ellipsis
    """
)
_START = re.compile(r"^(\s*)(?=[-+:=%])|^(\s*\(?(?:\d+|[A-Za-z]|[IVXLCDMivxlcdm]+))(?=[.)](?:\s|$))", re.MULTILINE)
"""What would begin a list, a definition, a table, or underline a heading."""
_LINE_END = re.compile(r"[ \t]*\n[ \t]*")
_ABBREVIATED = (
    "aet aetat al Apr Aug bk Bros c Capt cf ch chap chs Co col Corp cp d Dec Dr e.g ed eds esp f fasc Feb ff fig fl "
    "fol fols Fr Gen Gov Hon i.e ill Inc incl Jan Jr Jul Jun Ltd M.A M.D Mar Mr Mrs Ms n n.b nn No Nov Oct p Ph.D pp "
    "Pres Prof pt q.v Rep Rev s.v s.vv saec sec Sen Sep Sept Sgt Sr St univ viz vol vs"
)
_ABBREVIATION = re.compile(rf"\b({'|'.join(map(re.escape, _ABBREVIATED.split()))})\.(?=\s)")
"""After these pandoc would bind the next word with a space that does not break."""
_FOLD = re.compile(r"\s+")
BREAK = "\\\n"
"""Ends a line and no paragraph."""


def escaped(text: str) -> str:
    """A text that Markdown takes for nothing else."""
    text = _ABBREVIATION.sub(r"\1\\.", _SPECIAL.sub(r"\\\g<0>", _LINE_END.sub("\n", printable(text))))
    return _START.sub(r"\g<0>\\", text)


def folded(text: str) -> str:
    """The same in one line."""
    return _FOLD.sub(" ", text)


def in_citation(text: str) -> str:
    """A text in the brackets of a citation, where a semicolon would begin another one."""
    return escaped(folded(text)).replace(";", r"\;")


def run(part: Inline | str) -> str:
    """What stands for a run, a gap or the beginning of an item; nothing for a call. Markdown stays as it is."""
    if isinstance(part, str):
        return part
    if isinstance(part, Bullet):
        return f"\n\n{'    ' * part.level}" + (f"{part.number}.".ljust(4) if part.number else "-   ")
    if not isinstance(part, Text):
        return f"**{escaped(part.text)}**" if not isinstance(part, Call) else ""
    text = escaped(folded(part.text))
    bare = text.strip()
    mark = "***" if part.italic and part.bold else "**" if part.bold else "*" if part.italic else ""
    if not (mark and bare):
        return text
    before, _, after = text.partition(bare)
    return f"{before}{mark}{bare}{mark}{after}"


def runs(parts: Iterable[Text]) -> str:
    """Runs of text one after the other."""
    return "".join(map(run, parts))


def to_place(text: Text) -> str:
    """A run with what it leads to within the document."""
    return f"[{run(text)}]({text.href})" if text.href.startswith("#") else run(text)


def in_lines(parts: Sequence[Inline]) -> Iterable[Inline | str]:
    """A text that begins with a list, as lines: its first item stands on the line of its number."""
    if not isinstance(parts[0], Bullet):
        return parts
    lines = [_line(part) if isinstance(part, Bullet) else part for part in parts]
    return [str(lines[0]).removeprefix(BREAK), *lines[1:]]


def _line(item: Bullet) -> str:
    return BREAK + "\u2003" * item.level + (f"{item.number}\\. " if item.number else "•\u00a0")


def set_apart(text: str) -> Iterator[str]:
    """The lines of a quotation set apart."""
    return (f"> {line}".rstrip() for line in text.split("\n"))
