"""Where this system keeps settings, journals and what can be made again."""

from __future__ import annotations

import hashlib
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from ..errors import StorageError

NAME = "briefing"
"""The folder of this program within each of them."""
_SYSTEM: str = sys.platform
_ON_LINUX = {"config": ".config", "state": ".local/state", "cache": ".cache"}


@dataclass(frozen=True, slots=True)
class Locations:
    """The user's folders; none of them is made before it is needed."""

    config: Path
    """`settings.yaml`."""
    state: Path
    """Journals and what was open last: nothing in it can be made again."""
    cache: Path
    """The catalogue: may be deleted at any time."""

    @classmethod
    def default(cls) -> Locations:
        """As the system has them; `XDG_CONFIG_HOME`, `XDG_STATE_HOME` and `XDG_CACHE_HOME` go before, everywhere."""
        return cls(_folder("config"), _folder("state"), _folder("cache"))


def workspace_key(path: Path) -> str:
    """A short name for a folder that stays the same, however the folder is spelt."""
    return hashlib.sha256(os.fsencode(path.resolve())).hexdigest()[:16]


def readable(path: Path | str) -> str:
    r"""A path or a name as text that can be shown and stored: bytes that are no UTF-8 are spelt out, as in `y\\xff`."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def write_down() -> Path:
    """Add the error at hand to the log in the state folder.

    Returns:
        the log; where it cannot be written, nothing is.
    """
    import traceback
    from contextlib import suppress

    log = Locations.default().state / "briefing.log"
    with suppress(OSError):
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("a", encoding="utf-8") as file:
            file.write(traceback.format_exc() + "\n")
    return log


def _home() -> Path:
    """The user's folder; where `HOME` holds no absolute path, the one that the system has for them.

    Raises:
        StorageError: where the system has none.
    """
    home = Path.home()
    if not home.is_absolute():
        import pwd

        try:
            home = Path(pwd.getpwuid(os.getuid()).pw_dir)
        except KeyError:
            hint = "set HOME to the whole path of your folder"
            raise StorageError(f"'{home}' is no absolute path", where="HOME", hint=hint) from None
    return home


def _folder(kind: str) -> Path:
    """Our folder for one kind of files; the standard ignores a variable that holds no absolute path."""
    value = os.environ.get(f"XDG_{kind.upper()}_HOME", "")
    if Path(value).is_absolute():
        return Path(value) / NAME
    if _SYSTEM == "linux":  # each command waits for what it imports
        return _home() / _ON_LINUX[kind] / NAME
    from platformdirs import PlatformDirs

    found: Path = getattr(PlatformDirs(NAME), f"user_{kind}_path")
    return found
