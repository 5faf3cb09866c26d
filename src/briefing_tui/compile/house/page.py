"""Pages of a house: where the parts stand, a sign, fixed words of its own. Nothing that runs, fetches or quotes."""

from __future__ import annotations

import re
import unicodedata
from html import unescape
from html.parser import HTMLParser

from briefing_tui.model.signs.fixed_words import borrowed
from briefing_tui.model.signs.quote_signs import UNSEEN
from briefing_tui.model.signs.stacked_marks import overladen

from .sheet import attribute_fault

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
_LOOSE = frozenset("caption col colgroup dd dt li p tbody td tfoot th thead tr".split())
"""Elements that end where the next one begins or the one around them ends."""
_SIGNS = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}|<%|%>|[{}]")
"""Signs of places, and those of other languages of templates."""
_PLACE = re.compile(r"\{\{[^{}]*\}\}")
_LINKS = ("https://", "http://", "mailto:")
_ALONE = "‘{number}’ stands alone in <{name}>: a style sheet could make it the call of a note"
_BESIDE = "put it into one element with the words that it belongs to"
_HEAPED = "a letter bears more marks than any script stacks: they would cover other lines"
_INLINE = frozenset("a abbr b bdi em i img small span strong sub sup time u wbr".split())
"""Elements that stand within a line."""
_BETWEEN = frozenset(" .,;'’-–—()[]{}*\u00a0\u2009\u200a\u202f")
"""What may stand beside and between the numbers of notes."""
_FIGURES = 3
"""Those of such a number; four are a year."""
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"


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


def look_at_signs(page: str, places: re.Pattern[str]) -> None:
    """Look for what is meant for a place of a part, or for more than a page can say, and would be printed as it stands.

    Args:
        page: the page.
        places: finds those that are written as they should be.

    Raises:
        HousePageError: for the first such sign.
    """
    rest = places.sub(lambda place: "\n" * place[0].count("\n"), page)
    found = _SIGNS.search(rest)
    if found is None:
        return
    line = rest.count("\n", 0, found.start()) + 1
    if found[0] in ("{{", "}}"):
        other = "}}" if found[0] == "{{" else "{{"
        raise HousePageError(f"'{found[0]}' stands without '{other}'", line, "write a place like {{ body }}")
    hint = "a page has places like {{ body }}, and neither conditions nor loops nor notes: take it out"
    raise HousePageError(f"'{found[0]}' means nothing here and would be printed", line, hint)


class _Reader(HTMLParser):
    """Refuses what it does not know."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self._said: list[tuple[str, int]] = [("", 1)]
        """The fixed words, each line of them as printed, with that of the page where it begins."""
        self._directed = ""
        """The element open now that has a direction of its own."""
        self._open: list[tuple[str, int, list[str]]] = []
        """The elements open now, each with its line and its own words."""

    def finish(self) -> None:
        """Look at what is still open, and at all fixed words together: a mark may be put together of two elements."""
        self._leave("")
        texts = [text for text, _ in self._said]
        if overladen("".join(texts)):
            self._refuse(_HEAPED, "take some of them off")
        if found := borrowed(texts):
            raise HousePageError(f"a form's fixed text has no {found.what}", self._said[found.line][1], found.hint)

    def _say(self, text: str) -> None:
        """Fixed words, behind those of the same line; a place, where a part will stand, ends it."""
        said = _PLACE.split(" ".join(re.split(r"[ \t\r\n\f]+", text)))
        if self._open:
            self._open[-1][2].append("".join(said))
        if any(name == "sup" for name, *_ in self._open):
            said = ["".join(map(_raised, part)) for part in said]
        first, *others = said
        before, line = self._said[-1]
        self._said[-1] = (before + first, line if before.strip() else self.getpos()[0])
        self._said += [(other, self.getpos()[0]) for other in others]

    def _end_line(self, tag: str) -> None:
        if tag not in _INLINE:
            self._said.append(("", self.getpos()[0]))

    def _refuse(self, message: str, hint: str) -> None:
        raise HousePageError(message, self.getpos()[0], hint)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element."""
        if tag not in TAGS:
            self._refuse(f"a page cannot have <{tag}>", "use plain elements: div, p, span, img, table and the like")
        self._end_line(tag)
        if (self.get_starttag_text() or "").count("<") > 1:
            self._refuse("there is a '<' within a tag", "close the tag before it, or write &lt;")
        if self._directed and tag not in _EMPTY:
            self._refuse("an element with a direction of its own has words alone", "set the others beside it")
        for name, value in attrs:
            self._attribute(tag, name, value or "")
            if name == "dir" and tag not in _EMPTY:
                self._directed = tag
        if tag not in _EMPTY:
            self._open.append((tag, self.getpos()[0], []))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element that is written as if it were empty: only some are."""
        if tag in TAGS and tag not in _EMPTY:
            self._refuse(f"<{tag}/> is not closed: the sign '/' does nothing here", f"write <{tag}></{tag}>")
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """The end of one."""
        if self._directed and tag != self._directed:
            self._refuse("an element with a direction of its own has words alone", f"close <{self._directed}> first")
        self._directed = ""
        if tag in _EMPTY or not any(tag == name for name, *_ in self._open):
            self._refuse(f"</{tag}> closes nothing", "take it out, or open the element before it")
        self._leave(tag)
        self._end_line(tag)

    def _leave(self, tag: str) -> None:
        """Close elements up to one, or all of them; only some are closed without a word."""
        while self._open:
            name, line, said = self._open.pop()
            if name != "sup" and _is_number("".join(said)):
                raise HousePageError(_ALONE.format(number="".join(said).strip(), name=name), line, _BESIDE)
            if self._open and name in _INLINE:
                self._open[-1][2].append("".join(said))
            if name == tag:
                return
            if name not in _LOOSE:
                where = f" before </{tag}>" if tag else ""
                raise HousePageError(f"<{name}> is not closed{where}", line, f"write </{name}> where it ends")

    def _attribute(self, tag: str, name: str, value: str) -> None:
        if "{{" in value:
            self._refuse(f"'{name}' cannot hold a part", "set the part beside the element, or in it")
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
            if says := borrowed([value]):
                self._refuse(f"a form's fixed text has no {says.what}", says.hint)

    def _text(self, text: str) -> None:
        if overladen(text):
            self._refuse(_HEAPED, "take some of them off")
        if "<" in text:
            self._refuse("there is a '<' that begins no element", "write &lt;")

    def handle_data(self, data: str) -> None:
        """Fixed words."""
        if self._directed and "{{" in data:
            self._refuse("a part has its own direction", "set it beside the element with 'dir', not in it")
        self._text(data)
        self._say(data)

    def handle_entityref(self, name: str) -> None:
        """A character by its name."""
        self._mark(f"&{name};")

    def handle_charref(self, name: str) -> None:
        """A character by its number."""
        self._mark(f"&#{name};")

    def _mark(self, reference: str) -> None:
        self._say(unescape(reference))

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


def _is_number(text: str) -> bool:
    """Whether words are such as the call of a note has: small numbers, and what stands between them."""
    text = UNSEEN.sub("", text)
    figures = "".join("0" if sign.isdigit() else " " for sign in text).split()
    others = (sign for sign in text if not sign.isdigit())
    return bool(figures) and max(map(len, figures)) <= _FIGURES and _BETWEEN.issuperset(others)


def _raised(sign: str) -> str:
    """A sign in <sup>; a number of whatever script as the raised one."""
    value = unicodedata.numeric(sign, -1)
    return _RAISED[int(value) % len(_RAISED)] if value >= 0 else sign
