"""The pages about the person: preferences, export, deletion."""
