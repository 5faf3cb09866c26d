"""The briefs of a workspace: listed, made, opened, copied, renamed, thrown away."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ...errors import BriefingError, InvalidError, NotFoundError
from ...search import Catalogue
from ...settings import Settings
from ...support import atomic
from ..articles.corpus import Corpus
from ..articles.reading import ReadingState
from ..places import Places
from .brief_heads import BriefHead, head_name, head_of

if TYPE_CHECKING:
    from ...checks.context import ContextReport
    from ...model import Article, Brief, Confidence, ContextChoice, ItemKind, Span, Speaker
    from ...storage import BriefSession
    from .pinning import Pinned

_ID = re.compile(r"[a-z0-9][a-z0-9._-]{0,79}\Z")
_TAKEN = re.compile(r"\.(?:conflict|draft|rev\d+)\Z")
"""How what is made of a brief ends: a version that others wrote, a draft, a revision of a final one."""


class Briefs:
    """All briefs of one workspace."""

    def __init__(
        self,
        corpus: Corpus,
        places: Places,
        catalogue: Catalogue,
        state: Path,
        *,
        reading: ReadingState,
        settings: Settings,
    ) -> None:
        self._corpus = corpus
        self._places = places
        self._catalogue = catalogue
        self._state = state
        self._reading = reading
        self._settings = settings

    def heads(self) -> tuple[BriefHead, ...]:
        """All briefs, by id; one that cannot be read says why."""
        from ...storage import brief_paths

        return tuple(head_of(path, self.read, self._catalogue) for path in brief_paths(self._places.briefs))

    def read(self, brief_id: str) -> Brief:
        """A brief with everything in it, also what its file still lacks.

        Raises:
            NotFoundError: where there is none.
            FormatError: where its file is malformed.
        """
        with self._open(brief_id, write=False) as session:
            return session.brief

    def open(self, brief_id: str, *, write: bool = True) -> BriefSession:
        """Open a brief; `session.read_only` says why it cannot be written, if it cannot."""
        session = self._open(brief_id, write=write)
        if write:
            self._reading.last_brief = brief_id
        return session

    def open_to_write(self, brief_id: str) -> BriefSession:
        """Open a brief for an edit.

        Raises:
            HeldError: where someone else holds it, with who.
            ReadOnlyError: where it cannot be written for another reason.
        """
        session = self._open(brief_id)
        try:
            session.require_writable()
        except BriefingError:
            session.close()
            raise
        return session

    def new(self, brief_id: str, title: str, **fields: str) -> None:
        """Make a brief, dated today, with the house's author and marking, and the sections that its form requires.

        Fields are named as in the file, with `_` for `-`.

        Raises:
            InvalidError: where the id is not one or is taken, a field is unknown or does not take its value.
        """
        from ...model import Brief

        house = self._settings
        given = {name.replace("_", "-"): value for name, value in fields.items()}
        today = date.today().isoformat()  # noqa: DTZ011 - the person's own day
        brief = Brief(brief_id, title=title, date=today, author=house.author, marking=house.marking)
        from ..briefing.templates import with_sections
        from .brief_fields import with_own_fields

        self._write_new(with_sections(with_own_fields(brief, given, self._places), self._places))

    def set_fields(self, session: BriefSession, fields: Mapping[str, str]) -> bool:
        """Set some of an open brief's own fields, in one step; an empty value is the one of a new brief.

        Returns:
            whether that changed one of them; where not, there is no step.

        Raises:
            InvalidError: for an unknown field or a value that it does not take; none is set then.
        """
        from .brief_fields import set_fields

        return set_fields(session, fields, self._places)

    def copy(self, brief_id: str, new_id: str) -> None:
        """Copy a brief under another id."""
        self._write_new(replace(self.read(brief_id), id=new_id))

    def rename(self, brief_id: str, new_id: str) -> None:
        """Give a brief another id; its steps go with it, and the old file to the trash folder."""
        from ...storage import hand_over_steps

        with self.open_to_write(brief_id) as session:
            session.flush()
            self._write_new(replace(session.brief, id=new_id))
            try:
                hand_over_steps(session.path, self._places.brief(new_id), self._state)
            except BriefingError:
                self._places.brief(new_id).unlink()  # made a moment ago, and of no use without its steps
                raise
            session.trash()
        if self._reading.last_brief == brief_id:
            self._reading.last_brief = new_id

    def delete(self, brief_id: str) -> Path:
        """Move a brief to the trash folder.

        Returns:
            where it lies now.
        """
        with self.open_to_write(brief_id) as session:
            return session.trash()

    def restore(self, brief_id: str) -> str:
        """Write a brief whose file is broken or gone as it was after its last edit.

        Returns:
            what became of it, in words.

        Raises:
            InvalidError: where the file can be read.
            NotFoundError: where nothing is known of such a brief.
            HeldError: where someone has it open.
        """
        from ...storage import restore

        path = self._places.brief(brief_id)
        if not self._restorable(brief_id):
            hint = "bring it back from a copy or from version control"
            raise NotFoundError(f"nothing is known here of a brief '{brief_id}'", where="briefs", hint=hint)
        aside = restore(path, self._state)
        kept = f"; the broken file is kept as {aside.name}" if aside else ""
        return f"'{brief_id}' is as it was after its last edit{kept}"

    def passages(self, article_id: str, *, besides: str = "") -> tuple[tuple[str, Span], ...]:
        """What other briefs pinned from an article: brief id and span."""
        from ...model import Span

        return tuple(
            (head.id, Span(start, end))
            for head in self.heads()
            if head.id != besides
            for article, start, end in head.passages
            if article == article_id
        )

    def pin(
        self,
        session: BriefSession,
        article: Article,
        span: Span,
        *,
        kind: ItemKind | None = None,
        text: str = "",
        section: str = "",
        speaker: Speaker | str = "",
        note: str = "",
        context: ContextChoice | None = None,
    ) -> Pinned:
        """Pin a passage into the open brief, as a quote unless `kind` says otherwise; see `pinning.pin`."""
        from ...model import ItemKind
        from .pinning import pin

        wanted = kind or ItemKind.QUOTE
        return pin(
            session,
            article,
            span,
            self._corpus,
            kind=wanted,
            text=text,
            section=section,
            speaker=speaker,
            note=note,
            context=context,
            guard=self._settings.guard,
        )

    def require_source(self, article: Article) -> None:
        """Refuse, before anything is asked, to pin from an article whose file is gone; see `pinning.source_of`."""
        from .pinning import source_of

        source_of(article, self._corpus)

    def context(self, article: Article, span: Span) -> ContextReport | None:
        """What the context guard says about a cut; `None` where it is not asked: by the settings, or of a digest."""
        from ...model import TextKind
        from .pinning import context_of

        asked = self._settings.guard and article.metadata.text is TextKind.FULL
        return context_of(article, span) if asked else None

    def judge(
        self,
        session: BriefSession,
        text: str,
        *,
        likelihood: str = "",
        confidence: Confidence | None = None,
        for_: tuple[str, ...] = (),
        against: tuple[str, ...] = (),
    ) -> str:
        """Add a key judgement to the open brief; its id.

        Raises:
            InvalidError: for a likelihood that is no term of the brief's scale.
            NotFoundError: where an excerpt that it names is not in the brief.
        """
        from ...model import edits

        brief, judgement_id = edits.judge(
            session.brief, text, likelihood=likelihood, confidence=confidence, for_=for_, against=against
        )
        from .brief_fields import refuse_wrong_term

        refuse_wrong_term(brief, judgement_id, self._places)
        session.edit(brief, f"add judgement {judgement_id}")
        return judgement_id

    def _open(self, brief_id: str, *, write: bool = True) -> BriefSession:
        from ...storage import BriefSession

        return BriefSession.open(self._existing(brief_id), self._state, write=write)

    def _existing(self, brief_id: str) -> Path:
        from ...storage import brief_paths, way_out

        path = self._places.brief(brief_id)
        # Not `Path.is_file`, which fails for a name that is too long, or a closed folder, instead of saying no.
        if not brief_id or path.parent != self._places.briefs or not os.path.isfile(path):  # noqa: PTH113
            there = [head_name(p) for p in brief_paths(self._places.briefs)]
            named = ", ".join(name for name, _ in there) or "there is none yet: briefing brief new"
            known = dict(there).get(brief_id) or named
            hint = f"its file is gone: {way_out(brief_id)}" if self._restorable(brief_id) else known
            raise NotFoundError(f"no brief '{brief_id}'", where="briefs", hint=hint)
        return path

    def _restorable(self, brief_id: str) -> bool:
        from ...storage import can_be_restored

        path = self._places.brief(brief_id)
        return bool(brief_id) and path.parent == self._places.briefs and can_be_restored(path, self._state)

    def _write_new(self, brief: Brief) -> None:
        if not _ID.match(brief.id):
            hint = "small letters, digits, '-', '_' and '.'"
            raise InvalidError(f"'{brief.id}' cannot be the id of a brief", where="id", hint=hint)
        if taken := _TAKEN.search(brief.id):
            said = f"an id cannot end in '{taken.group()}', which the names of other files of a brief do"
            raise InvalidError(said, where="id", hint="choose another id")
        from ...storage import render_brief

        path = self._places.brief(brief.id)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise atomic.storage_error(error, path.parent, "cannot be made") from error
        try:
            atomic.create_text(path, render_brief(brief))
        except FileExistsError:
            message = f"there is a brief '{brief.id}' already"
            raise InvalidError(message, where="id", hint="choose another id") from None
