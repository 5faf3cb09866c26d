"""Compile every brief and have veraPDF judge the files: `python -m tests.conformance CLASSPATH`."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from briefing_tui.compile import compile_pdf

from .briefs import jobs

PROFILES = {"3a": "PDF/A-3a", "ua1": "PDF/UA-1"}
COMMAND = "org.verapdf.apps.GreenfieldCliWrapper"


def main(classpath: str) -> int:
    """Compile, judge, tell.

    Returns:
        0 where every file passed every profile.
    """
    with tempfile.TemporaryDirectory() as folder:
        made = [compile_pdf(job).file for job in jobs(Path(folder))]
        failed = sum(_judged(classpath, profile, made) for profile in PROFILES)
    print(f"{len(made)} briefings, {' and '.join(PROFILES.values())}: {f'{failed} failed' if failed else 'all passed'}")
    return failed > 0


def _judged(classpath: str, profile: str, files: list[Path]) -> int:
    """How many files veraPDF does not pass; each is named with the rules that it breaks."""
    command = ["java", "-cp", classpath, COMMAND, "--flavour", profile, "--format", "text", "-v", *map(str, files)]
    said = subprocess.run(command, capture_output=True, text=True, check=False)
    lines = said.stdout.splitlines()
    passed = sum(line.startswith("PASS ") for line in lines)
    if passed < len(files):
        sys.stderr.write(f"{PROFILES[profile]}:\n{said.stdout}{said.stderr}\n")
    return len(files) - passed


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
