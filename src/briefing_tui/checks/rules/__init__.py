"""The rules themselves: each declared once, weighed by a house, and printed as a sheet."""
