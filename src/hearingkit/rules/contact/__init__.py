"""Rules on addresses and on what is left to fill in: HK5."""
