"""Reading an article, and what can be done with a passage there."""
