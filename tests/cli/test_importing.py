"""`import`: documents become articles, nothing is invented, one failure stops no other."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from .conftest import Run

REPORT = """The evening ferry will stop in March

By Anna Karlsen

14 February 2026

The island council voted on Thursday to end the evening ferry. Twelve members were for it, three against.

The mayor said that the boat ran “half empty, and then emptier”. She promised a bus to the bridge instead.
"""


@pytest.fixture
def desk(briefing: Run, tmp_path: Path) -> tuple[Run, Path]:
    folder = tmp_path / "desk"
    briefing("init", folder, folder=None)
    return briefing, folder


def test_a_text_becomes_an_article(desk: tuple[Run, Path], tmp_path: Path) -> None:
    briefing, folder = desk
    source = tmp_path / "the 'evening' ferry.txt"
    source.write_text(REPORT)
    report = briefing("import", source, "--json", folder=folder).json
    assert report["failed"] == []
    (one,) = report["imported"]
    assert one["title"] == "The evening ferry will stop in March"
    assert one["author"] == [{"family": "Karlsen", "given": "Anna"}]
    assert one["issued"] == "2026-02-14"
    assert one["states"]["title"] == "stated"
    assert one["container-title"] is None
    assert one["states"]["container-title"] == "missing"
    assert one["paragraphs"] == 2
    kept = folder / "corpus/.originals" / one["id"] / source.name
    assert kept.read_bytes() == source.read_bytes()
    shown = briefing("show", one["id"], "--json", folder=folder).json
    assert shown["paragraphs"][1]["text"].startswith("The mayor said that the boat ran “half empty")
    again = briefing("import", source, "--json", folder=folder).json["imported"][0]
    assert again["same-as"] == one["id"]
    assert briefing("list", "--json", folder=folder).json["total"] == 1


def test_set_applies_to_every_file(desk: tuple[Run, Path], tmp_path: Path) -> None:
    briefing, folder = desk
    for n in (1, 2):
        (tmp_path / f"{n}.txt").write_text(REPORT.replace("March", f"March {n}"))
    report = briefing(
        "import",
        tmp_path / "1.txt",
        tmp_path / "2.txt",
        "--set",
        "container-title=The Islander",
        "--json",
        folder=folder,
    ).json
    assert [i["container-title"] for i in report["imported"]] == ["The Islander"] * 2
    assert [i["states"]["container-title"] for i in report["imported"]] == ["user"] * 2
    assert briefing("import", tmp_path / "1.txt", "--set", "colour=red", "--json", folder=folder, code=2).json["error"]


def test_bad_files_say_why_and_stop_no_other(desk: tuple[Run, Path], tmp_path: Path) -> None:
    briefing, folder = desk
    bad = {"empty.txt": b"", "space.txt": b" \n\n\t", "binary.txt": bytes(range(256)) * 20, "report.xyz": b"text"}
    for name, data in bad.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_text(REPORT)
    paths = [tmp_path / name for name in (*bad, "good.txt", "missing.txt")]
    report = briefing("import", *paths, "--json", folder=folder, code=1).json
    assert len(report["imported"]) == 1
    assert {Path(f["source"]).name for f in report["failed"]} == {*bad, "missing.txt"}
    assert all(f["error"]["message"] and f["error"]["where"] for f in report["failed"])


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "latin-1", "cp1252"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends(desk: tuple[Run, Path], tmp_path: Path, encoding: str, newline: str) -> None:
    briefing, folder = desk
    text = "Le maire a parlé à Genève. Il a été très clair, dit-on, à propos de la frontière.\n\nCet été sera long."
    (tmp_path / "f.txt").write_bytes(text.replace("\n", newline).encode(encoding))
    one = briefing("import", tmp_path / "f.txt", "--json", folder=folder).json["imported"][0]
    shown = briefing("show", one["id"], "--json", folder=folder).json
    assert [p["text"] for p in shown["paragraphs"]] == text.split("\n\n")


def test_standard_input_and_folders(desk: tuple[Run, Path], tmp_path: Path) -> None:
    briefing, folder = desk
    one = briefing("import", "-", "--json", folder=folder, data=REPORT.encode()).json["imported"][0]
    assert one["paragraphs"] == 2
    (tmp_path / "many/inner").mkdir(parents=True)
    (tmp_path / "many/a.txt").write_text(REPORT.replace("twelve", "ten").replace("Thursday", "Friday"))
    (tmp_path / "many/inner/b.md").write_text("# A *title*\n\nSome text with a [link](http://example.org) in it.\n")
    (tmp_path / "many/.hidden.txt").write_text("hidden")
    report = briefing("import", tmp_path / "many", "--json", folder=folder).json
    assert len(report["imported"]) == 2
    shown = briefing("show", report["imported"][1]["id"], "--json", folder=folder).json
    assert shown["paragraphs"][0]["text"] == "Some text with a link in it."


def test_ten_thousand_paragraphs(desk: tuple[Run, Path], tmp_path: Path) -> None:
    briefing, folder = desk
    paragraph = "A sentence of the long report stands here, and another follows it without haste. "
    (tmp_path / "long.txt").write_text("\n\n".join(f"{n}. {paragraph.strip()}" for n in range(10_000)))
    one = briefing("import", tmp_path / "long.txt", "--json", folder=folder).json["imported"][0]
    assert one["paragraphs"] == 10_000


@pytest.mark.slow
def test_the_originals_go_all_the_way(desk: tuple[Run, Path], originals: list[Path]) -> None:
    briefing, folder = desk
    report = briefing("import", *originals, "--yes", "--json", folder=folder).json
    assert report["failed"] == []
    assert len(report["imported"]) == 5
    for n, one in enumerate(report["imported"], 1):
        pinned = briefing("pin", "first-brief", one["id"], "--paragraph", str(n), "--json", folder=folder).json
        assert pinned["verified"] is True
    compiled = briefing("compile", "first-brief", "--json", folder=folder).json
    assert compiled["quotes"] == {"verified": 5, "unverified": 0}
    assert compiled["notes"] == 5
    assert compiled["sources"] == 5


def test_the_digests_that_ship_are_recognised(briefing: Run, originals: list[Path]) -> None:
    report = briefing("import", *originals, "--json").json
    digests = {i["digest"] for i in report["imported"]}
    assert digests == {a["id"] for a in briefing("list", "--text", "digest", "--json").json["articles"]}


def test_two_imports_at_once_lose_nothing_and_double_nothing(
    desk: tuple[Run, Path], process: Run, tmp_path: Path
) -> None:
    briefing, folder = desk
    many = tmp_path / "many"
    many.mkdir()
    for n in range(6):
        (many / f"{n}.txt").write_text(REPORT.replace("Twelve", f"Twelve or {n}"))
    with ThreadPoolExecutor(3) as pool:
        reports = [
            f.result().json for f in [pool.submit(process, "import", many, "--json", folder=folder) for _ in range(3)]
        ]
    written = [i["id"] for r in reports for i in r["imported"] if not i["same-as"]]
    assert len(written) == len(set(written)) == 6
    assert briefing("list", "--json", folder=folder).json["total"] == 6
