"""Arguments in, exit code out. Only this room uses typer, rich and today's date."""
