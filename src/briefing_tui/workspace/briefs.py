"""The briefs of a workspace: listed, made, opened, copied, renamed, thrown away."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import BriefingError, InvalidError, NotFoundError
from ..search import Catalogue
from ..support import atomic
from .memo import remembered, stamp
from .places import Places

if TYPE_CHECKING:
    from ..model import Brief, Span
    from ..storage import BriefSession

_ID = re.compile(r"[a-z0-9][a-z0-9._-]{0,79}\Z")


@dataclass(frozen=True, slots=True)
class BriefHead:
    """What lists show of a brief."""

    id: str
    title: str
    items: int
    modified: str
    """Local date and time of the file, `2026-11-21 14:05`."""
    problem: str = ""
    """Why the file cannot be read; empty where it can."""
    passages: tuple[tuple[str, int, int], ...] = ()
    """Article id, start and end of each excerpt."""


class Briefs:
    """All briefs of one workspace."""

    def __init__(self, places: Places, catalogue: Catalogue, state: Path) -> None:
        self._places = places
        self._catalogue = catalogue
        self._state = state

    def heads(self) -> tuple[BriefHead, ...]:
        """All briefs, by id; one that cannot be read says why."""
        from ..storage import brief_paths

        return tuple(self._head(path) for path in brief_paths(self._places.briefs))

    def read(self, brief_id: str) -> Brief:
        """A brief with everything in it, also what its file still lacks.

        Raises:
            NotFoundError: where there is none.
            FormatError: where its file is malformed.
        """
        session = self.open(brief_id, write=False)
        try:
            return session.brief
        finally:
            session.close()

    def open(self, brief_id: str, *, write: bool = True) -> BriefSession:
        """Open a brief; one that someone else holds can be read only (`session.read_only` says who)."""
        from ..storage import BriefSession

        return BriefSession.open(self._existing(brief_id), self._state, write=write)

    def open_to_write(self, brief_id: str) -> BriefSession:
        """Open a brief for an edit.

        Raises:
            HeldError: where someone else holds it, with who.
            ReadOnlyError: where it cannot be written for another reason.
        """
        session = self.open(brief_id)
        try:
            session.require_writable()
        except BriefingError:
            session.close()
            raise
        return session

    def new(self, brief_id: str, title: str, fields: Mapping[str, str]) -> None:
        """Make a brief, dated today.

        Raises:
            InvalidError: where the id is not one or is taken, or a field is unknown.
        """
        from ..model import Brief
        from ..model.edits import set_field

        brief = Brief(brief_id, title=title, date=date.today().isoformat())  # noqa: DTZ011 - the person's own day
        for name, value in fields.items():
            brief = set_field(brief, name, value)
        self._write_new(brief)

    def copy(self, brief_id: str, new_id: str) -> None:
        """Copy a brief under another id."""
        self._write_new(replace(self.read(brief_id), id=new_id))

    def rename(self, brief_id: str, new_id: str) -> None:
        """Give a brief another id; its steps go with it, and the old file to the trash folder."""
        from ..storage import hand_over_steps, trash

        session = self.open_to_write(brief_id)
        try:
            session.flush()
            self._write_new(replace(session.brief, id=new_id))
        finally:
            session.close()
        hand_over_steps(self._places.brief(brief_id), self._places.brief(new_id), self._state)
        trash(self._existing(brief_id))

    def delete(self, brief_id: str) -> Path:
        """Move a brief to the trash folder.

        Returns:
            where it lies now.
        """
        from ..storage import trash

        self.open_to_write(brief_id).close()
        return trash(self._existing(brief_id), self._state)

    def passages(self, article_id: str, besides: str) -> tuple[tuple[str, Span], ...]:
        """What other briefs pinned from an article: brief id and span."""
        from ..model import Span

        return tuple(
            (head.id, Span(start, end))
            for head in self.heads()
            if head.id != besides
            for article, start, end in head.passages
            if article == article_id
        )

    def _existing(self, brief_id: str) -> Path:
        from ..storage import brief_paths

        path = self._places.brief(brief_id)
        if not brief_id or path.parent != self._places.briefs or not path.is_file():
            known = (
                ", ".join(p.stem for p in brief_paths(self._places.briefs)) or "there is none yet: briefing brief new"
            )
            raise NotFoundError(f"no brief '{brief_id}'", where="briefs", hint=known)
        return path

    def _write_new(self, brief: Brief) -> None:
        if not _ID.match(brief.id) or brief.id.endswith(".conflict"):
            raise InvalidError(
                f"'{brief.id}' cannot be the id of a brief", where="id", hint="small letters, digits, '-', '_' and '.'"
            )
        from ..storage import render_brief

        path = self._places.brief(brief.id)
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            atomic.create_text(path, render_brief(brief))
        except FileExistsError:
            message = f"there is a brief '{brief.id}' already"
            raise InvalidError(message, where="id", hint="choose another id") from None

    def _head(self, path: Path) -> BriefHead:
        try:
            known = remembered(
                self._catalogue, "brief", path, read=lambda p: _head_of(self.read(p.stem)), encode=_same, decode=_same
            )
        except BriefingError as error:
            return BriefHead(path.stem, "", 0, _modified(path), str(error))
        if known is None:
            return BriefHead(path.stem, "", 0, "", "the file is gone")
        passages = tuple((str(a), int(s), int(e)) for a, s, e in known["passages"])
        return BriefHead(path.stem, known["title"], known["items"], _modified(path), "", passages)


def _head_of(brief: Brief) -> dict[str, Any]:
    return {
        "title": brief.title,
        "items": sum(1 for _ in brief.items()),
        "passages": [[e.article, e.span.start, e.span.end] for e in brief.excerpts.values()],
    }


def _same(value: dict[str, Any]) -> dict[str, Any]:
    """A head is what JSON can hold already."""
    return value


def _modified(path: Path) -> str:
    now = stamp(path)
    if now is None:
        return ""
    return datetime.fromtimestamp(now[0] / 1e9, UTC).astimezone().strftime("%Y-%m-%d %H:%M")
