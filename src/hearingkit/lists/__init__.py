"""A hearing becomes a table of recipients."""
