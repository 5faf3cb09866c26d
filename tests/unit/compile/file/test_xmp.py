"""What a file says of itself."""

from lxml import etree

from briefing_tui.compile.file import xmp

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
DC = "{http://purl.org/dc/elements/1.1/}"


def described(about: xmp.About) -> etree._Element:
    """The one description in the packet."""
    tree = etree.fromstring(xmp.packet(about))
    (description,) = tree.iter(f"{RDF}Description")
    return description


def test_standards_are_named_with_what_the_first_asks_for_the_second() -> None:
    said = {e.tag.partition("}")[2]: e.text for e in described(xmp.About("T")).iter()}
    assert said["conformance"] == "A"
    assert said["namespaceURI"] == "http://www.aiim.org/pdfua/ns/id/"


def test_what_is_unknown_is_left_out() -> None:
    tags = {e.tag for e in described(xmp.About("T")).iter()}
    assert f"{DC}title" in tags
    assert tags.isdisjoint({f"{DC}creator", f"{DC}language", "{http://ns.adobe.com/xap/1.0/}CreateDate"})


def test_hostile_fields_stay_text() -> None:
    title = "a <b> & ]]>\x00\ud800\ufffe “c”"
    assert described(xmp.About(title)).findtext(f".//{DC}title//{RDF}li") == "a <b> & ]]> “c”"


def test_a_file_that_follows_no_standard_names_none() -> None:
    packet = xmp.packet(xmp.About("T", conforming=False))
    assert b"<dc:title>" in packet
    for named in (b"<pdfaid:", b"<pdfuaid:", b"<pdfaExtension:"):
        assert named not in packet
        assert named in xmp.packet(xmp.About("T"))
