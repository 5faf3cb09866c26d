"""From the text of a page to its tree: nothing is fetched, expanded or run, however the page is made."""

from __future__ import annotations

import re
from typing import Any

_INLINE = re.compile(rb"</?(?:b|i|em|strong|span|font|u|s|small|big|sub|sup|tt)\b[^<>]{0,2000}>", re.IGNORECASE)
_NESTING = re.compile(
    rb"</?(?!(?:p|h[1-6]|a|br|img|script|style|title|meta|link|head|body|html)\b)[a-z][^<>]{0,2000}>", re.IGNORECASE
)
"""Tags that nest; the others cannot, or mean more than layout."""


def parse(text: str) -> tuple[Any, tuple[str, ...]]:
    """The tree of a page, and what is to be said of how it was made.

    No document type is fetched, no entity of its own expanded, nothing is run.
    """
    data = text.encode("utf-8", "replace").replace(b"\0", b"")
    root, whole = _parsed(data)
    if whole:
        return root, ()
    root, _ = _parsed(_NESTING.sub(b"<br><br>", _INLINE.sub(b"", data)))
    return root, ("the page nests its elements too deep for its layout to be read: its words are taken without it",)


def _parsed(data: bytes) -> tuple[Any, bool]:
    """A tree, and whether it holds all of the page: the parser gives up at some depth."""
    from lxml import etree, html

    parser = html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False, huge_tree=True,
        default_doctype=False, no_network=True,
    )  # fmt: skip
    try:
        root = html.document_fromstring(data, parser=parser)
    except (ValueError, etree.LxmlError):  # nothing but comments and white space
        root = html.document_fromstring("<html><body></body></html>")
    return root, not any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)
