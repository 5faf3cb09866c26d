"""The number of our own formats."""

from __future__ import annotations

FORMAT = 1
"""What this program writes, and the newest that it reads: articles, briefs and themes have one number together."""
