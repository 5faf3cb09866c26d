"""How a language is written: its scripts and directions, its marks in pairs, the fixed words of a briefing."""
