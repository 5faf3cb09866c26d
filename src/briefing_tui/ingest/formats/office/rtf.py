"""RTF, made ready for pandoc, which knows one code page, no notes of LibreOffice's, and numbers lists by itself.

Characters are decoded here by the code page of their font; list numbers stay as written; what the user never saw goes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ....errors import ImportFailedError
from . import codepages, marks
from .prepared import Prepared, lines_once

_TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?|\\'(?P<hex>[0-9a-fA-F]{2})|\\(?P<sign>[\s\S])"
    r"|(?P<brace>[{}])|(?P<text>[^\\{}]+)"
)
DEPTH = 2_000
"""Groups within groups at most; a word processor writes some dozens."""

_RUNNING = frozenset({"header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf"})
_TEXTS = frozenset({"annotation", "fldrslt", "footnote", "result", "rtf", "shpinst", "shptxt"})
"""Groups whose words are part of the document."""
_CUT = frozenset({"listtable", "listoverridetable", "objdata", "objclass", "pict", "themedata", "colorschememapping",
                  "datastore", "rsidtbl", "latentstyles", "pn", "nonshppict"})  # fmt: skip
"""Groups without words for anyone: lists' numbers stand in the text, pictures and objects are not opened."""
_OTHER = frozenset({"colortbl", "fldinst", "fonttbl", "info", "sn", "sp", "stylesheet", "sv"})
_LIST_TEXT = frozenset({"listtext", "pntext"})
_SAID = {"tab": " ", "line": " ", "par": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’",
         "ldblquote": "“", "rdblquote": "”", "~": "\u00a0", "_": "\u2011", "-": "\u00ad"}  # fmt: skip
_BULLETS = frozenset("·•●○▪■□–—-*o§ü")


@dataclass(frozen=True, slots=True)
class _Group:
    """What holds until a brace closes."""

    kind: str = "text"
    """'text', 'other', 'cut', 'list', or the name of a line of the page."""
    font: int = -1
    skip: int = 1
    """Signs after a Unicode character that stand for it in old programs."""
    deleted: bool = False


def prepare(name: str, data: bytes) -> Prepared:
    """Make an RTF ready.

    Raises:
        ImportFailedError: where its groups are nested without end.
    """
    filtered = _Filter(name)
    filtered.feed(data.lstrip().decode("latin-1"))
    return Prepared(
        filtered.text().encode("utf-8", "replace"),
        "rtf",
        heads=lines_once([t for kind, t in filtered.running if kind.startswith("header")]),
        feet=lines_once([t for kind, t in filtered.running if kind.startswith("footer")]),
        warnings=("the file ends in the middle: its end is missing",) if filtered.cut_short else (),
        changes=filtered.changes,
    )


