"""YAML: parses files to documents with places, checks their forms, and edits them."""
