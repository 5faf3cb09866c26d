"""Bytes become text, or the file is refused with what is wrong and what to do."""

from __future__ import annotations

import pytest

from briefing_tui.errors import ImportFailedError
from briefing_tui.ingest import MAX_BYTES, suffixes
from tests.unit.ingest.samples import read

FRENCH = "Le conseil de Genève a siégé à huis clos ; « ça ne s’est jamais vu », a déclaré une élue."
POLISH = "Rada portu obradowała dziewięć godzin, a potem wszyscy poszli do domów, żeby coś zjeść i się wyspać."
RUSSIAN = "Совет порта заседал девять часов и разошёлся, ничего не решив; все знали, что зерно будет ждать до весны."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_one_text_in_many_encodings(encoding: str) -> None:
    document = read("a.txt", FRENCH.encode(encoding))
    assert document.text == FRENCH
    assert bool(document.warnings) == (not encoding.startswith("utf-8"))


def test_short_french_in_latin_1_is_not_baltic() -> None:
    document = read("a.txt", "La ville de Genève attend.".encode("latin-1"))
    assert document.text == "La ville de Genève attend."
    assert document.warnings == (
        "read as Windows-1252 (Latin-1), not UTF-8: check letters with accents and quotation marks",
    )


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (POLISH, "cp1250"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"),
        ("Der Rat tagte für neun Stunden; größere Schäden gab es nicht.", "latin-1"),
        ("A “quiet” day – that’s all…", "cp1252"),
    ],
)
def test_other_eight_bit_encodings(text: str, encoding: str) -> None:
    document = read("a.txt", text.encode(encoding))
    assert document.text == text
    assert any(warning.startswith("read as ") for warning in document.warnings)


def test_a_few_damaged_bytes_do_not_spoil_the_rest() -> None:
    document = read(
        "a.txt", "Déjà vu à Genève, où l’été s’étire.\n\nIci ".encode() + b"\xe9" + " là où ça gêne.".encode()
    )
    assert document.text.endswith("Ici \ufffd là où ça gêne.")
    assert document.warnings == ("line 3: bytes that are no UTF-8, shown as \ufffd",)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b" \n\t\r\n\xc2\xa0\n", "white space"),
        ("\ufeff\u200b\n".encode(), "white space"),
        (b"PK\x03\x04rest", "ZIP"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"text\0with NUL\0bytes", "binary"),
        (bytes(range(1, 32)) * 20, "binary"),
        (b"\xff\xfe\x00\xd8", "binary"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, says: str) -> None:
    with pytest.raises(ImportFailedError, match=says) as caught:
        read("report.txt", data)
    assert caught.value.where == "report.txt"
    assert caught.value.hint


@pytest.mark.parametrize("name", ["a.exe", "a.txt.exe", "a.zip"])
def test_suffixes_that_are_not_read(name: str) -> None:
    with pytest.raises(ImportFailedError, match="cannot be imported") as caught:
        read(name, b"text")
    assert ".txt" in caught.value.hint


def test_suffixes() -> None:
    assert {".txt", ".md", ".html", ".pdf", ".docx", ".eml", ".bib"} <= suffixes()
    assert read("it's a “file” NAME.TXT", b"Some words.").text == "Some words."


def test_a_file_over_the_limit_is_refused() -> None:
    with pytest.raises(ImportFailedError, match="64 MB"):
        read("a.txt", bytes(MAX_BYTES + 1))


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028", "\u2029"])
def test_line_ends(end: str) -> None:
    text = f"One sentence stands here.{end}{end}Another one follows it."
    assert read("a.txt", text.encode()).text == "One sentence stands here.\n\nAnother one follows it."


def test_text_is_not_repaired() -> None:
    text = "Teh  price rose\u00a0by 3 %, ,,he'' said ; cafe\u0301 \u202eabc\u202c \x1b[31m \u200d.   \t"
    assert read("a.txt", text.encode()).text == text.rstrip(" \t")


def test_a_paragraph_is_one_line() -> None:
    document = read("a.txt", "A page\x0cbreak and \x0ba tab and \x85 a next line.".encode())
    assert document.text == "A page break and  a tab and   a next line."
    assert len(document.text.splitlines()) == 1
