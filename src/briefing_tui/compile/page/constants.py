"""Style sheets with their constants filled in: the engine looks a variable up anew for every box that uses it."""

from __future__ import annotations

import re

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_ROOT = re.compile(r":root\s*\{([^{}]*)\}")
_DEFINED = re.compile(r"(--[\w-]+)\s*:\s*([^;{}]*)")
_USED = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,[^()]*)?\)")
_FACES = re.compile(r"(--(?:sans|serif))\s*:\s*([^;{}]*)")
_ANY = ("serif", "sans-serif")
"""What stands for whatever face there is."""
DEEP = 8
"""Constants that are made of others, one after the other, at most."""


def with_faces(css: str, shipped: str) -> str:
    """A style sheet whose faces have those of the program behind them: letters that they lack come from there.

    Args:
        css: the sheet.
        shipped: the one that the program's faces stand in.
    """
    ours = {name: [face.strip() for face in faces.split(",")] for name, faces in _FACES.findall(shipped)}

    def joined(declared: re.Match[str]) -> str:
        own = [face for face in map(str.strip, declared[2].split(",")) if face not in _ANY]
        return f"{declared[1]}: {', '.join(dict.fromkeys((*own, *ours[declared[1]])))}"

    return _FACES.sub(joined, css)


def filled_in(css: str) -> str:
    """A style sheet in which each variable that only `:root` defines stands as its value, the last one that it has.

    A variable that any other rule defines stays one.
    """
    plain = _COMMENT.sub("", css)
    constants: dict[str, str] = {}
    inside = 0
    for root in _ROOT.finditer(plain):
        before = plain[: root.start()]
        if before.count("{") == before.count("}"):
            found = _DEFINED.findall(root[1])
            inside += len(found)
            constants.update((name, value.strip()) for name, value in found)
    elsewhere = _DEFINED.findall(_ROOT.sub("", plain))
    if inside + len(elsewhere) < len(_DEFINED.findall(plain)):
        return css  # some `:root` holds under a condition alone
    for name, _ in elsewhere:
        constants.pop(name, None)
    for _ in range(DEEP):
        filled = _USED.sub(lambda used: constants.get(used[1], used[0]), plain)
        if filled == plain:
            break
        plain = filled
    return plain
