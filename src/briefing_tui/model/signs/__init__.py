"""What signs of a text mean: quotation marks, speech by dashes, calls of notes, what cannot be printed."""
