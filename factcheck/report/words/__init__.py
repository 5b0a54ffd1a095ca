"""The report's words in each of its languages."""
