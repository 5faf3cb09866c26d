"""Before a briefing goes out: its checklist, its pages, its file, and the way back from its short codes."""
