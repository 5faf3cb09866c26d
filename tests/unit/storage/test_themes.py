"""Themes as a file."""

from pathlib import Path

import pytest

from briefing_tui.errors import FormatError, NotFoundError
from briefing_tui.model import Rules, Theme
from briefing_tui.storage import read_sound_themes, read_themes

GOOD = """format: 1
themes:
- id: syria
  prefLabel: Syria
  altLabel: [deconfliction, the line]
  scopeNote: All of it.
  broader: ~
  related: [iran]
  rules: {any: [Syria*, NO], phrases: air strikes, not: [], min_hits: 2}
  since: 2019
- id: iran
  prefLabel: Iran
  broader: syria
"""


def test_they_are_read(tmp_path: Path) -> None:
    file = tmp_path / "themes.yaml"
    file.write_text(GOOD, encoding="utf-8")
    syria, iran = read_themes(file)
    rules = Rules(any=("Syria*", "NO"), phrases=("air strikes",), min_hits=2)
    assert syria == Theme("syria", "Syria", ("deconfliction", "the line"), "All of it.", "", ("iran",), rules)
    assert syria.extra == {"since": 2019}
    assert iran == Theme("iran", "Iran", broader="syria")


@pytest.mark.parametrize(
    ("old", "new", "line", "field", "words"),
    [
        ("- id: iran", "- id: syria", 11, "themes[2].id", "twice"),
        ("- id: iran", "- id: -iran", 11, "themes[2].id", "no id"),
        ("- id: iran\n  pref", "- pref", 11, "themes[2].id", "missing"),
        ("  prefLabel: Iran\n", "", 11, "themes[2].prefLabel", "missing"),
        ("broader: syria", "broader: gulf", 13, "themes[2].broader", "no theme 'gulf'"),
        ("related: [iran]", "related: [iraq]", 8, "themes[1].related", "no theme 'iraq'"),
        ("broader: ~", "broader: iran", 7, "themes[1].broader", "broader than itself"),
        ("broader: syria", "broader: iran", 13, "themes[2].broader", "broader than itself"),
        ("phrases:", "phrase:", 9, "themes[1].rules.phrase", "no rule 'phrase'"),
        ("min_hits: 2", "min_hits: 0", 9, "themes[1].rules.min_hits", "whole number"),
        ("format: 1", "format: 9", 0, "format", "newer version"),
    ],
)
def test_mistakes_are_named(tmp_path: Path, old: str, new: str, line: int, field: str, words: str) -> None:
    file = tmp_path / "themes.yaml"
    assert old in GOOD
    file.write_text(GOOD.replace(old, new), encoding="utf-8")
    with pytest.raises(FormatError, match=words) as caught:
        read_themes(file)
    assert (caught.value.line, caught.value.field) == (line, field)


def test_a_circle_takes_only_its_own_links(tmp_path: Path) -> None:
    file = tmp_path / "themes.yaml"
    above = {"d": "a", "a": "b", "b": "c", "c": "a", "e": "d", "f": "f", "g": "nowhere"}
    themes = "".join(f"- id: {one}\n  prefLabel: {one}\n  broader: {broader}\n" for one, broader in above.items())
    file.write_text(f"format: 1\nthemes:\n{themes}", encoding="utf-8")
    assert {one.id: one.broader for one in read_sound_themes(file)} == dict.fromkeys(above, "") | {"d": "a", "e": "d"}
    file.write_text(file.read_text(encoding="utf-8").replace("nowhere", "f"), encoding="utf-8")
    with pytest.raises(FormatError, match="'a' would be broader than itself") as caught:
        read_themes(file)
    assert (caught.value.line, caught.value.field) == (8, "themes[2].broader")
    circles = "break the circles a → b → c → a and f → f; until then none of these is below another"
    assert caught.value.hint == circles
    file.write_text(GOOD.replace("- id: iran", "- id: syria"), encoding="utf-8")
    with pytest.raises(FormatError, match="twice"):
        read_sound_themes(file)


def test_no_file_and_no_themes(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        read_themes(tmp_path / "themes.yaml")
    (tmp_path / "themes.yaml").write_text("format: 1\n", encoding="utf-8")
    assert read_themes(tmp_path / "themes.yaml") == ()
