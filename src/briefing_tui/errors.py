"""The exception tree: every error says what happened, where, and what to do about it.

```
BriefingError                     exit 1
├── NotFoundError                 an id or a file that is not there
├── AmbiguousError                a quotation that stands in several places
├── FormatError                   a file that is not what it should be
├── ImportFailedError             a document that could not become an article
├── QueryError                    a search that cannot be understood
├── StorageError                  reading or writing failed: disk full, no permission
│   ├── HeldError                 someone else holds the brief
│   ├── ReadOnlyError             the brief can be read here and not written
│   └── ConflictError             the file changed while an edit of ours was not yet in it
├── ToolError                     a library, program or font that is missing or failed
│   ├── CancelledError            the user stopped a compilation
│   └── UnsignedError             a final briefing was made, and its receipt not signed
├── InvalidError                  a value that a field does not take                 (exit 2)
└── RefusedError                  a check or the contract on quotations forbids it   (exit 3)
```
"""

from __future__ import annotations

from typing import ClassVar


class BriefingError(Exception):
    """What went wrong, in the words of the person who has to mend it.

    Args:
        message: what happened, one sentence.
        where: file, line, field or id; empty where there is none.
        hint: what to do next; empty where nothing can be done.
    """

    kind: ClassVar[str] = "error"
    exit_code: ClassVar[int] = 1

    def __init__(self, message: str, *, where: str = "", hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        text = f"{self.where}: {self.message}" if self.where else self.message
        return f"{text} ({self.hint})" if self.hint else text


class NotFoundError(BriefingError):
    """An id or a file that is not there."""

    kind = "not-found"


class AmbiguousError(BriefingError):
    """A quotation that stands in several places; `places` are its spans as `(start, end)`."""

    kind = "ambiguous"

    def __init__(
        self, message: str, *, places: tuple[tuple[int, int], ...] = (), where: str = "", hint: str = ""
    ) -> None:
        super().__init__(message, where=where, hint=hint)
        self.places = places


class FormatError(BriefingError):
    """A file that is not what it should be; `line` is 1-based, 0 where it is not known."""

    kind = "format"

    def __init__(self, message: str, *, file: str = "", line: int = 0, field: str = "", hint: str = "") -> None:
        place = ", ".join(filter(None, (file, f"line {line}" if line else "", field)))
        super().__init__(message, where=place, hint=hint)
        self.file = file
        self.line = line
        self.field = field


class ImportFailedError(BriefingError):
    """A document that could not become an article."""

    kind = "import"


class QueryError(BriefingError):
    """A search that cannot be understood; `position` is the 0-based character it breaks at."""

    kind = "query"

    def __init__(self, message: str, *, position: int = 0, hint: str = "") -> None:
        super().__init__(message, where=f"character {position + 1}", hint=hint)
        self.position = position


class StorageError(BriefingError):
    """Reading or writing failed: the disk is full, the folder is read-only, the file is gone."""

    kind = "storage"


class HeldError(StorageError):
    """Someone else holds the brief; `holder` says who."""

    kind = "held"

    def __init__(self, message: str, *, holder: str = "", where: str = "", hint: str = "") -> None:
        super().__init__(message, where=where, hint=hint)
        self.holder = holder


class ReadOnlyError(StorageError):
    """The brief can be read here and not written: held elsewhere, or of a newer format."""

    kind = "read-only"


class ConflictError(StorageError):
    """The file changed while an edit of ours was not yet in it; ours was kept beside it."""

    kind = "conflict"


class ToolError(BriefingError):
    """A library, a program or a font that is missing or failed."""

    kind = "tool"


class CancelledError(ToolError):
    """The user stopped a compilation."""

    kind = "cancelled"


class UnsignedError(ToolError):
    """A final briefing was made, and its receipt not signed; `report` tells of the briefing, where it is known."""

    report: object = None


class InvalidError(BriefingError):
    """A value that a field does not take."""

    kind = "usage"
    exit_code = 2


class RefusedError(BriefingError):
    """A check or the contract on quotations forbids what was asked."""

    kind = "refused"
    exit_code = 3
