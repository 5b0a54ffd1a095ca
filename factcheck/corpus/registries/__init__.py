"""The registries: subjects, attributes, origins, relations, and what they refer to."""
