"""`init`, `keys`, `doctor`, help, usage errors, and what no command imports."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import Run


def test_help_lists_every_command(process: Run) -> None:
    text = process("--help", folder=None).out
    names = "init import list show search themes article brief pin unpin check compile keys doctor index"
    for name in names.split():
        assert f"\n  {name} " in text
    assert process("--version", folder=None).out.startswith("briefing")


@pytest.mark.parametrize(
    "arguments",
    [
        ["list", "--nonsense"],
        ["nonsense"],
        ["show"],
        ["list", "--text", "half"],
        ["pin", "deconfliction"],
        ["--nonsense"],
    ],
)
def test_usage_errors_are_json_too(briefing: Run, arguments: list[str]) -> None:
    error = briefing(*arguments, "--json", code=2).json["error"]
    assert error["kind"] == "usage"
    assert set(error) == {"kind", "message", "where", "hint"}
    assert briefing(*arguments, code=2).out == ""


def test_outside_a_workspace(process: Run, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    error = process("list", "--json", folder=empty, code=1).json["error"]
    assert "briefing init" in error["hint"]


def test_init_makes_a_workspace_with_a_first_brief(briefing: Run, tmp_path: Path) -> None:
    folder = tmp_path / "new 'desk'"
    assert briefing("init", folder, "--json", folder=None).json == {"workspace": str(folder)}
    assert briefing("list", "--json", folder=folder).json == {"total": 0, "articles": [], "problems": []}
    assert [b["items"] for b in briefing("brief", "list", "--json", folder=folder).json] == [0]
    (folder / "corpus/themes.yaml").write_text("format: 1\nthemes: []\n")
    briefing("init", folder, folder=None)
    assert (folder / "corpus/themes.yaml").read_text() == "format: 1\nthemes: []\n"
    (tmp_path / "file").write_text("x")
    assert briefing("init", tmp_path / "file", "--json", folder=None, code=1).json["error"]["kind"] == "storage"


def test_keys_follow_the_settings(briefing: Run, shipped: Path) -> None:
    listed = {c["id"]: c for c in briefing("keys", "--json").json}
    assert listed["reader.pin"]["keys"] == ["p"]
    (shipped / "briefing.yaml").write_text("format: 1\nkeymap:\n  reader.pin: f9\n  reader.nothing: q\n")
    outcome = briefing("keys", "--json")
    changed = {c["id"]: c for c in outcome.json}
    assert (changed["reader.pin"]["keys"], changed["reader.pin"]["changed"]) == (["f9"], True)
    assert changed["reader.copy"]["changed"] is False
    assert changed["question.take"]["fixed"] is True
    assert (changed["reader.nothing"]["where"], changed["reader.nothing"]["keys"]) == (None, [])
    assert "no such command" in changed["reader.nothing"]["problems"][0]
    assert "reader.nothing" in outcome.err
    told = [f for f in briefing("doctor", "--json", code=None).json if f["name"] == "keys"]
    assert not told[0]["ok"]
    assert "briefing.yaml, line 4, keymap.reader.nothing" in " ".join(f["found"] for f in told)


def test_doctor_prints_every_path(briefing: Run, shipped: Path, home: Path) -> None:
    found = briefing("doctor", "--json", code=None).json
    everything = " ".join(f["found"] for f in found)
    for path in (shipped, home / "config", home / "state", home / "cache"):
        assert str(path) in everything
    assert {"pandoc", "Pango", "fonts"} <= {f["name"] for f in found}


@pytest.mark.parametrize("command", [["--help"], ["list", "--json"], ["themes", "--json"], ["show", "note-war-memory"]])
def test_no_command_imports_the_app(shipped: Path, command: list[str]) -> None:
    code = (
        "import sys; from briefing_tui.cli import run; run(sys.argv[1:]); "
        "print([m for m in ('textual', 'weasyprint', 'pikepdf') if m in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "-w", str(shipped), *command], capture_output=True, text=True, check=True
    )
    assert done.stderr.strip().endswith("[]")


def test_without_a_terminal_the_app_says_so(process: Run) -> None:
    assert "terminal" in process(code=1).err


@pytest.mark.parametrize(("kind", "called"), [(RuntimeError, "internal"), (MemoryError, "tool")])
def test_what_nobody_foresaw_is_a_sentence_and_a_log(
    shipped: Path,
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    kind: type[Exception],
    called: str,
) -> None:
    import json

    from briefing_tui.cli import run
    from briefing_tui.workspace import Workspace

    def broken(*_: object) -> None:
        raise kind("nobody foresaw this")

    monkeypatch.setattr(Workspace, "open", broken)
    assert run(["-w", str(shipped), "list", "--json"]) == 1
    error = json.loads(capsys.readouterr().out)["error"]
    assert error["kind"] == called
    log = home / "state/briefing/briefing.log"
    assert str(log) in error["hint"]
    assert "nobody foresaw this" in log.read_text()
