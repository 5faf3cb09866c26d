"""The tree of a briefing as one HTML page with everything in it. Pure; every text is escaped."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from briefing_tui.citations import Text
from briefing_tui.errors import InvalidError
from briefing_tui.model.standards import TLP

from .document import Block, Chapter, Document, Fact, Passage, Point, Quote, Reference, Support
from .markup import attribute, block, citation, inlines, paragraph, plain, quoted, shown
from .parts import block_text

TEMPLATES = Path(__file__).parent / "templates"
SHORT = 240
"""Characters. Under a quote that is longer, its source stands on a line of its own."""
LEAD = 100
"""Characters. A paragraph before a quote that is shorter stays on its page."""
LONG = 700
"""Characters. A quote that is longer may be broken over two pages."""


def known_templates() -> tuple[str, ...]:
    """The forms that a briefing can have, in alphabetical order."""
    return tuple(sorted(path.parent.name for path in TEMPLATES.glob("*/style.css")))


def render(document: Document, *, template: str, generator: str) -> str:
    """The briefing as HTML.

    Args:
        document: the tree.
        template: one of `known_templates`.
        generator: name and version of this program, for the metadata.

    Raises:
        InvalidError: for a template that is not known.
    """
    if template not in known_templates():
        raise InvalidError(
            f"there is no template '{template}'", where="template", hint=f"known: {', '.join(known_templates())}"
        )
    css = (TEMPLATES / template / "style.css").read_text(encoding="utf-8")
    return page(document, css=css, generator=generator)


def page(document: Document, *, css: str, generator: str, screen: bool = False) -> str:
    """The briefing as HTML with a style sheet in it; for a `screen` it takes the width of the device."""
    head = _head(document, css, generator, screen=screen)
    return "\n".join(filter(None, (*head, *_body(document), "</body></html>")))


def _head(document: Document, css: str, generator: str, *, screen: bool) -> Iterator[str]:
    direction = ' dir="rtl"' if document.rtl else ""
    yield f'<!DOCTYPE html>\n<html lang="{attribute(document.language)}"{direction}>\n<head>\n<meta charset="utf-8">'
    yield f"<title>{attribute(document.title.text)}</title>"
    if document.author:
        yield f'<meta name="author" content="{attribute(document.author)}">'
    yield f'<meta name="generator" content="{attribute(generator)}">'
    if screen:
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<style>\n{css}</style>\n</head>"


def _body(document: Document) -> Iterator[str]:
    words = document.headings
    running = {"page": words["page"], "of": words["of"], "title": _running(document), "reference": document.reference}
    yield f"<body{''.join(_data(name, text) for name, text in running.items())}>"
    yield from _furniture(document)
    yield from _cover(document)
    lines = "".join(paragraph("bottom-line", p) for p in document.bottom_line)
    yield f'<section class="bottom-line">{_heading("bottom-line", document)}{lines}</section>'
    if document.points:
        yield f'<section class="judgements">{_heading("judgements", document)}'
        yield from map(_point, document.points)
        yield _scale(document)
        yield "</section>"
    for chapter in document.chapters:
        yield from _chapter(chapter)
    if document.sources:
        yield f'<section class="sources">{_heading("sources", document)}<ul>'
        for n, source in enumerate(document.sources, 1):
            yield f"<li{block(f'source {n}')}>{citation(source)}</li>"
        yield "</ul></section>"


def _furniture(document: Document) -> Iterator[str]:
    """What stands in the margins of every page."""
    if document.marking:
        known = document.marking in TLP
        kind = f"tlp {document.marking[4:].replace('+', '-').lower()}" if known else "marking"
        marking = f'<span class="{kind}"{block("marking")}>{plain(document.marking)}</span>'
        yield from (f'<div class="{place}-marking">{marking}</div>' for place in ("head", "foot"))


def _heading(name: str, document: Document) -> str:
    return f"<h2{block(f'heading {name}')}>{plain(document.headings[name])}</h2>"


def _data(name: str, text: str) -> str:
    return f' data-{name}="{attribute(text)}"'


def _running(document: Document) -> str:
    return " · ".join((*document.notice[:1], document.title.text))


def _cover(document: Document) -> Iterator[str]:
    yield '<header class="cover">'
    if document.notice:
        first, *rest = map(plain, document.notice)
        yield f'<p class="draft"{block("notice")}><strong>{first}</strong> {"".join(rest)}</p>'
    yield f"<h1{block('title')}>{shown(document.title)}</h1>"
    if document.facts:
        yield f"<dl>{''.join(map(_fact, document.facts))}</dl>"
    yield "</header>"


def _fact(fact: Fact) -> str:
    return f"<div><dt>{plain(fact.label)}</dt><dd{block(fact.field)}>{shown(fact.value)}</dd></div>"


def _point(point: Point) -> str:
    estimate = [plain(point.likelihood), inlines(point.confidence), *map(_support, point.support)]
    sentences = " ".join(f"<span>{e}</span>" for e in estimate if e)
    about = f'<p class="estimate"{block(f"estimate {point.id}")}>{sentences}</p>' if sentences else ""
    return (
        f'<div class="point" id="{attribute(point.id)}"><span class="n">{point.number}</span>'
        f"{paragraph(f'judgement {point.id}', point.inlines)}{about}</div>"
    )


def _support(support: Support) -> str:
    return f"{plain(support.label)}\u00a0{', '.join(map(_reference, support.references))}."


def _reference(reference: Reference) -> str:
    if reference.call:
        return inlines((Text(reference.label), reference.call))
    return f'<a href="#{attribute(reference.item)}">{plain(reference.label)}</a>'


def _scale(document: Document) -> str:
    scale = document.scale
    if not scale.terms:
        return ""
    cells = [
        f'<td class="{"used" if used else "unused"}">{plain(word)}<br>{plain(span)}</td>'
        for word, span, used in scale.terms
    ]
    name = f'<th scope="row">{plain(scale.name)}<br>{plain(scale.unit)}</th>'
    return f'<table class="scale"{block("scale")}><tr>{name}{"".join(cells)}</tr></table>'


def _chapter(chapter: Chapter) -> Iterator[str]:
    tag = "h2" if chapter.level == 1 else "h3"
    number = f'<span class="n">{plain(chapter.number)}</span> ' if chapter.number else ""
    heading = f"<{tag}{block(f'section {chapter.id}')}>{number}{plain(chapter.title)}</{tag}>"
    yield f'<section id="{attribute(chapter.id)}">{heading}'
    seen: set[str] = set()
    for part, following in zip(chapter.blocks, (*chapter.blocks[1:], None), strict=False):
        anchor = f' id="{attribute(part.item)}"' if part.item not in seen else ""
        seen.add(part.item)
        if isinstance(part, Quote):
            yield _quote(part, anchor)
        else:
            yield _passage(part, anchor, leads=isinstance(following, Quote) and len(block_text(part)) < LEAD)
    yield "</section>"


def _passage(passage: Passage, anchor: str, *, leads: bool) -> str:
    kind = "passage" + " unverified" * bool(passage.warning) + " lead" * leads
    return (
        f'<div class="{kind}"{anchor}><span class="n">{passage.number}</span>'
        f"{paragraph(passage.number, passage.inlines)}{_warning(passage)}</div>"
    )


def _quote(quote: Quote, anchor: str) -> str:
    kinds = ["quote", *(["long"] if len(quote.text) > LONG else []), *(["unverified"] if quote.warning else [])]
    direction = ' dir="rtl"' if quote.rtl else ""
    *others, last = quoted(quote)
    said = citation(quote.attribution)
    source = f'<span class="attribution"{block(f"attribution {quote.number}")}>— {said}</span>'
    if not (quote.rtl or len(quote.text) > SHORT):
        last, source = f"{last} {source}", ""
    set_words = "".join(f"<p{direction}>{p}</p>" for p in (*others, last))
    return (
        f'<div class="{" ".join(kinds)}"{anchor}><span class="n">{quote.number}</span>'
        f"<blockquote{block(quote.number)}>{set_words}{f'<p>{source}</p>' if source else ''}</blockquote>"
        f"{_warning(quote)}</div>"
    )


def _warning(part: Block) -> str:
    return f'<p class="warning"{block(f"warning {part.number}")}>{plain(part.warning)}</p>' if part.warning else ""
