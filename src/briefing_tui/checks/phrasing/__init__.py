"""Reading a sentence: phrases of a language, quotation marks, and the words that say who speaks."""
