"""Which package of fonts has a character: what those of Debian 12 have beyond `fonts-noto-core`.

Read off the character maps of the fonts themselves; neither the machine nor a network is asked. Pure.
"""

from __future__ import annotations

from bisect import bisect_right

USUAL = "fonts-noto-core"
"""Has most scripts and signs."""
NOBODY = ""
"""For a sign that no package is known to have."""
_HELD = {
    "fonts-hanazono": "332c 20000-2a6df 2a700-2ebe0 2f800-2fa1d",
    "fonts-babelstone-han": (
        "31bc-31bf 4db6-4dbf 9ff0-9fff fa70-fad9 16fe2-16fe3 16ff0-16ff1 1b000-1b122 1b150-1b152 1b164-1b167"
        " 1f10d-1f10f 1f16d-1f16f 1f1ad 30000-323af"
    ),
    "fonts-noto-cjk": (
        "1100-11ff 2e80-2fd5 2ff0-31bb 31c0-332b 332d-4db5 4e00-9fef a960-a97c ac00-d7fb f900-fa6d fe10-fe19 fe30-fe6b"
        " ff01-ffee 1f191-1f19a 1f200-1f251"
    ),
    "fonts-noto-color-emoji": (
        "23eb-23f0 2705-270a 2728 274c-2755 2795-2797 27b0-27bf 1f1e6-1f1ff 1f300-1f54e 1f57a 1f595-1f5a4 1f5fb-1f64f"
        " 1f680-1f6f6 1f7f0 1f90c-1f9ff 1fa7b-1fa7c 1faa9-1fac5 1fad7-1faf6"
    ),
    "fonts-dejavu-core": "23b7 2500-259f",
    "fonts-symbola": "23b8-23bd 1f260-1f265 1f900-1f90b",
    "fonts-unifont": (
        "5ef 61d 860-89f 8b5-8d2 b55 c3c c5d cdd 170d-171f 180f 1ac1-1ace 1b4c 1b7d-1b7e 1cfa 1dfa 20c0 2c2f 2c5f"
        " 2e53-2e5d a7c0-a7d9 a7f2-a7f4 fbc2 fd40-fd4f fdcf fdfe-fdff 10570-105bc 10780-107ba 10f70-10f89 10fb0-10fcb"
        " 11070-11075 110c2 11147 116b9 11740-11746 11900-11959 119a0-119e4 11ab0-11abf 11ee0-11ef8 11fb0 12f90-12ff2"
        " 16a70-16ac9 16fe4 18b00-18cd5 1aff0-1affe 1cf00-1cfc3 1d1e9-1d1ea 1df00-1df1e 1e290-1e2ae 1e7e0-1e7fe"
        " 1ed01-1ed3d"
    ),
    NOBODY: "18af3-18aff 18d00-18d08",
}
"""Code points by package; of what stands close together, all."""


def _ranges() -> list[tuple[int, int, str]]:
    spans = ((*span.partition("-")[::2], name) for name, said in _HELD.items() for span in said.split())
    return sorted((int(first, 16), int(last or first, 16), name) for first, last, name in spans)


_RANGES = _ranges()


def package_of(character: str) -> str:
    """The package that has a character, or `NOBODY`."""
    code = ord(character)
    first, last, name = _RANGES[max(0, bisect_right(_RANGES, (code, 0x110000, "")) - 1)]
    return name if first <= code <= last else USUAL
