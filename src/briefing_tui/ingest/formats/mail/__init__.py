"""Mails: a message or a mailbox; the body of each, and what its headers state."""

from __future__ import annotations

from .reader import read_mail, read_mbox

__all__ = ["read_mail", "read_mbox"]
