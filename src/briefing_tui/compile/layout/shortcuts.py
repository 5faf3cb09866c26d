"""Faster ways to what the layout engine does on a page with many notes and names; every box is where it was.

Works on what it is given and imports nothing of the layout engine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from inspect import signature
from typing import Any

ANCHOR = "-weasy-anchor"
"""The property in which the engine keeps a name."""
BEGUN_WITH = ("html", "sheets", "presentational_hints", "font_config", "target_collector")
"""What the engine makes the styles of a page with."""
DECLARED_BY = ("tree", "presentational_hints", "base_url")
"""What the engine finds with what attributes declare."""
FITTED = "shrink_to_fit"
"""The function of the engine for what is as wide as its words."""
FITTED_IN = ("context", "box", "available_content_width")
"""What the engine fits a box with."""
ONE_LINE_OF = ("context", "box", "outer")
"""What the engine measures words in one line with."""

Width = Callable[..., float]
Declared = tuple[Any, Any, Any, Any]
"""Specificity, element, declarations, address: what an attribute of an element says of its style."""
Attributes = Callable[..., Iterable[Declared]]


def share_styles(css: Any) -> None:
    """Let styles be shared within elements that have an `id`.

    The engine lets elements share a style that are of one kind within a parent of one style. It keeps the name of an
    element in its style, so that those with a name share none, and nothing in them does: of a briefing, all passages
    and notes. Here each has a style of its own still, but what is in it takes the one without a name as its parent's.

    Args:
        css: the module of the engine that applies style sheets; one that works otherwise is left as it is.
    """
    attributes: Attributes | None = getattr(css, "find_style_attributes", None)
    styles: Any = getattr(css, "StyleFor", None)
    if attributes is None or styles is None:
        return
    if (parameters(styles), parameters(attributes)) != (BEGUN_WITH, DECLARED_BY):
        return
    begin = styles.__init__
    without: dict[Any, str] = {}

    def unnamed(*args: Any, **options: Any) -> Iterator[Declared]:
        for found in attributes(*args, **options):
            if _is_name(found):
                without[found[1]] = found[1].get("id")
            else:
                yield found

    def named(self: Any, html: Any, *args: Any) -> None:
        without.clear()
        begin(self, html, *args)
        try:
            known = self.get_computed_styles()
            own = {(element, None): _called(known[element, None], name) for element, name in without.items()}
            known.update(own)
        except (AttributeError, KeyError, TypeError):  # styles are something else: all is the engine's again
            css.find_style_attributes, styles.__init__ = attributes, begin
            begin(self, html, *args)
            return
        if targets := args[-1]:
            for name in without.values():
                targets.collect_anchor(name)

    css.find_style_attributes = unnamed
    styles.__init__ = named


def measure_if_needed(modules: Iterable[Any], *, fitted: Width, in_one_line: Width) -> None:
    """Let a box that is as wide as its words be asked for its narrowest width only where one line has no room.

    CSS 2 (10.3.5) makes it as wide as its words in one line, but no wider than the room, where they can be broken. The
    engine measures each time how narrow that is as well, which decides nothing where one line has room.

    Args:
        modules: of the engine, those that ask; one that does not have the function is left as it is.
        fitted: its `shrink_to_fit`.
        in_one_line: its `max_content_width`; where either is called otherwise, all modules are left as they are.
    """
    if (parameters(fitted), parameters(in_one_line)) != (FITTED_IN, ONE_LINE_OF):
        return

    def fitting(context: Any, box: Any, room: float) -> float:
        wide = in_one_line(context, box, outer=False)
        return wide if wide <= room else fitted(context, box, room)

    for module in modules:
        if getattr(module, FITTED, None) is fitted:
            setattr(module, FITTED, fitting)


def parameters(called: Callable[..., Any]) -> tuple[str, ...]:
    """The names of what something is called with; none where it does not say."""
    try:
        return tuple(signature(called).parameters)
    except (TypeError, ValueError):
        return ()


def _called(style: Any, name: str) -> Any:
    """A style of its own for the element that has this name."""
    own = style.copy()
    own["anchor"] = name
    return own


def _is_name(found: Declared) -> bool:
    """Whether what an attribute declares is the name of its element; not where it has another shape."""
    try:
        _, element, declarations, _ = found
        return bool(element.get("id")) and len(declarations) == 1 and getattr(declarations[0], "name", "") == ANCHOR
    except (AttributeError, KeyError, TypeError, ValueError):
        return False
