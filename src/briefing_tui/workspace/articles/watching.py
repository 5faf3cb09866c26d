"""Noticing at once what other programs write into the workspace."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from ..places import Places

LOG = logging.getLogger("briefing_tui")

DELAY = 1.0
"""Seconds before it begins: the first paint and the first keys come first."""
STEP = 50
"""Milliseconds between two looks at whether anything came, and whether it is to end."""
GROUPED = 300
"""Milliseconds within which changes that follow each other are told as one."""

QUIET = 500
"""Milliseconds without a change after which it is said that there is none."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What other programs, or this one, wrote."""

    articles: tuple[str, ...] | None = ()
    """Files of articles by their paths below the corpus folder; `None` where any may have changed."""
    briefs: bool = False
    """Whether the file of any brief was written."""


EVERYTHING = Changes(articles=None, briefs=True)


class Watching:
    """Watches the corpus and the briefs from a thread of its own, from `with` to the end of its block.

    Where the system cannot watch (its limit is reached, the folder's disk cannot tell) nothing is ever told, and who
    wants to know has to look. A disk on the network tells of what this machine writes alone.

    Args:
        places: the workspace's folders.
        tell: called from that thread; once at the beginning with `EVERYTHING`, for what was written before it.
        delay: seconds before it begins.
    """

    def __init__(self, places: Places, tell: Callable[[Changes], object], *, delay: float = DELAY) -> None:
        self._places = places
        self._tell = tell
        self._delay = delay
        self._left = threading.Event()
        self._thread = threading.Thread(target=self._run, name="watching", daemon=True)

    def __enter__(self) -> Watching:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._left.set()
        self._thread.join()

    def _run(self) -> None:
        if self._left.wait(self._delay):
            return
        try:
            self._watch()
        except Exception as error:  # noqa: BLE001 - whatever keeps it from watching, the app goes on and looks itself
            LOG.info("files cannot be watched: %s", error)

    def _watch(self) -> None:
        from watchfiles import watch

        folders = [folder for folder in (self._places.corpus, self._places.briefs) if folder.is_dir()]
        told = watch(
            *folders, watch_filter=None, debounce=GROUPED, step=STEP, rust_timeout=QUIET, yield_on_timeout=True,
            stop_event=self._left, raise_interrupt=False, ignore_permission_denied=True,
        )  # fmt: skip
        if next(told, None) is not None:  # by now nothing is missed any more
            self._tell(EVERYTHING)
        for events in told:
            changes = changes_of(self._places, [Path(path) for _, path in events])
            if changes != Changes():
                self._tell(changes)


def changes_of(places: Places, paths: Iterable[Path]) -> Changes:
    """What it means for articles and briefs that some paths were written, made or removed."""
    articles: set[str] = set()
    everything = briefs = False
    for path in paths:
        folder = places.corpus if path.is_relative_to(places.corpus) else places.briefs
        inside = path.relative_to(folder)
        if any(part.startswith(".") for part in inside.parts):
            continue
        if folder == places.briefs:
            briefs |= path.suffix == ".yaml"
        elif path.suffix == ".md":
            articles.add(inside.as_posix())
        else:  # the themes, or a folder that came or went with all that is in it
            everything = True
    return Changes(None if everything else tuple(sorted(articles)), briefs)
