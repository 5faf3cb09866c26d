"""The tree of a briefing as one HTML page with everything in it. Pure; every text is escaped."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from briefing_tui.citations import Placement, Text
from briefing_tui.model.standards import TLP
from briefing_tui.model.template import OPEN_POINTS, Part

from ..document.points import Point, Reference, Support
from ..document.tree import Block, Chapter, Document, Fact, Passage, Quote
from ..document.uses import part_place
from ..house.template import Form, filled
from .back_matter import CONTENT
from .markup import (
    all_apart,
    all_apart_on_screen,
    attribute,
    block,
    citation,
    endnote,
    inlines,
    kept,
    own,
    paragraph,
    plain,
    quoted,
    title,
)
from .open_points import sheet
from .parts import block_text, part_key
from .running import beside, running_heading, running_title
from .sources import FEW, listed

LEAD = 100
"""Characters. A paragraph before a quote that is shorter stays on its page."""
LENGTHY = 150
"""Characters. A title that is longer is set smaller."""
LONG = 700
"""Characters. A quote that is longer may be broken over two pages."""
_LAST_UNITS = re.compile(
    r'(?:<span class="unit">[^<]{1,30}</span>[,،]|[^\s<>]{1,14}) <span class="unit">[^<]{1,12}</span>$'
)
"""The date and the place in the source: the last line of an attribution is more than '¶ 8'."""


def render(document: Document, form: Form, *, generator: str) -> str:
    """The briefing as HTML, on the page of its form.

    Args:
        document: the tree.
        form: how it looks.
        generator: name and version of this program, for the metadata.
    """
    parts = {"furniture": "\n".join(_furniture(document)), **_parts(document)}
    last = parts.pop(OPEN_POINTS, "")  # behind whatever the page of a house ends with
    body = "\n".join(filter(None, (filled(form, parts), last)))
    body = all_apart(body) if document.rtl else body
    css = form.css + form.mirrored * document.rtl + sheet(document)
    return "\n".join((*_head(document, css, generator), _open(document), body, "</body></html>"))


def page(document: Document, *, css: str, generator: str) -> str:
    """The briefing as HTML for a screen: a style sheet in it, all parts in their order, the width of the device."""
    version = f'<p class="about">{plain(document.version)}</p>'
    body = filter(None, (*_furniture(document), *_parts(document).values(), version))
    said = "\n".join(body)
    set_apart = all_apart_on_screen(said) if document.rtl else said
    return "\n".join((*_head(document, css, generator, screen=True), _open(document), set_apart, "</body></html>"))


def _head(document: Document, css: str, generator: str, *, screen: bool = False) -> Iterator[str]:
    direction = ' dir="rtl"' if document.rtl else ""
    yield f'<!DOCTYPE html>\n<html lang="{attribute(document.language)}"{direction}>\n<head>\n<meta charset="utf-8">'
    yield f"<title>{attribute(document.title.text)}</title>"
    if document.author:
        yield f'<meta name="author" content="{attribute(document.author)}">'
    yield f'<meta name="generator" content="{attribute(generator)}">'
    if screen:
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<style>\n{css}</style>\n</head>"


def _open(document: Document) -> str:
    words = document.headings
    running = {"page": words["page"], "of": words["of"], "title": running_title(document)}
    running["short"] = running_title(document, room=beside(document))
    reference = f"\u2066{document.reference}\u2069" if document.rtl and document.reference else document.reference
    running["reference"] = " · ".join(filter(None, (reference, document.version)))
    said = "".join(f' data-{name}="{attribute(text)}"' for name, text in running.items())
    return f"<body{said}>"


def _parts(document: Document) -> dict[str, str]:
    """Every part as HTML, by its key, in printed order; one with nothing to say is empty."""
    parts = {"cover": "\n".join(_cover(document))}
    for name in document.parts:
        parts[name] = "\n".join(_PARTS.get(name, _prose)(document, name))
    return parts


def _prose(document: Document, name: str) -> Iterator[str]:
    """A text of the author's under its heading."""
    if paragraphs := document.paragraphs(name):
        lines = "".join(paragraph(part_key(name), p, rtl=document.rtl) for p in paragraphs)
        kind = name if name == Part.BOTTOM_LINE else f"prose prose-{attribute(name)}"
        kind += " foremost" * (name == document.foremost)
        place = attribute(part_place(name))
        yield f'<section class="{kind}" id="{place}">{_heading(name, document)}{lines}</section>'


