"""Articles, themes and briefs as files, and an open brief that loses nothing.

Names are looked up when they are first used: where nothing changed, a list of articles needs none of this.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..support.lazy import found_later

if TYPE_CHECKING:
    from .article_files import canonical, parse_article, read_article, render_article, write_article
    from .article_trash import restore_article, trash_article
    from .brief_files import brief_from_plain, brief_paths, parse_brief, render_brief, trash
    from .brief_plain import brief_to_plain
    from .corrections import Correction, CorrectionLog
    from .metadata import metadata_to_plain
    from .opening import typed_in
    from .originals import Originals
    from .renaming import hand_over_steps
    from .restoring import can_be_restored, restore, restore_command, way_out
    from .session import BriefSession
    from .template_files import parse_template
    from .theme_corrections import reworded, without_theme
    from .theme_edits import renamed, with_theme
    from .theme_files import read_sound_themes, read_themes
    from .unfinished import Unfinished

__all__ = [
    "BriefSession",
    "Correction",
    "CorrectionLog",
    "Originals",
    "Unfinished",
    "brief_from_plain",
    "brief_paths",
    "brief_to_plain",
    "can_be_restored",
    "canonical",
    "hand_over_steps",
    "metadata_to_plain",
    "parse_article",
    "parse_brief",
    "parse_template",
    "read_article",
    "read_sound_themes",
    "read_themes",
    "renamed",
    "render_article",
    "render_brief",
    "restore",
    "restore_article",
    "restore_command",
    "reworded",
    "trash",
    "trash_article",
    "typed_in",
    "way_out",
    "with_theme",
    "without_theme",
    "write_article",
]

_HOMES = {
    "canonical": "article_files",
    "parse_article": "article_files",
    "read_article": "article_files",
    "render_article": "article_files",
    "write_article": "article_files",
    "restore_article": "article_trash",
    "trash_article": "article_trash",
    "brief_from_plain": "brief_files",
    "brief_paths": "brief_files",
    "hand_over_steps": "renaming",
    "parse_brief": "brief_files",
    "render_brief": "brief_files",
    "trash": "brief_files",
    "brief_to_plain": "brief_plain",
    "Correction": "corrections",
    "CorrectionLog": "corrections",
    "metadata_to_plain": "metadata",
    "Originals": "originals",
    "can_be_restored": "restoring",
    "restore": "restoring",
    "restore_command": "restoring",
    "way_out": "restoring",
    "BriefSession": "session",
    "typed_in": "opening",
    "parse_template": "template_files",
    "read_sound_themes": "theme_files",
    "read_themes": "theme_files",
    "renamed": "theme_edits",
    "reworded": "theme_corrections",
    "without_theme": "theme_corrections",
    "with_theme": "theme_edits",
    "Unfinished": "unfinished",
}

__getattr__ = found_later(__name__, _HOMES)
