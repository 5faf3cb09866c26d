"""`verify` on the briefing that ships."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run


def test_a_briefing_is_verified_alone_and_against_its_sources(briefing: Run, shipped: Path, tmp_path: Path) -> None:
    file = tmp_path / "b.pdf"
    briefing("compile", "deconfliction", "-o", file)
    alone = briefing("verify", file, "--json", folder=None).json
    assert alone["ok"]
    assert alone["level"] == "self"
    assert {quote["state"] for quote in alone["quotes"]} == {"identical"}
    assert "sources not checked" in briefing("verify", file, folder=None).out
    assert briefing("verify", file, "--against", shipped, "--json", folder=None).json["level"] == "sources"

    article = next(path for path in (shipped / "corpus").glob("*.md") if "manages risk" in path.read_text())
    article.write_text(article.read_text().replace("manages risk", "manages risks"))
    found = briefing("verify", file, "--against", shipped, "--json", folder=None, code=3).json
    assert [q["id"] for q in found["quotes"] if q["state"] == "altered"]
    assert found["problems"][0]["place"].startswith("excerpt e")

    briefing("verify", article, folder=None, code=1)
    briefing("verify", tmp_path / "none.pdf", folder=None, code=1)