def _judgements(document: Document, name: str) -> Iterator[str]:
    if document.points:
        yield f'<section class="judgements">{_heading(name, document)}'
        yield from (_point(point, rtl=document.rtl) for point in document.points)
        yield from filter(None, (_scale(document),))
        yield "</section>"


def _sections(document: Document, _: str) -> Iterator[str]:
    for chapter in document.chapters:
        yield from _chapter(chapter, document)


def _decision(document: Document, name: str) -> Iterator[str]:
    """Boxes for the reader's own hand."""
    boxes = "".join(f'<span class="box">{plain(words)}</span>' for words in document.decision)
    yield f'<section class="decision">{_heading(name, document)}<p{block(name)}>{boxes}</p></section>'


def _endnotes(document: Document, name: str) -> Iterator[str]:
    notes = [call for call in document.calls() if call.note]
    if notes and document.placement is Placement.ENDNOTE:
        yield f'<section class="endnotes" id="{part_place(name)}">{_heading(name, document)}'
        yield from map(endnote, notes)
        yield "</section>"


def _sources(document: Document, name: str) -> Iterator[str]:
    if not document.sources:
        return
    key = f'<p class="about"{block("sources key")}>{plain(document.sources_key)}</p>' * bool(document.sources_key)
    kind = "sources few" if len(document.sources) <= FEW else "sources"
    yield f'<section class="{kind}" id="{part_place(name)}">{_heading(name, document)}{key}'
    yield from (listed(document.sources), "</section>")


def _behind(document: Document, name: str) -> Iterator[str]:
    """A part behind the argument, under its heading."""
    if content := CONTENT[name](document):
        yield f'<section class="{name}" id="{part_place(name)}">{_heading(name, document)}{content}</section>'


def _furniture(document: Document) -> Iterator[str]:
    """What stands in the margins of every page."""
    if document.head:
        known = document.marking in TLP
        kind = f"tlp {document.marking[4:].replace('+', '-').lower()}" if known else "marking"
        marking = f'<span class="{kind}"{block("marking")}>{plain(document.head)}</span>'
        yield from (f'<div class="{place}-marking">{marking}</div>' for place in ("head", "foot"))


def _heading(name: str, document: Document) -> str:
    said = document.headings[name]
    return f"<h2{block(f'heading {name}')}{running_heading(said, document)}>{plain(said)}</h2>"


def _cover(document: Document) -> Iterator[str]:
    yield '<header class="cover">'
    if document.notice:
        first, *rest = (plain(part.replace(": ", ":\u00a0")) for part in document.notice)
        yield f'<p class="draft"{block("notice")}><strong>{first}</strong> {"".join(rest)}</p>'
    kind = ' class="lengthy"' * (len(document.title.text) > LENGTHY)
    yield f"<h1{kind}{block('title')}>{title(document.title, rtl=document.rtl)}</h1>"
    if document.facts:
        yield f"<dl>{''.join(_fact(fact, rtl=document.rtl) for fact in document.facts)}</dl>"
    yield "</header>"


def _fact(fact: Fact, *, rtl: bool) -> str:
    value = own(fact.value, rtl=rtl)
    kind = ' class="row"' * (len(fact.value.text) > 2 * LENGTHY)
    return f"<div{kind}><dt>{plain(fact.label)}</dt><dd{block(fact.field)}>{value}</dd></div>"


def _point(point: Point, *, rtl: bool) -> str:
    estimate = [kept(point.likelihood), inlines(point.confidence), *map(_support, point.support)]
    sentences = " ".join(f"<span>{e}</span>" for e in estimate if e)
    about = f'<p class="estimate"{block(f"estimate {point.id}")}>{sentences}</p>' if sentences else ""
    return (
        f'<div class="point" id="{attribute(point.id)}"><span class="n">{point.number}</span>'
        f"{paragraph(f'judgement {point.id}', point.inlines, rtl=rtl)}{about}</div>"
    )


def _support(support: Support) -> str:
    *before, last = map(_reference, support.references)
    in_text = any(r.call and r.call.placement is Placement.INLINE for r in support.references)
    if before and not in_text:  # no number alone on a line
        last = f'<span class="unit">{before.pop()}{support.comma}{last}{support.stop}</span>'
    else:
        last += support.stop
    return f"{plain(support.label)}\u00a0{support.comma.join((*before, last))}"


