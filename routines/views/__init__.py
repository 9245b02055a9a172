"""Pages of what a person does."""
