"""Pictures in a terminal that can show them: kitty's graphics protocol, with characters that hold the picture's place.

Whether a terminal can is told by what it says of itself in the environment; it is never asked, as one that does not
know the question would print it or never answer. In a multiplexer, and where in doubt, there are no pictures.
"""

from __future__ import annotations

import os
import zlib
from base64 import standard_b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

CHUNK = 4096
"""Characters of one message, as the protocol has it."""
PLACE = "\U0010eeee"
"""The character that holds the place of a piece of a picture."""
ROWS = (
    "\u0305\u030d\u030e\u0310\u0312\u033d\u033e\u033f\u0346\u034a\u034b\u034c\u0350\u0351\u0352\u0357\u035b\u0363"
    "\u0364\u0365\u0366\u0367\u0368\u0369\u036a\u036b\u036c\u036d\u036e\u036f\u0483\u0484\u0485\u0486\u0487\u0592"
    "\u0593\u0594\u0595\u0597\u0598\u0599\u059c\u059d\u059e\u059f\u05a0\u05a1\u05a8\u05a9\u05ab\u05ac\u05af\u05c4"
    "\u0610\u0611\u0612\u0613\u0614\u0615\u0616\u0617\u0657\u0658"
)
"""The marks that number rows and columns, in the protocol's order; as many rows as there are can be shown."""
NUMBER = 0xB21EF
"""The number of our picture; its colour tells it."""
CELL = 2.1
"""How much higher than wide a cell is, about."""


@dataclass(frozen=True, slots=True)
class Bitmap:
    """A picture: three bytes a point."""

    width: int
    height: int
    rgb: bytes


def shows_pictures(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether the terminal is known to show pictures."""
    inside = any(environment.get(name) for name in ("TMUX", "STY", "ZELLIJ", "NO_COLOR"))
    known = environment.get("TERM") in {"xterm-kitty", "xterm-ghostty"}
    return known and not inside and environment.get("COLORTERM") in {"truecolor", "24bit"}


def transmission(bitmap: Bitmap, columns: int, rows: int) -> Iterator[str]:
    """The messages that give the terminal a picture, to be shown where its places are; it answers nothing."""
    data = standard_b64encode(zlib.compress(bitmap.rgb)).decode()
    chunks = [data[at : at + CHUNK] for at in range(0, len(data), CHUNK)]
    about = f"a=T,U=1,q=2,f=24,o=z,s={bitmap.width},v={bitmap.height},i={NUMBER},c={columns},r={rows},"
    for n, chunk in enumerate(chunks, 1):
        yield f"\x1b_G{about if n == 1 else ''}m={int(n < len(chunks))};{chunk}\x1b\\"


def removal() -> str:
    """The message that takes the picture out of the terminal."""
    return f"\x1b_Ga=d,d=I,i={NUMBER},q=2\x1b\\"


def fitted(bitmap: Bitmap, columns: int, rows: int) -> tuple[int, int]:
    """The columns and rows that a picture takes in a room, as large as it goes."""
    rows = min(rows, len(ROWS))
    wanted = round(bitmap.width / bitmap.height * rows * CELL)
    if wanted <= columns:
        return max(1, wanted), max(1, rows)
    return max(1, columns), max(1, round(bitmap.height / bitmap.width * columns / CELL))


class Picture(Widget):
    """The room of a picture."""

    def __init__(self) -> None:
        super().__init__()
        self._bitmap: Bitmap | None = None
        self._cells = (0, 0)

    def put(self, bitmap: Bitmap) -> None:
        """Show another picture."""
        self._bitmap = bitmap
        self._send()

    def on_resize(self) -> None:
        self._send()

    def on_unmount(self) -> None:
        if self._bitmap:
            self._write(removal())

    def _send(self) -> None:
        if self._bitmap and self.size.width and self.size.height:
            self._cells = fitted(self._bitmap, self.size.width, self.size.height)
            self._write("".join((removal(), *transmission(self._bitmap, *self._cells))))
            self.refresh()

    def _write(self, text: str) -> None:
        if driver := self.app._driver:  # noqa: SLF001 - no widget of the framework has this door
            driver.write(text)

    def render_line(self, y: int) -> Strip:
        """A row of places; each knows its row, the first of it its column, the others follow."""
        columns, rows = self._cells
        if y >= rows:
            return Strip.blank(self.size.width)
        margin = (self.size.width - columns) // 2
        colour = Style(color=f"#{NUMBER:06x}")
        places = f"{PLACE}{ROWS[y]}{ROWS[0]}{PLACE * (columns - 1)}"
        return Strip([Segment(" " * margin), Segment(places, colour)]).extend_cell_length(self.size.width)
