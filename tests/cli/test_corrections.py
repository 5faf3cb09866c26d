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


def test_corrections_are_listed_taken_back_and_made_again(desk: tuple[Run, Path, str]) -> None:
    briefing, folder, article = desk
    before = briefing("show", article, "--json", folder=folder).json
    briefing("article", "set", article, "speakers=Ida Berg (mayor) ¶ 1-2", "DOI=10.1/x", folder=folder)
    changed = briefing("article", "join", article, "1", "--json", folder=folder).json
    assert changed["metadata"]["custom"]["speakers"] == [{"name": "Ida Berg", "role": "mayor", "paragraphs": [1]}]
    assert changed["metadata"]["DOI"] == "10.1/x"
    for label in ("joined ¶ 1 and ¶ 2", "set speakers, set DOI"):
        assert f"undone: {label}" in briefing("article", "undo", article, folder=folder).err
    assert briefing("show", article, "--json", folder=folder).json == before
    refused = briefing("article", "undo", article, "--json", folder=folder, code=1).json["error"]
    assert refused["message"] == "nothing was corrected"
    briefing("article", "redo", article, folder=folder)
    steps = briefing("article", "history", article, "--json", folder=folder).json
    assert [(s["label"], s["holds"]) for s in steps] == [
        ("set speakers, set DOI", True),
        ("joined ¶ 1 and ¶ 2", False),
    ]
    assert "taken back" in briefing("article", "history", article, folder=folder).out


def test_themes_are_added_and_renamed(desk: tuple[Run, Path, str]) -> None:
    briefing, folder, _ = desk
    added = briefing("theme", "add", "sea", "Ferries", "--any", "ferry,quay", "--json", folder=folder).json
    assert added == {"id": "sea", "prefLabel": "Ferries"}
    briefing("theme", "rename", "sea", "Ferries and harbours", folder=folder)
    found = {t["id"]: t for t in briefing("themes", "--json", folder=folder).json}
    assert (found["sea"]["prefLabel"], found["sea"]["articles"]) == ("Ferries and harbours", 1)
    assert "# A theme is a subject" in (folder / "corpus" / "themes.yaml").read_text()
    assert "is a theme 'sea' already" in briefing(
        "theme", "add", "sea", "X", "--json", folder=folder, code=2
    ).json["error"]["message"]  # fmt: skip
    assert (
        briefing("theme", "rename", "none", "X", "--json", folder=folder, code=1).json["error"]["kind"] == "not-found"
    )


def test_the_words_of_a_theme_are_corrected_and_a_theme_is_removed(desk: tuple[Run, Path, str]) -> None:
    briefing, folder, _ = desk
    briefing("theme", "add", "sea", "Ferries", "--any", "ferry,quay", folder=folder)
    edited = briefing("theme", "edit", "sea", "--any", "zeppelin*, air ship", "--json", folder=folder).json
    assert edited["any"] == ["zeppelin*", "air ship"]
    assert "ferry" in (folder / edited["kept"]).read_text()
    found = {t["id"]: t for t in briefing("themes", "--json", folder=folder).json}
    assert found["sea"]["articles"] == 0
    assert briefing("theme", "edit", "sea", folder=folder, code=2).err
    kept = briefing("theme", "remove", "sea", "--json", folder=folder).json["kept"]
    assert "zeppelin" in (folder / kept).read_text()
    assert "sea" not in {t["id"] for t in briefing("themes", "--json", folder=folder).json}
    assert "# A theme is a subject" in (folder / "corpus" / "themes.yaml").read_text()


def test_progress_of_an_import_goes_to_stderr_with_json_too(desk: tuple[Run, Path, str], tmp_path: Path) -> None:
    briefing, folder, _ = desk
    for n in range(41):
        (tmp_path / f"{n}.txt").write_text(f"Note {n} of the harbour master says that {n} boats came in on that day.\n")
    run = briefing("import", *(tmp_path / f"{n}.txt" for n in range(41)), "--json", folder=folder)
    assert len(run.json["imported"]) == 41
    assert "20 of 41" in run.err
