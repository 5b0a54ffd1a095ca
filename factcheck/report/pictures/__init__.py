"""Pictures of the report, as coordinates and the words beside them."""
