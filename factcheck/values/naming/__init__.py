"""Spelling of names: what two spellings have in common."""
