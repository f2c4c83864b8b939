"""What the commands do, one module each. Only this room reads and writes the user's files."""
