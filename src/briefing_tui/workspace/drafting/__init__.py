"""Drafting: briefs, what is pinned in them and who said it, their entries, and every step that can be undone."""
