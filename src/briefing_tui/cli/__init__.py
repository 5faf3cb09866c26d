"""The command line: every action of the program, with `--json` for scripts and screen readers."""

from __future__ import annotations

from .main import OpenApp, run

__all__ = ["OpenApp", "run"]
