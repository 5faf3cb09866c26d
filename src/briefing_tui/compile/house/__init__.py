"""Forms of document, those that ship and those that a house keeps: what may be changed, and what is refused."""
