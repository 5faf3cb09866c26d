"""The command of the house signs the receipt."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pikepdf
import pytest

from briefing_tui.errors import FormatError, InvalidError, ToolError
from briefing_tui.settings import from_plain
from briefing_tui.workspace.briefing.signing import prepare, sign

RECEIPT = b'{"format": 1, "brief": {}, "excerpts": [], "engines": {}}\n'
SIGN = 'sh -c \'sha256sum "$0" > "$0.sig"\' {file}'


@pytest.fixture
def briefing(tmp_path: Path) -> Path:
    file = tmp_path / "a brief.pdf"
    with pikepdf.new() as document:
        document.add_blank_page()
        document.attachments["receipt.json"] = RECEIPT
        document.save(file)
    return file


def test_the_command_gets_the_receipt_beside_the_briefing(briefing: Path) -> None:
    receipt = sign(briefing, SIGN)
    assert receipt.read_bytes() == RECEIPT
    assert receipt.name == "a brief.receipt.json"
    said = receipt.with_name(f"{receipt.name}.sig").read_text()
    assert said.startswith(hashlib.sha256(RECEIPT).hexdigest())


@pytest.mark.parametrize("command", ["sha256sum {file} -z", "touch {file}.sig", "cp {file} {file}.sig", "true {file}"])
def test_a_command_that_makes_no_signature_has_not_signed(briefing: Path, command: str) -> None:
    for _ in range(2):
        with pytest.raises(ToolError, match="made, but not signed: the command ended well"):
            sign(briefing, command)


def test_what_is_signed_already_is_not_signed_again(briefing: Path) -> None:
    sign(briefing, SIGN)
    assert sign(briefing, "false {file}").name == "a brief.receipt.json"


def test_only_what_has_the_whole_name_of_the_receipt_is_its_signature(briefing: Path) -> None:
    command = "sh -c 'echo signed > \"${{0%.json}}{}\"' {{file}}"
    for ending in (".asc", ".notes.txt", ".json-sig"):
        with pytest.raises(ToolError, match="left no signature"):
            sign(briefing, command.format(ending))
    sign(briefing, command.format(".json.asc"))
    assert sorted(file.name for file in briefing.parent.iterdir()) == [
        "a brief.pdf", "a brief.receipt.json", "a brief.receipt.json.asc",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "command",
    ["sh -c 'echo part > \"$0.sig\"; exit 1' {file}", 'sh -c \'echo more >> "$0"; echo x > "$0.sig"\' {file}'],
)
def test_what_a_command_left_that_did_not_end_well_is_no_signature(briefing: Path, command: str) -> None:
    for _ in range(2):
        with pytest.raises(ToolError, match="made, but not signed"):
            sign(briefing, command)
        assert list(briefing.parent.iterdir()) == [briefing]


def test_a_file_of_the_users_is_no_signature_and_stays(briefing: Path) -> None:
    receipt = briefing.with_name("a brief.receipt.json")
    files = {receipt.with_name(f"{receipt.name}.{ending}"): ending for ending in ("bak", "notes.txt")}
    for file, words in files.items():
        file.write_text(words)
    for _ in range(2):
        with pytest.raises(ToolError, match="made, but not signed"):
            sign(briefing, "false {file}")
    receipt.write_bytes(RECEIPT)
    with pytest.raises(ToolError, match="made, but not signed"):
        sign(briefing, "false {file}")
    sign(briefing, SIGN)
    _receipt_becomes(briefing, RECEIPT + b" ")
    sign(briefing, SIGN)
    assert {file: file.read_text() for file in files} == files
    assert sorted(file.name.removeprefix("a brief.") for file in briefing.parent.iterdir()) == [
        "earlier-1.receipt.json", "earlier-1.receipt.json.sig", "pdf",
        "receipt.json", "receipt.json.bak", "receipt.json.notes.txt", "receipt.json.sig",
    ]  # fmt: skip


def test_nothing_gives_way_to_a_signature(briefing: Path) -> None:
    mine = briefing.with_name("a brief.receipt.json.sig")
    mine.write_text("mine")
    for _ in range(2):
        with pytest.raises(ToolError, match=r"not signed: another file has the name of the signature: .*json\.sig"):
            sign(briefing, SIGN)
        assert mine.read_text() == "mine"
    mine.unlink()
    sign(briefing, SIGN)


def test_a_signature_over_another_receipt_does_not_count_and_is_kept(briefing: Path) -> None:
    sign(briefing, SIGN)
    for n, later in enumerate((RECEIPT + b" ", RECEIPT + b"  "), 1):
        before = briefing.with_name("a brief.receipt.json").read_bytes()
        _receipt_becomes(briefing, later)
        for _ in range(2):
            with pytest.raises(ToolError, match="made, but not signed"):
                sign(briefing, "false {file}")
        kept = briefing.with_name(f"a brief.earlier-{n}.receipt.json")
        assert kept.read_bytes() == before
        assert kept.with_name(f"{kept.name}.sig").read_text().startswith(hashlib.sha256(before).hexdigest())
        sign(briefing, SIGN)


def test_a_pair_that_was_copied_without_its_times_stays_a_pair(briefing: Path) -> None:
    receipt = sign(briefing, SIGN)
    for moment, file in enumerate((receipt, receipt.with_name(f"{receipt.name}.sig"))):
        os.utime(file, (moment, moment))
    assert sign(briefing, "false {file}") == receipt
    _receipt_becomes(briefing, RECEIPT + b" ")
    sign(briefing, SIGN)
    assert sorted(file.name.removeprefix("a brief.") for file in briefing.parent.iterdir()) == [
        "earlier-1.receipt.json", "earlier-1.receipt.json.sig", "pdf", "receipt.json", "receipt.json.sig",
    ]  # fmt: skip


def test_the_command_does_not_run_where_the_name_of_the_signature_is_taken(briefing: Path) -> None:
    receipt = sign(briefing, SIGN)
    receipt.with_name(f"{receipt.name}.sig").write_text("")
    for _ in range(2):
        with pytest.raises(ToolError, match="another file has the name of the signature"):
            sign(briefing, "false {file}")
        receipt.unlink(missing_ok=True)


@pytest.mark.parametrize("command", ["minisign -S", "sh 'open", "{file}"])
def test_a_command_that_cannot_be_meant(briefing: Path, command: str) -> None:
    with pytest.raises(InvalidError, match="sign"):
        prepare(briefing, command)
    with pytest.raises(InvalidError, match="sign"):
        sign(briefing, command)


def test_only_a_receipt_gives_way_to_a_receipt(briefing: Path) -> None:
    place = briefing.with_name("a brief.receipt.json")
    prepare(briefing, "true {file}")
    for words in ("[my own words]", '{"receipt": "mine"}', ""):
        place.write_text(words)
        with pytest.raises(InvalidError, match="no receipt of a briefing"):
            prepare(briefing, "true {file}")
        with pytest.raises(ToolError, match=r"not signed: a brief\.receipt\.json is no receipt"):
            sign(briefing, SIGN)
        assert place.read_text() == words
    place.write_bytes(RECEIPT)
    prepare(briefing, "true {file}")


@pytest.mark.parametrize("command", ["false {file}", "no-such-program {file}"])
def test_where_it_fails_the_briefing_stays(briefing: Path, command: str) -> None:
    before = briefing.read_bytes()
    with pytest.raises(ToolError, match="made, but not signed"):
        sign(briefing, command)
    assert briefing.read_bytes() == before


def test_a_workspace_runs_no_program() -> None:
    assert from_plain({"sign": "x {file}"}, "settings.yaml").sign == "x {file}"
    with pytest.raises(FormatError, match="runs a program"):
        from_plain({"sign": "x {file}"}, "briefing.yaml", shared=True)


def _receipt_becomes(briefing: Path, receipt: bytes) -> None:
    """Have the briefing hold another one, as after a change."""
    with pikepdf.open(briefing, allow_overwriting_input=True) as document:
        document.attachments["receipt.json"] = receipt
        document.save(briefing)
