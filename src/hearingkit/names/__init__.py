"""Names of bodies and persons, and of their mailboxes."""
