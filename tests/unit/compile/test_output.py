"""The file that a briefing becomes: what would keep it from being written is found before the work; finals stay."""

import errno
import json
import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from briefing_tui.compile import compile_form, compile_pdf
from briefing_tui.compile.job import Job
from briefing_tui.compile.output import Make, check_place, is_final, refuse_over_final, write
from briefing_tui.errors import RefusedError, StorageError
from tests.unit.compile import samples


def test_its_folder_is_made_and_nothing_else(tmp_path: Path) -> None:
    check_place(tmp_path / "new folder" / "x.pdf")
    assert list(tmp_path.rglob("*")) == [tmp_path / "new folder"]


def test_a_folder_in_its_place_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="folder"):
        check_place(tmp_path)


def test_a_pipe_in_its_place_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x.pdf")
    with pytest.raises(StorageError, match="pipe"):
        check_place(tmp_path / "x.pdf")


def test_a_file_among_its_folders_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StorageError):
        check_place(tmp_path / "file" / "x.pdf")


def test_a_folder_that_may_not_be_written_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(StorageError) as error:
        check_place(tmp_path / "x.pdf")
    assert error.value.where == str(tmp_path / "x.pdf")
    assert os.strerror(errno.EACCES) not in error.value.message or error.value.hint


def making(*contents: bytes) -> Make:
    return lambda _: contents


def final(state: str) -> bytes:
    return json.dumps({"format": 1, "final": True, "text": state}).encode()


@pytest.fixture
def job(tmp_path: Path) -> Job:
    return samples.job(tmp_path / "ledger.json")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_final_one_is_followed_by_revisions(job: Job, tmp_path: Path) -> None:
    assert write(job, "json", making(final("a"))).files == (job.output,)
    assert write(job, "json", making(final("b"))).files == (tmp_path / "ledger.rev2.json",)
    assert write(job, "json", making(final("a"))).files == (tmp_path / "ledger.rev3.json",)
    assert job.output.read_bytes() == final("a")


def test_the_same_again_is_left_alone(job: Job, tmp_path: Path) -> None:
    write(job, "json", making(final("a")))
    write(job, "json", making(final("b")))
    before = (tmp_path / "ledger.rev2.json").stat()
    again = write(job, "json", making(final("b")))
    assert (again.files, again.same) == ((tmp_path / "ledger.rev2.json",), True)
    after = (tmp_path / "ledger.rev2.json").stat()  # it is read, so that the time of access may change
    assert (after.st_ino, after.st_mtime_ns, after.st_size) == (before.st_ino, before.st_mtime_ns, before.st_size)
    assert names(tmp_path) == ["ledger.json", "ledger.rev2.json"]


def test_what_stands_beside_it_goes_with_its_revision(job: Job, tmp_path: Path) -> None:
    job = replace(job, output=tmp_path / "ledger.md")

    def make(place: Path) -> Sequence[bytes]:
        return f"see {place.stem}.bib".encode(), b"@book"

    write(job, "md", make)
    assert write(job, "md", make).same
    (tmp_path / "ledger.bib").write_bytes(b"@other")
    made = write(job, "md", make)
    assert [file.name for file in made.files] == ["ledger.rev2.md", "ledger.rev2.bib"]
    assert made.files[0].read_text() == "see ledger.rev2.bib"


def test_somebody_else_s_file_beside_its_place_stays_and_the_next_revision_is_taken(job: Job, tmp_path: Path) -> None:
    (tmp_path / "ledger.bib").write_bytes(b"@mine")
    made = write(replace(job, output=tmp_path / "ledger.md"), "md", making(b"text", b"@book"))
    assert [file.name for file in made.files] == ["ledger.rev2.md", "ledger.rev2.bib"]
    assert (tmp_path / "ledger.bib").read_bytes() == b"@mine"
    assert not (tmp_path / "ledger.md").exists()


@pytest.mark.parametrize("broken", [".md", ".bib"])
@pytest.mark.parametrize("before", [True, False])
def test_a_full_disk_leaves_a_text_and_its_sources_as_they_were(
    job: Job, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: str, before: bool
) -> None:
    draft = replace(job, output=tmp_path / "ledger.md", named=True, final=False)
    if before:
        write(draft, "md", making(b"old", b"@old"))
    rename = Path.replace

    def full(self: Path, target: Path) -> Path:
        if Path(target).suffix == broken and self.read_bytes() in (b"new", b"@new"):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return rename(self, target)

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(StorageError, match="full"):
        write(draft, "md", making(b"new", b"@new"))
    left = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert left == ({"ledger.md": b"old", "ledger.bib": b"@old"} if before else {})


