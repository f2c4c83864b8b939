"""The languages of the letters: words, phrases, dates, lists. It does not know hearings."""
