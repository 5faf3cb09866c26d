"""The command of the house signs the receipt."""

from __future__ import annotations

import hashlib
import os
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
    for _ in range(2):
        with pytest.raises(ToolError, match="made, but not signed: the command ended well"):
            sign(briefing, command)


def test_what_is_signed_already_is_not_signed_again(briefing: Path) -> None:
    sign(briefing, "cp {file} {file}.sig")
    assert sign(briefing, "false {file}").name == "a brief.receipt.json"


def test_only_what_has_the_whole_name_of_the_receipt_is_its_signature(briefing: Path) -> None:
    command = 'sh -c \'echo signed > "$1"\' {{file}} "{}"'
    for name in ("a brief.receipt.asc", "a brief.receipt.notes.txt", "a brief.receipt.json-sig"):
        with pytest.raises(ToolError, match="left no signature"):
            sign(briefing, command.format(briefing.with_name(name)))
    sign(briefing, command.format(briefing.with_name("a brief.receipt.json.asc")))


def test_what_a_command_left_that_failed_is_no_signature(briefing: Path) -> None:
    for _ in range(2):
        with pytest.raises(ToolError, match="made, but not signed"):
            sign(briefing, "sh -c 'echo part > \"$0.sig\"; exit 1' {file}")
        assert not briefing.with_name("a brief.receipt.json.sig").exists()


def test_a_signature_over_another_receipt_does_not_count_and_is_kept(briefing: Path) -> None:
    sign(briefing, "cp {file} {file}.sig")
    for n, later in enumerate((b'{"format": 1, "title": "B"}\n', b'{"format": 1, "title": "C"}\n'), 1):
        before = briefing.with_name("a brief.receipt.json").read_bytes()
        with pikepdf.open(briefing, allow_overwriting_input=True) as document:
            document.attachments["receipt.json"] = later
            document.save(briefing)
        for _ in range(2):
            with pytest.raises(ToolError, match="made, but not signed"):
                sign(briefing, "false {file}")
        kept = briefing.with_name(f"a brief.earlier-{n}.receipt.json")
        assert kept.read_bytes() == kept.with_name(f"{kept.name}.sig").read_bytes() == before
        sign(briefing, "cp {file} {file}.sig")


def test_a_signature_older_than_the_receipt_does_not_count(briefing: Path) -> None:
    signature = sign(briefing, "cp {file} {file}.sig").with_name("a brief.receipt.json.sig")
    os.utime(signature, ns=(0, 0))
    with pytest.raises(ToolError, match="made, but not signed"):
        sign(briefing, "false {file}")


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
