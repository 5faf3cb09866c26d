"""Articles, themes and briefs as files, and an open brief that loses nothing."""

from __future__ import annotations

from .article_files import canonical, parse_article, read_article, render_article, write_article
from .brief_files import brief_from_plain, brief_paths, parse_brief, render_brief, trash
from .brief_plain import brief_to_plain
from .formats import FORMAT
from .metadata import metadata_to_plain
from .session import BriefSession
from .theme_files import read_themes

__all__ = [
    "FORMAT", "BriefSession", "brief_from_plain", "brief_paths", "brief_to_plain", "canonical", "metadata_to_plain",
    "parse_article", "parse_brief", "read_article", "read_themes", "render_article", "render_brief", "trash",
    "write_article",
]  # fmt: skip
