"""Rules on quotations: what is quoted stands in its source, and nothing else is quoted (the contract)."""
