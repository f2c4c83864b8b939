"""Format-neutral documents: what writers show. Knows nothing of hearings."""
