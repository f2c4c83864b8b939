"""The typed hearing, and the validation of a source into it."""
