"""Importing documents, and the files that could not be read."""
