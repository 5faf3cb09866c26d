"""Where this system keeps settings, journals and what can be made again."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

NAME = "briefing"
"""The folder of this program within each of them."""


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
        import platformdirs

        return cls(
            _from_environment("XDG_CONFIG_HOME") or platformdirs.user_config_path(NAME),
            _from_environment("XDG_STATE_HOME") or platformdirs.user_state_path(NAME),
            _from_environment("XDG_CACHE_HOME") or platformdirs.user_cache_path(NAME),
        )


def workspace_key(path: Path) -> str:
    """A short name for a folder that stays the same, however the folder is spelt."""
    return hashlib.sha256(os.fsencode(path.resolve())).hexdigest()[:16]


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


def _from_environment(variable: str) -> Path | None:
    """The folder of a variable; the standard ignores a value that is no absolute path."""
    value = os.environ.get(variable, "")
    return Path(value) / NAME if Path(value).is_absolute() else None
