"""The report's words, in the report's language."""
