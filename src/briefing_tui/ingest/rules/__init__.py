"""Rules on blocks: what is furniture, what a line states, which lines are headings. They abstain rather than guess."""
