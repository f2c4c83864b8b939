"""Explain errors of YAML syntax in plain words: what was meant, and how to write it."""
