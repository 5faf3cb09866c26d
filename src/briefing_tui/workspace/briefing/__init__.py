"""From a brief to a briefing: its findings, its file and where that goes, its signature, its verification."""
