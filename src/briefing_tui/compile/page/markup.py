"""Runs of text as HTML: escaped, with notes, emphasis, links, and right-to-left words kept to themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from html import escape, unescape
from itertools import groupby

from briefing_tui.citations import Placement, Text
from briefing_tui.model import Stretch
from briefing_tui.model.web_address import is_web_address

from ..document.listing import Listed, parted
from ..document.runs import Bullet, Call, Gap, Inline, texts
from ..document.tree import Quote
from ..languages.apart import Piece, pieces
from ..languages.paired import in_part, pairs_of_html, settled
from ..languages.scripts import EAST_ASIAN, direction, east_asian_language, printable, rtl_runs, script_language, slants
from . import units

_MARKS = tuple("“”‘’«»„\"'")
_NARROW_SPACE = "\u202f"
_LINKS = ("https://", "http://")
_JOINER = "\u2060"
"""Keeps the number of a note on the line of the word before it; the style sheet has it for first calls."""
_COMMA = f'<sup class="comma">{_JOINER},</sup>'
_COMMA_TO_BREAK = f'<sup class="comma">{_JOINER},\u200b</sup>'
_LONG_WORD = re.compile(r"[^\s()\[\]“”«»\u2e80-\ua4cf\uac00-\ufaff\U00020000-\U0003ffff]{40,}")
"""What no line may have room for. Such words alone may be broken anywhere: the engine would break others as well where
a run begins with them, joined letters among them. Chinese is broken anywhere as it is."""
_LENGTHY = 1000
_STRETCH = re.compile(r"[!-\u0dff\u10a0-\u167f\u1e00-\u2dff\ua640-\ua7ff]{100}(?=\w)")
"""Of a word so long that trying where to break it would take the engine minutes: it may break after each stretch."""
_BRACKETED = re.compile(
    r"\[[^\[\]()]{1,200}\]|\([^\[\]()]{1,200}\)"
    r"|«(?:[^«»]|«[^«»]{1,200}»){1,400}»|(?<![\w.,!?])”[^“”]{1,400}[“”]"
)
"""What may stand in another direction than the text around it, its brackets or Arabic and Hebrew marks with it."""
_IN_BRACKETS = re.compile(r"\((?:[^()]|\([^()]*\))+\)|\[(?:[^\[\]]|\[[^\[\]]*\])+\]")
"""What stands in one pair of them from end to end."""
_TURNED = "«”"
"""Marks that go astray by themselves: unlike brackets, no two of them are a pair to the engine."""
_RUN = re.compile(r"<svg\b.*?</svg>|(?<! dir=\"ltr\")>([^<>]+)(?=<)", re.DOTALL)
"""A picture, or what stands between two tags and is not said to run from left to right."""

_LAST_WORDS = re.compile(r"(?<=[^\s<>] )[^\s<>]{1,14} [^\s<>]{1,14}(?=(?:</bdi>)*$)")
"""Two that are short, behind others."""
_WRAPPED = re.compile(r'<span class="long-word">((?:[^<]|<wbr>)*)</span>')
_MANY = 20
_TOGETHER = 4
"""Calls in a row that stay on one line; where there are more, the line may break after as many."""


def plain(text: str) -> str:
    """A text as it is set; signs of East Asia say their language, as each else has the first font that knows it."""
    return EAST_ASIAN.sub(_in_language, worded(text))


def _in_language(match: re.Match[str]) -> str:
    return f'<span lang="{east_asian_language(match.group())}">{match.group()}</span>'


def worded(text: str) -> str:
    """A text in an element that says its language, as it is set."""
    return "".join(
        f'<bdi lang="{script_language(run)}" dir="rtl">{_apart(run)}</bdi>'
        if rtl
        else _BRACKETED.sub(_isolated, _escaped(run))
        for run, rtl in rtl_runs(printable(text))
    )


def attribute(text: str) -> str:
    """A text as the value of an attribute."""
    return escape(printable(text), quote=True)


def block(key: str) -> str:
    """The attribute of an element whose text is compared with the pages; see `parts`."""
    return f' data-block="{attribute(key)}"'


def inlines(parts: Iterable[Inline]) -> str:
    """Runs and calls, with a comma between two calls, which would read as one number."""
    result: list[str] = []
    calls = 0
    for part in parts:
        if not isinstance(part, Call):
            result.append(shown(part))
            calls = 0
            continue
        if calls and part.placement is not Placement.INLINE:
            result.append(_COMMA if calls % _TOGETHER else _COMMA_TO_BREAK)
        result.append(call(part))
        calls += 1
    return "".join(result)


def turned(text: str, *, rtl: bool) -> str:
    """The attribute of an element whose text runs the other way than the document, which may run right to left."""
    way = direction(text, rtl=rtl)
    return f' dir="{way}"' if way else ""


def own(text: Text | Gap, *, rtl: bool) -> str:
    """A text of the author's in a line of the document's."""
    way = turned(text.text, rtl=rtl)
    return f"<bdi{way}>{shown(text)}</bdi>" if way else shown(text)


def title(text: Text | Gap, *, rtl: bool) -> str:
    """A title, whose last line is no single short word: the engine balances no lines."""
    return _LAST_WORDS.sub(r'<span class="unit">\g<0></span>', own(text, rtl=rtl))


def paragraph(key: str, parts: Sequence[Inline], *, rtl: bool) -> str:
    """A paragraph of own text; one with many notes may be broken after any line, as each line has a page of them.

    Args:
        key: of its block.
        parts: what it says.
        rtl: whether the document runs from right to left.
    """
    dense = sum(isinstance(part, Call) for part in parts) > _MANY
    kind = ' class="dense"' if dense else ""
    way = direction("".join(run.text for run in texts(parts)), rtl=rtl)
    turned = f' dir="{way}"' if way else ""
    before, lists = parted(parts)
    opening = f"<p{kind}>{inlines(before)}</p>" if before else ""
    said = (
        f'<div class="listed"{block(key)}{turned}>{opening}{"".join(map(_listed, lists))}</div>'
        if lists
        else f"<p{kind}{block(key)}{turned}>{inlines(parts)}</p>"
    )
    return all_apart(said) if way == "rtl" else said


def _listed(those: Listed) -> str:
    tag = "ol" if those.numbered else "ul"
    items = (f"<li>{inlines(item.said)}{''.join(map(_listed, item.lists))}</li>" for item in those.items)
    return f"<{tag}>{''.join(items)}</{tag}>"


def shown(text: Text | Gap | Bullet) -> str:
    """A run, or a gap marked as one."""
    if isinstance(text, Bullet):
        return text.text
    return f'<span class="gap">{plain(text.text)}</span>' if isinstance(text, Gap) else _text(text)


def kept(text: str) -> str:
    """A text with what belongs together kept on one line."""
    return units.kept(plain(text))


def citation(texts: Iterable[Text]) -> str:
    """Runs of a note or a source, with what belongs together kept on one line; those to one place are one link."""
    said = ""
    for (href, address), runs in groupby(texts, lambda text: (text.href, text.text.startswith(_LINKS))):
        said += _linked("".join(_look(run, keep=not address) for run in runs), href, address=address)
    return said


def call(mark: Call) -> str:
    """The number of a note, which leads to it; at its first call with the note, which stands on the same page.

    A note at the end of the document leads back to its first call. Where a style has no notes, there are words.
    """
    if mark.placement is Placement.INLINE:
        return citation(mark.words)
    excerpt = attribute(mark.excerpt)
    at_end = mark.placement is Placement.ENDNOTE
    name = f' id="c{mark.number}"' if mark.note and at_end else ""
    attributes = f'href="#n{mark.number}" data-call="{excerpt}"'
    number = f'<a class="call"{name} {attributes}><sup>{_JOINER}{mark.number}</sup></a>'
    if not mark.note or at_end:
        return number
    note = f'<span class="note" id="n{mark.number}" data-number="{mark.number}" data-note="{excerpt}">'
    return f"{number}{note}{citation(mark.note)}</span>"


def endnote(mark: Call) -> str:
    """A note that stands at the end of the document, whose number leads back to its first call."""
    number = f'<a class="n" href="#c{mark.number}">{mark.number}</a>'
    excerpt = attribute(mark.excerpt)
    said = f"<p>{number} {citation(mark.note)}</p>"
    return f'<div class="endnote" id="n{mark.number}" data-note="{excerpt}">{said}</div>'


def quoted(quote: Quote, way: str = "") -> list[str]:
    """The paragraphs of a quote between its marks; a mark of the source's own is kept apart from ours.

    Args:
        quote: the quote.
        way: `rtl` or `ltr` where it runs the other way than the document.
    """
    language = f' lang="{attribute(quote.language)}"' if quote.language else ""
    words = f'<span{language} data-quote="{attribute(quote.item)}">'
    parts = [f"{words}{_stretch(stretch, quote.item)}</span>" for stretch in quote.printed] or [""]
    opening, closing = (plain(mark) for mark in quote.marks)
    parts[0] = opening + (_NARROW_SPACE if quote.text[:1] in _MARKS else "") + parts[0]
    parts[-1] += (_NARROW_SPACE if quote.text[-1:] in _MARKS else "") + closing + call(quote.call)
    turned = f' dir="{way}"' if way else ""
    made = [f"<p{turned}>{part}</p>" for part in parts]
    return [all_apart(said) for said in made] if way == "rtl" else made


def all_apart(html: str) -> str:
    """A page that runs from right to left, with codes, ranges, dates in figures and left-to-right words kept apart.

    The engine finds the direction of each line by itself: a line that begins with a figure of a title, or ends with a
    comma of one, would have these run from the right.
    """
    html = units.in_place(html)
    partners = pairs_of_html(html)

    def set_apart(run: re.Match[str]) -> str:
        if not run[1]:
            return run[0]
        text = unescape(run[1])
        return f">{_apart(text, in_part(html, run.span(1), partners, text), words=True)}"

    return _RUN.sub(set_apart, html)


def all_apart_on_screen(html: str) -> str:
    """The same for a browser, which breaks long words by itself."""
    return all_apart(_WRAPPED.sub(r"\1", html))


def _apart(text: str, partners: Mapping[int, int] | None = None, *, words: bool = False) -> str:
    """A printable text as HTML, with what is kept to itself in it."""
    return "".join(
        _left_to_right(piece) if piece.ltr else _escaped(piece.text)
        for piece in settled(pieces(text, words=words), partners)
    )


def _left_to_right(piece: Piece) -> str:
    """Kept to itself, without brackets around all of it: over two lines, each stands at its own end of the words."""
    text, bracketed = piece.text, _IN_BRACKETS.fullmatch(piece.text) is not None
    said = _escaped(text[1:-1] if bracketed else text)
    said = f'<bdi{units.UNIT} dir="ltr">{said}</bdi>' if piece.whole else f'<bdi dir="ltr">{units.kept(said)}</bdi>'
    return f"{text[0]}{said}{text[-1]}" if bracketed else said


def _escaped(run: str) -> str:
    """A printable run as HTML, with places where a very long word may be broken."""
    marked = escape(_LONG_WORD.sub(_breakable, run), quote=False)
    return marked.replace("\0", "<wbr>").replace("\1", '<span class="long-word">').replace("\2", "</span>")


def _breakable(word: re.Match[str]) -> str:
    said = word.group()
    return "\1" + (_STRETCH.sub("\\g<0>\0", said) if len(said) >= _LENGTHY else said) + "\2"


def _isolated(match: re.Match[str]) -> str:
    """Brackets or marks with what is in them: among right-to-left words, the last of them would go astray."""
    said = match.group()
    astray = (said[0] in _TURNED or not said[-2].isalnum()) and any(map(str.isalpha, said))
    return f'<bdi dir="ltr">{said}</bdi>' if astray else said


def _stretch(stretch: Stretch, item: str) -> str:
    said = "".join(_emphasised(text, item) if bright else _lines(text) for text, bright in stretch.looks)
    return f"<strong>{said}</strong>" if stretch.heading else said


def _emphasised(text: str, item: str) -> str:
    """Words of a quote that we emphasise: they slant where their script does that."""
    kind = "added" if slants(text) else "added upright"
    return f'<em class="{kind}" data-emphasis="{attribute(item)}">{_lines(text)}</em>'


def _lines(text: str) -> str:
    return "<br>".join(units.kept(worded(line)) for line in text.split("\n"))


def _text(text: Text) -> str:
    address = text.text.startswith(_LINKS)
    return _linked(_look(text, keep=not address), text.href, address=address)


def _look(text: Text, *, keep: bool) -> str:
    result = kept(text.text) if keep else units.with_host(plain(text.text))
    if text.italic:
        result = f"<em>{result}</em>"
    if text.bold:
        result = f"<strong>{result}</strong>"
    return f"<small>{result}</small>" if text.small else result


def _linked(html: str, href: str, *, address: bool) -> str:
    """What leads somewhere as a link; an address runs from left to right."""
    if is_web_address(href):
        direction = ' dir="ltr"' if address else ""
        return f'<a class="url" href="{attribute(href)}"{direction}>{html}</a>'
    return f'<a class="place" href="{attribute(href)}">{html}</a>' if href.startswith("#") else html
