"""Pages of a house: where the parts stand, a sign, fixed words of its own. Nothing that runs, fetches or quotes."""

from __future__ import annotations

from html import unescape
from html.parser import HTMLParser
from itertools import accumulate

from .house_rules import has_quotes, quote_in
from .house_sheet import attribute_fault

TAGS = frozenset(
    "a abbr address article aside b bdi br caption col colgroup dd div dl dt em figcaption figure footer h1 h2 h3 "
    "h4 h5 h6 header hr i img li main nav ol p section small span strong sub sup table tbody td tfoot th thead tr u "
    "ul wbr".split()
)
"""Elements that a page may have."""
ATTRIBUTES = frozenset("class style alt title lang dir src href width height colspan rowspan scope role".split())
"""What its elements may say of themselves."""
_OURS = frozenset("n draft label note call comma endnote head-marking foot-marking box bar".split())
"""Classes that the program's own sheets move, or that it counts by."""
_EMPTY = ("br", "col", "hr", "img", "wbr")
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
    reader = _Reader()
    reader.feed(page)
    reader.close()
    reader.finish()


class _Reader(HTMLParser):
    """Refuses what it does not know."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self._said: list[tuple[str, int]] = []
        """The fixed words, each piece with its line."""
        self._directed = ""
        """The element open now that has a direction of its own."""

    def finish(self) -> None:
        """Look at all fixed words together: a mark may be put together of two elements."""
        if (at := quote_in("".join(text for text, _ in self._said))) is not None:
            begins = accumulate((len(text) for text, _ in self._said), initial=0)
            line = [line for begin, (_, line) in zip(begins, self._said, strict=False) if begin <= at][-1]
            raise HousePageError(_FIXED, line, "take the quotation marks out")

    def _refuse(self, message: str, hint: str) -> None:
        raise HousePageError(message, self.getpos()[0], hint)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element."""
        if tag not in TAGS:
            self._refuse(f"a page cannot have <{tag}>", "use plain elements: div, p, span, img, table and the like")
        if (self.get_starttag_text() or "").count("<") > 1:
            self._refuse("there is a '<' within a tag", "close the tag before it, or write &lt;")
        if self._directed and tag not in _EMPTY:
            self._refuse("an element with a direction of its own has words alone", "set the others beside it")
        for name, value in attrs:
            self._attribute(tag, name, value or "")
            if name == "dir" and tag not in _EMPTY:
                self._directed = tag

    def handle_endtag(self, tag: str) -> None:
        """The end of one."""
        if self._directed and tag != self._directed:
            self._refuse("an element with a direction of its own has words alone", f"close <{self._directed}> first")
        self._directed = ""

    def _attribute(self, tag: str, name: str, value: str) -> None:
        if name not in ATTRIBUTES and not name.startswith("aria-"):
            self._refuse(f"'{name}' cannot be used here", "one of: " + ", ".join(sorted(ATTRIBUTES)))
        if name == "src" and tag != "img":
            self._refuse(f"<{tag}> cannot have a 'src'", "name a picture in <img>")
        if name == "src" and not value.startswith("data:"):
            self._refuse(f"'{value}' cannot be read", 'write src="picture.svg", in quotes, a file of the folder')
        if name == "href" and (tag != "a" or not value.lower().startswith(_LINKS)):
            self._refuse(f"'{value}' is no address that a page can lead to", "https:, http: or mailto:, in <a>")
        if name == "style" and (found := attribute_fault(value, tag)):
            self._refuse(f"'style' of <{tag}> cannot be used: {value.strip()[:60]}", found)
        if name == "class" and (taken := sorted(_OURS.intersection(value.split()))):
            self._refuse(f"the class '{taken[0]}' is the program's own", "give it another name")
        if name == "class" and "logo" in value.split() and tag != "img":
            self._refuse("the class 'logo' is that of a picture", "give it to the <img>, or choose another name")
        if name in ("alt", "title") or name.startswith("aria-"):
            self._text(value)

    def _text(self, text: str) -> None:
        if has_quotes(text):
            self._refuse(_FIXED, "take the quotation marks out")
        if "<" in text:
            self._refuse("there is a '<' that begins no element", "write &lt;")

    def handle_data(self, data: str) -> None:
        """Fixed words."""
        if self._directed and "{{" in data:
            self._refuse("a part has its own direction", "set it beside the element with 'dir', not in it")
        self._text(data)
        self._said.append((data, self.getpos()[0]))

    def handle_entityref(self, name: str) -> None:
        """A character by its name."""
        self._mark(f"&{name};")

    def handle_charref(self, name: str) -> None:
        """A character by its number."""
        self._mark(f"&#{name};")

    def _mark(self, reference: str) -> None:
        self._said.append((unescape(reference), self.getpos()[0]))

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
