"""The registries: subjects, attributes, origins and relations, and the references between them."""
