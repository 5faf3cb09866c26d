"""The briefing as a tree, numbered and complete, without any look: all that every form of the document prints."""