class _Filter:
    """Goes over the tokens once and writes those that pandoc is to see."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.changes = 0
        self.cut_short = False
        self.running: list[tuple[str, str]] = []
        self._out: list[str] = []
        self._group = _Group(kind="other")
        self._open: list[_Group] = []
        self._starred = False
        self._skipping = 0
        self._bytes = bytearray()
        self._high = 0
        self._aside = ""
        self._pages = codepages.Pages()

    def text(self) -> str:
        """What pandoc is to read."""
        return "".join(self._out)

    def feed(self, source: str) -> None:
        """Go over a document."""
        at = 0
        while match := _TOKEN.match(source, at):
            at = match.end()
            if match["hex"]:
                self._byte(int(match["hex"], 16))
                continue
            if match["text"]:
                self._raw(match["text"])
                continue
            self._flush()
            if match["brace"]:
                self._brace(match["brace"])
                if not self._open:
                    break
            elif match["word"] == "bin":
                at += max(0, int(match["number"] or 0))
            elif match["word"]:
                self._word(match["word"], match["number"], match[0])
            else:
                self._sign(match["sign"])
        self._flush()
        self.cut_short = bool(self._open)
        self._out.append("}" * len(self._open))

    def _brace(self, brace: str) -> None:
        self._skipping = 0
        if brace == "{":
            if len(self._open) >= DEPTH:
                hint = "save its text as .txt"
                raise ImportFailedError("the file was refused: nested without end", where=self.name, hint=hint)
            self._open.append(self._group)
            if self._group.kind in {"text", "other"}:
                self._out.append("{")
            return
        if not self._open:
            return
        closed, self._group = self._group, self._open.pop()
        if self._group.kind in {"text", "other"}:
            if closed.kind == "list":
                marker = "-" if self._aside.strip() in _BULLETS else self._aside.strip()
                self._out.append(f"{marks.mark('item')}{marker} ")
            elif closed.kind in _RUNNING:
                self.running += [(closed.kind, line) for line in self._aside.split("\n")]
            self._out.append("}")
            self._aside = "" if closed.kind != self._group.kind else self._aside

    def _sign(self, sign: str) -> None:
        if self._skipped():
            return
        if sign == "*":
            self._starred = True
        elif sign in "\n\r":
            self._write("\\par ", "\n")
        else:
            self._write(f"\\{sign}", _SAID.get(sign, sign if sign in "{}\\" else ""))

    def _word(self, word: str, number: str | None, source: str) -> None:
        starred, self._starred = self._starred, False
        if word not in {"u", "uc"} and self._skipped():
            return
        if word == "u":
            self._unicode(int(number or 0))
        elif word == "uc":
            self._group = replace(self._group, skip=max(0, min(int(number or 1), 100)))
        elif not self._destination(word, starred=starred):
            self._property(word, number)
            if word not in {"ls", "ilvl", "fcharset", "cpg", "ansicpg"}:
                self._write(("\\*" if starred else "") + source.rstrip(" ") + " ", _SAID.get(word, ""))

    def _destination(self, word: str, *, starred: bool) -> bool:
        """Whether a word opens a group with a meaning of its own, which it then gets."""
        if word in _LIST_TEXT or word in _RUNNING:
            if self._group.kind == "text":
                self._aside = ""
                self._group = replace(self._group, kind="list" if word in _LIST_TEXT else word)
            return True
        if word in _CUT:
            self._group = replace(self._group, kind="cut")
            return True
        if word in {"footnote", "annotation"} and self._group.kind == "text":
            self._out.append("\\footnote " + (marks.mark("comment") if word == "annotation" else ""))
            return True
        if word == "rtf" or (word in _TEXTS and self._group.kind == "other"):
            self._group = replace(self._group, kind="text")
        elif (word in _OTHER or (starred and word not in _TEXTS)) and self._group.kind == "text":
            self._group = replace(self._group, kind="other")
        return False

    def _property(self, word: str, number: str | None) -> None:
        value = int(number) if number else None
        if word in {"f", "deff"}:
            self._group = replace(self._group, font=value or 0)
            self._pages.font = value or 0
        elif word == "plain":
            self._group = replace(self._group, font=self._pages.default, deleted=False)
        elif word in {"deleted", "revised"}:
            self.changes += value != 0
            if word == "deleted":
                self._group = replace(self._group, deleted=value != 0)
        self._pages.learn(word, value)

    def _unicode(self, value: int) -> None:
        code = value % 65_536
        self._skipping = self._group.skip
        if 0xD800 <= code < 0xDC00:
            self._high = code
            return
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + (self._high - 0xD800) * 0x400 + (code - 0xDC00) if self._high else 0xFFFD
        self._high = 0
        self._say(chr(code) if code >= 32 else "")

    def _skipped(self) -> bool:
        if self._skipping:
            self._skipping -= 1
            return True
        return False

    def _byte(self, value: int) -> None:
        if not self._skipped():
            self._bytes.append(value)

    def _raw(self, text: str) -> None:
        """Words as they stand; line ends between them mean nothing."""
        text = text.replace("\r", "").replace("\n", "")
        skipped = min(self._skipping, len(text))
        self._skipping -= skipped
        text = text[skipped:]
        if self._bytes and text and self._pages.wants_more(self._group.font, self._bytes):
            self._bytes.append(ord(text[0]) & 0xFF)
            text = text[1:]
        self._flush()
        if text:
            self._say(text if text.isascii() else self._pages.decode(self._group.font, text.encode("latin-1")))

    def _flush(self) -> None:
        if self._bytes:
            words = self._pages.decode(self._group.font, bytes(self._bytes))
            self._bytes.clear()
            self._say(words)

    def _say(self, words: str) -> None:
        kept = words.replace(" ", marks.SPACE) if self._group.kind == "text" else words
        self._write(re.sub(r"([\\{}])", r"\\\1", kept), words)

    def _write(self, source: str, words: str) -> None:
        """Pass on the source, or put the words aside."""
        if self._group.deleted and words:
            return
        if self._group.kind in {"text", "other"}:
            self._out.append(source)
        elif self._group.kind != "cut":
            self._aside += words
