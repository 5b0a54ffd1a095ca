"""Passages of texts: where a quote stands, and what is most like it."""
