"""What the layout engine is corrected in, and what is found out about the pages that it made."""
