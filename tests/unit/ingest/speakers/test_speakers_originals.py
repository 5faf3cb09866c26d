"""The speakers of the original articles beside the repository, against what a careful reader finds in them."""

from __future__ import annotations

import pytest

from briefing_tui.ingest.speakers import speakers_in
from briefing_tui.model import NamedSpeaker
from tests.unit.ingest.test_originals import WITH_TRUTH, document, truth

pytestmark = pytest.mark.usefixtures("originals")

UNNAMED = {"000": set(), "001": set(), "003": {"senior Israeli diplomatic source", "Israeli diplomatic sources"}}
"""Speakers without a name whose words are reported, but not quoted."""


def spoken(number: str) -> dict[str, NamedSpeaker]:
    read, _ = document(number)
    return {speaker.name: speaker for speaker in speakers_in(read.text, read.metadata.language)}


def lines_to_paragraphs(number: str) -> dict[int, int]:
    return {line: p["p"] for p in truth(number)["body_paragraphs"] for line in p["lines"]}


@pytest.mark.parametrize("number", WITH_TRUTH)
def test_who_is_quoted(number: str) -> None:
    quoted = {person["name"] for person in truth(number)["people"] if person["quoted"]}
    assert set(spoken(number)) == quoted | UNNAMED[number]


@pytest.mark.parametrize("number", WITH_TRUTH)
def test_roles_are_close_to_the_readers_words(number: str) -> None:
    found = spoken(number)
    for person in truth(number)["people"]:
        if person["quoted"] and found[person["name"]].role:
            first = person["role"].partition(";")[0]
            role = found[person["name"]].role
            assert first in role or role in first, (role, first)


def test_where_they_speak() -> None:
    stated: set[tuple[str, str, int]] = set()
    seen: set[tuple[str, str, int]] = set()
    for number in WITH_TRUTH:
        paragraph = lines_to_paragraphs(number)
        for person in truth(number)["people"]:
            if person["quoted"]:
                stated |= {(number, person["name"], paragraph[n]) for n in person["lines"] if n in paragraph}
        named = {person["name"] for person in truth(number)["people"] if person["quoted"]}
        heard = ((s.name, n) for s in spoken(number).values() if s.name in named for n in s.paragraphs)
        seen |= {(number, name, n) for name, n in heard}
    assert seen <= stated
    assert len(seen) >= 0.85 * len(stated)


@pytest.mark.parametrize(
    ("number", "names"),
    [
        ("002", {"Zvi Magen"}),
        (
            "004",
            {
                "Andrei Gromyko", "Bush", "Vladimir Putin", "Sergei Mironov", "Mikhail Margelov", "Dov Weinglass",
                "Russian representatives", "Russian spokesperson", "Israeli Ambassador in Moscow",
            },
        ),
    ],
)  # fmt: skip
def test_the_others_as_read(number: str, names: set[str]) -> None:
    assert set(spoken(number)) == names


def test_every_role_stands_in_its_text() -> None:
    for number in (*WITH_TRUTH, "002", "004"):
        text = document(number)[0].text
        assert all(role in text for role in (s.role for s in spoken(number).values()))
