"""What a hearing ought to be: rules with sources, and their run."""

MODULES = ("deadlines", "recipients", "submission", "wording")
"""The modules whose rules count."""
