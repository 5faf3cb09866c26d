"""Articles: listed, looked at, searched, read, corrected, related and taken out."""
