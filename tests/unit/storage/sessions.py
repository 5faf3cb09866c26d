"""What the tests of open briefs share: a title set, an outside hand, a crash."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from briefing_tui.model import Brief
from briefing_tui.storage import BriefSession, parse_brief


def stored(file: Path) -> Brief:
    return parse_brief(file.read_text(encoding="utf-8"), file=file.name)


def title(session: BriefSession, text: str) -> None:
    session.edit(replace(session.brief, title=text), f"title {text}")


def outside(file: Path, old: str, new: str) -> None:
    """Change the file as an editor would, with another time stamp for sure."""
    before = file.stat()
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns + 1_000_000))


def journals(state: Path) -> list[Path]:
    return sorted((state / "journals").iterdir())


def until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < end, "waited for 20 seconds"
        time.sleep(0.01)


def crash(session: BriefSession) -> None:
    """Let go of everything as a killed process does: nothing is written any more."""
    session._saver.end()
    session._journal.close()
    session._lock.release()
    session._closed = True
