"""Who says a passage, and whether it is whom it is credited to."""
