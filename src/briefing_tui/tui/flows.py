"""Flows: coroutines of the app that ask, compute and then change; whatever goes wrong in one is said and logged."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from functools import partial, wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from textual.dom import DOMNode
from textual.worker import Worker

from ..errors import BriefingError
from .turns import CURRENT, Turn

LOG = logging.getLogger("briefing_tui")

_P = ParamSpec("_P")
_Node = TypeVar("_Node", bound=DOMNode)
_Result = TypeVar("_Result")


def flow(
    method: Callable[Concatenate[_Node, _P], Coroutine[Any, Any, None]],
) -> Callable[Concatenate[_Node, _P], Worker[None]]:
    """Run a coroutine method beside the screen's own work; an error becomes a notice, never a trace on the screen.

    Keys wait until it asks something, goes `beside`, is done or its node is gone.
    """

    @wraps(method)
    def start(node: _Node, *args: _P.args, **kwargs: _P.kwargs) -> Worker[None]:
        app: Any = node.app
        turn = Turn(node, app.flows)
        turn.take()
        work = partial(_guarded, node, method, args, kwargs, turn)
        return node.run_worker(work, name=method.__name__, group="flows", exit_on_error=False)

    return start  # type: ignore[return-value] # wraps() gives a class of its own


async def _guarded(
    node: DOMNode,
    method: Callable[..., Coroutine[Any, Any, None]],
    args: tuple[Any, ...],
    kwargs: dict[str, Any],
    turn: Turn,
) -> None:
    app: Any = node.app
    CURRENT.set(turn)
    try:
        await method(node, *args, **kwargs)
    except BriefingError as error:
        app.report(error)
    except Exception as error:
        LOG.exception("in %s", method.__qualname__)
        app.report(error)
    finally:
        turn.leave()


async def beside(work: Callable[..., _Result], *args: Any, **kwargs: Any) -> _Result:
    """Run something slow in a thread, so that the screen stays alive, and give its result."""
    if turn := CURRENT.get():
        turn.leave()
    return await asyncio.to_thread(work, *args, **kwargs)


async def before_keys(work: Callable[..., _Result], *args: Any, **kwargs: Any) -> _Result:
    """Run in a thread what a question or a screen is made of, and give its result; keys wait, as they are for that."""
    return await asyncio.to_thread(work, *args, **kwargs)
