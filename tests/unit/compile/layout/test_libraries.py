"""Missing libraries are named with the packages that bring them."""

import sys

import pytest

from briefing_tui.compile.layout import libraries
from briefing_tui.compile.worker import JobError, _engine, work

GHOST = libraries.Library("Ghost", ("libghost-of-pango.so.7",), "libghost7", "ghost")


@pytest.mark.parametrize(
    ("faces", "said"),
    [(("Noto Serif",), "fonts-noto-core"), (("No Such Face",), "put their files into the form's folder")],
)
def test_where_a_face_comes_from(faces: tuple[str, ...], said: str) -> None:
    assert said in libraries.faces_remedy(faces)
    assert ("fonts-noto-core" in libraries.faces_remedy(faces)) == (faces == ("Noto Serif",))


def test_here_nothing_is_missing() -> None:
    assert libraries.missing() == ()


def test_the_worker_says_what_to_install_before_it_imports_the_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libraries, "NEEDED", (GHOST,))
    monkeypatch.setitem(sys.modules, "weasyprint", None)  # an import of it would fail, with another message
    _engine.cache_clear()
    with pytest.raises(JobError) as error:
        work({}, lambda _: None)
    assert error.value.plain["kind"] == "tool"
    assert "Ghost" in str(error.value.plain["message"])
    assert "libghost7" in str(error.value.plain["hint"])


@pytest.mark.parametrize(
    ("system", "command"), [("linux", "sudo apt install libghost7"), ("darwin", "brew install ghost")]
)
def test_the_remedy_is_for_the_system_at_hand(system: str, command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", system)
    assert command in libraries.remedy((GHOST,))
