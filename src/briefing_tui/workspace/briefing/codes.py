"""From a short code to the passage: over the excerpts of all briefs of a workspace."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...errors import BriefingError, InvalidError, NotFoundError
from ...model.codes import CodeError, code_of, early_code_of, parse_code, slip
from ...model.own_text import cited

if TYPE_CHECKING:
    from ...model import Article, Brief, Excerpt, Verification
    from ..workspace import Workspace


@dataclass(frozen=True, slots=True)
class Use:
    """A brief that has the passage among its excerpts."""

    brief: str
    title: str
    excerpt: str
    items: tuple[str, ...]
    """Ids of its items and judgements that rest on it, and the places of own text that cite it."""


@dataclass(frozen=True, slots=True)
class Located:
    """The passage that a code names."""

    code: str
    excerpt: Excerpt
    """As one of the briefs has it."""
    article: Article | None
    """`None` where its source is gone."""
    verification: Verification | None
    """Where the words stand now."""
    uses: tuple[Use, ...]


def locate_code(workspace: Workspace, text: str) -> Located:
    """The passage of a code.

    Args:
        workspace: whose briefs are searched.
        text: as a person typed it.

    Raises:
        InvalidError: for what is no code; says what is wrong, where, and which code comes near.
        NotFoundError: where no excerpt has it.
    """
    try:
        code = parse_code(text)
    except CodeError as error:
        known = {code for _, excerpt in _excerpts(workspace) for code in (code_of(excerpt), early_code_of(excerpt))}
        near = [f"{one} (symbol {place})" for one in sorted(known) if (place := slip(text, one))]
        hint = f"is it {' or '.join(near)}?" if near else "it stands at the end of a note: K7Q2-M9X4-W for example"
        raise InvalidError(f"‘{text}’ is no code: {error}", where="code", hint=hint) from None
    excerpts = list(_excerpts(workspace))
    found = [(brief, excerpt) for brief, excerpt in excerpts if code_of(excerpt) == code]
    found = found or [(brief, excerpt) for brief, excerpt in excerpts if early_code_of(excerpt) == code]
    if not found:
        hint = "it is of another workspace, or its excerpt was taken out of the brief or changed"
        raise NotFoundError(f"no excerpt of any brief here has the code {code}", hint=hint)
    excerpt = found[0][1]
    article = _article(workspace, excerpt)
    uses = tuple(Use(brief.id, brief.title, e.id, _places(brief, e.id)) for brief, e in found)
    return Located(code, excerpt, article, _verified(excerpt, article), uses)


def _excerpts(workspace: Workspace) -> Iterator[tuple[Brief, Excerpt]]:
    """All excerpts of the briefs that can be read."""
    for head in workspace.briefs.heads():
        if head.problem:
            continue
        brief = workspace.briefs.read(head.id)
        yield from ((brief, excerpt) for excerpt in brief.excerpts.values())


def _places(brief: Brief, excerpt: str) -> tuple[str, ...]:
    """Where a brief uses an excerpt."""
    from ...checks.quoting.own_words import own_texts

    citing = (place for place, text in own_texts(brief) if excerpt in cited(text))
    return tuple(dict.fromkeys((*brief.uses(excerpt), *citing)))


def _article(workspace: Workspace, excerpt: Excerpt) -> Article | None:
    try:
        return workspace.articles.article(excerpt.article)
    except BriefingError:
        return None


def _verified(excerpt: Excerpt, article: Article | None) -> Verification | None:
    from ...checks import verify

    return verify(excerpt, article) if article else None
