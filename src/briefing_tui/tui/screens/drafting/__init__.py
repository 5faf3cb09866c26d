"""The draft: its rows, its fields, its judgements and its quotes."""
