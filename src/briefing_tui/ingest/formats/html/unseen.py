"""What of a page nobody sees: scripts, styles, elements that are hidden."""

from __future__ import annotations

import re
from typing import Any

HIDDEN_TAGS = frozenset(
    "head script style template noscript iframe object embed applet canvas audio video svg datalist rp map area "
    "frameset noframes select textarea input link meta title param source track".split()
)
"""Elements that a browser shows nothing of, or no words that are the page's text."""
_KEPT = frozenset({"head", "meta", "title", "link"})
"""Of them, what the page says about itself in."""
_APART = {"svg": "drawing", "select": "control", "textarea": "control"}
"""Of them, what shows words that are no text."""
_VEILED = re.compile(
    r"(?:^|[;\s])(?:opacity\s*:\s*0*\.?0+%?\s*(?:!|;|$)|font-size\s*:\s*0*\.?0+(?:px|pt|em|rem|%)?\s*(?:!|;|$)|"
    r"(?:text-indent|left|right|top|margin-left)\s*:\s*-\d{4,}(?:\.\d+)?(?:px|pt|em|rem|%)?)",
    re.IGNORECASE,
)
"""Styles that leave an element its place and nobody anything to see."""
_HIDING = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_HIDEABLE = "//*[@hidden or @style] | //dialog[not(@open)]"


def prune(root: Any) -> None:
    """Take out what nobody sees: scripts, styles, elements that are hidden. JSON-LD stays."""
    from lxml import etree

    _put_in_place(root)
    etree.strip_elements(root, *HIDDEN_TAGS - _KEPT - set(_APART), with_tail=False)
    for element in root.xpath(_HIDEABLE):
        if _is_hidden(element) and element.tag not in {"html", "body"} and element.getparent() is not None:
            element.drop_tree()


def kind_apart(element: Any) -> str:
    """What an element is whose words stand on the page and are no text; empty for others."""
    style = element.get("style")
    if style and _VEILED.search(style) and element.tag not in {"html", "body"}:
        return "hidden"
    return _APART.get(element.tag, "")


def words_apart(element: Any) -> str:
    """The words of such an element: of a drawing its text alone, of a list each choice on its line."""
    tags = {"svg": ("text",), "select": ("option",)}.get(element.tag)
    parts = element.iter(*tags) if tags else (element,)
    return "\n".join(filter(None, (" ".join("".join(part.itertext()).split()) for part in parts)))


def drop_apart(root: Any) -> None:
    """Take these elements out, when their words have been read."""
    for element in list(root.iter(*_APART)) + root.xpath("//*[@style]"):
        if kind_apart(element) and element.getparent() is not None:
            element.drop_tree()


def _put_in_place(root: Any) -> None:
    """Parts that a server sent late, hidden, for a script to move to where a mark waits for them (React)."""
    late = {element.get("id")[2:]: element for element in root.xpath("//div[@hidden and starts-with(@id, 'S:')]")}
    if not late:
        return
    marks = {mark.get("id")[2:]: mark for mark in root.xpath("//template[starts-with(@id, 'B:')]")}
    for number, element in late.items():
        del element.attrib["hidden"]
        mark = marks.get(number)
        if mark is not None and element not in mark.iterancestors():
            mark.addprevious(element)


def _is_hidden(element: Any) -> bool:
    return element.get("hidden") is not None or element.tag == "dialog" or bool(_HIDING.search(element.get("style")))
