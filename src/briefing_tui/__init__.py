"""Briefings from newspaper articles: themes, verbatim quotations, and a PDF that cites them."""

__version__ = "0.1.0"
