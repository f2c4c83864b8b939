"""Rules on the letter and its structure: HK7."""
