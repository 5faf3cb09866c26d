"""The table of rules in the documentation is the registry's."""

from __future__ import annotations

import re
from pathlib import Path

from briefing_tui.checks import RULES, Profile, by_group, read_profile, rule_sheet
from briefing_tui.support import yaml

TEXT = (Path(__file__).resolve().parents[4] / "docs" / "checks.md").read_text(encoding="utf-8")


def test_the_documentation_has_every_rule_as_it_is() -> None:
    _, _, tables = TEXT.partition("## All rules\n\n")
    assert tables == rule_sheet(Profile()), "`briefing check --rules --markdown` prints the tables"


def test_the_tables_have_each_rule_once() -> None:
    assert re.findall(r"^\| `([^`]+)` ", rule_sheet(Profile()), re.MULTILINE) == [rule.id for rule in by_group()]
    assert len(by_group()) == len(RULES)


def test_the_profile_in_the_documentation_can_be_followed() -> None:
    (example,) = re.findall(r"```yaml\n(rules:\n.*?)```", TEXT, re.DOTALL)
    read = read_profile(yaml.load(example)["rules"])
    assert read.problems == ()
    assert len(read.profile.weights) == 2
    assert str(read.profile.stale_after) == "18 months"


def test_every_rule_that_is_named_in_the_text_exists() -> None:
    named = set(re.findall(r"`((?:judgement|source|speaker|form|layout|quotation)\.[a-z-]+)`", TEXT))
    assert named <= set(RULES)
