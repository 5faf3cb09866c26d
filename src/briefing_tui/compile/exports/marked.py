"""CSL items with what is missing or inferred marked as it is printed (rule 6), for styles of others."""

from __future__ import annotations

from typing import Any

from briefing_tui.citations import Terms, marked_title
from briefing_tui.model import Article, Metadata, State, naming
from briefing_tui.model.admiralty import grade

from ..file.inside import csl

_TEXTS = ("container-title", "publisher")
_MARKED = frozenset({"title", "author", "issued", "republished-by", *_TEXTS})
"""Fields that bear their mark themselves."""
CIRCA = "circa"
"""Of a date, as CSL has it: that it is only inferred."""


def marked(article: Article, terms: Terms) -> dict[str, Any]:
    """The item of an article with its marks, and with what CSL has no variable for.

    A missing title is replaced by what names the source; a missing author or date is left to the style.

    Args:
        article: the source.
        terms: of the briefing's language.
    """
    data = article.metadata
    item = {**csl(article), "title": marked_title(article, terms), "grade": grade(data)}
    item |= {field: naming.marked(data, field, item[field]) for field in _TEXTS if item.get(field)}
    if data.author and _inferred(data, "author"):
        item["author"] = [{"literal": naming.marked(data, "author", str(name))} for name in data.author]
    if data.issued and _inferred(data, "issued"):
        item["issued"] = {**item["issued"], CIRCA: True}
    if data.republished_by:
        outlet = naming.marked(data, "republished-by", data.republished_by)
        item["republished-by"] = terms.republished.format(outlet=outlet)
    others = [field for field, state in data.states.items() if state is State.INFERRED and field not in _MARKED]
    return {**item, "note": f"only inferred: {', '.join(others)}" if others else ""}


def _inferred(data: Metadata, field: str) -> bool:
    return data.state(field) is State.INFERRED
