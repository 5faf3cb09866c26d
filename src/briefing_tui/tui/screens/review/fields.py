"""The values that a field may have."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ....model import Facet

if TYPE_CHECKING:
    from ....workspace import Workspace

_GENRES = ("news", "op-ed", "interview", "study", "press release", "speech")
_TYPES = (
    "article-newspaper", "article-journal", "article-magazine", "article", "post-weblog", "post", "webpage", "report",
    "book", "chapter", "paper-conference", "thesis", "speech", "interview", "broadcast", "document", "legislation",
    "personal_communication", "manuscript", "pamphlet",
)  # fmt: skip


def completion(workspace: Workspace, name: str) -> Callable[[str], str | None] | None:
    """Completes a value from those that the workspace has already, and those that are usual; for some fields."""
    facets = {"container-title": Facet.OUTLET, "republished-by": Facet.OUTLET, "genre": Facet.GENRE}
    usual = {"genre": _GENRES, "type": _TYPES}.get(name, ())
    there = tuple(value for value, _ in workspace.articles.facet_values(facets[name])) if name in facets else ()
    known = tuple(value for value in dict.fromkeys((*there, *usual)) if value.isprintable())
    if not known:
        return None
    return lambda typed: next((v for v in known if typed and v.startswith(typed) and v != typed), None)
