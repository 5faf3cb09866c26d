"""Citation styles: found, and refused where they cannot be used."""

import os
from base64 import b64decode
from html import unescape
from importlib import invalidate_caches
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace

import pytest

from briefing_tui.citations import Placement, known_styles, load
from briefing_tui.citations.style import LIMIT, MANY
from briefing_tui.compile.languages.wording import wording
from briefing_tui.errors import FormatError, InvalidError, StorageError

HEAD = (
    '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="{}"><info>{}</info>'
    "<citation><layout><text variable='title'/></layout></citation></style>"
)


def with_macros(macros: str) -> str:
    """A style that calls the macro `a`."""
    called = HEAD.format("note", "").replace("variable='title'", 'macro="a"')
    return called.replace("<citation>", f"{macros}<citation>")


BOMB = "".join(
    f'<macro name="{a}"><text macro="{b}"/><text macro="{b}"/></macro>' for a, b in pairwise("abcdefghijklmnopqrstuvw")
)
BOMB += '<macro name="w"><text variable="title"/></macro>'
"""Each macro calls the next one twice."""


def with_value(value: str, **more: str) -> str:
    """A style with words of its own."""
    said = "".join(f' {name}="{words}"' for name, words in more.items())
    return HEAD.format("note", "").replace("variable='title'", f'value="{value}"{said}')


DEEP = '<macro name="a"><text macro="a0"/></macro><macro name="a2000"><text variable="title"/></macro>'
DEEP += "".join(f'<macro name="a{n}"><text macro="a{n + 1}"/></macro>' for n in range(2000))
"""More macros within each other than anybody can follow."""


@pytest.mark.parametrize("value", ["l’article d’un", ", “", ".”", "the states' and so on: ", 'a 5" disc'])
def test_words_and_marks_that_quote_nothing_are_taken(tmp_path: Path, value: str) -> None:
    file = tmp_path / "own.csl"
    file.write_text(with_value(value.replace('"', "&quot;")), encoding="utf-8")
    assert load(str(file)).text


def test_ours_ships() -> None:
    assert "briefing-note" in known_styles()
    assert load("briefing-note").ours


def test_ours_say_nothing_in_words_of_their_own() -> None:
    """What is missing comes in the words of the briefing's language."""
    for name in known_styles():
        assert "value=" not in load(name).text


@pytest.mark.parametrize("language", ["en", "fr", "he", "ar"])
def test_ours_quote_titles_as_the_catalogue_does(language: str) -> None:
    opening, closing = wording(language).quotation_marks
    for name in known_styles():
        terms = unescape(load(name).text).partition(f'<locale xml:lang="{language}">')[2].partition("</locale>")[0]
        assert f'"open-quote">{opening}<' in terms
        assert f'"close-quote">{closing}<' in terms


@pytest.mark.parametrize(
    ("name", "placement", "around"),
    [
        ("briefing-note", Placement.FOOTNOTE, ("", "; ", "")),
        ("briefing-endnote", Placement.ENDNOTE, ("", "; ", "")),
        ("briefing-author-date", Placement.INLINE, ("(", "; ", ")")),
        ("briefing-in-text", Placement.INLINE, ("(", "; ", ")")),
    ],
)
def test_ours_say_where_they_stand(name: str, placement: Placement, around: tuple[str, str, str]) -> None:
    style = load(name)
    assert (style.placement, style.around, style.ours, style.names) == (placement, around, True, True)


def test_ours_take_the_punctuation_of_the_language() -> None:
    english, arabic = (load("briefing-in-text").punctuated(wording(tag).terms) for tag in ("en", "ar"))
    assert (english.given, english.around[1]) == ("", "; ")
    given = b64decode(arabic.given.partition(",")[2]).decode()
    assert arabic.around == ("(", "؛ ", ")")
    assert 'delimiter="، "' in given
    assert 'delimiter=", "' not in given
    assert arabic.text == english.text, "whose hash the receipt has"


