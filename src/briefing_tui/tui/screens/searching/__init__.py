"""Searching all articles, and lists of passages."""
