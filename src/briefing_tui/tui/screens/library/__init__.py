"""The library: themes or facets, the articles that they let through, and views of them."""