def test_a_link_that_leads_nowhere_stays_and_the_next_revision_is_taken(job: Job, tmp_path: Path) -> None:
    job.output.symlink_to(tmp_path / "gone")
    assert write(job, "json", making(final("a"))).files == (tmp_path / "ledger.rev2.json",)
    assert job.output.is_symlink()
    assert not job.output.exists()


@pytest.mark.parametrize("form", ["docx", "md"])
def test_a_draft_never_takes_the_place_of_a_final_text(tmp_path: Path, form: str) -> None:
    job = replace(samples.job(tmp_path / f"ledger.{form}"), named=True)
    compile_form(job, form)
    assert is_final(job.output, form)
    assert compile_form(job, form).same
    with pytest.raises(RefusedError, match="final briefing is there"):
        compile_form(replace(job, final=False), form)


def test_a_place_that_a_person_named_is_refused_with_the_next(job: Job, tmp_path: Path) -> None:
    job = replace(job, named=True)
    write(job, "json", making(final("a")))
    assert write(job, "json", making(final("a"))).same
    with pytest.raises(RefusedError) as error:
        write(job, "json", making(final("b")))
    assert "ledger.rev2.json" in error.value.hint
    assert job.output.read_bytes() == final("a")


def test_a_draft_takes_the_place_of_a_draft_alone(job: Job) -> None:
    draft = replace(job, final=False)
    job.output.write_bytes(b'{"final": false}')
    refuse_over_final(draft, "json")
    write(draft, "json", making(b"new"))
    assert job.output.read_bytes() == b"new"
    job.output.write_bytes(final("a"))
    with pytest.raises(RefusedError):
        refuse_over_final(draft, "json")


def test_an_empty_file_is_no_briefing(job: Job) -> None:
    job.output.touch()
    assert write(job, "json", making(final("a"))).files == (job.output,)


def test_a_full_disk_leaves_no_half_of_a_final_one(job: Job, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, data: bytes) -> None:
        if path.suffix == ".bib":
            raise StorageError("the disk is full", where=str(path))
        path.write_bytes(data)

    monkeypatch.setattr("briefing_tui.compile.output.create_bytes", full)
    with pytest.raises(StorageError):
        write(replace(job, output=tmp_path / "ledger.md"), "md", making(b"a", b"b"))
    assert names(tmp_path) == []


def test_what_a_file_says_of_itself(tmp_path: Path) -> None:
    for form in ("json", "html"):
        for is_it in (True, False):
            job = samples.job(tmp_path / f"{is_it}.{form}", final=is_it)
            compile_form(job, form)
            assert is_final(job.output, form) is is_it
    (tmp_path / "x.pdf").write_bytes(b"%PDF-1.7 of somebody else")
    assert not is_final(tmp_path / "x.pdf", "pdf")
    assert not is_final(tmp_path / "none.pdf", "pdf")


def test_a_final_pdf_is_known_by_its_receipt(tmp_path: Path) -> None:
    job = samples.job(tmp_path / "ledger.pdf", cache_dir=tmp_path / "cache")
    first = compile_pdf(job)
    assert is_final(first.file, "pdf")
    assert compile_pdf(job).same
    other = samples.job(tmp_path / "ledger.pdf", cache_dir=tmp_path / "cache", title="Another")
    second = compile_pdf(other)
    assert (second.file.name, second.same) == ("ledger.rev2.pdf", False)
    with pytest.raises(RefusedError, match="final briefing is there"):
        compile_pdf(replace(other, final=False))


def of(brief_id: str, text: str) -> bytes:
    return json.dumps({"format": 1, "brief": brief_id, "final": True, "text": text}).encode()


def test_a_file_of_another_brief_is_no_revision_whatever_its_name(job: Job, tmp_path: Path) -> None:
    mine = job.brief.id
    write(job, "json", making(of(mine, "a")))
    (tmp_path / "ledger.rev2.json").write_bytes(of(f"{mine}.rev2", "its own"))
    assert write(job, "json", making(of(mine, "a"))).same
    assert write(job, "json", making(of(mine, "b"))).files == (tmp_path / "ledger.rev3.json",)


def test_the_revisions_of_a_brief_with_such_a_name_are_its_own(job: Job, tmp_path: Path) -> None:
    first = tmp_path / "ledger.rev2.json"
    job = replace(job, output=first, brief=replace(job.brief, id="ledger.rev2"))
    write(job, "json", making(of("ledger.rev2", "a")))
    assert write(job, "json", making(of("ledger.rev2", "a"))).same
    assert write(job, "json", making(of("ledger.rev2", "b"))).files == (tmp_path / "ledger.rev2.rev2.json",)
    assert names(tmp_path) == ["ledger.rev2.json", "ledger.rev2.rev2.json"]
