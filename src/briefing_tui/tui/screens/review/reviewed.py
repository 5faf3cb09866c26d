"""What a review shows, read at one moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ....errors import BriefingError, NotFoundError
from ....model import Article, ArticleThemes, Metadata, SourceBlock, State
from ....model.article import ADMIRALTY, PLACES
from ...wording import in_words

if TYPE_CHECKING:
    from ....workspace import Workspace
    from ....workspace.articles.links import Link

FIELDS = ("title", "author", "container-title", "publisher", "republished-by", "issued", "URL", "genre", "language",
          "type")  # fmt: skip
"""The fields that every article is looked at for, as they are shown."""
IN_JOURNALS = frozenset({"article-journal", "article-magazine", "paper-conference", "chapter"})
"""Types whose volume, issue, page and DOI are looked at, whether they are stated or not."""


def fields_of(metadata: Metadata) -> list[str]:
    """The fields of an article that can be corrected, as they are shown."""
    places = [name for name in PLACES if metadata.value(name) or metadata.type in IN_JOURNALS]
    return [*FIELDS, *places, ADMIRALTY, "speakers"]


@dataclass(frozen=True)
class Reviewed:
    """An article with what belongs to it."""

    article: Article
    blocks: tuple[SourceBlock, ...] = ()
    """The whole source in order; nothing where its lines are not kept or cannot be read."""
    trouble: str = ""
    """Why they cannot be read."""
    themes: ArticleThemes = field(default_factory=lambda: ArticleThemes((), ()))
    labels: Mapping[str, str] = field(default_factory=dict)
    """What themes are called, by id."""
    links: tuple[Link, ...] = ()
    unfinished: Mapping[str, str] = field(default_factory=dict)
    """What was being typed when the program ended, by field."""
    can_undo: bool = False
    """Whether it was corrected, so that there is something to take back."""

    @property
    def inferred(self) -> list[str]:
        """The fields that nobody has confirmed."""
        metadata = self.article.metadata
        return [name for name in fields_of(metadata) if metadata.state(name) is State.INFERRED]


def gather(workspace: Workspace, article_id: str) -> Reviewed:
    """Read it all; slow enough for a thread.

    Raises:
        NotFoundError, FormatError: where the article is not there, or its file is malformed.
    """
    article = workspace.articles.article(article_id, again=True)
    blocks: tuple[SourceBlock, ...] = ()
    trouble = ""
    try:
        blocks = workspace.corrections.source(article_id)
    except BriefingError as error:
        made_of = article.metadata.original and (article.text.strip() or not isinstance(error, NotFoundError))
        trouble = in_words(error).replace("\n", " · ") if made_of else ""
    return Reviewed(
        article,
        blocks,
        trouble,
        workspace.articles.matcher.article(article),
        {theme.id: theme.pref_label or theme.id for theme in workspace.articles.matcher.themes},
        workspace.links.of(article_id),
        workspace.corrections.unfinished.texts(article_id),
        bool(workspace.corrections.steps(article_id)[0]),
    )
