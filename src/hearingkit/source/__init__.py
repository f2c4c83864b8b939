"""YAML text with places: knows nothing of hearings."""
