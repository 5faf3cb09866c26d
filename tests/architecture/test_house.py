"""The repository as a whole: what must be there, and what must not stand in any file."""

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.house import ROOT

REQUIRED = [
    ".ci/run",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "briefs",
    "corpus/themes.yaml",
    "docs/architecture.md",
    "docs/formats.md",
    "docs/keys.md",
    "docs/quotations.md",
    "pyproject.toml",
    "scripts/setup",
    "src/briefing_tui/py.typed",
]

NOT_OURS = {".git", ".hypothesis", ".venv", "build", "dist", "out", "__pycache__"}

MACHINE = re.compile(r"(?<![\w.~$}])/(?:work|root|home/(?!user\b|you\b)\w+|Users/(?!you\b)\w+)/")
"""Absolute paths that exist on one machine only; invented homes in examples are `user` or `you`."""

HOSTS = re.compile(
    "|".join(
        re.escape(".".join(parts))
        for parts in [
            ("pypi", "org"),
            ("pythonhosted", "org"),
            ("deb", "debian", "org"),
            ("archive", "ubuntu", "com"),
            ("npmjs", "org"),
            ("crates", "io"),
            ("maven", "org"),
            ("golang", "org"),
        ]
    )
)
"""Hosts of package registries: which one is asked is for each machine to settle."""


def ours() -> Iterator[Path]:
    """Yield the files of the repository: those git knows or would add; without git, all but what is built."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode().split("\0")
    except (OSError, subprocess.CalledProcessError):
        for folder, folders, files in os.walk(ROOT):
            folders[:] = [name for name in folders if name not in NOT_OURS and not name.endswith("_cache")]
            yield from (Path(folder, name) for name in files)
    else:
        yield from (path for name in listed if name and (path := ROOT / name).is_file())


def texts() -> Iterator[tuple[str, str]]:
    """Yield every file that is text, with its path from the root."""
    for path in ours():
        data = path.read_bytes()
        if b"\0" not in data:
            yield path.relative_to(ROOT).as_posix(), data.decode(errors="replace")


@pytest.mark.parametrize("name", REQUIRED)
def test_it_is_there(name: str) -> None:
    assert (ROOT / name).exists()


@pytest.mark.parametrize("pattern", [MACHINE, HOSTS], ids=["machine paths", "registry hosts"])
def test_nothing_ties_it_to_a_machine(pattern: re.Pattern[str]) -> None:
    found = [f"{name}: {hit.group()}" for name, text in texts() for hit in pattern.finditer(text)]
    assert not found


def test_make_lists_every_target() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^\.PHONY: (\S+)$", makefile, re.MULTILINE)) - {"moved"}
    described = set(re.findall(r"^([a-z-]+):[^#\n]*## \S", makefile, re.MULTILINE))
    assert targets == described
