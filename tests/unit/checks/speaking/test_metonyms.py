"""Whose words they are, where a capital stands for its state."""

from __future__ import annotations

import pytest

from briefing_tui.checks.speaking.crediting import credit_doubt
from briefing_tui.checks.speaking.metonyms import one_state
from briefing_tui.model import Article, Metadata, Span, Speaker, SpeakerKind


def doubt(text: str, name: str) -> str:
    article = Article("a", Metadata(title="A", language="en"), text)
    return credit_doubt(article, Span(0, len(text)), Speaker(name, kind=SpeakerKind.INSTITUTIONAL))


@pytest.mark.parametrize(
    ("said", "credited"),
    [
        ("Moscow", "Russia"),
        ("Russia", "Moscow"),
        ("The Kremlin", "Russia"),
        ("Tehran", "Iran"),
        ("Israel", "Jerusalem"),
    ],
)
def test_a_capital_that_speaks_is_its_state(said: str, credited: str) -> None:
    assert doubt(f"{said} said that the ferries would sail again in spring.", credited) == ""


@pytest.mark.parametrize(("said", "credited"), [("Moscow", "Iran"), ("Tehran", "Russia"), ("The Kremlin", "Israel")])
def test_a_capital_of_another_state_is_another_speaker(said: str, credited: str) -> None:
    assert doubt(f"{said} said that the ferries would sail again in spring.", credited)


def test_a_name_means_a_state_as_a_whole_alone() -> None:
    assert one_state("the United States", "Washington")
    assert not one_state("George Washington", "United States")
    assert not one_state("Moscow region", "Russia")
    assert not one_state("Ann Ray", "Bob Lee")
