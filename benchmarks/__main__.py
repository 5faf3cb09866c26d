"""All benchmarks, one after the other: `python -m benchmarks`."""

from __future__ import annotations

from importlib import import_module

ALL = (
    "search",
    "commands",
    "start",
    "scan",
    "lists",
    "reader",
    "latency",
    "pinning",
    "compile",
    "gauge",
    "reuse",
    "pdf",
    "verify",
)

for name in ALL:
    print(f"\n== {name}")
    import_module(f"benchmarks.{name}").main()
