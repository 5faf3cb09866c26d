"""A document to pandoc's tree, at arm's length: bounded in time, memory and output; it reads no other file."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from ....errors import CancelledError, ImportFailedError, ToolError
from ....support.pandoc import binary
from ....support.processes import run

SECONDS = 45.0
"""A report of 500 pages takes 5."""
MEMORY = "512M"
"""Pandoc's heap at most."""
OUTPUT = 256 * 2**20
"""Bytes of its answer at most; it spends some 30 for each word."""

Node = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Tree:
    """Pandoc's document; in it a string stands for words, one blank for a space, a line feed for a broken line."""

    meta: Node
    blocks: list[Node]


def convert(name: str, data: bytes, reader: str) -> Tree:
    """Read a document with one of pandoc's readers.

    Args:
        name: the file's, for messages.
        data: the document.
        reader: its format and extensions, as in `docx+styles`.

    Raises:
        ImportFailedError: where pandoc cannot read it within its bounds.
        ToolError: where there is no pandoc.
    """
    command = [str(binary()), "-f", reader, "-t", "json", "--sandbox", "--track-changes=all"]
    command += ["+RTS", f"-M{MEMORY}", "-RTS"]
    try:
        answer = json.loads(run(command, input=data, timeout=SECONDS, limit=OUTPUT), object_hook=_lean)
        return Tree(answer["meta"], answer["blocks"])
    except CancelledError:
        raise
    except ToolError as error:
        raise _failed(name, error.message) from error
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise _failed(name, "its parts are nested too deeply") from error


def _failed(name: str, why: str) -> ImportFailedError:
    if "eap exhausted" in why:
        why = f"it needs more than {MEMORY}B of memory"
    elif why.startswith("pandoc failed"):
        why = "its inner structure is broken"
    hint = "open and save it again, or save its text as .txt and import that"
    return ImportFailedError(f"it cannot be read: {' '.join(why.split())[:300]}", where=name, hint=hint)


def _lean(node: Node) -> Any:
    """Words as strings: a tree of some hundred thousand words has to fit into memory."""
    match node.get("t"):
        case "Str":
            return node["c"]
        case "Space" | "SoftBreak":
            return " "
        case "LineBreak":
            return "\n"
    return node
