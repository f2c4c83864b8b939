"""The three languages of the letters: phrases, dates, lists. Knows nothing of hearings."""
