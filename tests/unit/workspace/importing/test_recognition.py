"""What is one article and what are two: records, texts that they link, versions, corrected articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing_tui.errors import RefusedError
from briefing_tui.model import Article
from briefing_tui.workspace import Workspace
from briefing_tui.workspace.importing import Imported

BODY = (
    "The island council voted on Thursday to end the evening ferry, against the advice of its own harbour master.\n\n"
    "The mayor said that the boat ran half empty for years, and that nobody at the quay would miss it in winter.\n\n"
    "She promised a bus to the bridge instead, which the council has not yet found the money for.\n"
)
HEAD = "The evening ferry will stop in March\n\nBy Anna Karlsen\n\n14 February 2026\n\n"
PLAIN = BODY.replace("\n\n", " ")
GRAIN = "TY  - JOUR\nAU  - Doe, Jane\nTI  - On grain\nPY  - 2019\nER  - \n"
SHIPS = "TY  - JOUR\nAU  - Smith, Adam\nTI  - On ships\nPY  - 2020\nER  - \n"


def put(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def take_in(workspace: Workspace, *paths: Path, **fields: str) -> list[Imported]:
    report = workspace.importing.run(paths, overrides={name.replace("_", "-"): value for name, value in fields.items()})
    assert not report.failed
    return list(report.imported)


def entry(key: str, title: str, author: str = "Smith, Adam", more: str = "") -> str:
    return f"@article{{{key}, title = {{{title}}}, author = {{{author}}}, year = 2019{more}}}\n"


def linking(file: str) -> str:
    return f", file = {{:{file}:}}"


def articles(workspace: Workspace) -> list[Article]:
    return [workspace.articles.article(header.id) for header in workspace.articles.headers()]


def test_records_at_one_line_of_files_of_one_name_are_two(workspace: Workspace, tmp_path: Path) -> None:
    one, other = take_in(workspace, put(tmp_path / "d1/citation.ris", GRAIN), put(tmp_path / "d2/citation.ris", SHIPS))
    assert one.is_new
    assert other.is_new
    assert {a.metadata.title for a in articles(workspace)} == {"On grain", "On ships"}


def test_records_with_one_key_in_files_of_one_name_are_two(workspace: Workspace, tmp_path: Path) -> None:
    first = put(tmp_path / "d1/references.bib", entry("smith2019", "On grain"))
    second = put(tmp_path / "d2/references.bib", entry("smith2019", "On ships"))
    assert [one.is_new for one in take_in(workspace, first, second)] == [True, True]


def test_records_without_keys_are_recognised_where_they_have_moved(workspace: Workspace, tmp_path: Path) -> None:
    (one,) = take_in(workspace, put(tmp_path / "d1/citation.ris", GRAIN))
    ships, again = take_in(workspace, put(tmp_path / "d2/citation.ris", SHIPS + GRAIN))
    assert ships.is_new
    assert (again.is_new, again.article.id) == (False, one.article.id)


def test_alike_records_of_one_file_are_never_lost(workspace: Workspace, tmp_path: Path) -> None:
    assert all(one.is_new for one in take_in(workspace, put(tmp_path / "citation.ris", GRAIN + GRAIN)))
    more = take_in(workspace, put(tmp_path / "later/citation.ris", GRAIN * 3))
    assert [one.is_new for one in more] == [False, False, True]


def test_a_record_that_got_a_text_is_recognised_in_a_grown_library(workspace: Workspace, tmp_path: Path) -> None:
    text = put(tmp_path / "text.txt", PLAIN)
    library = put(tmp_path / "refs.bib", entry("grain", "On grain") + entry("ships", "On ships", "Roe, Jo"))
    grain, ships = take_in(workspace, library)
    workspace.importing.attach(grain.article.id, text)
    workspace.corrections.set_fields(grain.article.id, {"title": "My title"})
    put(library, entry("tin", "On tin", "Loe, Max") + library.read_text())
    tin, *again = take_in(workspace, library)
    assert tin.is_new
    assert [(one.is_new, one.article.id) for one in again] == [(False, grain.article.id), (False, ships.article.id)]


def test_a_record_takes_its_linked_text_whatever_the_order(workspace: Workspace, tmp_path: Path) -> None:
    text = put(tmp_path / "in/a.txt", PLAIN)
    put(tmp_path / "in/refs.bib", entry("grain", "On grain", more=linking("a.txt")))
    record, file = take_in(workspace, tmp_path / "in")
    assert record.article.text.strip() == PLAIN.strip()
    assert (file.is_new, file.article.id) == (False, record.article.id)
    original = record.article.metadata.original
    assert (original["file"], original["text-file"], len(original["text-sha256"])) == ("refs.bib", "a.txt", 64)
    kept = workspace.places.originals / record.article.id / "a.txt"
    assert kept.read_bytes() == text.read_bytes()
    put(tmp_path / "in/refs.bib", entry("tin", "On tin") + entry("grain", "On grain", more=linking("a.txt")))
    assert [one.is_new for one in take_in(workspace, tmp_path / "in")] == [True, False, False]


def test_a_record_whose_file_is_an_article_is_imported_and_told(workspace: Workspace, tmp_path: Path) -> None:
    (file,) = take_in(workspace, put(tmp_path / "a.txt", PLAIN))
    (record,) = take_in(workspace, put(tmp_path / "refs.bib", entry("grain", "On grain", more=linking("a.txt"))))
    assert record.is_new
    assert record.article.metadata.title == "On grain"
    assert not record.article.text
    assert any(f"its file 'a.txt' is article '{file.article.id}' already: attach" in w for w in record.warnings)
    attached = workspace.importing.attach(record.article.id, tmp_path / "a.txt")
    assert attached.article.text.strip() == PLAIN.strip()


def test_two_records_that_link_one_file_are_two_articles(workspace: Workspace, tmp_path: Path) -> None:
    put(tmp_path / "a.txt", PLAIN)
    both = entry("grain", "On grain", more=linking("a.txt")) + entry("ships", "On ships", more=linking("a.txt"))
    grain, ships = take_in(workspace, put(tmp_path / "refs.bib", both))
    assert grain.is_new
    assert ships.is_new
    assert ships.same_as == grain.article.id


def test_a_record_without_a_text_that_is_there_says_how_to_attach_it(workspace: Workspace, tmp_path: Path) -> None:
    library = put(tmp_path / "refs.bib", entry("grain", "On grain", more=linking("a.txt")))
    (record,) = take_in(workspace, library)
    put(tmp_path / "a.txt", PLAIN)
    (again,) = take_in(workspace, library)
    assert not again.is_new
    assert any(f"briefing article attach {record.article.id}" in warning for warning in again.warnings)


@pytest.mark.parametrize("linked", [True, False])
def test_a_text_that_contradicts_its_record_is_told(workspace: Workspace, tmp_path: Path, linked: bool) -> None:
    text = put(tmp_path / "a.md", f"---\ntitle: The ferry\nauthor: Anna Karlsen\nissued: 2026-02-14\n---\n{BODY}")
    record = entry("grain", "On grain", more=linking("a.md") if linked else "")
    (one,) = take_in(workspace, put(tmp_path / "refs.bib", record))
    if not linked:
        one = workspace.importing.attach(one.article.id, text)
    told = "\n".join(one.warnings)
    for ours, theirs in (("On grain", "The ferry"), ("Adam Smith", "Anna Karlsen"), ("2019", "2026-02-14")):
        assert f"'{theirs}', the record '{ours}'" in told
    assert one.article.metadata.original["text-file"] == "a.md"


def test_a_text_that_agrees_with_its_record_is_not_doubted(workspace: Workspace, tmp_path: Path) -> None:
    text = put(tmp_path / "a.md", f"---\ntitle: 'On grain: a study'\nauthor: A. Smith\nissued: 2019-02-14\n---\n{BODY}")
    (one,) = take_in(workspace, put(tmp_path / "refs.bib", entry("grain", "On Grain")))
    attached = workspace.importing.attach(one.article.id, text)
    assert not any("right file" in warning for warning in attached.warnings)


@pytest.mark.parametrize("name", ["more.bib", "box.mbox"])
def test_a_container_is_no_text_of_a_record(workspace: Workspace, tmp_path: Path, name: str) -> None:
    (one,) = take_in(workspace, put(tmp_path / "refs.bib", entry("grain", "On grain")))
    mail = f"From a@b Mon Jan  5 10:00:00 2026\nFrom: a@example.org\nSubject: Ferry\n\n{BODY}"
    container = put(tmp_path / name, mail if name == "box.mbox" else entry("ships", "On ships"))
    with pytest.raises(RefusedError, match="several documents"):
        workspace.importing.attach(one.article.id, container)
    assert not workspace.articles.article(one.article.id).text


def test_a_version_with_an_earlier_date_is_an_older_one(workspace: Workspace, tmp_path: Path) -> None:
    (late,) = take_in(workspace, put(tmp_path / "late/a.txt", HEAD + BODY))
    text = HEAD.replace("14 February", "3 January") + BODY.replace("half empty", "nearly full")
    (early,) = take_in(workspace, put(tmp_path / "early/a.txt", text))
    assert early.is_new
    assert (early.version_of, early.article.metadata.version_of) == ("", "")
    assert any(w.startswith(f"an older version of '{late.article.id}'") for w in early.warnings)
    assert workspace.links.newest(late.article.id) == late.article.id


def test_where_no_date_says_which_is_newer_that_is_told(workspace: Workspace, tmp_path: Path) -> None:
    (one,) = take_in(workspace, put(tmp_path / "old/a.txt", HEAD + BODY))
    changed = HEAD + BODY.replace("half empty", "nearly full")
    (same_day,) = take_in(workspace, put(tmp_path / "new/a.txt", changed))
    assert same_day.version_of == one.article.id
    assert any("no date says which is newer" in warning for warning in same_day.warnings)
    changed = HEAD.replace("14 Feb", "15 Feb") + BODY.replace("half empty", "brimful")
    (next_day,) = take_in(workspace, put(tmp_path / "newest/a.txt", changed))
    assert next_day.version_of == same_day.article.id
    assert not any("newer" in warning for warning in next_day.warnings)


def test_the_last_version_is_found_without_the_middle_one(workspace: Workspace, tmp_path: Path) -> None:
    first, middle, last = (
        take_in(workspace, put(tmp_path / f"{n}/a.txt", HEAD + BODY.replace("half empty", words)))[0].article.id
        for n, words in enumerate(("half empty", "nearly full", "brimful"))
    )
    workspace.removal.forget(middle)
    assert workspace.links.newest(first) == last
    workspace.removal.forget(first)
    assert workspace.articles.article(last).metadata.version_of == ""


@pytest.mark.parametrize("change", ["restore", "split", "join", "restore and title"])
def test_an_article_that_a_person_reshaped_is_still_the_page(workspace: Workspace, tmp_path: Path, change: str) -> None:
    (one,) = take_in(workspace, put(tmp_path / "a.txt", HEAD + BODY))
    if change == "split":
        workspace.corrections.split(one.article.id, 1, one.article.text.index("against"))
    elif change == "join":
        workspace.corrections.join(one.article.id, 1)
    else:
        workspace.corrections.restore(one.article.id, [3])
    if change.endswith("title"):
        workspace.corrections.set_fields(one.article.id, {"title": "My title"})
    (again,) = take_in(workspace, put(tmp_path / "later/a.txt", HEAD + BODY + "\nFollow us on Facebook\n"))
    assert (again.is_new, again.article.id) == (False, one.article.id)
    (newer,) = take_in(workspace, put(tmp_path / "b.txt", HEAD + BODY.replace("half empty", "nearly full")))
    assert newer.is_new
