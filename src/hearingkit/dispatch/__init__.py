"""Who gets which letter."""
