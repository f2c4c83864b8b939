"""An office's own Word letterhead: what is to be filled in it, and what is wrong with it."""
