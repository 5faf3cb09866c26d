"""The pages of the open brief, laid out whenever keys have rested: by the process that would make the PDF."""

from __future__ import annotations

import asyncio
from operator import is_
from typing import TYPE_CHECKING

from ..errors import BriefingError, CancelledError
from ..model import Brief
from ..workspace.drafting import steps
from . import gauge
from .flows import LOG
from .gauge import Laid
from .rest import Rest

if TYPE_CHECKING:
    from ..model import LayoutFacts
    from ..workspace.briefing.briefing import Briefing
    from .app import BriefingApp

REST = 0.1
"""Seconds without a key after which the pages are laid out."""
USUAL = {Brief("").template: 2}
"""Pages that the gauge counts against before a layout tells, by the id of the form; of another none are said."""


class Pages:
    """What the app knows of the open brief's pages.

    Nothing of it disturbs: what goes wrong is written down, and the gauge shows a dash.

    Args:
        app: shows the brief, the last layout as its `laid`, and what is being typed as its `typed`; all workers and
            timers are its own.
        briefing: lays out.
    """

    lays_out = False
    """Whether pages are laid out; a test that is not about them does without the process."""

    def __init__(self, app: BriefingApp, briefing: Briefing) -> None:
        self._app = app
        self._briefing = briefing
        self._rest = Rest(app, REST, self._rested)
        self._limits = dict(USUAL)
        self._asked = 0
        self._at_work = False
        self._of: tuple[object, ...] = (None, None, None, 0)
        self._said = ""
        """The gauge of the layout, brief, words being typed and limit before it."""

    def get_ready(self) -> None:
        """Have the process started that lays pages out, in the background."""
        if self.lays_out:
            self._app.run_worker(self._start(), group="pages", exit_on_error=False)

    async def _start(self) -> None:
        await asyncio.to_thread(self._briefing.get_ready)

    def changed(self) -> None:
        """Lay the brief out once keys have rested."""
        self._app.typed = None
        self._begin()

    def typing(self, place: str, text: str) -> None:
        """Count what is being typed as if it stood in the brief; the place of none ends that."""
        self._app.typed = (place, text) if place else None
        self._begin()

    def in_words(self) -> str:
        """The gauge; nothing where no brief is open. At each key it is counted once, however many lines show it."""
        last, now, typed = self._app.laid, self._app.brief, self._app.typed
        if now is None:
            return ""
        of = (last, now, typed, self._limit(now))
        if not all(map(is_, of, self._of)):
            self._of = of
            self._said = gauge.in_words(steps.typed_in(now, *typed) if typed else now, of[-1], last)
        return self._said

    def _limit(self, brief: Brief) -> int:
        """Pages that it may have, as far as that is known without a look at its form."""
        return self._app.workspace.settings.pages or self._limits.get(brief.template, 0)

    def facts_of(self, brief: Brief) -> LayoutFacts | None:
        """What the layout of this very brief showed, if it was laid out."""
        last = self._app.laid
        return last.facts if last and (last.brief is brief or last.brief == brief) else None

    def _begin(self) -> None:
        if self.lays_out:
            self._rest.begin()

    def _rested(self) -> None:
        self._asked += 1
        if not self._at_work:
            self._at_work = True
            self._app.run_worker(self._lay_out(), group="pages", exit_on_error=False)

    async def _lay_out(self) -> None:
        """Lay the newest out until nothing newer was asked for meanwhile; an older result is dropped."""
        done = 0
        try:
            while done != self._asked and self._app.brief is not None and self._app.is_running:
                done = self._asked
                laid = await asyncio.to_thread(self._measured, self._app.brief, self._app.typed, done)
                if laid and done == self._asked:
                    self._app.laid = laid
        finally:
            self._at_work = False

    def _measured(self, brief: Brief, typed: tuple[str, str] | None, asked: int) -> Laid | None:
        """The layout of a brief with what is being typed in it. Runs in a thread."""
        long = self._app.laid is not None and self._app.laid.is_long

        def cancelled() -> bool:
            return not self._app.is_running or (long and asked != self._asked)

        now, limit = brief, self._limit(brief)
        try:
            now = steps.typed_in(brief, *typed) if typed else brief
            limit = self._limits[now.template] = self._briefing.page_limit(now)
            return Laid(now, self._briefing.measure(now, cancelled), limit)
        except CancelledError:
            return None
        except BriefingError as error:
            LOG.warning("no layout: %s", error)
        except Exception:  # noqa: BLE001 - the gauge never disturbs; what went wrong is written down
            LOG.exception("no layout")
        return Laid(now, None, limit)
