"""Memory that runs out: how programs and libraries say so, and what a person is told."""

from __future__ import annotations

import re
import resource
import signal

from ..errors import ToolError

_LAST_WORDS = r"(?:(?:out of|not enough) memory|mmap failed|heap exhausted)"
"""What others may say as well, in a title for one: a program says it first, behind its name, or last."""
_SIGNS = re.compile(
    r"\bMemoryError\b|\bbad_alloc\b|cannot allocate memory|(?:failed|unable) to allocate (?:memory\b|\d)"
    r"|failed to map segment|cannot map zero-fill pages"
    rf"|^(?:[\w.+/-]+: )*{_LAST_WORDS}\b|\b{_LAST_WORDS}[.!]?\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_CRASHES = (signal.SIGTRAP, signal.SIGABRT, signal.SIGBUS, signal.SIGSEGV)
"""How programs end that were refused memory, and for other reasons as well."""


def is_short(said: str) -> bool:
    """Whether somebody's last words are that there is no more memory."""
    return _SIGNS.search(said) is not None


def ended_so(code: int, said: str) -> bool:
    """Whether a program ended for want of memory.

    Args:
        code: what it ended with; below 0 the signal.
        said: what it said of itself.
    """
    return is_short(said) or (-code in _CRASHES and _limit() > 0)


def short(what: str, besides: str = "") -> ToolError:
    """What is told where something needs more memory than there is.

    Args:
        what: needs it.
        besides: what else can be done about it.
    """
    return ToolError(f"{what} needs more memory than there is", hint=f"nothing was written; {remedy(besides)}")


def remedy(besides: str = "") -> str:
    """What to do about it."""
    limited = _limit()
    allowed = f"; this process may have {limited} MB: `ulimit -v unlimited` before it takes the limit away"
    return ", or ".join(filter(None, ("close other programs", besides))) + allowed * bool(limited)


def _limit() -> int:
    """MB of memory that this process and those that it starts may have; 0 for as much as there is."""
    soft, _ = resource.getrlimit(resource.RLIMIT_AS)
    return 0 if soft == resource.RLIM_INFINITY else soft // 10**6
