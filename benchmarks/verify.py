"""Verifying: changes of one byte that are found, and unchanged files that are called changed.

The bytes are chosen at random, with a fixed seed, among those of the streams of the finished briefing: pages, fonts,
files inside, metadata, the tables of objects. A few bytes of a compressed stream mean nothing: with another value every
object of the document is the same, character for character; these are counted apart, and others take their place. The
unchanged files are written anew in a hundred ways.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from io import BytesIO
from itertools import islice, product
from pathlib import Path
from typing import Any

import pikepdf

from briefing_tui.compile import check_itself

ROOT = Path(__file__).resolve().parents[1]
BRIEF = "deconfliction"
PLACES = 500
UNCHANGED = 100


def streams(data: bytes) -> list[range]:
    """Where the streams of a file lie."""
    found, at = [], 0
    while (start := data.find(b"\nstream\n", at)) >= 0:
        at = data.index(b"\nendstream", start)
        found.append(range(start + 8, at))
    return found


def main() -> None:
    """Compile once, then change and look."""
    chance = random.Random(7)  # noqa: S311 - nothing secret
    with tempfile.TemporaryDirectory() as folder:
        file, other = Path(folder, "b.pdf"), Path(folder, "other.pdf")
        command = [sys.executable, "-m", "briefing_tui", "-w", str(ROOT), "compile", BRIEF, "-o", str(file)]
        subprocess.run(command, check=True, capture_output=True)
        data = file.read_bytes()
        places = [at for stream in streams(data) for at in stream]
        chance.shuffle(places)
        found = missed = idle = 0
        for at in places:
            other.write_bytes(data[:at] + bytes([data[at] ^ (1 << chance.randrange(8))]) + data[at + 1 :])
            if check_itself(other).problems:
                found += 1
            elif _objects(file) == _objects(other):
                idle += 1
            else:
                missed += 1
            if found + missed == PLACES:
                break
        alarms = sum(_again(data, other, how) for how in islice(_ways(), UNCHANGED))
        began = time.process_time()
        check_itself(file)
        spent = time.process_time() - began
    print(f"one byte changed       {found} of {PLACES} found (all); {idle} more changed nothing")
    print(f"written anew           {alarms} of {UNCHANGED} called changed (none)")
    print(f"verifying two pages    {spent:.3f} s CPU")


def _objects(file: Path) -> list[tuple[bytes, bytes]]:
    """Every object of a document, with what its stream holds, but for the tables in which others are packed."""
    with pikepdf.open(file) as document:
        return [_object(one) for one in document.objects if not _is_table(one)]


def _object(one: Any) -> tuple[bytes, bytes]:
    if one is None:
        return b"null", b""
    stream = isinstance(one, pikepdf.Stream)
    written = repr(dict(one.items())).encode() if stream else one.unparse(resolved=True)
    return written, one.read_bytes() if stream else b""


def _is_table(one: Any) -> bool:
    return isinstance(one, pikepdf.Stream) and one.get("/Type") in ("/ObjStm", "/XRef")


def _ways() -> Iterator[dict[str, Any]]:
    """Ways to write one document."""
    modes = (pikepdf.ObjectStreamMode.disable, pikepdf.ObjectStreamMode.preserve, pikepdf.ObjectStreamMode.generate)
    flags = ("recompress_flate", "compress_streams", "linearize", "static_id")
    for mode, version, *chosen in product(modes, ("1.7", "2.0", ""), *([(False, True)] * len(flags))):
        yield {"object_stream_mode": mode, "min_version": version, **dict(zip(flags, chosen, strict=True))}


def _again(data: bytes, file: Path, how: dict[str, Any]) -> bool:
    with pikepdf.open(BytesIO(data)) as document:
        document.save(file, fix_metadata_version=False, **how)
    return bool(check_itself(file).problems)


if __name__ == "__main__":
    main()
