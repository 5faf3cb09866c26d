"""Readers, one file a format: bytes become blocks of text and what the format itself states; no rule looks yet."""
