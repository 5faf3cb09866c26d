"""What is pasted comes as one text, whatever it has in it: no part of it is taken for keys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from textual._xterm_parser import XTermParser
from textual.message import Message

from ..model.signs.unprintable import stand_in

_ESCAPE = "\x1b"
_BEGINS, _ENDS = f"{_ESCAPE}[200~", f"{_ESCAPE}[201~"
"""What a terminal puts around what is pasted."""


class WholePastes(XTermParser):
    """The framework's reader of what a terminal sends, with pastes that may have controls in them.

    By itself it reads on from an escape in a paste as from one that a key sends: what follows is lost to the paste, and
    comes as keys that somebody would have pressed. Here another sign stands for it.
    """

    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._is_pasting = False
        self._held = ""
        """The end of what came that may begin what ends a paste."""
        self._before = ""
        """The end of what went on that may begin what begins one."""

    def feed(self, data: str) -> Iterable[Message]:
        """Read on; nothing at all is the end."""
        if not data:
            return super().feed(data)
        safe = "".join(self._safe(data))
        return super().feed(safe) if safe else ()

    def _safe(self, data: str) -> Iterator[str]:
        data, self._held = self._held + data, ""
        while data:
            part, data = self._pasted(data) if self._is_pasting else self._typed(data)
            yield part

    def _typed(self, data: str) -> tuple[str, str]:
        """What is no paste, with what begins one, and the rest."""
        known = len(self._before)
        found = (self._before + data).find(_BEGINS)
        self._is_pasting = found >= 0
        end = found + len(_BEGINS) - known if self._is_pasting else len(data)
        self._before = "" if self._is_pasting else (self._before + data)[1 - len(_BEGINS) :]
        return data[:end], data[end:]

    def _pasted(self, data: str) -> tuple[str, str]:
        """What is pasted, with what ends it, and the rest; what may be the beginning of that is held back."""
        text, ends, rest = data.partition(_ENDS)
        self._is_pasting = not ends
        if not ends:
            held = next((n for n in range(len(_ENDS) - 1, 0, -1) if text.endswith(_ENDS[:n])), 0)
            text, self._held = text[: len(text) - held], text[len(text) - held :]
        return text.replace(_ESCAPE, stand_in(_ESCAPE)) + ends, rest
