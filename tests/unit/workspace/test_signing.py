"""The command of the house signs the receipt."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pikepdf
import pytest

from briefing_tui.errors import FormatError, InvalidError, ToolError
from briefing_tui.settings import from_plain
from briefing_tui.workspace.signing import prepare, sign

RECEIPT = b'{"format": 1}\n'


@pytest.fixture
def briefing(tmp_path: Path) -> Path:
    file = tmp_path / "a brief.pdf"
    with pikepdf.new() as document:
        document.add_blank_page()
        document.attachments["receipt.json"] = RECEIPT
        document.save(file)
    return file


def test_the_command_gets_the_receipt_beside_the_briefing(briefing: Path) -> None:
    receipt = sign(briefing, 'sh -c \'sha256sum "$0" > "$0.sig"\' {file}')
    assert receipt.read_bytes() == RECEIPT
    assert receipt.name == "a brief.receipt.json"
    said = receipt.with_name(f"{receipt.name}.sig").read_text()
    assert said.startswith(hashlib.sha256(RECEIPT).hexdigest())


@pytest.mark.parametrize("command", ["sha256sum {file} -z", "touch {file}.sig", "true {file}"])
def test_a_command_that_makes_no_signature_has_not_signed(briefing: Path, command: str) -> None:
    with pytest.raises(ToolError, match="made, but not signed: the command ended well"):
        sign(briefing, command)
    with pytest.raises(ToolError, match="made, but not signed"):
        sign(briefing, command, same=True)


def test_what_is_signed_already_is_not_signed_again(briefing: Path) -> None:
    sign(briefing, "cp {file} {file}.sig")
    assert sign(briefing, "false {file}", same=True).name == "a brief.receipt.json"


def test_a_signature_that_is_made_anew_counts(briefing: Path) -> None:
    for name in ("a brief.receipt.json.sig", "a brief.receipt.asc"):
        for _ in range(2):
            sign(briefing, f'sh -c \'rm -f "$1"; echo signed > "$1"\' {{file}} "{briefing.with_name(name)}"')


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
    place.write_text('{"format": 1, "brief": {}, "excerpts": [], "engines": {}}')
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
