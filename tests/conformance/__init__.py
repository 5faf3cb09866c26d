"""Whether briefings follow PDF/A-3a and PDF/UA-1, by the judgement of veraPDF: `make conformance`."""
