"""One HTML file for a screen: responsive, printable, dark where the reader's is, notes beside the text, no script."""

from __future__ import annotations

from pathlib import Path

from ..html import page
from . import Made

STYLE = Path(__file__).with_name("page.css")


def make(made: Made) -> dict[str, bytes]:
    """The page with its style in it, UTF-8."""
    css = STYLE.read_text(encoding="utf-8")
    return {"html": page(made.document, css=css, generator=made.generator).encode("utf-8", "replace")}
