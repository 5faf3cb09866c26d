"""The examples in `docs/formats.md` are files that the program reads."""

import json
import re
from pathlib import Path

from briefing_tui.model import State
from briefing_tui.storage import brief_to_plain, parse_article, parse_brief, read_themes
from briefing_tui.storage.fields import Fields
from briefing_tui.support import yaml

TEXT = (Path(__file__).resolve().parents[3] / "docs" / "formats.md").read_text(encoding="utf-8")
ARTICLE, THEMES, BRIEF, SETTINGS = re.findall(r"```yaml\n(.*?)```", TEXT, re.DOTALL)


def test_the_article() -> None:
    article = parse_article(ARTICLE, Path("corpus/x.md"))
    assert not article.metadata.extra
    assert not article.metadata.custom_extra
    assert article.metadata.state("issued") is State.INFERRED
    assert [h.before for h in article.segments.headings] == [2]
    assert len(article.segments.paragraphs) == 3


def test_the_themes(tmp_path: Path) -> None:
    (tmp_path / "themes.yaml").write_text(THEMES, encoding="utf-8")
    assert [t.id for t in read_themes(tmp_path / "themes.yaml")] == ["arms", "iran"]


def test_the_brief_is_as_the_program_writes_it() -> None:
    brief = parse_brief(BRIEF, file="briefs/deconfliction.yaml")
    assert not brief.extra
    assert yaml.dump(brief_to_plain(brief)) == BRIEF


def test_the_settings() -> None:
    assert Fields(yaml.load(SETTINGS)).child("keymap").texts("lists.down") == ("j", "down")


def test_the_journal() -> None:
    (lines,) = re.findall(r"```json\n(.*?)```", TEXT, re.DOTALL)
    assert [next(iter(json.loads(line))) for line in lines.splitlines()] == [
        "journal", "edit", "writing", "wrote", "typing", "undo", "redo",
    ]  # fmt: skip
