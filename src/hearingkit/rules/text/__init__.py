"""Rules on what the text says: HK4."""
