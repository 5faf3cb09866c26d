"""What a careless hand or a hostile file may do: a message and an exit code, and nothing lost."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from .conftest import Run


@pytest.mark.parametrize("target", ["corpus/note-il20-2018.md", "briefs/washington-channel.yaml", "corpus/new.pdf"])
def test_a_briefing_never_takes_the_place_of_an_article_or_a_brief(briefing: Run, shipped: Path, target: str) -> None:
    file = shipped / target
    before = file.read_bytes() if file.exists() else None
    error = briefing("compile", "deconfliction", "-o", file, "--json", code=2).json["error"]
    assert "among the articles" in error["message"]
    assert (file.read_bytes() if file.exists() else None) == before


def test_a_pipe_in_the_place_of_an_article_is_not_waited_for(briefing: Run, shipped: Path) -> None:
    os.mkfifo(shipped / "corpus/pipe.md")
    assert briefing("show", "pipe", "--json", code=1).json["error"]["kind"] == "not-found"


@pytest.mark.parametrize("name", ["a" * 300, "/etc/passwd", "../corpus/note-il20-2018", ""])
def test_an_id_that_no_file_can_have_is_not_found(briefing: Run, name: str) -> None:
    assert briefing("show", name, "--json", code=1).json["error"]["kind"] == "not-found"


def test_a_query_that_looks_like_an_option_is_told_where_to_stand(briefing: Run) -> None:
    assert "briefing search -- '-word other'" in briefing("search", "-river", code=2).err
    assert "'-word other'" not in briefing("list", "--nosuch", code=2).err


def test_numbers_beyond_all_measure(briefing: Run, shipped: Path) -> None:
    assert briefing("show", "note-il20-2018", "--paragraphs", "9" * 5000, "--json", code=2).json["error"]
    file = shipped / "briefs/deconfliction.yaml"
    text = file.read_text()
    file.write_text(text.replace("id: i3", "id: i" + "9" * 5000, 1))
    briefing("brief", "text", "deconfliction", "More.")
    file.write_text(text.replace("start: 1679", "start: " + "1" * 40, 1))
    assert briefing("check", "deconfliction", "--json", code=1).json["error"]["kind"] == "format"


def test_controls_in_an_article_are_escaped_in_json_and_stay_the_same_value(briefing: Run, shipped: Path) -> None:
    (shipped / "corpus/evil.md").write_text('---\ntitle: "t\\x9b31m\\u202Ex"\n---\nBody \u2067words\x9b.\n')
    for command in (["list"], ["show", "evil"], ["search", "Body"]):
        done = briefing(*command, "--json")
        assert not set("\x9b\u202e\u2067") & set(done.out)
        assert done.json
    assert briefing("show", "evil", "--json").json["metadata"]["title"] == "t\x9b31m\u202ex"


def test_of_several_who_make_one_brief_one_does(briefing: Run, shipped: Path) -> None:
    command = [sys.executable, "-m", "briefing_tui", "-w", str(shipped), "brief", "new", "same", "--title"]
    all_ = [subprocess.Popen([*command, f"t{n}"], stderr=subprocess.DEVNULL) for n in range(4)]
    assert sorted(p.wait(60) for p in all_) == [0, 2, 2, 2]


def test_a_digest_whose_kind_was_lost_is_still_one(briefing: Run, shipped: Path) -> None:
    file = shipped / "corpus/jns-2019-missile.md"
    file.write_text(file.read_text().replace("  text: digest\n", "", 1))
    refused = briefing("pin", "deconfliction", "jns-2019-missile", "--paragraph", "1", "--json", code=3)
    assert refused.json["error"]["kind"] == "refused"


def test_a_theme_file_that_cannot_be_read_is_a_problem_and_hides_nothing(briefing: Run, shipped: Path) -> None:
    (shipped / "corpus/themes.yaml").unlink()
    (shipped / "corpus/themes.yaml").mkdir()
    listed = briefing("list", "--json").json
    assert listed["total"] == 16
    assert listed["problems"][0]["file"] == "corpus/themes.yaml"


def test_a_setting_that_is_none_says_what_there_is(briefing: Run, shipped: Path) -> None:
    (shipped / "briefing.yaml").write_text("colour: red\n")
    assert "theme" in briefing("list", "--json").json["problems"][0]["hint"]


def test_a_journal_with_ids_that_are_none_is_set_aside(briefing: Run) -> None:
    briefing("brief", "set", "deconfliction", "title=One")
    state = Path(os.environ["XDG_STATE_HOME"]) if "XDG_STATE_HOME" in os.environ else Path.home()
    (journal,) = state.rglob("deconfliction-*.jsonl")
    journal.write_text('{"journal":1,"sha256":"x","document":{},"last-ids":{"e":"q"},"dropped":0}\n')
    assert "damaged" in briefing("brief", "set", "deconfliction", "title=Two").err


@pytest.mark.slow
def test_soft_hyphens_in_a_quotation_do_not_stop_a_briefing(briefing: Run, shipped: Path) -> None:
    (shipped / "corpus/soft.md").write_text("---\ntitle: S\n---\n" + "de\u00adcon\u00adflic\u00adtion " * 40 + "\n")
    briefing("pin", "deconfliction", "soft", "--paragraph", "1")
    assert briefing("compile", "deconfliction", "--final", "--json").json["quotes"]["unverified"] == 0


@pytest.mark.parametrize("name", ["briefing.yaml", "corpus/themes.yaml", "briefs/pipe.yaml"])
def test_no_command_waits_for_a_pipe(briefing: Run, shipped: Path, name: str) -> None:
    (shipped / name).unlink(missing_ok=True)
    os.mkfifo(shipped / name)
    problems = {p["file"]: p for p in briefing("list", "--json").json["problems"]}
    assert name.startswith("briefs/") or "pipe" in problems[name]["message"]
    assert briefing("brief", "list", "--json").json


def test_settings_that_cannot_be_used_are_told_by_every_command(briefing: Run, shipped: Path) -> None:
    (shipped / "briefing.yaml").write_text("format: 1\nminutes: 0\n")
    (problem,) = briefing("list", "--json").json["problems"]
    assert (problem["line"], problem["field"]) == (2, "minutes")
    assert problem["hint"]
    for command in (["keys"], ["list"], ["themes"], ["check", "deconfliction"]):
        told = briefing(*command, code=None).err
        assert told.count("briefing.yaml, line 2, minutes") == 1, told
    row = next(f for f in briefing("doctor", "--json", code=1).json if f["name"] == "workspace settings")
    assert row["ok"] is False
    assert f"{shipped / 'briefing.yaml'}, line 2" in row["found"]
    assert row["hint"]


def test_keys_of_a_folder_that_is_no_workspace(briefing: Run, tmp_path: Path) -> None:
    assert briefing("keys", folder=tmp_path / "nowhere", code=1).err
    assert briefing("keys", "--json", folder=None).json


def test_controls_in_a_path_do_not_reach_the_terminal(briefing: Run, shipped: Path, tmp_path: Path) -> None:
    done = briefing("compile", "deconfliction", "-o", tmp_path / "a\x1b]0;t\x07.pdf")
    assert not set("\x1b\x07") & set(done.out + done.err)
    assert (tmp_path / "a\x1b]0;t\x07.pdf").exists()


def test_a_briefing_takes_the_place_of_a_briefing_alone(briefing: Run, shipped: Path) -> None:
    own = shipped / "my.csl"
    own.write_text("<style/>")
    error = briefing("compile", "deconfliction", "-o", own, "--json", code=2).json["error"]
    assert "not known to be a briefing" in error["message"]
    assert own.read_text() == "<style/>"
    old = shipped / "old.pdf"
    old.write_bytes(b"%PDF-1.7 of somebody else")
    briefing("compile", "deconfliction", "-o", old, code=2)
    assert old.read_bytes() == b"%PDF-1.7 of somebody else"
    old.write_bytes(b"")
    for _ in range(2):  # the second takes the place of the first
        briefing("compile", "deconfliction", "-o", old)
        assert len(old.read_bytes()) > 1000


@pytest.mark.parametrize("form", ["pdf", "docx", "html", "md", "txt", "json"])
def test_a_draft_always_comes_and_takes_no_place_of_what_somebody_wrote(
    form: str, briefing: Run, shipped: Path
) -> None:
    def made() -> Path:
        return Path(briefing("compile", "deconfliction", "--format", form, "--json").json["file"])

    usual = shipped / f"out/deconfliction.draft.{form}"
    assert [made(), made()] == [usual, usual]
    if form == "docx":
        with zipfile.ZipFile(usual, "a") as archive:
            archive.writestr("word/remark.xml", "Seen.")
    else:
        usual.write_bytes(usual.read_bytes() + b"Seen.")
    written = usual.read_bytes()
    second = usual.with_name(f"deconfliction.draft.2.{form}")
    assert [made(), made()] == [second, second]
    assert usual.read_bytes() == written


def test_a_briefing_goes_into_the_home_folder(briefing: Run, shipped: Path, home: Path) -> None:
    made = briefing("compile", "deconfliction", "-o", "~/new/x.pdf", "--json").json["file"]
    assert made == str(home / "new/x.pdf")
    assert Path(made).read_bytes().startswith(b"%PDF-")
    assert not (shipped.parent / "~").exists()


def test_a_workspace_that_sets_what_runs_a_program_is_not_in_order(briefing: Run, shipped: Path) -> None:
    (shipped / "briefing.yaml").write_text("format: 1\npages: 3\nsign: x {file}\n")
    (problem,) = briefing("list", "--json").json["problems"]
    assert (problem["line"], problem["field"]) == (3, "sign")
    row = next(f for f in briefing("doctor", "--json", code=1).json if f["name"] == "workspace settings")
    assert row["ok"] is False
    assert "runs a program" in row["found"]


@pytest.mark.parametrize("sheet", [None, "title: [\n"])
def test_a_draft_comes_though_the_usual_form_of_the_house_cannot_be_used(
    briefing: Run, shipped: Path, sheet: str | None
) -> None:
    own = shipped / "templates/bluf"
    own.mkdir(parents=True)
    (own / "style.css").write_text("p { color: red }")
    if sheet:
        (own / "template.yaml").write_text(sheet)
    (shipped / "out/deconfliction.draft.pdf").mkdir(parents=True)
    report = briefing("compile", "deconfliction", "--json").json
    assert report["file"].endswith("deconfliction.draft.2.pdf")
    assert "bluf/template.yaml" in "".join(f["message"] for f in report["findings"] if f["severity"] == "error")
    briefing("compile", "deconfliction", "--final", code=3)


@pytest.mark.parametrize(
    ("field", "rule"),
    [
        ("language", "form.language"),
        ("template", "form.template"),
        ("style", "form.style"),
        ("scale", "judgement.scale"),
        ("date", "form.date"),
    ],
)
def test_a_value_of_any_length_is_a_finding_that_shows_how_it_begins(
    briefing: Run, shipped: Path, field: str, rule: str
) -> None:
    file = shipped / "briefs" / "deconfliction.yaml"
    kept = [line for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith(f"{field}:")]
    file.write_text("\n".join([*kept, f"{field}: '{'x' * 20_000}'", ""]), encoding="utf-8")
    found = {f["rule"]: f["message"] for f in briefing("check", "deconfliction", "--json", code=None).json["findings"]}
    assert f"{'x' * 60}…" in found[rule]
    assert len(found[rule]) < 300
