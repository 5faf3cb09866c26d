"""Rules on the form of a briefing: its fields, its marking, its pages and their letters."""