def _reference(reference: Reference) -> str:
    if reference.call:
        return inlines((Text(reference.label), reference.call))
    label = plain(reference.label)
    return f'<a href="#{attribute(reference.item)}">{label}</a>' if reference.item else label


def _scale(document: Document) -> str:
    scale = document.scale
    if not scale.terms:
        return ""
    cells = [
        f'<td class="{"used" if used else "unused"}">{plain(word)}<br>{kept(span)}</td>'
        for word, span, used in scale.terms
    ]
    name = f'<th scope="row">{plain(scale.name)}<br>{plain(scale.unit)}</th>'
    return f'<table class="scale"{block("scale")}><tr>{name}{"".join(cells)}</tr></table>'


def _chapter(chapter: Chapter, document: Document) -> Iterator[str]:
    rtl = document.rtl
    tag = "h2" if chapter.level == 1 else "h3"
    number = f'<span class="n">{plain(chapter.number)}</span> ' if chapter.number else ""
    runs = running_heading(chapter.title, document, number=chapter.number) if chapter.level == 1 else ""
    heading = f"<{tag}{block(f'section {chapter.id}')}{runs}>{number}{own(Text(chapter.title), rtl=rtl)}</{tag}>"
    yield f'<section id="{attribute(chapter.id)}">{heading}'
    seen: set[str] = set()
    for part, following in zip(chapter.blocks, (*chapter.blocks[1:], None), strict=False):
        anchor = f' id="{attribute(part.item)}"' if part.item not in seen else ""
        seen.add(part.item)
        if isinstance(part, Quote):
            yield _quote(part, anchor, rtl=rtl)
        else:
            leads = isinstance(following, Quote) and len(block_text(part)) < LEAD
            yield _passage(part, anchor, leads=leads, rtl=rtl)
    yield "</section>"


def _passage(passage: Passage, anchor: str, *, leads: bool, rtl: bool) -> str:
    said = (*passage.inlines, *_in_context(passage))
    kind = "passage" + " unverified" * bool(passage.warning) + " lead" * leads + " led" * passage.led
    return (
        f'<div class="{kind}"{anchor}><span class="n">{passage.number}</span>'
        f"{paragraph(passage.key, said, rtl=rtl)}{_warning(passage)}</div>"
    )


def _quote(quote: Quote, anchor: str, *, rtl: bool) -> str:
    """A quotation, which may run the other way than the document."""
    way = ("rtl" if quote.rtl else "ltr") if quote.rtl != rtl else ""
    kinds = ["quote", *(["long"] if len(quote.text) > LONG else []), *(["unverified"] if quote.warning else [])]
    said = _LAST_UNITS.sub(r'<span class="unit">\g<0></span>', citation((*quote.attribution, *_in_context(quote))))
    source = f'<span class="attribution"{block(f"attribution {quote.number}")}>— {said}</span>'
    set_words = "".join(quoted(quote, way))
    lead = paragraph(f"lead {quote.number}", quote.lead, rtl=rtl) if quote.lead else ""
    return (
        f'<div class="{" ".join(kinds)}"{anchor}><span class="n">{quote.number}</span>{lead}'
        f'<blockquote{block(quote.number)}>{set_words}<p class="source">{source}</p></blockquote>'
        f"{_warning(quote)}</div>"
    )


def _in_context(part: Block) -> Iterator[Text]:
    """What leads to the passage in the annex, on the line of the word before it."""
    if part.context:
        yield from (Text("\u00a0·\u00a0"), replace(part.context, text=part.context.text.replace(" ", "\u00a0")))


def _warning(part: Block) -> str:
    return f'<p class="warning"{block(f"warning {part.number}")}>{plain(part.warning)}</p>' if part.warning else ""


_PARTS: dict[str, Callable[[Document, str], Iterator[str]]] = {
    Part.JUDGEMENTS: _judgements,
    Part.SECTIONS: _sections,
    Part.DECISION: _decision,
    Part.ENDNOTES: _endnotes,
    Part.SOURCES: _sources,
    **dict.fromkeys(CONTENT, _behind),
}
"""What prints each part that the program makes itself; any other is a text of the author's."""
