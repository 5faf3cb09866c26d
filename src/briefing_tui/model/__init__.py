"""Pure values: articles, spans, excerpts, briefs, themes, filters, findings. No I/O, no clock, no randomness.

Names are looked up when they are first used: a command that lists articles need not wait for what drafts a brief.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .alteration import Alteration, AlterationKind, Run, Stretch, altered
    from .article import Article, Metadata, Name, NamedSpeaker, PartialDate, State, TextKind, text_hash
    from .attribution import Attribution, Certainty
    from .boundaries import sentences, words
    from .brief import Brief, Confidence, Item, ItemKind, Judgement, Section
    from .excerpt import ContextChoice, Evidence, Excerpt, ExcerptState, Speaker, SpeakerKind, Verification, take
    from .filters import Facet, Filter, Filters, Person, Sort
    from .finding import Checklist, Finding, Severity, Suppressed, Suppression
    from .header import Header, Problem
    from .layout_facts import LayoutFacts
    from .passage import Passage, Related, Trail
    from .quotation import find_all, normalise, same
    from .segments import Heading, Paragraph, Segments, segment
    from .source import Shape, SourceBlock
    from .span import Span, densest
    from .theme import ArticleThemes, Matcher, Rules, Theme, ThemeMatch
    from .view import View

__all__ = [
    "Alteration",
    "AlterationKind",
    "Article",
    "ArticleThemes",
    "Attribution",
    "Brief",
    "Certainty",
    "Checklist",
    "Confidence",
    "ContextChoice",
    "Evidence",
    "Excerpt",
    "ExcerptState",
    "Facet",
    "Filter",
    "Filters",
    "Finding",
    "Header",
    "Heading",
    "Item",
    "ItemKind",
    "Judgement",
    "LayoutFacts",
    "Matcher",
    "Metadata",
    "Name",
    "NamedSpeaker",
    "Paragraph",
    "PartialDate",
    "Passage",
    "Person",
    "Problem",
    "Related",
    "Rules",
    "Run",
    "Section",
    "Segments",
    "Severity",
    "Shape",
    "Sort",
    "SourceBlock",
    "Span",
    "Speaker",
    "SpeakerKind",
    "State",
    "Stretch",
    "Suppressed",
    "Suppression",
    "TextKind",
    "Theme",
    "ThemeMatch",
    "Trail",
    "Verification",
    "View",
    "altered",
    "densest",
    "find_all",
    "normalise",
    "same",
    "segment",
    "sentences",
    "take",
    "text_hash",
    "words",
]  # fmt: skip

_HOMES = {
    "Alteration": "alteration",
    "AlterationKind": "alteration",
    "Run": "alteration",
    "Stretch": "alteration",
    "altered": "alteration",
    "Article": "article",
    "Metadata": "article",
    "Name": "article",
    "NamedSpeaker": "article",
    "PartialDate": "article",
    "State": "article",
    "TextKind": "article",
    "text_hash": "article",
    "Attribution": "attribution",
    "Certainty": "attribution",
    "sentences": "boundaries",
    "words": "boundaries",
    "Brief": "brief",
    "Confidence": "brief",
    "Item": "brief",
    "ItemKind": "brief",
    "Judgement": "brief",
    "Section": "brief",
    "ContextChoice": "excerpt",
    "Evidence": "excerpt",
    "Excerpt": "excerpt",
    "ExcerptState": "excerpt",
    "Speaker": "excerpt",
    "SpeakerKind": "excerpt",
    "Verification": "excerpt",
    "take": "excerpt",
    "Facet": "filters",
    "Filter": "filters",
    "Filters": "filters",
    "Person": "filters",
    "Sort": "filters",
    "Checklist": "finding",
    "Finding": "finding",
    "Severity": "finding",
    "Suppressed": "finding",
    "Suppression": "finding",
    "Header": "header",
    "Problem": "header",
    "LayoutFacts": "layout_facts",
    "Passage": "passage",
    "Related": "passage",
    "Trail": "passage",
    "find_all": "quotation",
    "normalise": "quotation",
    "same": "quotation",
    "Heading": "segments",
    "Paragraph": "segments",
    "Segments": "segments",
    "segment": "segments",
    "Shape": "source",
    "SourceBlock": "source",
    "Span": "span",
    "densest": "span",
    "ArticleThemes": "theme",
    "Matcher": "theme",
    "Rules": "theme",
    "Theme": "theme",
    "ThemeMatch": "theme",
    "View": "view",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        value = globals()[name] = getattr(import_module(f".{_HOMES[name]}", __name__), name)
        return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
