"""What the PDF engine tells its log: how far it is, and what it leaves out without a word."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Mapping
from typing import Any

_PAGE = re.compile(r"Step 5 - Creating layout - Page (\d+)")
_STEP = re.compile(r"Step (\d)")
_STEPS = {"1": "reading", "2": "styles", "3": "styles", "4": "layout", "5": "layout", "6": "writing", "7": "writing"}
_SHARES = {"1": 0.1, "2": 0.12, "3": 0.15, "4": 0.25, "5": 0.3, "6": 0.8, "7": 0.9}
_LEFT_OUT = (
    (re.compile(r"Failed to (?:load image|render SVG)"), "a picture of the form cannot be shown"),
    (re.compile(r"Font-face ('[^']*') cannot be loaded"), "the font of the face {} cannot be read"),
)


class Progress(logging.Handler):
    """Passes on how far the engine is.

    Args:
        send: told what is being done, and how far it is.
    """

    def __init__(self, send: Callable[[Mapping[str, Any]], None]) -> None:
        super().__init__()
        self._send = send

    def emit(self, record: logging.LogRecord) -> None:
        """Hear a line of the log."""
        text = record.getMessage()
        if page := _PAGE.match(text):
            self._send({"progress": f"page {page[1]}", "share": 0.3 + 0.5 * (1 - 0.9 ** int(page[1]))})
        elif step := _STEP.match(text):
            self._send({"progress": _STEPS[step[1]], "share": _SHARES[step[1]]})


class LeftOut(logging.Handler):
    """Keeps what of a form the engine could not read, and went on without."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Hear a line of the log."""
        for known, message in _LEFT_OUT:
            if found := known.match(record.getMessage()):
                self.told.append(message.format(*found.groups()))


def listen(send: Callable[[Mapping[str, Any]], None]) -> None:
    """Hear what the engine tells from now on."""
    for name, level, handler in (
        ("weasyprint.progress", logging.INFO, Progress(send)),
        ("weasyprint", logging.WARNING, LeftOut()),
    ):
        logger = logging.getLogger(name)
        logger.setLevel(level)
        logger.handlers = [handler]
        logger.propagate = False


def left_out() -> tuple[str, ...]:
    """What was left out since `listen`."""
    handlers = logging.getLogger("weasyprint").handlers
    return tuple(text for handler in handlers if isinstance(handler, LeftOut) for text in handler.told)
