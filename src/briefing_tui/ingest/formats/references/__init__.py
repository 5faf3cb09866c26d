"""Reference files: each record becomes a source whose text may come later; its CSL variables are all kept."""
