"""Public hearings (høring / høyring) from YAML: checked data, letters and mailing lists."""

__version__ = "0.1.0"
