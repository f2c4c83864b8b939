"""Rules on the language of a letter: HK6."""
