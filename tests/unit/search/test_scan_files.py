"""Which files are articles: names of every kind, hidden ones, two with one id, one that moves."""

import os

from briefing_tui.search import ScanResult
from tests.unit.search.library import Library


def test_names_of_every_kind(library: Library) -> None:
    names = ["with space", 'quote\'s "two"', "Ünï-中文", "new\nline", "-dash", "100%;drop table", "a.b"]
    for name in names:
        library.write(f"{name}.md", "Tehran.")
    bad = os.fsencode(library.corpus) + b"/latin-\xe9.md"
    with open(bad, "wb") as file:  # noqa: PTH123 - a path of bytes
        file.write(b"\nTehran.\n")
    result = library.scan()
    assert set(result.added) == set(names)
    assert [problem.file for problem in result.problems] == ["corpus/latin-\\xe9.md"]
    assert {article for article, _ in library.found("tehran")} == set(names)
    assert not library.scan().anything


def test_dot_files_dot_folders_and_other_files_are_no_articles(library: Library) -> None:
    for name in (".a.md", ".originals/x/b.md", "sub/.c.md", "notes.txt", "themes.yaml"):
        library.write(name, "Text.")
    library.write("sub/deep/d.md", "Text.")
    assert library.scan() == ScanResult(added=("d",))
    (library.corpus / "loop").symlink_to(library.corpus)
    assert not library.scan().anything


def test_a_second_file_with_an_id_is_a_problem_until_the_first_is_gone(library: Library) -> None:
    library.write("z/a.md", "Tehran first.")
    assert library.scan().added == ("a",)
    library.write("a.md", "Tehran above.")
    library.write("b/a.md", "Tehran between.")
    result = library.scan()
    assert result.changed == ("a",)
    assert {problem.file for problem in result.problems} == {"corpus/b/a.md", "corpus/z/a.md"}
    assert "corpus/a.md" in result.problems[0].message
    assert [hit.snippet for hit in library.find("tehran").hits] == ["Tehran above."]
    (library.corpus / "a.md").unlink()
    result = library.scan()
    assert (result.changed, len(result.problems)) == (("a",), 1)
    assert [hit.snippet for hit in library.find("tehran").hits] == ["Tehran between."]


def test_a_file_moved_between_folders_keeps_its_article(library: Library) -> None:
    path = library.write("a.md", "Tehran.")
    library.scan()
    (library.corpus / "old").mkdir()
    path.rename(library.corpus / "old" / "a.md")
    assert library.scan() == ScanResult(changed=("a",))
    assert library.found("tehran") == [("a", 1)]


def test_of_files_that_are_named_no_other_is_looked_at(library: Library) -> None:
    for name in ("a.md", "b.md", "c.md"):
        library.write(name, "Tehran.")
    library.scan()
    library.write("a.md", "Iran.", age=1)
    library.write("b.md", "Iran.", age=1)
    (library.corpus / "c.md").unlink()
    library.write("d.md", "Iran.")
    assert library.scan(only=("a.md", "c.md", "nobody.md")) == ScanResult(changed=("a",), removed=("c",))
    assert library.scan() == ScanResult(added=("d",), changed=("b",))


def test_where_files_lie_in_folders_all_are_looked_at(library: Library) -> None:
    library.write("sub/a.md", "Tehran below.")
    library.write("b.md", "Tehran.")
    library.scan()
    library.write("a.md", "Tehran above.")
    result = library.scan(only=("a.md",))
    assert (result.changed, [problem.file for problem in result.problems]) == (("a",), ["corpus/sub/a.md"])
    (library.corpus / "a.md").unlink()
    assert library.scan(only=("a.md",)).changed == ("a",)
    assert [hit.snippet for hit in library.find("below").hits] == ["Tehran below."]
