"""Programs outside: the person's editor."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from textual.app import App, SuspendNotSupported

from ..errors import ToolError


def edit_outside(app: App[Any], text: str) -> str:
    """Let a person edit a text in `$VISUAL` or `$EDITOR`, and give what they saved.

    Raises:
        ToolError: where there is no editor, or it failed; the text stays as it was.
    """
    command = shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "")
    if not command or shutil.which(command[0]) is None:
        raise ToolError(
            f"there is no editor '{command[0]}'" if command else "no editor is named",
            where="EDITOR",
            hint="set EDITOR, for example: export EDITOR=nano",
        )
    with tempfile.TemporaryDirectory(prefix="briefing-") as folder:
        file = Path(folder) / "text.md"
        file.write_text(text + "\n", encoding="utf-8")
        try:
            with app.suspend():
                done = subprocess.run([*command, str(file)], check=False)
        except SuspendNotSupported as error:
            raise ToolError(
                "this terminal cannot be lent to an editor", where=command[0], hint="e edits here"
            ) from error
        if done.returncode:
            raise ToolError(f"the editor ended with {done.returncode}", where=command[0], hint="the text is as it was")
        return file.read_text(encoding="utf-8", errors="replace").strip("\n")
