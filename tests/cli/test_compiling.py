"""From a brief to a PDF: a style of one's own, gaps, sources that cannot be read, and an end before its time."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import Run
from .test_contract import page_texts, words

CSL = """\
<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">
  <info><title>Own</title><id>own</id><updated>2026-01-01T00:00:00+00:00</updated></info>
  <citation><layout delimiter="; ">
    <text value="see our files under"/>
    <text variable="title" prefix=" " quotes="true"/><text variable="locator" prefix=" at "/>
  </layout></citation>
  <bibliography><layout><text variable="title" prefix="Filed: "/></layout></bibliography>
</style>
"""


def use_style(shipped: Path, path: str, text: str = CSL) -> None:
    """Put a style into the workspace, and into the brief as a person does with an editor."""
    file = shipped / path
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    change(shipped, "style: briefing-note", f"style: {path}")


def change(shipped: Path, before: str, after: str, brief: str = "deconfliction") -> None:
    file = shipped / "briefs" / f"{brief}.yaml"
    text = file.read_text(encoding="utf-8")
    assert text.count(before) == 1
    file.write_text(text.replace(before, after), encoding="utf-8")


def of_rule(briefing: Run, rule: str) -> dict[str, str]:
    """The one finding of a rule that stands in the way of a final briefing."""
    found = briefing("check", "deconfliction", "--json", code=3).json["findings"]
    (finding,) = (f for f in found if f["rule"] == rule)
    assert finding["severity"] == "error"
    return dict(finding)


@pytest.mark.slow
def test_a_style_of_ones_own_leads_from_the_workspace_to_the_page(briefing: Run, shipped: Path) -> None:
    use_style(shipped, "styles/own.csl")
    assert briefing("check", "deconfliction", "--json").json["counts"]["error"] == 0
    report = briefing("compile", "deconfliction", "--final", "--json").json
    everything = words(" ".join(page_texts(Path(report["file"]))))
    assert "seeourfilesunder" in everything
    assert everything.count("Filed") == report["sources"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (CSL.replace("</layout></citation>", "</citation>"), "styles/own.csl, line 7: this is no CSL style"),
        (CSL.replace('class="note"', 'class="x"'), "styles/own.csl, line 2: the citation style does not say whether"),
        (
            CSL.replace("<title>", '<link rel="independent-parent" href="http://styles.example/mla"/><title>'),
            "styles/own.csl, line 3: the citation style depends on another one",
        ),
    ],
)
def test_a_style_that_cannot_be_used_is_told_with_its_line(briefing: Run, shipped: Path, text: str, said: str) -> None:
    use_style(shipped, "styles/own.csl", text)
    finding = of_rule(briefing, "form.style")
    assert finding["message"].startswith(said)
    assert finding["hint"]


@pytest.mark.slow
def test_a_draft_is_made_in_our_style_where_ones_own_is_broken(briefing: Run, shipped: Path) -> None:
    use_style(shipped, "own.csl", "<style")
    assert briefing("compile", "deconfliction", "--final", "--json", code=3).json["error"]["kind"] == "refused"
    assert briefing("compile", "deconfliction", "--json").json["pages"] == 3, "the briefing and what is open"


@pytest.mark.slow
def test_what_the_form_requires_is_a_gap_in_a_draft_and_an_error_in_a_final_one(briefing: Run, shipped: Path) -> None:
    briefing("brief", "set", "deconfliction", "bottom-line=", "date=")
    report = briefing("compile", "deconfliction", "--json").json
    first = page_texts(Path(report["file"]))[0]
    assert "[no bottom line yet]" in first
    assert "[no date yet]" in first
    for rule in ("form.bottom-line", "form.date"):
        of_rule(briefing, rule)


@pytest.mark.slow
@pytest.mark.parametrize("form", ["pdf", "md"])
def test_compiling_tells_scripts_what_the_checks_found_on_the_pages(briefing: Run, shipped: Path, form: str) -> None:
    briefing("brief", "set", "deconfliction", "bottom-line=So \u0378 it is.")
    report = briefing("compile", "deconfliction", "--format", form, "--json").json
    told = [f for f in report["findings"] if f["rule"] == "layout.missing-glyphs"]
    assert [(f["place"], f["severity"], f["message"]) for f in told] == (
        [("bottom-line", "error", "no font has U+0378")] if form == "pdf" else []
    )
    assert sum(report["counts"].values()) == len(report["findings"])
    assert all(f.keys() == {"rule", "severity", "place", "message", "hint"} for f in report["findings"])


@pytest.mark.parametrize("name", ["a.odt", "a.DOC", "a.tex"])
def test_a_name_that_asks_for_what_there_is_not_is_told(
    briefing: Run, shipped: Path, tmp_path: Path, name: str
) -> None:
    assert "no form" in briefing("compile", "deconfliction", "-o", tmp_path / name, code=2).err
    assert not list(tmp_path.glob("a.*"))


@pytest.mark.parametrize(
    ("name", "asked", "begins"),
    [
        ("a.txt", (), "TLP:CLEAR"),
        ("a.JSON", (), "{"),
        ("a.txt", ("--format", "json"), "{"),
        ("a", ("--format", "txt"), "TLP:CLEAR"),
    ],
)
def test_the_name_of_the_file_says_the_form_where_nothing_else_does(
    briefing: Run, shipped: Path, tmp_path: Path, name: str, asked: tuple[str, ...], begins: str
) -> None:
    briefing("compile", "deconfliction", "-o", tmp_path / name, *asked)
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)


def test_an_article_that_cannot_be_read_is_told_with_file_line_and_remedy(briefing: Run, shipped: Path) -> None:
    file = shipped / "corpus/note-il20-2018.md"
    file.write_text(file.read_text(encoding="utf-8").replace("---\n", "---\ntitle: [\n", 1), encoding="utf-8")
    found = briefing("check", "deconfliction", "--json", code=3).json["findings"]
    unreadable = [f for f in found if f["rule"] == "quotation.article-unreadable"]
    assert unreadable
    assert all("note-il20-2018.md, line " in f["message"] and f["hint"] for f in unreadable)
    assert not [f for f in found if f["rule"] == "quotation.article-gone"]


@pytest.mark.slow
def test_a_command_that_is_killed_leaves_nothing_in_the_users_view(briefing: Run, shipped: Path) -> None:
    command = [sys.executable, "-m", "briefing_tui", "-w", str(shipped), "compile", "deconfliction", "--final"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, env=os.environ) as process:
        assert process.stderr
        for line in process.stderr:
            if line.startswith(b"layout"):
                process.send_signal(signal.SIGKILL)
                break
        process.stderr.read()
    assert process.returncode == -signal.SIGKILL
    assert list((shipped / "out").iterdir()) == []
    assert briefing("compile", "deconfliction", "--final", "--json").json["pages"] == 2
    assert [file.name for file in (shipped / "out").iterdir()] == ["deconfliction.pdf"]


def test_excerpts_in_another_order_and_ids_of_another_program_make_a_final_one(briefing: Run, shipped: Path) -> None:
    file = shipped / "briefs" / "deconfliction.yaml"
    head, _, rest = file.read_text(encoding="utf-8").partition("\nexcerpts:\n")
    entries, _, after = rest.partition("\njudgements:\n")
    listed = re.split(r"\n(?=  e\d+:)", entries)
    assert len(listed) > 2
    turned = "\n".join([*listed[1:], listed[0]])
    file.write_text(f"{head}\nexcerpts:\n{turned}\njudgements:\n{after}", encoding="utf-8")
    article = next((shipped / "corpus").glob("note-*.md"))
    text = article.read_text(encoding="utf-8")
    article.write_text(text.replace("---\n", "---\nid: zotero-1234\n", 1), encoding="utf-8")
    made = briefing("compile", "deconfliction", "--final", "--json").json
    assert briefing("verify", made["file"], "--against", str(shipped), "--json").json["ok"]
