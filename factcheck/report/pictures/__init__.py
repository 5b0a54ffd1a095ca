"""Pictures of the report, as places and the words beside them."""