def test_a_persons_own_keeps_its_punctuation(tmp_path: Path) -> None:
    (tmp_path / "own.csl").write_text(HEAD.format("in-text", ""), encoding="utf-8")
    own = load("own.csl", tmp_path)
    assert own.punctuated(wording("ar").terms) == own


def test_a_persons_own_for_the_text_is_taken(tmp_path: Path) -> None:
    numbers = HEAD.format("in-text", '<category citation-format="numeric"/>').replace(
        "<layout>", '<layout prefix="[" suffix="]" delimiter=",">'
    )
    (tmp_path / "own.csl").write_text(numbers, encoding="utf-8")
    style = load("own.csl", tmp_path)
    assert (style.placement, style.around, style.names) == (Placement.INLINE, ("[", ",", "]"), False)


def test_others_are_found_by_name_where_they_are_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / MANY / "styles"
    (folder / "dependent").mkdir(parents=True)
    (folder.parent / "__init__.py").touch()
    (folder / "harbour.csl").write_text(HEAD.format("note", ""), encoding="utf-8")
    child = HEAD.format("note", '<link href="http://www.zotero.org/styles/harbour" rel="independent-parent"/>')
    (folder / "dependent" / "quay.csl").write_text(child, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    invalidate_caches()
    assert load("harbour").file == load("quay").file == folder / "harbour.csl"
    for name in ("nowhere", "../styles/harbour", "dependent/quay", "harb\0our"):
        with pytest.raises(InvalidError, match="nor installed"):
            load(name)


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("Harbour", "near: harbour, harbour-notes; known: "),
        ("notes harbour", "near: harbour-notes, harbour; known: "),
        ("quayy", "near: quay; known: "),
        ("briefing-notes", "near: briefing-note, "),
        ("nothing-like-it", "known: "),
    ],
)
def test_names_near_an_unknown_one_are_told(
    name: str, near: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spec = SimpleNamespace(submodule_search_locations=[str(tmp_path)])
    monkeypatch.setattr("briefing_tui.citations.style.find_spec", lambda _: spec)
    (tmp_path / "styles" / "dependent").mkdir(parents=True)
    for file in ("harbour", "harbour-notes", "dependent/quay"):
        (tmp_path / "styles" / f"{file}.csl").touch()
    with pytest.raises(InvalidError) as error:
        load(name)
    assert error.value.hint.startswith(near)


def test_where_none_are_installed_it_is_said_how(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing_tui.citations.style.find_spec", lambda _: None)
    with pytest.raises(InvalidError) as error:
        load("apa")
    assert "briefing-tui[styles]" in error.value.hint


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
        (HEAD.format("elsewhere", ""), "for notes or for the text"),
        ("plain words", "no CSL style"),
        ("<html/>", "no CSL style"),
        ('<style xmlns="http://purl.org/net/xbiblio/csl" class="note"/>', "does not say how a citation reads"),
        ("", "no CSL style"),
        (HEAD.format("note", "").replace("<text variable='title'/>", ""), "does not say how a citation reads"),
        (HEAD.format("note", "").replace("variable='title'", 'macro="nope"'), "calls the macro 'nope'"),
        (with_macros('<macro name="a"><text macro="a"/></macro>'), "call themselves: a "),
        (
            with_macros('<macro name="a"><text macro="b"/></macro><macro name="b"><text macro="a"/></macro>'),
            "call themselves: a, b ",
        ),
        (with_macros(BOMB), "call each other more than 1,000,000 times"),
        (with_value("“We surrender”, said X. "), "words of its own between quotation marks: We surrender"),
        (with_value("We surrender", quotes="true"), "words of its own between quotation marks"),
        (with_value("", prefix="&quot;So he said&quot; "), "words of its own between quotation marks: So he said"),
        (with_macros(DEEP), "too deep in each other"),
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
