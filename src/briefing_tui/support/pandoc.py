"""Pandoc, where it is: citations are formatted with it, and office documents are read with it."""

from __future__ import annotations

import platform
from importlib.util import find_spec
from pathlib import Path

from ..errors import ToolError

REMEDY = "reinstall it with: pip install --force-reinstall pypandoc_binary"


def binary() -> Path:
    """The program that comes with `pypandoc_binary`, found without importing it.

    Raises:
        ToolError: where it is not installed.
    """
    spec = find_spec("pypandoc")
    folder = Path(spec.origin).parent / "files" if spec and spec.origin else None
    name = "pandoc.exe" if platform.system() == "Windows" else "pandoc"
    if folder is None or not (folder / name).is_file():
        raise ToolError("pandoc, which formats the notes, is not installed", where="pypandoc_binary", hint=REMEDY)
    return folder / name
