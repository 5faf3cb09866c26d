"""Pages of a house: where the parts stand, a sign, fixed words of its own. Nothing that runs, fetches or quotes."""

from __future__ import annotations

from html import unescape
from html.parser import HTMLParser

from briefing_tui.model.template import QUOTATION_MARKS

TAGS = frozenset(
    "a abbr address article aside b bdi bdo br caption col colgroup dd div dl dt em figcaption figure footer h1 h2 h3 "
    "h4 h5 h6 header hr i img li main nav ol p section small span strong sub sup table tbody td tfoot th thead tr u "
    "ul wbr".split()
)
"""Elements that a page may have."""
ATTRIBUTES = frozenset("class style alt title lang dir src href width height colspan rowspan scope role".split())
"""What its elements may say of themselves."""
_LINKS = ("https://", "http://", "mailto:")
_FIXED = "a form's fixed text has no quotation marks: between them stand the words of sources alone"


class HousePageError(ValueError):
    """What a page cannot have, with its line and what to do."""

    def __init__(self, message: str, line: int, hint: str) -> None:
        super().__init__(message)
        self.line, self.hint = line, hint


def look_at(page: str) -> None:
    """Read the page of a house.

    Raises:
        HousePageError: for an element, an attribute or a text that it cannot have.
    """
    reader = _Reader(convert_charrefs=False)
    reader.feed(page)
    reader.close()


class _Reader(HTMLParser):
    """Refuses what it does not know."""

    def _refuse(self, message: str, hint: str) -> None:
        raise HousePageError(message, self.getpos()[0], hint)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element."""
        if tag not in TAGS:
            self._refuse(f"a page cannot have <{tag}>", "use plain elements: div, p, span, img, table and the like")
        if (self.get_starttag_text() or "").count("<") > 1:
            self._refuse("there is a '<' within a tag", "close the tag before it, or write &lt;")
        for name, value in attrs:
            self._attribute(tag, name, value or "")

    def _attribute(self, tag: str, name: str, value: str) -> None:
        if name not in ATTRIBUTES and not name.startswith("aria-"):
            self._refuse(f"'{name}' cannot be used here", "one of: " + ", ".join(sorted(ATTRIBUTES)))
        if name == "src" and tag != "img":
            self._refuse(f"<{tag}> cannot have a 'src'", "name a picture in <img>")
        if name == "src" and not value.startswith("data:"):
            self._refuse(f"'{value}' cannot be read", 'write src="picture.svg", in quotes, a file of the folder')
        if name == "href" and (tag != "a" or not value.lower().startswith(_LINKS)):
            self._refuse(f"'{value}' is no address that a page can lead to", "https:, http: or mailto:, in <a>")
        if name == "style" and ("(" in value or "\\" in value):
            self._refuse("'style' cannot name a file or hold a function here", "write it in style.css")
        if name in ("alt", "title") or name.startswith("aria-"):
            self._text(value)

    def _text(self, text: str) -> None:
        if QUOTATION_MARKS.intersection(text):
            self._refuse(_FIXED, "take the quotation marks out")
        if "<" in text:
            self._refuse("there is a '<' that begins no element", "write &lt;")

    def handle_data(self, data: str) -> None:
        """Fixed words."""
        self._text(data)

    def handle_entityref(self, name: str) -> None:
        """A character by its name."""
        self._mark(f"&{name};")

    def handle_charref(self, name: str) -> None:
        """A character by its number."""
        self._mark(f"&#{name};")

    def _mark(self, reference: str) -> None:
        if QUOTATION_MARKS.intersection(unescape(reference)):
            self._refuse(_FIXED, "take the quotation marks out")

    def handle_comment(self, data: str) -> None:
        """What is not printed: a part in it would be lost."""
        if "{{" in data or "<" in data or ">" in data:
            self._refuse("a comment cannot hold a part or an element", "take it out")

    def handle_decl(self, decl: str) -> None:
        """`<!DOCTYPE` and the like."""
        self._refuse(f"a page cannot have <!{decl[:20]}>", "a page is what stands within <body>")

    def unknown_decl(self, data: str) -> None:
        """`<![CDATA[` and the like."""
        self.handle_decl(data)

    def handle_pi(self, data: str) -> None:
        """`<?` and the like."""
        self.handle_decl(data)
