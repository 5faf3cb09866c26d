"""`verify` on the briefing that ships."""

from __future__ import annotations

from pathlib import Path

import pikepdf

from tests.cli.conftest import Run


def test_a_briefing_is_verified_alone_and_against_its_sources(briefing: Run, shipped: Path, tmp_path: Path) -> None:
    file = tmp_path / "b.pdf"
    briefing("brief", "set", "deconfliction", "annex=yes")
    briefing("brief", "alter", "deconfliction", "e2", "--emphasise", "does not settle")
    briefing("compile", "deconfliction", "-o", file)
    alone = briefing("verify", file, "--json", folder=None).json
    assert alone["ok"]
    assert alone["level"] == "self"
    assert {quote["state"] for quote in alone["quotes"]} == {"identical"}
    assert {quote["id"]: quote["alterations"] for quote in alone["quotes"] if quote["alterations"]} == {"e2": 1}
    told = briefing("verify", file, folder=None).out
    assert "sources not checked" in told
    assert "quote e2: printed with 1 alteration\n" in told
    assert briefing("verify", file, "--against", shipped, "--json", folder=None).json["level"] == "sources"

    article = next(path for path in (shipped / "corpus").glob("*.md") if "manages risk" in path.read_text())
    text = article.read_text()
    article.write_text(text.replace("manages risk", "manages risks"))
    found = briefing("verify", file, "--against", shipped, "--json", folder=None, code=3).json
    assert [q["id"] for q in found["quotes"] if q["state"] == "altered"]
    assert found["problems"][0]["place"].startswith("excerpt e")

    article.write_text(text)
    _and_its_annex(briefing, file, article, shipped)

    briefing("verify", article, folder=None, code=1)
    briefing("verify", tmp_path / "none.pdf", folder=None, code=1)


def test_a_draft_is_said_to_be_one_however_it_is_verified(briefing: Run, shipped: Path, tmp_path: Path) -> None:
    draft, final = tmp_path / "d.pdf", tmp_path / "f.pdf"
    briefing("compile", "deconfliction", "-o", draft)
    briefing("compile", "deconfliction", "--final", "-o", final)
    against = ("--against", shipped)
    for how in ((), against):
        said = [briefing("verify", file, *how, folder=None).out.splitlines()[-1] for file in (draft, final)]
        assert said[0] == f"a draft: {said[1]}"
        assert said[1].startswith("consistent in itself; sources not checked (" if not how else "consistent, and every")
        kinds = [briefing("verify", file, *how, "--json", folder=None).json["final"] for file in (draft, final)]
        assert kinds == [False, True]

    for article in (shipped / "corpus").glob("*.md"):
        article.unlink()
    said = [briefing("verify", file, *against, folder=None, code=3).out.splitlines()[-1] for file in (draft, final)]
    assert said[0] == f"a draft: {said[1]}"
    with pikepdf.open(draft, allow_overwriting_input=True) as document:
        del document.Root.StructTreeRoot
        document.save(draft)
    found = briefing("verify", draft, "--json", folder=None, code=3)
    assert found.json["final"] is False, "the receipt says so still"
    assert said[1].startswith("not verified: ")


def test_of_what_has_no_receipt_it_is_not_said_whether_it_is_final(briefing: Run, tmp_path: Path) -> None:
    file = tmp_path / "other.pdf"
    with pikepdf.new() as document:
        document.add_blank_page()
        document.save(file)
    assert briefing("verify", file, "--json", folder=None, code=3).json["final"] is None
    assert briefing("verify", file, folder=None, code=3).out.splitlines()[-1] == "not verified: 1 problem"


def _and_its_annex(briefing: Run, file: Path, article: Path, workspace: Path) -> None:
    """What stands around a passage in the annex must stand in the source; anything else may be changed."""
    text = article.read_text()
    assert text.count("It is worth saying what the line was not.") == 1
    article.write_text(text.replace("It is worth saying what the line was not.", "Nobody ever said as follows."))
    found = briefing("verify", file, "--against", workspace, "--json", folder=None, code=3).json
    changed = {"place": f"article {article.stem}", "message": "its text was changed since the briefing was made"}
    assert {p["message"] for p in found["problems"]} == {"its paragraph reads otherwise in the source now"}
    assert {p["place"].split()[0] for p in found["problems"]} == {"annex"}
    assert found["remarks"] == [changed]
    assert text.count("genre: background note") == 1
    described = text.replace("genre: background note", "genre: op-ed").replace("title: 'The", "title: 'A")
    article.write_text(described + "\nA paragraph that nobody quotes.\n")
    found = briefing("verify", file, "--against", workspace, "--json", folder=None).json
    otherwise = "it is described otherwise now than when the briefing was made: title, genre"
    remarks = [changed, {"place": f"source {article.stem}", "message": otherwise}]
    assert (found["ok"], found["problems"], found["remarks"]) == (True, [], remarks)
