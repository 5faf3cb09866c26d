"""Which words of an article a command means, and what it says of the excerpt that has them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

import click

from ..errors import InvalidError

if TYPE_CHECKING:
    from ..model import Article, Excerpt, ExcerptState, Span

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Words:
    """The words that are meant: by themselves, by their place, or as a whole paragraph."""

    quote: str | None
    span: tuple[int, int] | None
    paragraph: int | None

    def place(self, article: Article, near: Span | None = None) -> Span:
        """Where they stand; of several places with the same words, the one that has some of what is near.

        Raises:
            NotFoundError: where they stand nowhere.
            AmbiguousError: where they stand in several places.
            InvalidError: for numbers that are no place of the article.
        """
        from ..model import find_all
        from ..workspace import checked_span, find_quote, paragraph_span

        if self.span is not None:
            return checked_span(article, *self.span)
        if self.quote is None:
            return paragraph_span(article, self.paragraph or 0)
        close = [place for place in find_all(self.quote, article.text) if place.overlaps(near)] if near else []
        return close[0] if len(close) == 1 else find_quote(article, self.quote)


def of_words(function: Callable[..., R]) -> Callable[..., R]:
    """What a command on a passage takes: `--quote`, `--span` or `--paragraph`, as its argument `words`."""

    @wraps(function)
    def command(
        *args: Any, quote: str | None, span: tuple[int, int] | None, paragraph: int | None, **options: Any
    ) -> R:
        if sum(choice is not None for choice in (quote, span, paragraph)) != 1:
            hint = "--quote TEXT, --span START END or --paragraph N"
            raise InvalidError("say which words, once", where=click.get_current_context().info_name or "", hint=hint)
        return function(*args, words=Words(quote, span, paragraph), **options)

    command = click.option("--paragraph", type=int, metavar="N", help="A whole paragraph.")(command)
    command = click.option("--span", nargs=2, type=int, metavar="START END", help="Code points in its text.")(command)
    return click.option("--quote", help="The words, exactly; only white space may differ.")(command)


def shape(excerpt: Excerpt, state: ExcerptState, warnings: tuple[str, ...]) -> dict[str, Any]:
    """An excerpt as the JSON of these commands has it."""
    return {
        "excerpt": excerpt.id,
        "article": excerpt.article,
        "paragraph": excerpt.paragraph,
        "start": excerpt.span.start,
        "end": excerpt.span.end,
        "exact": excerpt.exact,
        "state": state.value,
        "verified": state.verified,
        "warnings": list(warnings),
    }
