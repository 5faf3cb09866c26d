"""Citation styles: found, and refused where they cannot be used."""

import os
from pathlib import Path

import pytest

from briefing_tui.citations import known_styles, load
from briefing_tui.citations.style import LIMIT
from briefing_tui.errors import FormatError, InvalidError, StorageError
from briefing_tui.model import naming

HEAD = (
    '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="{}"><info>{}</info>'
    "<citation><layout><text variable='title'/></layout></citation></style>"
)


def with_macros(macros: str) -> str:
    """A style that calls the macro `a`."""
    called = HEAD.format("note", "").replace("variable='title'", 'macro="a"')
    return called.replace("<citation>", f"{macros}<citation>")


def test_ours_ships() -> None:
    assert "briefing-note" in known_styles()
    assert load("briefing-note").ours


def test_ours_says_what_is_missing_in_the_words_of_the_model() -> None:
    assert f'value="{naming.NO_AUTHOR}"' in load("briefing-note").text


@pytest.mark.parametrize("name", ["chicago", "", "../styles/briefing-note", "nowhere.csl"])
def test_an_unknown_one_is_refused_with_those_that_are_known(name: str) -> None:
    with pytest.raises(InvalidError) as error:
        load(name)
    assert "briefing-note" in error.value.hint


def test_a_persons_own_is_taken(tmp_path: Path) -> None:
    file = tmp_path / "own.csl"
    file.write_text(HEAD.format("note", ""), encoding="utf-8")
    assert not load(str(file)).ours


def test_macros_that_call_others_are_taken(tmp_path: Path) -> None:
    macros = (
        '<macro name="b"><text variable="title"/></macro><macro name="a"><text macro="b"/><text macro="b"/></macro>'
    )
    (tmp_path / "own.csl").write_text(with_macros(macros), encoding="utf-8")
    assert load("own.csl", tmp_path).name == "own.csl"


def test_its_path_leads_from_the_folder_that_is_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "styles").mkdir()
    (tmp_path / "styles" / "own.csl").write_text(HEAD.format("note", ""), encoding="utf-8")
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert load("styles/own.csl", tmp_path).file == tmp_path / "styles" / "own.csl"
    with pytest.raises(InvalidError):
        load("styles/own.csl")


def test_xml_that_is_broken_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "own.csl").write_text("<style>\n<info>\n</style>", encoding="utf-8")
    with pytest.raises(FormatError, match="mismatched tag") as error:
        load("own.csl", tmp_path)
    assert (error.value.line, error.value.file) == (3, "own.csl")
    assert error.value.hint


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (HEAD.format("note", '<link href="http://x.example/y" rel="independent-parent"/>'), "depends on another"),
        (HEAD.format("in-text", ""), "has notes"),
        ("plain words", "no CSL style"),
        ("<html/>", "no CSL style"),
        ('<style xmlns="http://purl.org/net/xbiblio/csl" class="note"/>', "does not say how a note reads"),
        ("", "no CSL style"),
        (HEAD.format("note", "").replace("<text variable='title'/>", ""), "does not say how a note reads"),
        (HEAD.format("note", "").replace("variable='title'", 'macro="nope"'), "calls the macro 'nope'"),
        (with_macros('<macro name="a"><text macro="a"/></macro>'), "call themselves: a "),
        (
            with_macros('<macro name="a"><text macro="b"/></macro><macro name="b"><text macro="a"/></macro>'),
            "call themselves: a, b ",
        ),
    ],
)
def test_one_that_cannot_be_used_is_refused(tmp_path: Path, text: str, words: str) -> None:
    file = tmp_path / "own.csl"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(FormatError, match=words):
        load(str(file))


def test_one_that_is_no_text_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "own.csl"
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(FormatError, match="UTF-8"):
        load(str(file))


@pytest.mark.parametrize("target", ["/dev/zero", "pipe", "."])
def test_one_that_is_no_file_is_refused_at_once(tmp_path: Path, target: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "own.csl").symlink_to(target)
    with pytest.raises(StorageError, match="cannot be read"):
        load("own.csl", tmp_path)


def test_one_without_end_is_not_read_to_its_end(tmp_path: Path) -> None:
    with (tmp_path / "own.csl").open("wb") as file:
        file.truncate(LIMIT + 1)
    with pytest.raises(FormatError, match="larger"):
        load("own.csl", tmp_path)


def test_a_name_that_no_file_can_have_is_unknown(tmp_path: Path) -> None:
    with pytest.raises(InvalidError):
        load("a\0b.csl", tmp_path)
