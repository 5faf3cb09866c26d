"""`article restore` and its like, `forget`, `undo-import`, `shares`: what a person does with imports."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from .conftest import Run

BODY = (
    "The island council voted on Thursday to end the evening ferry. Twelve members were for it, three against.\n\n"
    "The mayor said that the boat ran half empty for years, and that nobody at the quay would miss it in winter.\n"
)
HEAD = "The evening ferry will stop in March\n\nBy Anna Karlsen\n\n14 February 2026\n\n"


@pytest.fixture
def desk(briefing: Run, tmp_path: Path) -> tuple[Run, Path, str]:
    folder = tmp_path / "desk"
    briefing("init", folder, folder=None)
    (tmp_path / "ferry.txt").write_text(HEAD + BODY)
    report = briefing("import", tmp_path / "ferry.txt", "--json", folder=folder).json
    return briefing, folder, report["imported"][0]["id"]


def texts(shown: dict[str, Any]) -> list[str]:
    return [p["text"] for p in shown["paragraphs"]]


def test_paragraphs_are_restored_split_and_joined(desk: tuple[Run, Path, str]) -> None:
    briefing, folder, article = desk
    restored = briefing("article", "restore", article, "3", "--json", folder=folder).json
    assert texts(restored)[0] == "By Anna Karlsen"
    offset = restored["paragraphs"][1]["text"].index("Twelve")
    halves = briefing("article", "split", article, "2", offset, "--json", folder=folder).json
    assert texts(halves)[2] == "Twelve members were for it, three against."
    joined = briefing("article", "join", article, "2", "--json", folder=folder).json
    assert texts(joined) == texts(restored)
    assert briefing("show", article, "--json", folder=folder).json == joined


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("restore", "ID", "99"), 1, "line 99 was not dropped"),
        (("restore", "ID", "x"), 2, "not a valid integer"),
        (("split", "ID", "1", "2"), 2, "inside a word"),
        (("split", "ID", "9", "2"), 1, "no ¶ 9"),
        (("join", "ID", "2"), 1, "no ¶ 3"),
        (("confirm", "ID", "URL"), 2, "no URL to confirm"),
        (("attach", "ID", "gone.pdf"), 3, "has a text"),
        (("restore", "none", "1"), 1, "no article 'none'"),
    ],
)
def test_what_cannot_be_is_said(desk: tuple[Run, Path, str], arguments: tuple[str, ...], code: int, says: str) -> None:
    briefing, folder, article = desk
    run = briefing("article", *(article if a == "ID" else a for a in arguments), "--json", folder=folder, code=code)
    assert says in run.json["error"]["message"]


def test_a_record_gets_its_text(desk: tuple[Run, Path, str], tmp_path: Path) -> None:
    briefing, folder, _ = desk
    (tmp_path / "r.ris").write_text("TY  - NEWS\nTI  - A record of it\nAU  - Doe, Jane\nPY  - 2020\nER  - \n")
    (record,) = briefing("import", tmp_path / "r.ris", "--json", folder=folder).json["imported"]
    assert (record["paragraphs"], record["title"]) == (0, "A record of it")
    (tmp_path / "text.txt").write_text("Some words that are the text of the record, at last.\n")
    shown = briefing("article", "attach", record["id"], tmp_path / "text.txt", "--json", folder=folder).json
    assert len(shown["paragraphs"]) == 1
    assert shown["metadata"]["title"] == "A record of it"
    assert shown["metadata"]["author"] == [{"family": "Doe", "given": "Jane"}]


def test_forgetting_and_taking_back(desk: tuple[Run, Path, str], tmp_path: Path) -> None:
    briefing, folder, article = desk
    briefing("brief", "new", "b", "--title", "T", folder=folder)
    briefing("pin", "b", article, "--quote", "Twelve members were for it", folder=folder)
    refused = briefing("forget", article, "--json", folder=folder, code=3).json["error"]
    assert "b" in refused["message"]
    (tmp_path / "other.txt").write_text(
        "Something else\n\nOn the other island nothing of the kind happened that week.\n"
    )
    briefing("import", tmp_path / "other.txt", folder=folder)
    removed = briefing("undo-import", "--json", folder=folder).json["removed"]
    assert len(removed) == 1
    briefing("undo-import", folder=folder, code=3)
    assert briefing("forget", article, "--force", "--json", folder=folder).json["quoted-by"] == ["b"]
    assert briefing("list", "--json", folder=folder).json["total"] == 0
    briefing("check", "b", folder=folder, code=3)


def test_shared_passages(desk: tuple[Run, Path, str], tmp_path: Path) -> None:
    briefing, folder, article = desk
    (tmp_path / "b.txt").write_text(
        "We read: the boat ran half empty for years, and that nobody at the quay was there.\n"
    )
    (other,) = briefing("import", tmp_path / "b.txt", "--json", folder=folder).json["imported"]
    assert other["shares-with"] == [{"article": article, "passages": 1}]
    ((shared),) = briefing("shares", other["id"], "--json", folder=folder).json
    (passage,) = shared["passages"]
    assert passage["words"] == 13
    whole = briefing("show", other["id"], "--json", folder=folder).json["paragraphs"][0]
    assert whole["text"][passage["here"][0] : passage["here"][1]].startswith("the boat ran half empty")
