"""Rules on days and periods: HK2."""
