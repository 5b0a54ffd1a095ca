"""Source files: checks and reads their headers and claims."""
