"""A hearing becomes a document."""
