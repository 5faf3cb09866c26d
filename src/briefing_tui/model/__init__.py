"""Pure values: articles, spans, excerpts, briefs, themes, filters, findings. No I/O, no clock, no randomness."""

from __future__ import annotations

from .article import Article, Metadata, Name, NamedSpeaker, PartialDate, State, TextKind, text_hash
from .brief import Brief, Confidence, Item, ItemKind, Judgement, Section
from .excerpt import Excerpt, ExcerptState, Speaker, SpeakerKind, Verification, take
from .filters import Facet, Filter, Filters, Sort
from .finding import Finding, Severity
from .header import Header, Problem
from .layout_facts import LayoutFacts
from .quotation import find_all, normalise, same
from .segments import Heading, Paragraph, Segments, segment
from .sentences import sentences, words
from .span import Span
from .theme import ArticleThemes, Matcher, Rules, Theme, ThemeMatch

__all__ = [
    "Article", "ArticleThemes", "Brief", "Confidence", "Excerpt", "ExcerptState", "Facet", "Filter", "Filters",
    "Finding", "Header", "Heading", "Item", "ItemKind", "Judgement", "LayoutFacts", "Matcher", "Metadata", "Name",
    "NamedSpeaker", "Paragraph", "PartialDate", "Problem", "Rules", "Section", "Segments", "Severity", "Sort", "Span",
    "Speaker", "SpeakerKind", "State", "TextKind", "Theme", "ThemeMatch", "Verification", "find_all", "normalise",
    "same", "segment", "sentences", "take", "text_hash", "words",
]  # fmt: skip
