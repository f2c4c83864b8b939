"""Plain words for errors of YAML syntax: what was meant, and how to write it."""
