"""The tree as one HTML page, and every text that must be found on it."""
