"""`list`, `show`, `search`, `themes`, `article` and `index`."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from .conftest import Run

ARTICLE_KEYS = {
    "id", "title", "author", "container-title", "issued", "genre", "text", "words", "paragraphs", "themes",
}  # fmt: skip


def test_list_gives_every_article_with_all_keys(briefing: Run) -> None:
    listed = briefing("list", "--json").json
    assert listed["total"] == len(listed["articles"]) >= 16
    assert all(set(a) >= ARTICLE_KEYS for a in listed["articles"])
    assert listed["problems"] == []
    missing = next(a for a in listed["articles"] if a["id"] == "jns-2019-missile")
    assert missing["title"] is None
    assert missing["author"] == []


@pytest.mark.parametrize(
    ("option", "value", "field"),
    [("--text", "digest", "text"), ("--genre", "op-ed", "genre"), ("--outlet", "The Moscow Times", "container-title")],
)
def test_list_filters(briefing: Run, option: str, value: str, field: str) -> None:
    found = briefing("list", option, value, "--json").json["articles"]
    assert found
    assert all(a[field] == value for a in found)


def test_list_filters_combine_and_sort(briefing: Run) -> None:
    found = briefing("list", "--theme", "iran", "--text", "digest", "--sort", "title", "--json").json["articles"]
    assert all("iran" in a["themes"] and a["text"] == "digest" for a in found)
    titles = [a["title"] for a in found if a["title"]]
    assert titles == sorted(titles, key=str.casefold)
    years = briefing("list", "--year", "2019", "--json").json
    assert {a["id"] for a in years["articles"]} == {"jns-2019-missile", "moscow-times-2019-expectations"}
    assert briefing("list", "--speaker", "Micky Aharonson", "--json").json["total"] >= 1
    assert briefing("list", "--author", "Briefing project", "--json").json["total"] >= 7


def test_a_malformed_file_hides_no_other(briefing: Run, shipped: Path) -> None:
    total = briefing("list", "--json").json["total"]
    (shipped / "corpus/broken.md").write_text("---\nformat: 1\ntitle: [a\n---\n\nText.\n")
    (shipped / "corpus/date.md").write_text("---\nformat: 1\ntitle: A\nissued: 2019-13\n---\n\nText.\n")
    (shipped / "corpus/binary.md").write_bytes(b"\x00\xff\xfe\x01" * 50)
    (shipped / "corpus/empty.md").write_bytes(b"")
    listed = briefing("list", "--json").json
    problems = {p["file"].rpartition("/")[2]: p for p in listed["problems"]}
    assert {"broken.md", "date.md", "binary.md"} <= set(problems)
    assert problems["date.md"]["line"] == 4
    assert problems["date.md"]["field"] == "issued"
    assert problems["date.md"]["hint"]
    assert listed["total"] + len(problems) == total + 4
    assert "date.md" in briefing("list").err


def test_show_gives_exact_spans(briefing: Run, shipped: Path) -> None:
    shown = briefing("show", "note-deconfliction-line", "--json").json
    text = (shipped / "corpus/note-deconfliction-line.md").read_text().split("\n---\n", 1)[1].strip("\n")
    assert shown["sha256"] == hashlib.sha256(text.encode()).hexdigest()
    for p in shown["paragraphs"]:
        assert text[p["start"] : p["end"]] == p["text"]
        joined = " ".join(text[a:b] for a, b in p["sentences"])
        assert joined.split() == p["text"].split()
    assert [p["n"] for p in shown["paragraphs"]] == list(range(1, len(shown["paragraphs"]) + 1))
    assert any(t["matched"] for p in shown["paragraphs"] for t in p["themes"])
    assert any(p["heading"] for p in shown["paragraphs"])


def test_show_some_paragraphs(briefing: Run) -> None:
    shown = briefing("show", "note-deconfliction-line", "--paragraphs", "2-3,5", "--json").json
    assert [p["n"] for p in shown["paragraphs"]] == [2, 3, 5]
    assert briefing("show", "note-deconfliction-line", "--paragraphs", "x", "--json", code=2).json["error"]["hint"]


def test_search_finds_words_phrases_and_prefixes(briefing: Run) -> None:
    found = briefing("search", "Tartus", "--json").json
    assert found["total"] >= 1
    shown = briefing("show", found["hits"][0]["article"], "--json").json
    paragraph = shown["paragraphs"][found["hits"][0]["paragraph"] - 1]
    start, end = (found["hits"][0][k] - paragraph["start"] for k in ("start", "end"))
    assert paragraph["text"][start:end].casefold().startswith("tartus")
    assert briefing("search", '"air defence"', "--json").json["hits"]
    assert briefing("search", "deconflict*", "--newest", "--limit", "3", "--json").json["hits"]
    assert not briefing("search", "xylophone", "--json").json["hits"]


@pytest.mark.parametrize("query", ['"open', "-", "OR", "", "   ", "AND (" * 3000])
def test_a_wrong_query_says_where(briefing: Run, query: str) -> None:
    outcome = briefing("search", query, "--json", code=None)
    assert outcome.code in (0, 1)
    if outcome.code:
        assert outcome.json["error"]["kind"] == "query"
        assert "character" in outcome.json["error"]["where"]


def test_themes_are_counted(briefing: Run) -> None:
    themes = briefing("themes", "--json").json
    assert 10 <= len(themes) <= 12
    assert all(t["paragraphs"] >= 3 and t["articles"] >= 1 and t["prefLabel"] for t in themes)


def test_every_long_paragraph_is_on_a_theme(briefing: Run) -> None:
    for a in briefing("list", "--json").json["articles"]:
        for p in briefing("show", a["id"], "--json").json["paragraphs"]:
            assert p["themes"] or len(p["text"].split()) <= 40, (a["id"], p["n"])


def test_unknown_things_say_what_there_is(briefing: Run) -> None:
    assert "iran" in briefing("list", "--theme", "nothing", "--json", code=2).json["error"]["hint"]
    error = briefing("show", "nothing", "--json", code=1).json["error"]
    assert error["kind"] == "not-found"
    assert error["hint"]
    assert briefing("show", "../../etc/passwd", "--json", code=1).json["error"]["kind"] == "not-found"


def test_article_set_says_who_said_so(briefing: Run, shipped: Path) -> None:
    shown = briefing(
        "article", "set", "jns-2019-missile", "title=A headline", "author=Doe, Jane; JNS staff", "--json"
    ).json
    assert shown["metadata"]["title"] == "A headline"
    assert shown["metadata"]["author"] == [{"family": "Doe", "given": "Jane"}, {"literal": "JNS staff"}]
    assert shown["metadata"]["custom"]["states"]["title"] == "user"
    assert "A headline" in (shipped / "corpus/jns-2019-missile.md").read_text()
    assert (
        "issued"
        in briefing("article", "set", "jns-2019-missile", "issued=soon", "--json", code=2).json["error"]["where"]
    )
    assert briefing("article", "set", "jns-2019-missile", "colour=red", "--json", code=2).json["error"]["hint"]


def test_a_persons_themes_win(briefing: Run) -> None:
    before = briefing("show", "note-war-memory", "--json").json["themes"]
    after = briefing("article", "themes", "note-war-memory", "+economy", f"-{before[0]}", "--json").json
    assert "economy" in after["themes"]
    assert before[0] not in after["themes"]
    assert all(t["id"] != before[0] for p in after["paragraphs"] for t in p["themes"])
    back = briefing("article", "themes", "note-war-memory", "=economy", f"={before[0]}", "--json").json
    assert back["themes"] == before
    assert briefing("article", "themes", "note-war-memory", "+nothing", "--json", code=2).json["error"]["hint"]


def test_index_reads_again_only_what_changed(briefing: Run, shipped: Path) -> None:
    first = briefing("index", "--rebuild", "--json").json
    assert first["added"] == first["articles"]
    assert briefing("index", "--json").json | {"articles": 0} == dict.fromkeys(first, 0)
    file = shipped / "corpus/note-war-memory.md"
    file.write_text(file.read_text() + "\nOne more paragraph on the memory of the war.\n")
    assert briefing("index", "--json").json["changed"] == 1


def test_reading_commands_write_nothing_to_the_workspace(briefing: Run, shipped: Path) -> None:
    def state() -> dict[str, bytes]:
        return {str(p): p.read_bytes() for p in sorted(shipped.rglob("*")) if p.is_file()}

    before = state()
    for command in (["list"], ["show", "note-war-memory"], ["search", "war"], ["themes"], ["check", "deconfliction"]):
        briefing(*command, code=None)
    briefing("brief", "show", "deconfliction")
    assert state() == before


def test_control_characters_do_nothing_to_the_terminal(briefing: Run, shipped: Path) -> None:
    (shipped / "corpus/evil.md").write_text(
        '---\nformat: 1\ntitle: "a\\e[31mred\\u202Ebidi"\n---\n\nText \x1b]0;title\x07 and \u202ereversed.\n'
    )
    for command in (["list"], ["show", "evil"], ["search", "reversed"]):
        outcome = briefing(*command)
        assert "\x1b" not in outcome.out
        assert "\u202e" not in outcome.out
