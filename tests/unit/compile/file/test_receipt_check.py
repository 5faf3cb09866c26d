"""A receipt that was made anew says what the brief inside says, or it is told."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pikepdf import Pdf, String

from briefing_tui.compile import check_itself, compile_pdf
from tests.unit.compile import samples
from tests.unit.compile.file.test_attacks import sealed
from tests.unit.compile.file.test_self_check import changed

Receipt = dict[str, Any]


def first(receipt: Receipt, **said: Any) -> None:
    receipt["excerpts"][0].update(said)


@pytest.mark.parametrize(
    ("change", "place", "said"),
    [
        (lambda r: r["brief"].update(sha256="0" * 64), "receipt.json", "the hash of the brief"),
        (lambda r: r["brief"].update(title="x"), "receipt.json", "the title of the brief"),
        (lambda r: r["brief"].update(id="x"), "receipt.json", "the id of the brief"),
        (lambda r: r["brief"].update(date="1999-01-01"), "receipt.json", "the date of the brief"),
        (lambda r: r.update(brief=None), "receipt.json", "the hash of the brief"),
        (lambda r: r.update(format=9), "receipt.json", "a form that this program does not know"),
        (lambda r: r.update(final=False), "receipt.json", "this is a draft, and the pages say otherwise"),
        (lambda r: r.update(template="memo"), "receipt.json", "the form is not"),
        (lambda r: r["style"].update(name="apa"), "receipt.json", "the citation style is not"),
        (lambda r: r["engines"].update(briefing="9"), "receipt.json", "the programs that made it"),
        (lambda r: r["fonts"].pop(), "receipt.json", "its fonts are not those of the pages"),
        (lambda r: r.update(excerpts=[]), "receipt.json", "its excerpts are not those"),
        (lambda r: r["excerpts"].append(r["excerpts"][0]), "receipt.json", "its excerpts are not those"),
        (lambda r: first(r, **{"exact-sha256": "0" * 64}), "receipt.json", "of excerpt e1 it says otherwise"),
        (lambda r: first(r, **{"pinned-sha256": "0" * 64}), "receipt.json", "the hash of the article that"),
        (lambda r: first(r, article="other"), "receipt.json", "its article"),
        (lambda r: first(r, quoted=False), "receipt.json", "whether it is quoted"),
        (lambda r: first(r, items=[]), "receipt.json", "the places that use it"),
        (lambda r: first(r, state="altered"), "receipt.json", "of excerpt e1 it says a state"),
        (lambda r: first(r, span=[0, 1]), "receipt.json", "of excerpt e1 it says a state"),
        (lambda r: first(r, **{"article-sha256": None}), "sources.json", "its sources are not those"),
        (lambda r: r["pdf"].update(tags={}), "receipt.json", "the notes and quotes"),
        (lambda r: r["pdf"]["about"].update(title="Another"), "metadata", "its title is not"),
        (lambda r: r["pdf"]["about"].update(written=""), "metadata", "its date is not"),
    ],
)
def test_each_statement_of_a_receipt_is_compared_with_the_brief(
    finished: Path, tmp_path: Path, change: Callable[[Receipt], object], place: str, said: str
) -> None:
    problems = changed(finished, tmp_path, lambda d: sealed(d, change))
    assert any(where == place and said in what for where, what in problems), problems
    assert {where for where, _ in problems} <= {"receipt.json", "sources.json", "metadata"}


def put(document: Pdf, name: str, change: Callable[[str], str]) -> None:
    """Change a file inside, with what is said of its size."""
    entries = document.Root.Names.EmbeddedFiles.Names
    stream = entries[[str(entry) for entry in list(entries)[::2]].index(name) * 2 + 1].EF.F
    before = stream.read_bytes().decode()
    after = change(before)
    assert after != before
    stream.write(after.encode())
    stream.Params.Size = len(after.encode())
    stream.Params.CheckSum = String(hashlib.md5(after.encode(), usedforsecurity=False).digest())


def less(listed: str) -> str:
    return json.dumps(json.loads(listed)[1:])


@pytest.mark.parametrize(
    ("name", "change", "place", "said"),
    [
        ("excerpts.jsonld", lambda t: t.replace("every berth", "no berth"), "excerpts.jsonld", "of excerpt e1"),
        ("excerpts.jsonld", lambda t: t.replace('"start": ', '"start": 1'), "excerpts.jsonld", "of excerpt e1"),
        ("excerpts.jsonld", less, "excerpts.jsonld", "its excerpts are not those"),
        ("excerpts.jsonld", lambda _: "[]", "excerpts.jsonld", "its excerpts are not those"),
        ("excerpts.jsonld", lambda _: "{", "excerpts.jsonld", "its excerpts are not those"),
        ("sources.json", less, "sources.json", "its sources are not those"),
        ("sources.json", lambda _: "7", "sources.json", "its sources are not those"),
        ("sources.json", lambda t: t.replace("quay.example", "evil.example"), "excerpts.jsonld", "of excerpt e1"),
        ("brief.yaml", lambda t: t.replace("Harbour desk", "Another desk"), "metadata", "its author is not"),
        ("brief.yaml", lambda t: t.replace("every berth", "no berth"), "receipt.json", "the hash of its words"),
    ],
)
def test_each_file_inside_is_compared_with_the_brief(
    finished: Path, tmp_path: Path, name: str, change: Callable[[str], str], place: str, said: str
) -> None:
    def forge(document: Pdf) -> None:
        put(document, name, change)
        sealed(document, lambda r: r["brief"].update(sha256=_hash(document)))

    problems = changed(finished, tmp_path, forge)
    assert any(where == place and said in what for where, what in problems), problems


def _hash(document: Pdf) -> str:
    entries = document.Root.Names.EmbeddedFiles.Names
    return hashlib.sha256(entries[1].EF.F.read_bytes()).hexdigest()


def test_a_draft_that_calls_itself_final_is_told(tmp_path: Path) -> None:
    draft = compile_pdf(samples.job(tmp_path / "draft.pdf", final=False)).file
    assert not check_itself(draft).problems
    problems = changed(draft, tmp_path, lambda d: sealed(d, lambda r: r.update(final=True)))
    assert problems == [("receipt.json", "it says that this is final, and the pages say otherwise")]


def test_a_draft_with_a_character_that_no_font_has_claims_no_standard(tmp_path: Path) -> None:
    for line, claimed in (("Let the south quay for less.", True), ("Let the \u0378 quay.", False)):
        file = compile_pdf(samples.job(tmp_path / "b.pdf", final=False, bottom_line=line)).file
        assert not check_itself(file).problems
        with Pdf.open(file) as document:
            packet = document.Root.Metadata.read_bytes()
        assert [named in packet for named in (b"pdfaid:part", b"pdfuaid:part")] == [claimed] * 2
