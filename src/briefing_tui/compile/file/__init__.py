"""The PDF as a file: what it holds and says of itself, its receipt, and how all of it is verified."""
