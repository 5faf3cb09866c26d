"""What a citation style may print between quotation marks: words of the work, none of its own, however it is put."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from briefing_tui.citations.style_check import understood
from briefing_tui.citations.style_words import quoted_words
from briefing_tui.errors import FormatError

WORDS = '<text value="We surrender"/>'
TITLE = '<text variable="title"/>'
MACRO = '<text macro="m"/>'
IN = '<text term="in"/>'


def quoted(layout: str, macro: str = WORDS, terms: str = "") -> list[str]:
    """What a style with that layout, that macro `m` and those terms puts between marks."""
    style = (
        f'<style xmlns="http://purl.org/net/xbiblio/csl"><locale><terms>{terms}</terms></locale>'
        f'<macro name="m">{macro}</macro><citation><layout>{layout}</layout></citation></style>'
    )
    return [one.words for one in quoted_words(ET.fromstring(style))]  # noqa: S314


@pytest.mark.parametrize(
    "layout",
    [
        f'<group prefix="“" suffix="”">{WORDS}</group>',
        f'<text value="“"/>{WORDS}<text value="”"/>',
        f'<text variable="title" suffix="“"/>{WORDS}<text variable="URL" prefix="”"/>',
        '<text term="ibid" quotes="true"/>',
        '<text macro="m" quotes="true"/>',
        '<text macro="m" prefix="«" suffix="»"/>',
        f'<group prefix="“" suffix="”">{TITLE}{MACRO}</group>',
        f'<choose><if type="book"><text value="‘"/></if></choose>{WORDS}<choose><if><text value="’"/></if></choose>',
        f'<text value="\'"/>{WORDS}<text value="\'"/>',
        f'<text value="\'"/><text value="\'"/>{WORDS}<text value="\'"/><text value="\'"/>',
        '<group delimiter=" We surrender "><text value="“"/><text variable="URL"/><text value="”"/></group>',
        '<names variable="author" prefix="“" suffix="”"><name delimiter=" We surrender "/></names>',
        '<label variable="locator" prefix="“" suffix="”"/>',
        '<text variable="title" quotes="true" suffix="” “We surrender”"/>',
    ],
)
def test_words_of_its_own_are_found(layout: str) -> None:
    found = quoted(layout, terms='<term name="ibid">We surrender</term><term name="page">We surrender</term>')
    assert any("urrender" in words or "We" in words for words in found)


@pytest.mark.parametrize("term", ["page", "open-quote", "close-inner-quote"])
def test_terms_that_quote_are_found(term: str) -> None:
    assert quoted(TITLE, terms=f'<term name="{term}"><single>“We surrender”</single></term>')
    assert not quoted(TITLE, terms=f'<term name="{term}">«</term>')


@pytest.mark.parametrize(
    "layout",
    [
        '<text variable="title" quotes="true"/>',
        '<text macro="m" quotes="true"/><text value=" in We surrender "/>',
        '<text value="see "/><text variable="title" prefix="“" suffix=",”"/><text value=" at "/>',
        f'<group prefix="“" suffix="”" delimiter=", ">{TITLE}<text variable="container-title"/></group>',
        '<text variable="URL" prefix="«" suffix="»"/>',
        '<text variable="archive" prefix=" [" suffix="]"/>',
        f'<group prefix="“" suffix="”" delimiter=", ">{TITLE}<text variable="collection-number"/></group>',
        '<text variable="archive" prefix="d\'" suffix="\'s"/>',
        '<text term="in" suffix=" "/><group prefix="‘" suffix="’"><text term="ibid"/></group>',
        f'<text value="the ministers\' "/>{TITLE}<text value="l\'"/>',
        f'<group delimiter=","><text value="see,"/>{TITLE}<text value=",at"/></group>',
    ],
)
def test_words_of_the_work_are_none(layout: str) -> None:
    assert quoted(layout, macro=TITLE) == []


def test_a_style_that_is_all_marks_is_not_read_for_ever() -> None:
    macros = "".join(f'<macro name="n{n}"><text macro="n{n + 1}"/><text macro="n{n + 1}"/></macro>' for n in range(40))
    style = (
        f'<style xmlns="http://purl.org/net/xbiblio/csl">{macros}<macro name="n40"><text value="“ x"/></macro>'
        '<citation><layout><text macro="n0"/></layout></citation></style>'
    )
    assert list(quoted_words(ET.fromstring(style)))  # noqa: S314


@pytest.mark.parametrize(
    ("layout", "variable"),
    [
        ('<text variable="archive" quotes="true"/>', "archive"),
        ('<text variable="volume" quotes="true"/>', "volume"),
        ('<text variable="genre" prefix="“" suffix="”"/>', "genre"),
        (f'<group prefix="“" suffix="”" delimiter=", ">{TITLE}<text variable="genre"/></group>', "genre"),
        ('<names variable="author editor" prefix="«" suffix="»"><name/></names>', "editor"),
        ('<group prefix="„" suffix="“"><date variable="event-date"/></group>', "event-date"),
        ('<text value="“"/><number variable="edition"/><text value="”"/>', "edition"),
        ('<text macro="m" quotes="true"/>', "archive"),
        ('<text variable="archive" prefix=" \'"/>', "archive"),
        ('<text variable="archive" suffix="’ "/>', "archive"),
        ('<names variable="author" prefix=" ‘"><name/></names>', "author"),
        (f'<group prefix="“" suffix="”" delimiter=", ">{TITLE}{IN * 30}{MACRO}</group>', "archive"),
    ],
)
def test_a_field_of_the_work_that_is_no_title_may_not_be_quoted(layout: str, variable: str) -> None:
    macro = '<choose><if type="map"><text variable="archive"/></if><else><text variable="title"/></else></choose>'
    style = (
        f'<style xmlns="http://purl.org/net/xbiblio/csl" class="note"><macro name="m">{macro}</macro>'
        f"<citation><layout>{layout}</layout></citation></style>"
    )
    with pytest.raises(FormatError, match=f"what is no title between quotation marks: .*{variable}"):
        understood(style, "own.csl")
