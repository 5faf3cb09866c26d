"""Rules on judgements, after ICD 203: evidence, likelihood, confidence and their words."""
