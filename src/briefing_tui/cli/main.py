"""The `briefing` command: options for all commands, and what becomes of errors."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from .. import __version__
from ..errors import BriefingError
from . import (
    altering,
    articles,
    briefs,
    checking,
    compiling,
    corpus,
    entries,
    exporting,
    house,
    importing,
    listing,
    opening,
    pinning,
    recutting,
    removing,
    shares,
    speaking,
    templates,
    themes,
    verifying,
)
from .output import Context, report


@click.group(
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 done, 1 failed, 2 usage, 3 refused by a check or by the contract on quotations.",
)
@click.version_option(__version__, prog_name="briefing")
@click.option(
    "-w", "workspace", type=click.Path(path_type=Path), help="The workspace (default: the nearest folder with corpus/)."
)
@click.option("--linear", is_flag=True, help="The app line by line, in plain text: for screen readers and pipes.")
@click.pass_context
def briefing(ctx: click.Context, workspace: Path | None, linear: bool) -> None:
    """Read articles, pin exact passages, and compile a briefing that cites them.

    Without a command the terminal app opens.
    """
    ctx.obj = Context(workspace)
    if ctx.invoked_subcommand is None:
        raise OpenApp(workspace, linear=linear)
    if linear:
        raise click.UsageError("--linear goes without a command")


class OpenApp(Exception):  # noqa: N818 - no error: what was asked for is the other face
    """No command was given: the terminal app is wanted, or the linear one, which this face must not import."""

    def __init__(self, workspace: Path | None, *, linear: bool = False) -> None:
        super().__init__()
        self.workspace = workspace
        self.linear = linear


COMMANDS = (
    *(
        house.init,
        importing.import_,
        listing.list_,
        corpus.show,
        corpus.search,
        corpus.themes,
        articles.article,
        themes.theme,
    ),
    *(removing.forget, removing.undo_import, shares.shares),
    *(
        briefs.brief,
        pinning.pin,
        pinning.unpin,
        recutting.widen,
        speaking.speaker,
        checking.check,
        compiling.compile_,
        verifying.verify,
        opening.open_,
        exporting.export,
        templates.template,
        house.keys,
        house.doctor,
        house.index,
    ),
)
for command in COMMANDS:
    briefing.add_command(command)
entries.add_to(briefs.brief)
checking.add_to(briefs.brief)
briefs.brief.add_command(altering.alter)


def _takes_words(command: click.Command) -> bool:
    """Whether a text that somebody makes up is written behind a command: it may begin with a minus."""
    return any(isinstance(one, click.Argument) and one.name == "query" for one in command.params)


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Returns:
        the exit code.

    Raises:
        OpenApp: where no command was given.
    """
    args = list(sys.argv[1:] if arguments is None else arguments)
    as_json = "--json" in args
    try:
        with _stopped_like_ctrl_c():
            result = briefing.main(args, prog_name="briefing", standalone_mode=False)
        sys.stdout.flush()
        return int(result) if isinstance(result, int) else 0
    except BriefingError as error:
        return report(error.kind, error.message, error.where, error.hint, error.exit_code, as_json=as_json)
    except click.exceptions.Abort:
        return report("cancelled", "stopped", "", "", 1, as_json=as_json)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        return 2
    except click.UsageError as error:
        command = error.ctx.command_path if error.ctx else "briefing"
        words = isinstance(error, click.NoSuchOption) and error.ctx and _takes_words(error.ctx.command)
        hint = f"words that begin with a minus stand behind --: {command} -- '-word other'; " if words else ""
        return report("usage", error.format_message(), command, f"{hint}{command} --help", 2, as_json=as_json)
    except click.ClickException as error:
        return report("error", error.format_message(), "", "", 1, as_json=as_json)
    except KeyboardInterrupt:
        return report("cancelled", "stopped", "", "", 1, as_json=as_json)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        where = str(error.filename or "")
        return report("storage", error.strerror or str(error), where, "", 1, as_json=as_json)
    except OpenApp:
        raise
    except Exception as error:  # noqa: BLE001 - the last line of defence: a person gets a sentence, never a trace
        return _unforeseen(error, as_json=as_json)


def _unforeseen(error: Exception, *, as_json: bool) -> int:
    """Tell of what nobody foresaw, and write it down: also where it looks like a want of memory, and may be a fault."""
    from ..support import memory
    from ..support.locations import write_down

    hint = f"nothing of yours is lost; the details are in {write_down()}"
    if memory.is_short(f"{type(error).__name__}: {error}"):
        hint = f"{hint}; {memory.remedy()}"
        return report("tool", "this needs more memory than there is", "", hint, 1, as_json=as_json)
    return report("internal", f"an unexpected error ({type(error).__name__})", "", hint, 1, as_json=as_json)


@contextmanager
def _stopped_like_ctrl_c() -> Iterator[None]:
    """A lost connection and a polite `kill` end a command as Ctrl-C does: nothing half-done is left behind."""
    before = {}
    if threading.current_thread() is threading.main_thread():
        for number in (signal.SIGTERM, signal.SIGHUP):
            if signal.getsignal(number) is signal.SIG_DFL:  # under nohup it stays ignored
                before[number] = signal.signal(number, signal.default_int_handler)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
