"""Arguments in, exit code out. Alone knows typer, rich and today's date."""
