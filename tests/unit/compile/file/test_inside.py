"""What a briefing holds of its sources, compared with what is said of them now."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from briefing_tui.compile import described_otherwise
from briefing_tui.compile.file.inside import csl, known_sources
from briefing_tui.compile.prepared import cited
from briefing_tui.model import Article, Metadata, Name, PartialDate, State
from tests.unit.compile.samples import job

STATED = Metadata(
    title="The harbour", author=(Name("Larsen", "Ida"),), container_title="Gazette", issued=PartialDate(2025)
)
THEN = Article("harbour", STATED, "There is a ledger.")


def kept() -> Any:
    return known_sources(json.dumps([csl(THEN)]).encode())["harbour"]


def test_the_same_description_is_no_change() -> None:
    assert described_otherwise(kept(), replace(THEN, text="Another text.")) == []


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"title": "Another"}, ["title"]),
        ({"author": (Name("Carlsen", "Ida"),)}, ["author"]),
        ({"author": ()}, ["author"]),
        ({"container_title": "Herald", "issued": PartialDate(2026)}, ["outlet", "date"]),
        ({"genre": "op-ed"}, ["genre"]),
        ({"states": {"issued": State.INFERRED}}, ["what is only inferred"]),
    ],
)
def test_what_is_described_otherwise_is_named_plainly(changes: dict[str, Any], named: list[str]) -> None:
    assert described_otherwise(kept(), replace(THEN, metadata=replace(STATED, **changes))) == named


@pytest.mark.parametrize("content", [None, b"", b"{", b"[1]", b'["id"]', b'{"id": 1}', b'[{"no": "id"}]', b"\xff"])
def test_what_cannot_be_understood_holds_none(content: bytes | None) -> None:
    assert known_sources(content) == {}


@pytest.mark.parametrize("final", [True, False])
def test_a_final_briefing_asks_for_its_notes_anew(final: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: dict[str, Any] = {}
    monkeypatch.setattr("briefing_tui.compile.prepared.cite", lambda *_, **how: asked.update(how))
    cited(job(tmp_path, final=final))
    assert asked["anew"] is final


def test_the_id_and_the_address_are_the_articles_own() -> None:
    other = replace(THEN, metadata=replace(STATED, extra={"id": "zotero-7", "URL": "https://other.example"}))
    assert csl(other)["id"] == "harbour"
    assert "URL" not in csl(other)
    assert next(iter(csl(THEN))) == "id"
