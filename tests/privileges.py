"""Doing something as a user whom permissions bind, whoever runs the tests."""

from __future__ import annotations

import ctypes
import os
import threading
from collections.abc import Callable
from typing import TypeVar

_Result = TypeVar("_Result")

_VERSION = 0x20080522
"""Of the kernel's structures, `_LINUX_CAPABILITY_VERSION_3` in linux/capability.h."""
_PASSES_OVER_PERMISSIONS = 1 << 1 | 1 << 2  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH


def bound_by_permissions(do: Callable[[], _Result]) -> _Result:
    """Call something without the administrator's right to read and write whatever the permissions say.

    That right belongs to a thread and cannot be had back, so the call is made in one of its own.
    """
    if os.geteuid() != 0:
        return do()
    results: list[_Result] = []
    errors: list[BaseException] = []

    def run() -> None:
        try:
            _give_up_the_right()
            results.append(do())
        except BaseException as error:  # noqa: BLE001 - raised again where it was asked for
            errors.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    if errors:
        raise errors[0]
    return results[0]


def _give_up_the_right() -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    header = (ctypes.c_uint32 * 2)(_VERSION, 0)
    rights = (ctypes.c_uint32 * 6)()  # effective, permitted, inheritable; then their upper halves
    if libc.capget(header, rights):
        raise OSError(ctypes.get_errno(), "capget")
    for n in range(3):
        rights[n] &= ~_PASSES_OVER_PERMISSIONS
    if libc.capset(header, rights):
        raise OSError(ctypes.get_errno(), "capset")
