"""The code pages of an RTF: the document's own, and that of each font by its character set."""

from __future__ import annotations

import codecs
from dataclasses import dataclass, field

_CHARSETS = {
    0: 1252, 77: 10000, 128: 932, 129: 949, 130: 1361, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258, 177: 1255,
    178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250, 254: 437, 255: 850,
}  # fmt: skip
_OTHERS = {10000: "mac_roman", 1361: "johab", 65001: "utf-8"}
_WIDE = frozenset({932, 936, 949, 950, 1361})
_SYMBOLS = 2
"""The character set of fonts that hold pictures."""


@dataclass(slots=True)
class Pages:
    """What is known of the fonts so far."""

    page: int = 1252
    default: int = -1
    font: int = -1
    """The one that is being described."""
    pages: dict[int, int] = field(default_factory=dict)
    symbols: set[int] = field(default_factory=set)

    def learn(self, word: str, value: int | None) -> None:
        """Take over what a control word says of code pages."""
        if word == "ansicpg" and value:
            self.page = value
        elif word == "mac":
            self.page = 10000
        elif word in {"pc", "pca"}:
            self.page = 437 if word == "pc" else 850
        elif word == "deff":
            self.default = value or 0
        elif word == "cpg" and value:
            self.pages[self.font] = value
        elif word == "fcharset" and value == _SYMBOLS:
            self.symbols.add(self.font)
        elif word == "fcharset" and value in _CHARSETS:
            self.pages.setdefault(self.font, _CHARSETS[value])

    def decode(self, font: int, data: bytes) -> str:
        """The words that some bytes are in a font; a dot of a list in a font of pictures."""
        if font in self.symbols:
            return "".join("•" if byte == 0xB7 else chr(byte) for byte in data)
        page = self._page(font)
        try:
            return data.decode(_OTHERS.get(page, f"cp{page}"), "replace")
        except LookupError:
            return data.decode("cp1252", "replace")

    def wants_more(self, font: int, data: bytes | bytearray) -> bool:
        """Whether the last byte is the first half of a character."""
        page = self._page(font)
        if page not in _WIDE:
            return False
        decoder = codecs.getincrementaldecoder(_OTHERS.get(page, f"cp{page}"))("replace")
        decoder.decode(bytes(data))
        return bool(decoder.getstate()[0])

    def _page(self, font: int) -> int:
        return self.pages.get(font if font >= 0 else self.default, self.page)
