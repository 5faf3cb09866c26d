"""Reading: the layout of an article, moving and selecting in it, and the widget that shows it."""

from __future__ import annotations

from ...reading import Place
from . import messages, trouble
from .layout import Layout
from .view import ReaderView

__all__ = ["Layout", "Place", "ReaderView", "messages", "trouble"]
