"""Source files: headers and claims, checked and read."""
