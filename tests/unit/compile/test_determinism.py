"""The same input gives the same bytes, wherever and whenever it is compiled."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

SCRIPT = """
import sys
from pathlib import Path
from briefing_tui.compile import compile_pdf
from tests.unit.compile.samples import job
print(compile_pdf(job(Path(sys.argv[1]), cache_dir=Path(sys.argv[2]))).sha256)
"""
FONTS = """<fontconfig><dir>/usr/share/fonts</dir>
<match><test name="family"><string>Noto Serif</string></test>
<edit name="family" mode="assign" binding="strong"><string>DejaVu Sans</string></edit></match></fontconfig>"""


def compiled(folder: Path, **environment: str) -> str:
    """Compile in a process and a folder of its own; the hash that was reported is that of the file."""
    folder.mkdir()
    file = folder / "out" / "ledger.pdf"
    command = [sys.executable, "-c", SCRIPT, str(file), str(folder / "cache")]
    env = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    result = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False, timeout=120)
    assert result.returncode == 0, result.stderr
    assert result.stdout.strip() == hashlib.sha256(file.read_bytes()).hexdigest()
    return result.stdout


@pytest.mark.slow
def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    home = tmp_path / "a home of its own"
    (home / ".config" / "fontconfig").mkdir(parents=True)
    (home / ".config" / "fontconfig" / "fonts.conf").write_text(FONTS, encoding="utf-8")
    first = compiled(tmp_path / "one", TZ="UTC", LC_ALL="C.UTF-8", PYTHONHASHSEED="1")
    second = compiled(
        tmp_path / "another folder, further away",
        TZ="Pacific/Auckland",
        LC_ALL="ar_EG.UTF-8",
        LANG="ar_EG.UTF-8",
        PYTHONHASHSEED="4711",
        HOME=str(home),
        XDG_CONFIG_HOME=str(home / ".config"),
        SOURCE_DATE_EPOCH="1",
    )
    assert first == second
