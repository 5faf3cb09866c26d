"""An article that was taken out is brought back whole, or stays in the trash folder whole."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from briefing_tui.errors import NotFoundError, RefusedError, StorageError
from briefing_tui.workspace import Workspace

BODY = (
    "The island council voted on Thursday to end the evening ferry, against the advice of its own harbour master.\n\n"
    "The mayor said that the boat ran half empty for years, and that nobody at the quay would miss it in winter.\n"
)


def made(workspace: Workspace, file: Path, text: str = BODY) -> str:
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    (one,) = workspace.importing.run([file]).imported
    return one.article.id


def everything(workspace: Workspace) -> dict[str, bytes]:
    """All files of the articles and of what they were made from."""
    files = (path for path in workspace.places.corpus.rglob("*") if path.is_file())
    return {str(path.relative_to(workspace.path)): path.read_bytes() for path in files}


def test_it_comes_back_with_its_original_and_its_steps(workspace: Workspace, tmp_path: Path) -> None:
    one = made(workspace, tmp_path / "ferry.txt")
    workspace.corrections.set_fields(one, {"title": "Mine"})
    before, article = everything(workspace), workspace.articles.article(one)
    removed = workspace.removal.forget(one)
    with pytest.raises(NotFoundError):
        workspace.articles.article(one, again=True)
    workspace.removal.bring_back(removed)
    assert everything(workspace) == before
    assert workspace.articles.article(one) == article
    assert workspace.corrections.undo(one)[1] == "set title"
    with pytest.raises(NotFoundError, match="not in the trash"):
        workspace.removal.bring_back(removed)


def test_it_is_the_version_again_that_it_was(workspace: Workspace, tmp_path: Path) -> None:
    ids = [
        made(workspace, tmp_path / f"{n}/ferry.txt", BODY.replace("half empty", words))
        for n, words in enumerate(("half empty", "nearly full", "brimful"))
    ]
    before = everything(workspace)
    removed = workspace.removal.forget(ids[1])
    assert workspace.articles.article(ids[2], again=True).metadata.version_of == ids[0]
    workspace.removal.bring_back(removed)
    assert everything(workspace) == before
    assert workspace.links.newest(ids[0]) == ids[2]


def test_another_one_of_its_name_is_left_alone(workspace: Workspace, tmp_path: Path) -> None:
    one = made(workspace, tmp_path / "ferry.txt")
    removed = workspace.removal.forget(one)
    (workspace.places.corpus / f"{one}.md").write_text("---\nformat: 1\ntitle: By hand\n---\nMine.\n", encoding="utf-8")
    before = everything(workspace)
    with pytest.raises(RefusedError, match="another") as told:
        workspace.removal.bring_back(removed)
    assert "stays in" in told.value.hint
    assert everything(workspace) == before


def test_what_cannot_be_brought_back_whole_stays_in_the_trash(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = made(workspace, tmp_path / "ferry.txt")
    removed = workspace.removal.forget(one)
    before, real = everything(workspace), Path.rename

    def rename(self: Path, target: Path) -> Path:
        if self.suffix == ".md":
            raise OSError(errno.EACCES, "denied")
        return real(self, target)

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(StorageError, match="no permission"):
        workspace.removal.bring_back(removed)
    monkeypatch.undo()
    assert everything(workspace) == before
    workspace.removal.bring_back(removed)
    assert workspace.articles.article(one).id == one
