"""Texts as readers see them: Markdown read once, sentences, and what stands in them."""
