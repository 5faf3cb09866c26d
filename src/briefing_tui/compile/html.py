"""The tree of a briefing as one HTML page with everything in it. Pure; every text is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path

from briefing_tui.citations import Text
from briefing_tui.errors import InvalidError
from briefing_tui.model.segments import HEADING
from briefing_tui.model.standards import TLP

from .document import Block, Call, Chapter, Document, Entry, Inline, Passage, Point, Quote, Reference, Support
from .own_text import paragraphs
from .scripts import printable, rtl_runs, script_language

TEMPLATES = Path(__file__).parent / "templates"
SHORT = 240
"""Characters. Under a quote that is longer, its source stands on a line of its own."""
LONG = 700
"""Characters. A quote that is longer may be broken over two pages."""

_LINKS = ("https://", "http://")
_UNIT = re.compile(r"¶+ \d+(?:(?:–|, )\d+)*|\b\d{1,2} \w+ \d{4}\b")
"""Locators and dates, which are not broken over two lines."""


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
    return "\n".join(filter(None, (*_head(document, css, generator), *_body(document), "</body></html>")))


def visible_text(block: Block) -> str:
    """The characters that a block shows, without the numbers of notes: what must be found on the pages."""
    if isinstance(block, Quote):
        return "".join(printable(part) for _, part in _quoted_parts(block.text))
    return "".join(printable(i.text) for i in block.inlines if isinstance(i, Text))


def _head(document: Document, css: str, generator: str) -> Iterator[str]:
    direction = ' dir="rtl"' if document.rtl else ""
    yield f'<!DOCTYPE html>\n<html lang="{_attribute(document.language)}"{direction}>\n<head>\n<meta charset="utf-8">'
    yield f"<title>{_plain(document.title)}</title>"
    if document.author:
        yield f'<meta name="author" content="{_attribute(document.author)}">'
    yield f'<meta name="generator" content="{_attribute(generator)}">'
    yield f"<style>\n{css}</style>\n</head>"


def _body(document: Document) -> Iterator[str]:
    words = document.headings
    running = {"page": words["page"], "of": words["of"], "title": _running(document), "reference": document.reference}
    yield f"<body{''.join(_data(name, text) for name, text in running.items())}>"
    yield from _furniture(document)
    yield from _cover(document)
    if document.bottom_line:
        lines = "".join(f"<p>{_inlines(p)}</p>" for p in document.bottom_line)
        yield f'<section class="bottom-line"><h2>{_plain(words["bottom-line"])}</h2>{lines}</section>'
    if document.points:
        yield f'<section class="judgements"><h2>{_plain(words["judgements"])}</h2>'
        yield from map(_point, document.points)
        yield _scale(document)
        yield "</section>"
    for chapter in document.chapters:
        yield from _chapter(chapter)
    if document.sources:
        yield f'<section class="sources"><h2>{_plain(words["sources"])}</h2><ul>'
        yield from map(_entry, document.sources)
        yield "</ul></section>"


def _furniture(document: Document) -> Iterator[str]:
    """What stands in the margins of every page."""
    if document.marking:
        known = document.marking in TLP
        kind = f"tlp {document.marking[4:].replace('+', '-').lower()}" if known else "marking"
        for place in ("head", "foot"):
            yield f'<div class="{place}-marking"><span class="{kind}">{_plain(document.marking)}</span></div>'


def _data(name: str, text: str) -> str:
    return f' data-{name}="{_attribute(text)}"'


def _running(document: Document) -> str:
    return f"{document.notice[0]} · {document.title}" if document.notice else document.title


def _cover(document: Document) -> Iterator[str]:
    yield '<header class="cover">'
    if document.notice:
        first, *rest = map(_plain, document.notice)
        yield f'<p class="draft"><strong>{first}</strong> {"".join(rest)}</p>'
    yield f"<h1>{_plain(document.title)}</h1>"
    if document.facts:
        pairs = [f"<div><dt>{_plain(label)}</dt><dd>{_plain(value)}</dd></div>" for label, value in document.facts]
        yield f"<dl>{''.join(pairs)}</dl>"
    yield "</header>"


def _point(point: Point) -> str:
    estimate = [_plain(point.likelihood), _inlines(point.confidence), *map(_support, point.support)]
    sentences = " ".join(f"<span>{e}</span>" for e in estimate if e)
    return (
        f'<div class="point" id="{_attribute(point.id)}"><span class="n">{point.number}</span>'
        f"<p>{_inlines(point.inlines)}</p>" + (f'<p class="estimate">{sentences}</p>' if sentences else "") + "</div>"
    )


def _support(support: Support) -> str:
    return f"{_plain(support.label)}\u00a0{', '.join(map(_reference, support.references))}."


def _reference(reference: Reference) -> str:
    if reference.call:
        return _plain(reference.label) + _call(reference.call)
    return f'<a href="#{_attribute(reference.item)}">{_plain(reference.label)}</a>'


def _scale(document: Document) -> str:
    scale = document.scale
    if not scale.terms:
        return ""
    cells = [
        f'<td class="{"used" if used else "unused"}">{_plain(word)}<br>{_plain(span)}</td>' for word, span, used in scale.terms
    ]
    return f'<table class="scale"><tr><th>{_plain(scale.name)}<br>{_plain(scale.unit)}</th>{"".join(cells)}</tr></table>'


def _chapter(chapter: Chapter) -> Iterator[str]:
    tag = "h2" if chapter.level == 1 else "h3"
    number = f'<span class="n">{_plain(chapter.number)}</span> ' if chapter.number else ""
    yield f'<section id="{_attribute(chapter.id)}"><{tag}>{number}{_plain(chapter.title)}</{tag}>'
    seen: set[str] = set()
    for block in chapter.blocks:
        anchor = f' id="{_attribute(block.item)}"' if block.item not in seen else ""
        seen.add(block.item)
        yield _quote(block, anchor) if isinstance(block, Quote) else _passage(block, anchor)
    yield "</section>"


def _passage(passage: Passage, anchor: str) -> str:
    kind = "passage unverified" if passage.warning else "passage"
    return (
        f'<div class="{kind}"{anchor}><span class="n">{passage.number}</span>'
        f'<p data-block="{passage.number}">{_inlines(passage.inlines)}</p>{_warning(passage.warning)}</div>'
    )


def _quote(quote: Quote, anchor: str) -> str:
    kind = " ".join(
        ["quote", *(["long"] if len(quote.text) > LONG else []), *(["unverified"] if quote.warning else [])]
    )
    language = f' lang="{_attribute(quote.language)}"' if quote.language else ""
    direction = ' dir="rtl"' if quote.rtl else ""
    opening, closing = quote.marks
    parts = [f"<strong>{_plain(t)}</strong>" if heading else _lines(t) for heading, t in _quoted_parts(quote.text)]
    thin = "\u200a" if parts and quote.text[0] in "“‘«„\"'" else ""
    words = f"<q>{_plain(opening)}{thin}" + "</q></p><p><q>".join(parts) + f"{_plain(closing)}</q>"
    source = f'<span class="attribution">— {_citation(quote.attribution)}</span>'
    run_in = f" {source}</p>" if not (quote.rtl or len(quote.text) > SHORT) else "</p>"
    below = "" if source in run_in else f"<p>{source}</p>"
    return (
        f'<div class="{kind}"{anchor}><span class="n">{quote.number}</span><blockquote data-block="{quote.number}">'
        f'<div{language}{direction}><p>{words}{_call(quote.call)}{run_in}</div>{below}</blockquote>'
        f"{_warning(quote.warning)}</div>"
    )


def _quoted_parts(text: str) -> Iterator[tuple[bool, str]]:
    """The paragraphs of a quote, each with whether it is a heading; their markers belong to our files alone."""
    for part in paragraphs(text):
        if part.startswith(HEADING):
            yield True, part.removeprefix(HEADING)
        else:
            yield False, part.removeprefix("\\") if part.startswith("\\" + HEADING) else part


def _lines(text: str) -> str:
    return "<br>".join(_plain(line) for line in text.split("\n"))


def _warning(warning: str) -> str:
    return f'<p class="warning">{_plain(warning)}</p>' if warning else ""


def _entry(entry: Entry) -> str:
    return f"<li>{_citation(entry.text)}</li>"


def _inlines(inlines: Iterable[Inline]) -> str:
    return "".join(_call(i) if isinstance(i, Call) else _text(i) for i in inlines)


def _citation(texts: Iterable[Text]) -> str:
    """Runs of a note or a source, with what belongs together kept on one line."""
    return "".join(_text(text, keep=not text.href) for text in texts)


def _text(text: Text, *, keep: bool = False) -> str:
    result = _plain(text.text)
    if keep:
        result = _UNIT.sub(r'<span class="unit">\g<0></span>', result)
    if text.italic:
        result = f"<em>{result}</em>"
    if text.bold:
        result = f"<strong>{result}</strong>"
    if text.href.startswith(_LINKS):
        result = f'<a class="url" href="{_attribute(text.href)}">{result}</a>'
    return result


def _call(call: Call) -> str:
    """The number of a note: at its first call with the note, which stands on the same page; later a link to it."""
    if not call.note:
        return f'<a class="call" href="#n{call.number}"><sup>{call.number}</sup></a>'
    return f'<span class="note" id="n{call.number}" data-note="{_attribute(call.excerpt)}">{_citation(call.note)}</span>'


def _plain(text: str) -> str:
    """A text as it is set: escaped, and right-to-left runs kept to themselves."""
    return "".join(
        f'<bdi lang="{script_language(run)}" dir="rtl">{escape(run, quote=False)}</bdi>'
        if rtl
        else escape(run, quote=False)
        for run, rtl in rtl_runs(printable(text))
    )


def _attribute(text: str) -> str:
    return escape(printable(text), quote=True)
