"""YAML: text to documents with the place of every item; their forms; and the editor."""
