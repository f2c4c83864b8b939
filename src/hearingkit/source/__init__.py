"""Read YAML files, and keep the place of each value. This room knows nothing about hearings."""
