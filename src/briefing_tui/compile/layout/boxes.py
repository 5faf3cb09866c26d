"""What became of a briefing in its layout: the box tree is compared with what was to be printed.

Works on the boxes that it is given and imports nothing of the layout engine.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Any

from ..document.calls import like_words
from .covering import covered
from .facts import Facts
from .page_foot import leading
from .visible import Look, Setting

_MARKER = "::footnote-marker"
_ITEM = "::marker"
_TABLE = "TableBox"
_BREAK = "wbr"
"""A place where a long word may be broken, for which the engine sets a character that nobody wrote."""
SLACK = 1.0
"""Pixels that a text may stand beyond the edge of its page: its last space."""
SHOWN = 40
"""Characters of a text that are told."""
FIRST = 4
"""Pieces of words by which a table is told."""
TOLD = 10
"""Texts of a page that are told: a wide table has many."""
UNCOUNTED = frozenset(("annex", "open-points"))
"""The classes of the parts that no limit of pages counts."""
STEP = 200
"""Between weights of type, from which on words are seen to be bolder than others."""
HANGING = 14 * 96 / 25.4
"""Pixels beside the text in which numbers hang."""
_SIGN = ("sign",)
_NUMBERS = ("call", "comma", "n")
"""Classes of what is set within a text and is no part of it."""


def inspect(pages: Iterable[Any]) -> Facts:
    """Walk the boxes of laid-out pages.

    Args:
        pages: page boxes, in order.
    """
    facts, last = Facts(), ""
    for number, page in enumerate(pages, 1):
        facts.alone.update({last: number - 1} if last else {})
        facts.pages, last = number, leading(page)[:SHOWN]
        begins, under = None, covered(page)
        for box, block, words, setting in _walk(page, "", (), Setting()):
            if not facts.body and begins is None and _is_uncounted(box):
                begins = box.position_y
            if block and type(box).__name__ == "LineBox":
                facts.lines[block] = facts.lines.get(block, 0) + 1
            look = _look(page, box, setting)
            if look and id(box) not in under:
                for key in filter(None, (block, *words)):
                    facts.add(key, box, look)
            elif words == _SIGN and getattr(box, "text", None) and not look:
                facts.unseen.setdefault(box.text.strip(), number)
            elif not block and id(box) in under and box.text.strip():
                facts.crossed.setdefault(box.text.strip()[:SHOWN], number)
        for key in islice(_outside(page), TOLD):
            facts.outside.setdefault(key, number)
        facts.alike.update((call, number) for call in islice(like_words(page), TOLD) if call not in facts.alike)
        _note_margins(facts, page)
        before, facts.fill = facts.fill, _fill(page)
        if begins is not None:
            above = (begins - page.content_box_y()) / page.height if page.height else 0.0
            facts.body = number - 1 + min(1.0, above) if above > 0 else max(0.0, number - 2 + before)
            facts.fills += [min(1.0, above)] if above > 0 else []
        elif not facts.body:
            facts.fills.append(facts.fill)
    facts.end()
    return facts


def _note_margins(facts: Facts, page: Any) -> None:
    """What stands in the margins of the last page, and what of it stands among the text."""
    margins = list(_margins(page))
    facts.margins.append(["".join(box.text for box in boxes) for boxes in margins])
    for box in chain.from_iterable(margins):
        if box.text.strip() and _is_in_body(page, box):
            facts.outside.setdefault(box.text.strip()[:SHOWN], facts.pages)


def _walk(
    box: Any, block: str, words: tuple[str, ...], setting: Setting, around: Any = None
) -> Iterator[tuple[Any, str, tuple[str, ...], Setting]]:
    """All boxes under one, each with the keys of its part and of the words in it that it belongs to, and how it is set.

    Args:
        box: the box.
        block: of the part that it is in.
        words: of the quote that it is in, and of what is emphasised there.
        setting: what the boxes around it make of it.
        around: the style of the one that it is in.
    """
    pending = [(box, block, words, setting, around)]
    while pending:
        box, block, words, setting, around = pending.pop()
        setting = setting.within(box)
        if box.element is not None:
            block, words = _keys(box, block, words, around)
        yield box, block, words, setting
        style = getattr(box, "style", None)
        pending += [(child, block, words, setting, style) for child in reversed(_boxes(box))]


def _keys(box: Any, block: str, words: tuple[str, ...], around: Any) -> tuple[str, tuple[str, ...]]:
    """The keys of the part and of the words that a box belongs to, by those of what it is in."""
    element = box.element
    if element.get("class") in _NUMBERS or _is_break(box) or _is_number(box):
        block, words = "", (not block and words) or _number(box, block)
    elif note := element.get("data-note"):
        block = f"note {note}"
    else:
        block = element.get("data-block") or block
    words = (f"quote {item}",) if block and (item := element.get("data-quote")) else words
    if (item := element.get("data-emphasis")) and _stands_out(box, around):
        words = tuple(dict.fromkeys((*words, f"emphasis {item}")))
    return block, words


def _boxes(box: Any) -> list[Any]:
    """What a box has in it."""
    return [child for child in getattr(box, "children", ()) if hasattr(child, "element_tag")]


def _stands_out(box: Any, around: Any) -> bool:
    """Whether words slant otherwise than those around them, differ in weight, or are underlined in their colour."""
    if around is None or box.style["font_style"] != around["font_style"]:
        return True
    style, line = box.style, "text_decoration_line"
    underlined = "underline" in style[line] and "underline" not in around[line]
    inked = style["text_decoration_color"] in ("currentcolor", style["color"])
    return abs(style["font_weight"] - around["font_weight"]) >= STEP or (underlined and inked)


def _is_break(box: Any) -> bool:
    return (box.element_tag or "").partition("::")[0] == _BREAK


def _outside(page: Any) -> Iterator[str]:
    """Where text is that the paper does not have; what a box of limited size hides, and running lines, are not.

    Of a table that is too wide its first words are told, and not each of its cells.
    """
    pending = [(page, "")]
    while pending:
        box, block = pending.pop()
        key = (box.element.get("data-block") if box.element is not None else "") or block
        text = getattr(box, "text", None)
        if isinstance(text, str) and text.strip() and _is_beyond(page, box):
            yield key or text.strip()[:SHOWN]
        if not key and type(box).__name__ == _TABLE:
            key = " ".join(islice(_words_of(box), FIRST))[:SHOWN]
        pending += [(child, key) for child in reversed(_boxes(box)) if type(child).__name__ != "MarginBox"]


def _words_of(box: Any) -> Iterator[str]:
    if isinstance(text := getattr(box, "text", None), str) and text.strip():
        yield text.strip()
    for child in _boxes(box):
        yield from _words_of(child)


def _is_beyond(page: Any, box: Any) -> bool:
    left, top, right = box.position_x, box.position_y, box.position_x + box.width
    across = left < -SLACK or right > page.margin_width() + SLACK
    return bool(across or top < -SLACK or top + box.height > page.margin_height() + SLACK)


def _is_uncounted(box: Any) -> bool:
    return box.element is not None and not UNCOUNTED.isdisjoint((box.element.get("class") or "").split())


def _is_number(box: Any) -> bool:
    """Whether it is the number of a note, or what marks an item of a list."""
    return (box.element_tag or "").endswith((_MARKER, _ITEM))


def _number(box: Any, block: str) -> tuple[str, ...]:
    """The key of a number: that of a note, of one of its calls, or any other."""
    if _is_break(box):
        return ()
    if called := box.element.get("data-call"):
        return (f"call {called}",)
    if (box.element_tag or "").endswith(_MARKER) and (noted := box.element.get("data-note")):
        return (f"number {noted}",)
    ends = box.element.get("class") == "n" and block.startswith("note ")
    return (f"number {block.removeprefix('note ')}",) if ends else _SIGN


def _margins(page: Any) -> Iterator[list[Any]]:
    """What stands in each box in the margins of a page; a long marking may run into the number beside it."""
    around = Setting().within(page)
    for margin in page.children:
        if type(margin).__name__ == "MarginBox":
            yield [box for box, _, _, setting in _walk(margin, "", (), around) if _look(page, box, setting)]


def _is_in_body(page: Any, box: Any) -> bool:
    """Whether words of a margin stand among those of the page, or of what hangs beside them."""
    left, top = page.content_box_x(), page.content_box_y()
    text = next(_bodies(page), page)
    beside = text.content_box_x() - HANGING
    right = max(left + page.width, beside + text.width + 2 * HANGING)
    left = min(left, beside)
    across = box.position_x < right and box.position_x + box.width > left
    return bool(across and box.position_y + box.height > top + SLACK and box.position_y < top + page.height - SLACK)


def _bodies(page: Any) -> Iterator[Any]:
    whole = (child for child in page.children if child.element_tag == "html")
    return (child for html in whole for child in html.children if getattr(child, "element_tag", "") == "body")


def _look(page: Any, box: Any, setting: Setting) -> Look | None:
    """How words look that are seen."""
    is_text = isinstance(getattr(box, "text", None), str)
    return setting.look(box) if is_text and not _is_beyond(page, box) else None


def _fill(page: Any) -> float:
    """How far down the page its content reaches, notes included."""
    height = page.height
    if not height:
        return 0.0
    top = page.content_box_y()
    ends = [
        child.position_y + child.margin_height()
        for box in page.children
        if box.element_tag in ("html", "body")
        for child in _leaves(box)
    ]
    notes = sum(box.margin_height() for box in page.children if type(box).__name__ == "FootnoteAreaBox")
    return float(min(1.0, max(0.0, (max(ends, default=top) - top + notes) / height)))


def _leaves(box: Any) -> Iterator[Any]:
    """The lines of text under a box that are in the flow."""
    for child in getattr(box, "children", ()):
        if type(child).__name__ == "LineBox":
            yield child
        elif hasattr(child, "element_tag"):
            yield from _leaves(child)
