"""What is asked for a field, and the values that it may have."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ....model import Facet

if TYPE_CHECKING:
    from ....workspace import Workspace

QUESTIONS = {
    "title": "as the document has it; empty where it states none",
    "author": "Family, Given; Family, Given · an organisation without a comma",
    "container-title": "the newspaper, journal or site that published it",
    "publisher": "the organisation that published it",
    "republished-by": "who published it again, where this copy is theirs",
    "issued": "2019, 2019-11 or 2019-11-20, as exact as it is stated",
    "URL": "where it stands",
    "genre": "news, op-ed, interview, study, press release, speech",
    "language": "en, he, ru, en-GB",
    "type": "article-newspaper, article-journal, webpage, report, book",
    "volume": "of the journal, as it is stated",
    "issue": "of the journal, as it is stated",
    "page": "where it stands in the journal: 12 or 12-34",
    "DOI": "10.… without an address before it",
    "admiralty": "how reliable the source is, A to F, and how credible what it says, 1 to 6: B2",
    "speakers": "who is quoted · Name (role) ¶ 4, 9-11; Name (role) ¶ 2",
}
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
