"""The system's libraries that the PDF engine needs, looked for before it is imported.

The engine itself prints a banner to standard output when one is missing, and stops with a stack trace.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from ctypes import CDLL
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Library:
    """A shared library and the packages that bring it."""

    name: str
    files: tuple[str, ...]
    apt: str
    brew: str


NEEDED = (
    Library("Pango", ("libpango-1.0.so.0", "libpango-1.0.dylib"), "libpango-1.0-0", "pango"),
    Library("PangoFT2", ("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib"), "libpangoft2-1.0-0", "pango"),
    Library("HarfBuzz", ("libharfbuzz.so.0", "libharfbuzz.0.dylib"), "libharfbuzz0b", "harfbuzz"),
    Library(
        "HarfBuzz-Subset", ("libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib"), "libharfbuzz-subset0", "harfbuzz"
    ),
    Library("Fontconfig", ("libfontconfig.so.1", "libfontconfig.1.dylib"), "libfontconfig1", "fontconfig"),
    Library("GObject", ("libgobject-2.0.so.0", "libgobject-2.0.0.dylib"), "libglib2.0-0", "glib"),
)

FONTS_APT = "fonts-noto-core"
FONTS_BREW = "--cask font-noto-serif font-noto-sans font-noto-serif-hebrew font-noto-naskh-arabic"


FACES = ("NotoSerif", "NotoSans", "NotoSerifHebrew", "NotoNaskhArabic")
"""Files of the faces of a briefing begin so; the first two hold Greek and Cyrillic as well."""
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "/Library/Fonts", "/System/Library/Fonts")
"""Where all users of a system have their fonts: the folders of `templates/fonts.conf`."""


def needed_libraries() -> Iterator[tuple[str, bool, str]]:
    """Each library, whether it can be loaded, and the command that installs it."""
    return ((library.name, _loads(library), remedy((library,))) for library in NEEDED)


def missing_faces() -> tuple[tuple[str, ...], str]:
    """The faces that are not installed, and the command that installs them."""
    files = (path.name for folder in FONT_FOLDERS for path in Path(folder).rglob("Noto*.[ot]t[fc]"))
    present = {re.split(r"[-\[.]", name)[0] for name in files}
    return tuple(face for face in FACES if face not in present), fonts_remedy()


def has_fonts() -> bool:
    """Whether there is any font at all."""
    files = (path for folder in FONT_FOLDERS for path in Path(folder).rglob("*.[otOT][tT][fcFC]"))
    return next(files, None) is not None


def missing() -> tuple[Library, ...]:
    """The libraries that cannot be loaded."""
    return tuple(library for library in NEEDED if not _loads(library))


def remedy(libraries: tuple[Library, ...]) -> str:
    """The command that installs them."""
    return install(sorted({lib.apt for lib in libraries}), sorted({lib.brew for lib in libraries}))


def fonts_remedy() -> str:
    """The command that installs the fonts."""
    return install([FONTS_APT], [FONTS_BREW])


def faces_remedy(faces: tuple[str, ...]) -> str:
    """What to do about faces that are not there; where those come from that we have not chosen, nobody knows."""
    own = [face for face in faces if face.replace(" ", "") not in FACES]
    if not own:
        return fonts_remedy()
    return "install them, put their files into the form's folder and name them by @font-face, or choose other faces"


def install(apt: list[str], brew: list[str]) -> str:
    """A command for the system at hand."""
    if sys.platform == "darwin":
        return f"install with: brew install {' '.join(brew)}"
    return f"install with: sudo apt install {' '.join(apt)}"


def _loads(library: Library) -> bool:
    for file in library.files:
        try:
            CDLL(file)
        except OSError:
            continue
        return True
    from ctypes.util import find_library  # it starts other programs: only where the plain way fails

    return find_library(library.files[0].removeprefix("lib").partition(".so")[0]) is not None
